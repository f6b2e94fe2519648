import type { forced as original } from '../zh-CN/forced.js'

export const forced: typeof original = {
  title: 'Cancelled by force', lead: 'Subjects and services that the province has cancelled by force, and which providers have said that they cut them.', begin: 'Cancel by force', back: 'Back to what was cancelled by force',
  begun: 'Cancels a subject or a service of the province without its owner’s word. Find it and look at everything that falls, then give reason and ground. It takes effect at once and cannot be undone.',
  caption: 'What was cancelled by force', count: 'Cancelled: {{total}}', empty: 'The province has cancelled nothing by force.', noneMatch: 'Nothing matches.', filters: 'Filter what was cancelled by force', cuts: 'Cutting',
  cutsOf: { open: 'Not acknowledged by all', done: 'Acknowledged by all' },
  what: 'What', why: 'Reason and ground', when: 'When and by whom', providers: 'Providers', withAll: 'With its services: {{count}}', subjectListed: 'Subject on the blacklist', domainsListed: 'Domains on the blacklist',
  nobodyServes: 'No access', acknowledged: '{{number}}, acknowledged {{at}}', due: '{{number}}, to be cut by {{on}}',
  search: 'Number or domain', searchHint: 'The number of a subject or service, or a domain; only the province is searched.', searchMissing: 'Enter two characters at least.', find: 'Find', notFound: 'There is no such record in this province. Check number or domain.',
  cancelled: 'Cancelled', nothingLeft: 'The subject is cancelled; nothing is left to cancel.', choose: 'What to cancel', asked: 'what you looked for', wholeSubject: 'The whole subject',
  falls: {
    title: 'Everything that falls', services: 'Services that end', number: 'Number', name: 'Name', domain: 'Domain', providers: 'Providers', subject: 'The subject’s number {{number}} ends.',
    certificate: { replaced: 'The e-certificate is issued anew without it.', cancelled: 'The e-certificate ends; whoever verifies it sees “cancelled” at once.' },
    cut: 'The providers named must cut it by {{on}} and acknowledge.', provisional: 'provisional: the working days of that year are not published', filing: 'On its way and ends with it: {{kind}} ({{status}})', hollow: 'The subject {{number}} is left without a service: a hollow subject.',
    owner: 'The owner is told at once with reason, ground and the way to object; so are the other reviewers of the province.', forGood: 'The numbers end and are never given again. It cannot be undone.',
  },
  form: {
    title: 'Reason and ground', reason: 'Reason', ground: 'Ground', groundHint: 'The number of the decision and the article of law; owner and providers read it. {{most}} characters at most, and no personal data, please.', listSubject: 'Put the subject on the blacklist', listSubjectHint: 'From today on for good; the operator can lift it.',
    listDomains: 'Put the domains on the blacklist', typedNumber: 'Type the number', typedNumberHint: 'Type {{number}} to confirm.', send: 'Cancel by force',
  },
  lookAgain: 'Look again at what falls',
  changed: {
    title: 'What falls has changed meanwhile', text: 'Nothing was cancelled. Press “{{button}}” to see what falls now; reason and ground are kept, and the number has to be typed once more.',
    anew: 'This is what falls now', anewText: 'Read it, then type the number once more.',
  },
  done: '{{number}} is cancelled by force', doneText: 'Register, certificate and public look-up say so; the providers are ordered to cut it, and the owner has been told.', toList: 'See who has acknowledged',
}
