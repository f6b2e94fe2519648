import type { cancellation as original } from '../zh-CN/cancellation.js'

export const cancellation: typeof original = {
  subject: { title: 'Cancel subject application', lead: 'Cancelling the subject cancels all its websites, apps, mini programs and quick apps. It cannot be undone, and the numbers are never used again.', which: 'Subject to cancel', apply: 'Apply to cancel the subject', confirmTitle: 'Apply to cancel the subject?' },
  website: {
    title: 'Cancel website application', lead: 'Choose one website, app, mini program or quick app; the others and the subject stay in force, and the e-certificate is issued anew.', which: 'Website, app, mini program or quick app to cancel', whichHint: 'One at a time.', apply: 'Apply to cancel the {{what}}', confirmTitle: 'Apply to cancel this {{what}}?',
    lastTitle: 'This {{what}} is all that the subject has left', lastText: 'Without it the subject would be hollow. Apply to cancel the subject instead.', toSubject: 'Cancel the subject',
  },
  access: { title: 'Cancel access application', lead: 'Choose the access that ends; the website, app, mini program or quick app and its number stay.', which: 'Access to cancel', apply: 'Apply to cancel the access', confirmTitle: 'Apply to cancel this access?', confirmText: 'You apply to cancel the access of “{{name}}” through {{provider}}.' },
  obstacle: { hollow: 'Nobody could verify this', addAccess: 'Add an access', title: 'Not possible now', text: 'Another application about this subject is running: {{kind}} {{reference}}. Cancel once it is closed.' },
  falls: {
    title: 'What falls', services: 'Filing numbers', access: 'Providers', subject: 'The subject number {{number}}', certificate: 'The e-certificate {{code}} ends', certificateReissued: 'The e-certificate {{code}} is replaced by one without this {{what}}', numbers: 'Cancelled numbers are never used again', oneAccess: 'The access of “{{name}}” through {{provider}}', numberStays: 'The number {{number}} and the e-certificate stay as they are',
    otherAccesses: 'Once approved this provider stops serving it; the {{what}} stays reachable through the others.', lastAccess: 'This is the last access of the {{what}}, which becomes a hollow record that the administration may clear. If it ends, cancel the {{what}} instead.',
    offline: 'Once approved, all of these must go offline.', offlineOne: 'Once approved, this {{what}} must go offline.',
  },
  application: 'Application', reason: 'Reason', choose: 'Choose one', note: 'Note', noteHint: 'Required when the reason is Other.', code: 'Code', codeHint: 'Press Send the codes; phone and mailbox receive the same code.', noCode: 'Enter the code.',
  sending: 'Handing in…', tick: 'I understand that this cannot be undone.', keep: 'Do not apply', confirmText: 'You apply to cancel {{numbers}}.',
}
