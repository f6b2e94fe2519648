import type { receipt as original } from '../zh-CN/receipt.js'

export const receipt: typeof original = {
  title: 'Receipt', lead: 'It proves what you handed in. Each correction adds a link that holds on to the one before. Keep the file; you can check it whenever you like.', hash: 'Hash of the receipt', copy: 'Copy the hash', copied: 'Copied', notCopied: 'It cannot be copied; select it by hand.',
  checkpoint: 'Audit checkpoint', checkpointOf: 'Number {{number}}, signed {{at}}', noCheckpoint: 'Signed in a few minutes', links: 'Links of the receipt', what: 'What', finish: 'Finished', correction: 'Correction {{n}}', at: 'When', digest: 'Digest of the content',
  check: 'Check my receipt', checking: 'Checking…', download: 'Download the receipt', correctedBy: '{{at}}, by {{provider}}', reference: 'Submission number', referenceHint: 'It begins with BA, such as BA20261123-000001.', hashHint: 'The 64 characters on the receipt; blanks and capitals do not matter.',
  needed: 'Fill this in.', noReceipt: 'This file is not a receipt of this system.',
  verdicts: {
    unchanged: { title: 'The content is what the receipt says', text: 'Computed again from what is stored: the content under {{reference}} has not changed since {{at}}.' },
    corrected: { title: 'It was what the receipt says, and has been corrected since (corrections: {{times}})', text: 'On {{at}} the content under {{reference}} was what the receipt says. Since then providers corrected it under correction requests:' },
    'no-match': { title: 'It does not match the receipt', text: 'Nothing under {{reference}} matches this receipt. Compare number and hash, or use the file of the receipt itself.' },
  },
  page: { title: 'Check a receipt', lead: 'Computes it again from what is stored and says whether your receipt still holds. No account needed.', byFile: 'By its file', drop: 'Drop the receipt (.json) here, or', choose: 'Choose the file', byHash: 'By its hash', go: 'Check' },
}
