import type { migration as original } from '../zh-CN/migration.js'

export const migration: typeof original = {
  title: 'Move a website', lead: 'Hand a filed website over to another subject. Both owners agree, the access providers verify, the persons in charge confirm and the administration reviews; then it stands under the receiving subject.',
  which: 'Website to move', whichHint: 'One website at a time. Apps, mini programs, quick apps and websites without an access cannot move and are not listed.', where: 'Receiver and domain',
  receiving: 'Number of the receiving subject', receivingHint: 'Ask the receiver, for example 京ICP备2026000001号, without “-1”. To protect the other side you are not told whose number it is; if it is wrong nobody is asked.',
  domain: 'I declare that the domain {{domain}} stands in the name of the receiving subject, with real-name verification.', domainHint: 'The administration compares the holder of the domain.', note: 'Note', noteHint: 'Optional; the receiver, the providers and the administration read it.',
  propose: 'Propose the move', sending: 'Handing in…', keep: 'Not yet', confirmTitle: 'Propose to move this website?', confirmText: 'The owner of {{receiver}} is asked to receive “{{name}}” ({{number}}). The content locks when you hand it in; you can withdraw until it is in review.',
  lastTitle: 'This is the subject’s last website', lastText: 'The subject keeps its number but becomes hollow and may be cleared by the administration; its e-certificate ends.',
  follows: {
    title: 'Once it is approved', numberEnds: 'The number {{number}} ends and is never used again; the public look-up names the new one.', numberNew: 'The website stands under your subject with its next number; {{number}} ends.',
    accesses: 'The accesses stay and the website keeps running; the provider settles its papers with the new owner.', certificate: 'Your e-certificate is issued anew without this website.', certificateEnds: 'Your e-certificate ends, since no website is left in it.', certificateReceiving: 'Your e-certificate is issued anew with this website.',
    person: 'The person in charge of the receiving subject answers for it until a change names another.', duty: 'You answer for its content, and show the new number at the foot of its home page.',
  },
  answer: {
    title: 'Your answer', text: '“{{giver}}” asks your subject ({{receiver}}) to receive the website “{{name}}” ({{domain}}).', agreeTitle: 'Agree to receive this website?', agreeText: 'The access providers then verify, persons of both sides confirm, and the administration reviews. You can still withdraw until it is in review.',
    tick: 'The domain {{domain}} stands in the name of my subject, and I will answer for this website.', notYet: 'Not yet', declineTitle: 'Decline to receive it', declineText: 'The website “{{name}}” stays with “{{giver}}” under its number. The other owner reads your reason.', reason: 'Reason', reasonHint: 'For example: the domain is not transferred yet.', noReason: 'Say why you decline.',
  },
  sides: 'Both subjects', asked: 'You are asked', askedBy: '“{{giver}}” asks your subject to receive this website. Answer before {{at}}.', see: 'See and answer', incoming: 'Incoming', approved: 'Moved; the new number is {{numbers}}', movedTo: 'Moved; new number {{number}}',
}
