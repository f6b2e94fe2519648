import type { ruleData as original } from '../zh-CN/rule-data.js'

export const ruleData: typeof original = {
  title: 'Rule data', lead: 'The numbers, answers and lists that rules decide by: those of the whole country, and those of provinces that differ. Once published, forms that stand open are judged by them at the next key press.', filters: 'Filter rule data',
  search: 'Find', searchHint: 'Name, rule number or rule title, such as “age” or “W-06”', place: 'Applies in', country: 'Whole country', group: 'What', groups: { values: 'Numbers, answers and lists', weights: 'How strict rules are' },
  count: '{{place}}: {{count}}', noneMatch: 'No rule data match.', parameter: 'Rule data', inForce: 'In force', ownOf: 'Rule of {{place}}', byCatalogue: 'As the catalogue says', source: 'Source', since: 'Since', always: 'Ever since', differing: 'Provinces that differ',
  unconfirmed: 'Not confirmed', others: 'What other sources say', otherSays: '{{source}}: {{value}}', yes: 'Yes', no: 'No', withdrawn: 'What was published is withdrawn',
  drafts: 'Drafts', draftedBy: 'Drafted by', draftedAt: 'Drafted', value: 'Value', from: 'Valid from', to: 'Valid until', toField: 'Valid until (optional)', noEnd: 'No end',
  back: 'Back to rule data', backTo: 'Back to {{title}}', about: 'About', nothingYet: 'No such code yet', unknown: 'There is no such rule data.', askedBy: 'Rules that ask for it', draft: 'Draft a change', wordsAdd: 'Words of a province are added to those of the whole country.', number: 'Number', numbered: 'no. {{number}}', shipped: 'Shipped', act: 'Act', change: 'Change', changeOf: 'Change what applies in {{place}}',
  history: 'What was published', historyNone: 'Nothing was published yet; what is shipped with the system applies.', notYet: 'Not yet', by: 'By', at: 'At',
  entryAct: 'What to do', acts: { set: 'Set a value', withdraw: 'Withdraw what was published' }, actsTitle: 'What can be done', withdrawMeans: 'From that day on what is shipped with the system applies again, or else what applies in the whole country.',
  saveDraft: 'Save draft', sourceHint: 'Title and number of the document, or its address.', confirmedTick: 'Compared with the original document', wordsHint: 'One word a line, of letters and digits.', othersHint: 'Sources that disagree with what applies: kept for comparison, never decided by.',
  otherNumber: 'Other source {{number}}', otherValue: 'Value of other source {{number}}', otherSource: 'Origin of other source {{number}}', otherRemove: 'Remove other source {{number}}', otherAdd: 'Add another source',
  states: { draft: 'Draft', published: 'Published' }, facts: 'The change', now: 'Now', afterwards: 'Then', drafted: 'Drafted', publishedBy: 'Published', byAt: '{{by}}, {{at}}',
  edited: 'The draft is saved.', publishedNow: 'Published. Forms that stand open are judged by it within seconds.', publishedLater: 'Published; it applies from {{from}}.',
  preview: 'What it does to filings in progress', previewNone: 'No filing is in progress there.', previewSays: 'Filings in progress judged as of {{day}}: {{judged}}. Judged otherwise: {{changed}}.', previewPart: 'Filings in progress: {{total}}; judged of them: {{judged}}.',
  previewByKind: 'By kind and status', previewByRule: 'By rule', kind: 'Kind', status: 'Status', judged: 'Judged', gaining: 'Get findings', stopped: 'Of them stopped', losing: 'Lose findings', rule: 'Rule', severity: 'What follows', gained: 'New', lost: 'Gone',
  severities: { block: 'Stops the filing', reviewer: 'Shown to reviewers', warn: 'Advice' },
  publish: 'Publish', publishMeans: 'It applies from {{from}} to all providers, owners and reviewers. What is published stays in the record and is never changed; only another change replaces or withdraws it.',
  edit: 'Edit draft', discard: 'Discard draft', discardMeans: 'The draft is deleted and cannot be brought back. What is in force stays as it is.',
  codes: {
    title: 'Code tables', lead: 'The codes that forms offer, with their names in both languages. A retired code is not offered any more; what was filed with it keeps its name.', table: 'Table', add: 'Add a code', zh: 'Chinese name', en: 'English name', code: 'Code', codeHint: 'Small letters, digits and hyphens.', state: 'State',
    offered: 'In use', retired: 'Retired', retiredMeans: 'Forms do not offer a retired code, and filings in progress must choose another; what is filed stays.', changeOf: 'Change “{{name}}”', numbered: 'Code {{code}}',
  },
  divisions: {
    title: 'Administrative divisions', lead: 'Cities and counties that forms offer (GB/T 2260), and those that have ended, with their successors. Whoever is filing chooses a successor; what is filed keeps its name.', add: 'Add a division', in: 'Divisions of {{place}}', province: 'Province', city: 'City', allCities: 'All cities',
    name: 'Name', exists: 'Exists', ended: 'Ended', to: 'Now {{to}}', endedTo: '{{name}} ends, now {{to}}', and: ', ', none: 'It has no divisions.', unknownSince: 'Not recorded', codeHint: 'Six digits; that of a city ends with 00.', letters: 'Name in letters', lettersHint: 'Without the kind of place, such as Linping.',
    endedMeans: 'Forms do not offer a division that has ended, and filings in progress choose another; what is filed stays as it is.', successors: 'Successors', successorsHint: 'Where its territory goes; there may be several.', successor: 'Successor {{number}}', successorAdd: 'Add a successor', successorRemove: 'Remove successor {{number}}',
  },
}
