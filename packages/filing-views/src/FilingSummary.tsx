import { type FilingContent, summaryOf, type SummaryGroup } from '@icp/domain'
import { Panel, useSay } from '@icp/ui'
import type { ReactNode } from 'react'
import { type Reveal, type Revealable, useReveal } from './reveal/use-reveal.js'
import { SummaryRows } from './SummaryRows.js'

export interface FilingSummaryProps {
  readonly content: FilingContent
  /** Of which filing certificate numbers, phones and mail, masked in `content`, may be asked for. */
  readonly reveal?: Revealable
  /** Paths that were corrected since finish. */
  readonly changed?: ReadonlySet<string>
  /** What to offer at a part, such as a change link. */
  readonly actionOf?: (group: SummaryGroup) => ReactNode
  /** What stands beside one field, such as a remark button. */
  readonly besideOf?: (path: string) => ReactNode
  /** What stands under the value of one field, such as what a reviewer said of it. */
  readonly underOf?: (path: string) => ReactNode
  /** What is said of a value that this reader does not get. */
  readonly insteadOf?: (path: string) => ReactNode
}

/** Everything that a filing says, grouped subject → website → access, in the order of the forms. */
export function FilingSummary({ reveal, ...shared }: FilingSummaryProps) {
  return reveal ? <RevealingSummary of={reveal} {...shared} /> : <SummaryParts reveal={undefined} {...shared} />
}

type SharedProps = Omit<FilingSummaryProps, 'reveal'>

function RevealingSummary({ of, ...shared }: SharedProps & { readonly of: Revealable }) {
  const reveal = useReveal(of)
  return <><SummaryParts reveal={reveal} {...shared} />{reveal?.window}</>
}

const SummaryParts = (shared: SharedProps & { readonly reveal: Reveal | undefined }) =>
  summaryOf(shared.content).map((group) => <SummaryPart key={group.path || 'all'} group={group} level={2} {...shared} />)

interface SummaryPartProps extends SharedProps {
  readonly reveal: Reveal | undefined
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
