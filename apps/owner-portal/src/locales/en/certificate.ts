import type { certificate as original, notYet as originalNotYet } from '../zh-CN/certificate.js'

export const certificate: typeof original = {
  title: 'Download e-certificate', lead: 'Once approved, download the signed e-certificate; its QR code leads to the check.', list: 'Versions', version: 'Version {{n}}', states: { current: 'Current', replaced: 'Replaced', cancelled: 'Cancelled' },
  issued: 'Issued {{at}}', ended: { replaced: 'replaced {{at}}', cancelled: 'cancelled {{at}}' }, code: 'Code', signed: 'Digitally signed: any change is found', download: 'Download PDF', downloading: 'Downloading…', check: 'Check it on the public page',
  snippet: { title: 'Number at the foot of the home page', text: 'Put the filing number at the foot of the home page, linked to the ministry’s site.', copy: 'Copy the code' },
  within: { title: 'Number within the app', text: 'Show the filing number in a clear place of the app, mini program or quick app, such as Settings or About.', copy: 'Copy the number' },
}

export const notYet: typeof originalNotYet = {
  title: 'Open after approval', nothing: 'You have no filing yet. After approval you can download the e-certificate here and apply to cancel the subject or a website.', enter: 'Enter a filing',
  running: 'The filing {{reference}} is “{{status}}”. This opens by itself once it is approved.', closed: 'The filing {{reference}} ended as “{{status}}”, so this stays closed.', reason: 'Reason: {{reason}}', cancelled: 'Your filing is cancelled. To run a website again, file it anew.',
}
