import type { blacklist as original } from '../zh-CN/blacklist.js'

export const blacklist: typeof original = {
  title: 'Blacklist',
  lead: 'Subjects and domains that may not be filed. A domain is told of while it is typed; a subject at finish only, and without the reason. An entry is never removed, only lifted; its certificate number is erased 90 days after that, or after its last day.',
  add: 'Add to the blacklist', enter: 'Add', caption: 'Entries of the blacklist', count: 'Entries: {{total}}', empty: 'The blacklist is empty.', noneMatch: 'No entry matches.',
  filters: 'Filter the blacklist', search: 'Find', searchHint: 'A part of a domain',
  erased: 'Certificate number erased, as its time was over',
  kinds: { subject: 'Subject', domain: 'Domain' },
  standings: { planned: 'Not yet in force', 'in-force': 'In force', over: 'Over', lifted: 'Lifted' },
  fields: {
    kind: 'Kind', certificateType: 'Type of certificate', certificateNumber: 'Certificate number', domain: 'Domain', domainHint: 'The registrable domain, such as example.com.',
    reason: 'Reason', reasonHint: 'Only system administrators see it. Enter nothing personal.', source: 'Document', sourceHint: 'Such as the number of the decision.',
    validFrom: 'First day', validUntil: 'Last day', validUntilHint: 'Leave it empty if the entry is for good.',
  },
  who: 'Subject or domain', why: 'Reason and document', days: 'Days', standing: 'Standing', by: 'Entered by', act: 'Act',
  from: 'From {{from}}', fromTo: '{{from}} to {{until}}', addedBy: 'Added by {{name}}', liftedBy: 'Lifted by {{name}}',
  lift: 'Lift', liftOf: 'Lift: {{what}}', liftMeans: 'Once lifted it may be filed again. That is written into the audit log, and the entry stays.',
  done: { add: 'Added to the blacklist.', lift: 'Lifted.' },
}
