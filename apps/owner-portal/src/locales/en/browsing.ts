import type { browsing as original } from '../zh-CN/browsing.js'

export const browsing: typeof original = {
  title: 'Information browsing', lead: 'What you handed in, to be read.', none: 'Nothing is handed in yet.', one: 'Filing {{reference}}', reference: 'Submission number', kind: 'Kind', subject: 'Owner', websites: 'Websites', status: 'Status', finishedAt: 'Handed in',
  progress: 'Progress', lockedTitle: 'This filing is locked and takes no more entries', lockedWhy: 'Once you finished, only the access providers can modify it. If something is wrong, request a correction here.',
  about: 'About this filing', version: 'Versions', versionN: 'Version {{n}}', cause: { finish: 'handed in by the owner', correct: 'corrected by the provider' }, numbers: 'Filing numbers', olderTitle: 'You are looking at version {{n}}', olderText: 'This is not the current version.', requests: 'Correction requests', corrections: 'Corrections by the provider', decisions: 'Decisions', falls: 'What ends', history: 'History',
  onlyProvider: 'You cannot change it yourself. Name the fields and the reason, and the access provider makes the correction.', redraft: 'Start a new draft from its content', withdrawTitle: 'Withdraw this filing?', withdrawConfirm: 'Withdraw the filing', keep: 'Keep it',
  withdrawText: 'It ends here and cannot be taken up again; you can start a new draft from its content.',
  papersLead: 'The papers as they were handed in. While the filing is locked, an access provider that verifies it may replace them and tells you why.', papersReturned: 'The filing came back: you can replace papers, or add what is missing.',
  request: {
    title: 'Ask the provider for a correction', fields: 'Fields to correct', fieldsHint: 'The provider can change only what you choose here.', provider: 'Which provider', providerHint: 'More than one provider could change these fields.', choose: 'Choose one', reason: 'Reason and right content',
    reasonHint: 'Say what is wrong and what it should be.', noFields: 'Choose at least one field.', nobody: 'No single provider can change all of these fields; ask separately.', noProvider: 'Choose the provider.', noReason: 'Give the reason.', sending: 'Sending…', send: 'Send the request',
  },
}
