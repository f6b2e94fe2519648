import type { HistoryEvent } from '@icp/contract'
import { type Bilingual, historyWord } from '@icp/domain'
import { DataRows, useFormat, useSay } from '@icp/ui'
import { StatusChip } from './StatusChip.js'
import { useActorName } from './use-actor-name.js'
import { viewWords } from './words.js'

const headings = {
  at: { zh: '时间', en: 'When' }, by: { zh: '办理人', en: 'Who' }, what: { zh: '操作', en: 'What' }, status: { zh: '之后状态', en: 'Status after' }, note: { zh: '说明', en: 'Note' },
} satisfies Record<string, Bilingual>

/** Every step of a filing as it was recorded, newest last. */
export function HistoryLog({ events }: { readonly events: readonly HistoryEvent[] }) {
  const say = useSay()
  const format = useFormat()
  const nameOf = useActorName()
  return (
    <DataRows
      caption={say(viewWords.history)} rows={events} rowKey={(event) => `${event.at}-${event.action}-${event.by.name}`}
      columns={[
        { id: 'what', heading: say(headings.what), main: true, whole: true, cell: (event) => say(historyWord(event.action)) },
        { id: 'at', heading: say(headings.at), whole: true, cell: (event) => <time dateTime={event.at}>{format.dateTime(event.at)}</time> },
        { id: 'by', heading: say(headings.by), cell: (event) => nameOf(event.by) },
        { id: 'status', heading: say(headings.status), cell: (event) => <StatusChip status={event.status} /> },
        { id: 'note', heading: say(headings.note), cell: (event) => event.note ?? '' },
      ]}
    />
  )
}
