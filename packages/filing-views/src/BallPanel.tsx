import type { Due } from '@icp/contract'
import { ballTexts, type FilingStatus, type Onlooker } from '@icp/domain'
import { DefinitionRows, Panel, useFormat, useSay } from '@icp/ui'
import { StatusChip } from './StatusChip.js'
import { viewWords } from './words.js'

interface BallPanelProps {
  readonly status: FilingStatus
  readonly reader: Onlooker
  readonly title: string
  /** The running clock. */
  readonly due?: Due | null
}

/** Where this stands, who acts next, until when, and what happens if nobody does, as told to this reader. */
export function BallPanel({ status, reader, title, due }: BallPanelProps) {
  const say = useSay()
  const format = useFormat()
  const text = ballTexts[status][reader]
  const untilWhen = say(text.untilWhen)
  return (
    <Panel title={title} actions={<StatusChip status={status} />}>
      <DefinitionRows
        rows={[
          { label: say(viewWords.meaning), value: say(text.meaning) },
          { label: say(viewWords.whoActs), value: say(text.whoActs) },
          { label: say(viewWords.untilWhen), value: due ? format.labelled(untilWhen, due.total === null ? format.dayAndTime(due.at) : format.day(due.at)) : untilWhen },
          { label: say(viewWords.ifNobodyActs), value: say(text.ifNobodyActs) },
        ]}
      />
    </Panel>
  )
}
