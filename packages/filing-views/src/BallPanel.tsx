import { ballTexts, type FilingStatus, type Onlooker } from '@icp/domain'
import { DefinitionRows, Panel, useSay } from '@icp/ui'
import { StatusChip } from './StatusChip.js'
import { viewWords } from './words.js'

/** Where this stands, who acts next, until when, and what happens if nobody does, as told to this reader. */
export function BallPanel({ status, reader, title }: { readonly status: FilingStatus; readonly reader: Onlooker; readonly title: string }) {
  const say = useSay()
  const text = ballTexts[status][reader]
  return (
    <Panel title={title} actions={<StatusChip status={status} />}>
      <DefinitionRows
        rows={[
          { label: say(viewWords.meaning), value: say(text.meaning) },
          { label: say(viewWords.whoActs), value: say(text.whoActs) },
          { label: say(viewWords.untilWhen), value: say(text.untilWhen) },
          { label: say(viewWords.ifNobodyActs), value: say(text.ifNobodyActs) },
        ]}
      />
    </Panel>
  )
}
