import type { ownData as original } from '../zh-CN/own-data.js'

export const ownData: typeof original = {
  title: 'My data', lead: 'What this system holds about you, who looked at it, and how to get a copy, have it corrected, or close your account.', open: 'My data', about: 'Export your data, see who read it, have it corrected, close the account.',
  back: 'Back to my account', contents: 'On this page', problem: 'There is a problem',
  export: {
    title: 'Get a copy',
    text: 'Two files at once: JSON (complete, for taking elsewhere) and PDF (for reading). They hold the account, what you accepted, devices and log-ons, all filings with every version, the register, messages and who read your data.',
    warning: 'Certificate numbers, phones and mail addresses stand in these files in full: keep them safe. You are told of the export by SMS and mail.',
    code: 'Code', codeHint: 'The 6 digits that went to your phone and your mailbox.', codeMissing: 'Enter the code',
    act: 'Export', busy: 'Collecting…', done: 'The files were downloaded.', doneText: 'If nothing happened, use these buttons.', json: 'Download the JSON', pdf: 'Download the PDF',
  },
  reads: {
    title: 'Who read my data', text: 'Whenever an access provider or administration opens a filing of yours, reads its verification sheets, compares it with one that it conflicts with, or takes it along in an exported list, it is listed here. So it is when an administration opens your record in force or its certificate, compares the record in a conflict or looks at what cancelling it by force would end, and when a security administrator opens your account. Each organisation, filing or record, day and way has one row. Whoever looks at a masked number, phone or address, and an operator who reads a message to you in full, has to say why; each such look has its own row.', none: 'No organisation has read your data so far.',
    at: 'Time', reader: 'Organisation', way: 'How', times: '{{count}} times that day, from', field: 'Field', reason: 'Purpose', filing: 'Filing or record', total: '{{count}} in all',
  },
  correct: {
    title: 'Have it corrected', contacts: 'Mobile number and e-mail address:', contactsLink: 'change them on my account',
    filings: 'A filing that was handed in: open it and choose “Request a correction”; the access provider corrects it.', filingsLink: 'See my filings',
    identity: 'Name and certificate of the account cannot be edited, since your filings rest on them. If they have changed, close the account and register again with the new certificate.',
  },
  closure: {
    title: 'Close my account', lead: 'This cannot be undone. User name, mobile number, e-mail address and certificate may be registered again.',
    notYet: 'It cannot be closed yet', subject: 'The subject {{name}} ({{number}}) is in force:', subjectLink: 'cancel the subject first', filing: 'Filing {{reference}} ({{status}}) is still running:', filingLink: 'look at it or withdraw it',
    erased: 'Erased at once', kept: 'Kept by law, locked', drafts: 'Drafts that go with the account: {{count}}.',
    code: 'Code for closing', codeHint: 'The 6 digits that went to your phone and your mailbox.', codeMissing: 'Enter the code for closing',
    act: 'Close my account', busy: 'Closing…', confirmTitle: 'Close your account?', confirmText: 'Your name, certificate, phone, mail, drafts and notices are erased at once and every device is logged off. This cannot be undone.', tick: 'I understand that this cannot be undone', keep: 'Keep the account',
  },
  closed: { title: 'Your account is closed', text: 'Your personal data was erased; records of filing that the law keeps stay, locked. A confirmation went to the phone and mailbox that you had.', again: 'To file again, register anew; the same phone, mail address and certificate may be used.', home: 'To the front page' },
}
