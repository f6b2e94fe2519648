import type { SearchedText } from '../platform/sealing.js'

/** What the keyed index of a recipient is made of: blanks and case do not count. */
export const recipientText = (recipient: string): SearchedText => ({ kind: 'recipient', text: recipient.replace(/\s/g, '').toLowerCase() })
