import type { hollow as original } from '../zh-CN/hollow.js'

export const hollow: typeof original = {
  title: 'Hollow records',
  lead: 'A website, app, mini program or quick app without an access is hollow, and so is a subject that has none of them. {{days}} days after its owner was told, and while no filing is on its way, it may be cleared; its number ends and is never given again.',
  caption: 'Hollow subjects and services', count: 'Hollow: {{total}}', empty: 'Nothing in the province is hollow.', noneMatch: 'Nothing matches.',
  kind: 'Kind', kinds: { service: 'Hollow service (website, app …)', subject: 'Hollow subject' }, hollowOne: 'Hollow {{what}}',
  what: 'Service or subject', since: 'Hollow since', told: 'Owner told', standing: 'Standing', until: 'May be cleared',
  standings: { found: 'Owner to be told', told: 'Told, days run', stopped: 'A filing is on its way', due: 'May be cleared' },
  notTold: 'Not yet',
  choose: 'Choose', chooseOf: 'Choose {{number}}', chooseAll: 'Choose all of this page that may be cleared', clearChosen: 'Clear those chosen ({{count}})',
  filters: 'Filter what is hollow', confirm: {
    title: 'Clear what is chosen ({{count}})', text: 'These numbers end and are never given again. E-certificates end or are issued anew, and the owners are told. It cannot be undone.', list: 'Numbers that end', button: 'Clear them',
  },
  result: { title: 'What became of them', caption: 'The result of each', cleared: 'Cleared', refused: 'Not cleared', gone: 'Not in the list any more', number: 'Number', outcome: 'Result', text: 'Why', ended: '{{numbers}} ended' },
}
