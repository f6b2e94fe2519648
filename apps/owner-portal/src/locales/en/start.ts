import type { finder as originalFinder, pages as originalPages, start as original } from '../zh-CN/start.js'

export const pages: typeof originalPages = { label: 'Pages', previous: 'Previous page', next: 'Next page', page: 'Page {{page}}' }

export const start: typeof original = {
  title: 'My filings', lead: 'Your records in the register and the filings on their way.', enter: 'Enter a filing', records: 'Records', filings: 'Filings', none: 'You have no filing yet. Get your papers ready, then start.',
  unnamed: 'No name yet', savedAt: 'Last saved {{at}}; kept until {{day}}', urged: 'Urged', since: 'Since {{at}}.', openRequests: 'Open correction requests: {{count}}', resume: 'Go on', progress: 'Progress', browse: 'Browse',
  inForce: 'In force', cancelledOn: 'Cancelled on {{on}}', approvedOn: 'approved on {{on}}', websites: 'Websites', number: 'Filing number', name: 'Name', domain: 'Domain', state: 'State', certificate: 'E-certificate', file: 'Add, change or cancel', discardTitle: 'Delete this draft?', discardText: 'The draft and what you entered go for good.',
  forced: { title: '“{{name}}” ({{number}}) was cancelled by the administration', when: 'By force, {{at}}.', why: 'Reason: {{reason}}.', ground: 'Ground: {{ground}}.' },
  hollow: {
    service: 'The {{what}} “{{name}}” ({{number}}) has no access left', subject: 'The subject “{{name}}” ({{number}}) has no website, app or other service left',
    found: 'Since {{since}}. The administration will tell you; {{days}} days after that it may be cleared, and its number ends for good.',
    told: 'Act before {{until}}; after that the administration may clear it, and its number ends for good.',
    stopped: 'A filing of yours is on its way; until it ends no days count.', due: 'The days are over. The administration may clear it at any time, and its number ends for good.',
    fill: { service: 'To keep it, file a new access.', subject: 'To keep it, file a new website, app, mini program or quick app, unless your province asks for the subject to end first.' }, file: 'File now',
  },
  need: {
    title: 'What you need', subject: 'The subject’s certificate: name, number, address and validity (business licence for enterprises, ID card for persons).', person: 'ID details, mobile, emergency phone and e-mail of the persons in charge of the subject and the websites.',
    websites: 'Name, domain and home page of each website; the domain should be real-named.', access: 'The provider’s name, the access mode, the place of the servers and the IP addresses.', phone: 'The responsible persons’ phones: they confirm within 24 hours of verification.',
  },
}

export const finder: typeof originalFinder = {
  title: 'What do you want to do?', lead: 'Choose what you want; we tell you which kind of filing it is, what follows and how long it takes.', which: 'Record', wish: 'About {{number}}, you want to:',
  anotherSubject: 'File for another unit or person', anotherSubjectHint: 'A first filing: another subject with its own certificate and number.',
  way: 'After you hand it in', notNow: 'Not possible now', goOn: 'Go on', begin: 'Start', websites: 'Websites that gain an access', noWebsite: 'Choose at least one website.',
}
