import { Answered, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { RegisterSubjectView } from '@icp/contract'
import { choicesOnRecord, type FilingKind } from '@icp/domain'
import { LabelledRadios, LabelledSelect, Panel } from '@icp/ui'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { NotYet } from '../shared/NotYet.js'
import { ChosenKind } from './ChosenKind.js'

/** The questions: about which record, and what is wanted. The kind of filing is named by the answer, never asked. */
export function Finder() {
  const records = useAnswer('listOwnRecords', {}, { refetchInterval: 10_000 })
  return (
    <Answered answer={records}>
      {({ rows }) => {
        const live = rows.filter((record) => record.state === 'in-force')
        return live.length > 0 ? <Questions records={live} /> : <NotYet />
      }}
    </Answered>
  )
}

function Questions({ records }: { readonly records: readonly RegisterSubjectView[] }) {
  const t = useText()
  const say = useSay()
  const { record: asked } = useSearch({ strict: false }) as { record?: string }
  const [recordId, setRecordId] = useState(asked ?? '')
  const [kind, setKind] = useState<FilingKind | ''>('')
  const record = records.find((one) => one.id === recordId) ?? records[0]
  if (!record) return null
  const options = [
    ...choicesOnRecord.map((choice) => ({ value: choice.kind as string, text: say(choice.wish), hint: say(choice.hint) })),
    { value: 'new-subject', text: t('finder.anotherSubject'), hint: t('finder.anotherSubjectHint') },
  ]
  return (
    <>
      <Panel>
        {records.length > 1 && (
          <LabelledSelect id="finder-record" label={t('finder.which')} value={record.id} onChange={setRecordId} options={records.map((one) => ({ value: one.id, text: `${one.number} · ${one.name}` }))} />
        )}
        <LabelledRadios id="finder-wish" label={t('finder.wish', { number: record.number })} required value={kind} onChange={(next) => setKind(next as FilingKind)} options={options} />
      </Panel>
      {kind !== '' && <ChosenKind key={`${record.id} ${kind}`} kind={kind} record={record} />}
    </>
  )
}
