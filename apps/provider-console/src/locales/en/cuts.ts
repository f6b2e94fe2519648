import type { cuts as original } from '../zh-CN/cuts.js'

export const cuts: typeof original = {
  title: 'Services to cut', lead: 'Services that an administration has cancelled by force and that you serve. Stop serving them, then acknowledge it.', filters: 'Filter services to cut', show: 'Show', shown: { open: 'To be acknowledged', done: 'Acknowledged' },
  count: 'Services: {{total}}', none: 'There is nothing that you have to cut.', noneDone: 'Nothing was acknowledged yet.',
  choose: 'Choose', chooseOf: 'Choose {{number}}', chooseAll: 'Choose all of this page', acknowledgeChosen: 'Acknowledge as cut ({{count}})', acknowledge: 'It is cut', acknowledgeOf: 'It is cut: {{number}}', sending: 'Sending…',
  service: 'Service', why: 'Reason and ground', due: 'By', stands: 'Standing', orderedBy: 'Ordered by the administration of {{province}}', done: 'Acknowledged: {{count}}',
}
