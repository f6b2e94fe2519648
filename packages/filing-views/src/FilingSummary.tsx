import { type FilingContent, summaryOf, type SummaryGroup } from '@icp/domain'
import { Panel, useSay } from '@icp/ui'
import type { ReactNode } from 'react'
import { SummaryRows } from './SummaryRows.js'

export interface FilingSummaryProps {
  readonly content: FilingContent
  /** Whether certificate numbers, phones and mail stand masked until "show" is pressed. */
  readonly masked?: boolean
  /** Paths that were corrected since finish. */
  readonly changed?: ReadonlySet<string>
  /** What to offer at a part, such as a change link. */
  readonly actionOf?: (group: SummaryGroup) => ReactNode
  /** What stands beside one field, such as a remark button. */
  readonly besideOf?: (path: string) => ReactNode
  /** What stands under the value of one field, such as what a reviewer said of it. */
  readonly underOf?: (path: string) => ReactNode
}

/** Everything that a filing says, grouped subject → website → access, in the order of the forms. */
export function FilingSummary({ content, ...shared }: FilingSummaryProps) {
  return <>{summaryOf(content).map((group) => <SummaryPart key={group.path || 'all'} group={group} content={content} level={2} {...shared} />)}</>
}

interface SummaryPartProps extends FilingSummaryProps {
  readonly group: SummaryGroup
  readonly level: 2 | 3 | 4
}

function SummaryPart({ group, level, ...shared }: SummaryPartProps) {
  const say = useSay()
  return (
    <Panel title={say(group.title)} level={level} actions={shared.actionOf?.(group)} id={`part-${group.path.replaceAll('.', '-') || 'all'}`}>
      <SummaryRows rows={group.rows} {...shared} />
      {group.groups.map((part) => <SummaryPart key={part.path} group={part} level={level === 2 ? 3 : 4} {...shared} />)}
    </Panel>
  )
}
