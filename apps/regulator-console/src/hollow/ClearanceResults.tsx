import type { Clearance, HollowRow } from '@icp/contract'
import { DataRows, IntoView, Panel, StatusMark, type Tone, useFormat, useSay } from '@icp/ui'
import { useConsoleText } from '../text.js'
import { numberOf } from './hollow-number.js'

const tones: Readonly<Record<Clearance['outcome'], Tone>> = { cleared: 'good', refused: 'bad', gone: 'neutral' }

/** What became of each of a batch. */
export function ClearanceResults({ results, rows }: { readonly results: readonly Clearance[]; readonly rows: readonly HollowRow[] }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const nameOf = (id: string) => {
    const row = rows.find((one) => one.id === id)
    return row ? numberOf(row) : ''
  }
  return (
    <IntoView>
      <Panel title={t('hollow.result.title')}>
        <DataRows
          caption={t('hollow.result.caption')} rows={results} rowKey={({ id }) => id}
          columns={[
            { id: 'number', heading: t('hollow.result.number'), main: true, cell: ({ id }) => nameOf(id) },
            { id: 'outcome', heading: t('hollow.result.outcome'), cell: ({ outcome }) => <StatusMark tone={tones[outcome]} text={t(`hollow.result.${outcome}`)} /> },
            { id: 'text', heading: t('hollow.result.text'), cell: ({ text, numbers }) => (text ? say(text) : numbers.length > 0 && t('hollow.result.ended', { numbers: format.list(numbers) })) },
          ]}
        />
      </Panel>
    </IntoView>
  )
}
