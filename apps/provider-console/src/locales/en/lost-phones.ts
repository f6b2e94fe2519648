import type { lostPhones as original } from '../zh-CN/lost-phones.js'

export const lostPhones: typeof original = {
  title: 'Lost phones',
  lead: 'These owners have a service in force with your firm and can no longer use their phone. Once you have made sure who they are, vouch for them and the new number works at once; without you it works after 72 hours, unless it is stopped.',
  none: 'Nobody waits for you to vouch',
  owner: 'Account', subjects: 'Subjects', mobile: 'New number', asked: 'Asked for', due: 'Works by itself', act: 'Act',
  vouch: 'Vouch', vouchFor: 'Vouch for {{owner}}', vouching: 'Sending…', cancel: 'Cancel', close: 'Close',
  problem: 'There is a problem',
  what: 'The new number becomes the number of the account at once. Your name, your firm and how you made sure are written down and told to the owner.',
  way: 'How you made sure', wayMissing: 'Choose how you made sure',
  number: 'New number as the owner says it', numberHint: 'Have the owner say the whole number. It is compared with {{mobile}}, which was asked for; if it differs, do not vouch.', numberMissing: 'Enter the new number as the owner says it',
  done: 'You have vouched for {{owner}}; the new number works.',
  gone: 'The request of {{owner}} waits no more: it was stopped, or the new number works already. Nothing was changed.',
}
