import type { confirm as original } from '../zh-CN/confirm.js'

export const confirm: typeof original = {
  title: 'Confirm a filing', lead: 'You are named as a responsible person. Check the final content and confirm within 24 hours.', asked: '{{name}} is asked to confirm', covers: 'What you confirm', until: 'Until', corrected: 'The provider corrected this after the owner finished', answer: 'Confirm',
  consent: 'By confirming you consent to the content above, the provider’s corrections included.',
  fields: { code: { label: 'SMS code', hint: 'The 6 digits of the message.' }, mobile: { label: 'Mobile number', hint: 'The phone that received it: {{mobile}}' }, lastSix: { label: 'Last six characters of your ID', hint: 'The last one may be X.' } },
  missing: { code: 'Enter the code.', mobile: 'Enter the mobile number.', lastSix: 'Enter the last six characters of your ID.' },
  triesLeft: '{{count}} tries left; after that the filing goes back to the provider.', confirm: 'Confirm', confirming: 'Confirming…', resend: 'Send the code again ({{count}} left)', othersWaiting: 'Yours is done. {{count}} more responsible persons have to confirm.',
  states: {
    waiting: { title: 'Waiting', text: '' }, confirmed: { title: 'Confirmed', text: 'The filing {{reference}} is now with the communications administration.' }, expired: { title: 'The time is over', text: 'The filing {{reference}} went back to the access provider. You will get a new message after it is verified again.' },
    closed: { title: 'This confirmation is closed', text: 'The filing {{reference}} is no longer being confirmed, and this link no longer works.' },
  },
}
