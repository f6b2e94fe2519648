import type { verify as original } from '../zh-CN/verify.js'

export const verify: typeof original = {
  title: 'Verify an e-certificate', lead: 'Type the code, scan the QR code, or choose the certificate’s PDF. No account needed.', checking: 'Checking', byCode: 'By code', code: 'Code', codeHint: 'It stands under the QR code.', noCode: 'Enter the code.', check: 'Verify',
  byFile: 'By file', drop: 'Drop the certificate’s PDF here, or', choose: 'Choose a PDF', tooLarge: 'The file is larger than 2 MB and was not issued here.', malformed: '“{{code}}” is not a code of a certificate', unknown: 'There is no such certificate', unknownText: 'No certificate with the code {{code}} was issued here. Check it and try again.',
  verdicts: {
    genuine: { title: 'The signature is valid', text: 'The file is whole and unchanged.' }, tampered: { title: 'This file was changed', text: 'Its content does not match the signature. Believe nothing in it.' }, appended: { title: 'Something was added after signing', text: 'The signed part is intact, but the signature does not cover the whole file. Do not rely on it.' },
    'foreign-signer': { title: 'Not issued by this system', text: 'The file is signed, but by somebody else.' }, 'revoked-signer': { title: 'Signed with a key that was revoked', text: 'Nothing shows that it was issued before the key was revoked. Believe nothing in it; ask the owner for the current certificate.' }, 'not-signed': { title: 'The file is not signed', text: 'Every certificate of this system carries a digital signature.' }, unreadable: { title: 'The file cannot be read', text: 'This is not a readable PDF.' },
  },
  states: {
    current: { title: 'This certificate is valid', text: 'It agrees with the register as of now.' }, replaced: { title: 'Genuine, but replaced by a newer version', text: 'Replaced on {{at}}; the newer one counts.' }, cancelled: { title: 'Genuine, but the filing is cancelled', text: 'The filing was cancelled on {{at}}.' },
  },
  facts: 'What it says', subjectNumber: 'Subject number', subjectName: 'Owner', administration: 'Issued by', version: 'Version', issuedAt: 'Issued', signature: 'Signature', signed: 'Signed by {{signer}} on {{at}}; the whole file is covered', replacedBy: 'Code of the newer version',
}
