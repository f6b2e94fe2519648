import type { Due, FilingRow } from '@icp/contract'
import { ballOf, courseOf, type FilingKind, type FilingStatus, type Onlooker, receivingBallText } from '@icp/domain'
import { DefinitionRows, Panel, useFormat, useSay } from '@icp/ui'
import { StatusChip } from './StatusChip.js'
import { filled, viewWords } from './words.js'

interface BallPanelProps {
  readonly kind: FilingKind
  readonly status: FilingStatus
  /** `receiving-owner`: who is asked to receive what another owner gives. */
  readonly reader: Onlooker | 'receiving-owner'
  readonly title: string
  /** The running clock. */
  readonly due?: Due | null
  /** When whoever has the ball was urged. */
  readonly urgedAt?: FilingRow['urgedAt']
  /** The provider that applied for it, where that was not the owner. */
  readonly applicant?: FilingRow['applicant']
  /** It ended with what was cancelled by force. */
  readonly endedWithRecord?: FilingRow['endedWithRecord']
}

/** Where this stands, who acts next, until when, and what happens if nobody does, as told to this reader. */
export function BallPanel({ kind, status, reader, title, due, urgedAt, applicant, endedWithRecord }: BallPanelProps) {
  const say = useSay()
  const format = useFormat()
  const course = courseOf({ applicant, endedWithRecord })
  const text = reader === 'receiving-owner' ? receivingBallText(status, course) : ballOf(kind, status, reader, course)
  const untilWhen = say(text.untilWhen)
  const until = due ? format.labelled(untilWhen, due.total === null ? format.dayAndTime(due.at) : format.day(due.at)) : untilWhen
  return (
    <Panel title={title} actions={<StatusChip status={status} />}>
      <DefinitionRows
        rows={[
          ...(applicant ? [{ label: say(viewWords.applicant), value: applicant.name }] : []),
          { label: say(viewWords.meaning), value: say(text.meaning) },
          { label: say(viewWords.whoActs), value: say(text.whoActs) },
          { label: say(viewWords.untilWhen), value: due?.provisional ? format.aside(until, say(viewWords.provisionalDay)) : until },
          { label: say(viewWords.ifNobodyActs), value: urgedAt ? format.sentences(say(text.ifNobodyActs), filled(say(viewWords.urgedOn), { at: format.dayAndTime(urgedAt) })) : say(text.ifNobodyActs) },
        ]}
      />
    </Panel>
  )
}
