import type { SearchedText } from '../platform/sealing.js'
import { certificateKey, emailKey, mobileKey } from './account.js'

export const mobileText = (mobile: string): SearchedText => ({ kind: 'mobile', text: mobileKey(mobile) })
export const emailText = (email: string): SearchedText => ({ kind: 'email', text: emailKey(email) })
export const certificateText = (number: string): SearchedText => ({ kind: 'certificate', text: certificateKey(number) })
/** Stands where phone and mail of a closed account stood: nobody's, and no other account's. */
export const nobodysText = (accountId: string): SearchedText => ({ kind: 'closed', text: accountId })
