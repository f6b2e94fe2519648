import type { FieldChange } from '@icp/contract'
import { type FilingContent, summaryOf, type SummaryGroup } from '@icp/domain'
import { Folded, Panel, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { differenceAt, partsWhere, rowsWithin } from './differing-parts.js'
import { Revealing } from './reveal/Revealing.js'
import type { Reveal, Revealable } from './reveal/use-reveal.js'
import { SummaryRows } from './SummaryRows.js'
import { useNames } from './use-names.js'
import { filled, viewWords } from './words.js'

export interface FilingSummaryProps {
  readonly content: FilingContent
  /** Of which filing certificate numbers, phones and mail, masked in `content`, may be asked for. */
  readonly reveal?: Revealable
  /** Where it differs from the register: that is shown, and the rest is folded. */
  readonly differences?: readonly FieldChange[]
  /** The differences are in force: what they say of before is gone from the register. */
  readonly carriedOut?: boolean
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
  return <Revealing of={reveal}>{(asked) => <SummaryParts reveal={asked} {...shared} />}</Revealing>
}

type SharedProps = Omit<FilingSummaryProps, 'reveal'>

type PartsProps = SharedProps & { readonly reveal: Reveal | undefined }

function SummaryParts({ differences, carriedOut = false, ...shared }: PartsProps) {
  const names = useNames()
  return differences && differences.length > 0
    ? <DifferingParts differences={differences} carriedOut={carriedOut} {...shared} />
    : summaryOf(shared.content, names).map((group) => <SummaryPart key={group.path || 'all'} group={group} level={2} {...shared} />)
}

/** What differs with what is filed under each field; everything else of the filing folded, since the register has it like this already, or had. */
function DifferingParts({ differences, carriedOut, underOf, ...shared }: PartsProps & { readonly differences: readonly FieldChange[]; readonly carriedOut: boolean }) {
  const say = useSay()
  const groups = summaryOf(shared.content, useNames())
  const differing = partsWhere(groups, (row) => differenceAt(differences, row.path) !== undefined)
  const same = partsWhere(groups, (row) => differenceAt(differences, row.path) === undefined)
  const filed = (path: string): ReactNode => {
    const own = differences.find((one) => one.path === path)
    const note = underOf?.(path)
    if (!own) return note
    return <><Box sx={{ color: 'text.secondary', fontSize: '.94rem' }}>{filled(say(carriedOut ? viewWords.changedFrom : viewWords.filedBefore), { value: own.before || say(viewWords.empty) })}</Box>{note}</>
  }
  return (
    <>
      {differing.map((group) => <SummaryPart key={group.path} group={group} level={2} {...shared} underOf={filed} />)}
      {same.length > 0 && (
        <Folded summary={filled(say(carriedOut ? viewWords.unchanged : viewWords.asFiled), { count: rowsWithin(same) })}>
          {same.map((group) => <SummaryPart key={group.path} group={group} level={3} idSuffix="-filed" {...shared} {...(underOf ? { underOf } : {})} />)}
        </Folded>
      )}
    </>
  )
}

interface SummaryPartProps extends Omit<SharedProps, 'differences' | 'carriedOut'> {
  readonly reveal: Reveal | undefined
  readonly group: SummaryGroup
  readonly level: 2 | 3 | 4
  /** Sets the parts of the same name apart. */
  readonly idSuffix?: string
}

function SummaryPart({ group, level, idSuffix = '', ...shared }: SummaryPartProps) {
  const say = useSay()
  return (
    <Panel title={say(group.title)} level={level} actions={shared.actionOf?.(group)} id={`part-${group.path.replaceAll('.', '-') || 'all'}${idSuffix}`}>
      <SummaryRows rows={group.rows} {...shared} />
      {group.groups.length > 0 && <Box sx={{ height: 16 }} />}
      {group.groups.map((part) => <SummaryPart key={part.path} group={part} level={level === 2 ? 3 : 4} idSuffix={idSuffix} {...shared} />)}
    </Panel>
  )
}
