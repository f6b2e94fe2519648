import type { home as original } from '../zh-CN/home.js'

export const home: typeof original = {
  title: 'ICP Filing System',
  lead: 'A website served from the Chinese mainland must be filed before it may go online. File here, follow the progress, and download the e-certificate.',
  newOwner: { title: 'New website owner', text: 'First time here? Register an account. It takes about five minutes; have your certificate, phone and mailbox at hand.', register: 'Register' },
  knownOwner: { title: 'I have an account', text: 'Log on to enter a filing, follow it, ask for corrections, download the e-certificate or apply to cancel.' },
  signedIn: { title: 'Welcome, {{name}}', text: 'You are logged on and can go on with your filing.', go: 'Go to my filings' },
  query: {
    title: 'Public look-up',
    label: 'Domain, filing number or owner’s name',
    hint: 'For example example.com, 京ICP备2026000001号 or a company’s name',
    go: 'Look up',
    short: 'Enter at least two characters.',
    verify: 'Verify an e-certificate',
  },
  steps: {
    title: 'How a filing travels',
    fill: { title: 'Fill in and finish', text: 'You enter subject, websites and access, check the summary and press Finish. The filing then locks.' },
    verify: { title: 'The provider verifies', text: 'The access provider checks the details; what is wrong it corrects, with a reason.' },
    confirm: { title: 'You confirm', text: 'The responsible person enters a code within 24 hours and so consents to the final content.' },
    review: { title: 'The province reviews', text: 'The communications administration of the subject’s province decides within 20 working days.' },
    number: { title: 'Number and certificate', text: 'Once approved you have a filing number and a certificate that anyone can verify.' },
  },
  consoles: { title: 'Other users', provider: 'Log on as access provider', administration: 'Log on as administration' },
}
