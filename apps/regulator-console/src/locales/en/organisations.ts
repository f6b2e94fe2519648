import type { organisations as original } from '../zh-CN/organisations.js'

export const organisations: typeof original = {
  save: 'Save', change: 'Change',
  states: { active: 'Active', suspended: 'Suspended' },
  reasons: { 'licence-ended': 'Licence expired, cancelled or withdrawn', rectification: 'Rectification ordered', 'own-request': 'At its own request', order: 'By order of an authority' },
  fields: {
    name: 'Name', nameEn: 'Name in English', licence: 'Licence number', licenceHint: 'Of the value-added telecommunications licence, such as B1-20261234.', province: 'Province', city: 'City', keywords: 'Search keywords',
    keywordsHint: 'Short names and brands, one a line. Names and their pinyin are found anyway.', ipBlocks: 'Reported IP blocks', ipBlocksHint: 'One public block a line, such as 203.0.113.0/24.',
  },
  providers: {
    title: 'Access providers', lead: 'Owners can choose only providers that are active here. A suspended one takes no new filings; what names it already stays.', add: 'Enter a provider', enter: 'Enter', caption: 'Access providers',
    count: 'Providers: {{total}}', empty: 'No access provider is entered yet.', noneMatch: 'No access provider matches.', filters: 'Filter access providers', search: 'Find', searchHint: 'Name, pinyin, keyword or licence number',
    blocks: 'IP blocks', state: 'State', added: 'Entered',
  },
  provider: {
    back: 'Back to access providers', facts: 'What is kept', place: 'Seat', acts: 'What can be done', change: 'Change', changeTitle: 'Change what is kept', suspend: 'Suspend', resume: 'Resume',
    suspended: 'Suspended since {{since}}', suspendMeans: 'Owners can no longer choose this provider. Filings that were handed in, what is in force, and the accounts of its staff stay as they are.', resumeMeans: 'Owners can choose this provider again.',
    reason: 'Reason', reasonMissing: 'Choose a reason.', done: { change: 'Saved.', suspend: 'Suspended; owners can no longer choose it.', resume: 'Resumed; owners can choose it.' },
  },
  administrations: {
    title: 'Administrations', lead: 'Names and provinces are given by law; how each administration is reached is kept here. Overdue is what is beyond its 20 working days.', name: 'Administration', inReview: 'In review', overdue: 'Overdue', late: '{{count}} late', phone: 'Phone', address: 'Address', website: 'Website', changed: 'Changed', act: 'Act',
    changeOf: 'Change how {{name}} is reached', done: 'Saved how {{name}} is reached.',
  },
}
