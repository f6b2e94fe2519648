import type { RuleChange } from '@icp/contract'
import { accountNameShown, sourceText } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { DataRows, StatusMark, useFormat, useSay } from '@icp/ui'
import { Link } from '@tanstack/react-router'
import { ruleChangePath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { useEntryText } from './use-entry-text.js'

interface ChangeTableProps {
  readonly caption: string
  readonly changes: readonly RuleChange[]
  readonly today: string
}

/** Changes of one parameter or table, newest first: drafts, or what was published with who did it and when. */
export function ChangeTable({ caption, changes, today }: ChangeTableProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const textOf = useEntryText()
  return (
    <DataRows
      caption={caption} rows={changes} rowKey={({ id }) => id} cardsBelow={900}
      columns={[
        { id: 'place', heading: t('ruleData.about'), main: true, cell: ({ id, entry, published }) => <Link to={ruleChangePath(id)}>{published ? format.aside(textOf(entry).place, t('ruleData.numbered', { number: published.number })) : textOf(entry).place}</Link> },
        { id: 'value', heading: t('ruleData.value'), minWidth: 140, cell: ({ entry }) => textOf(entry).value },
        {
          id: 'from', heading: t('ruleData.from'), whole: true,
          cell: ({ entry }) => <>{format.isoDay(entry.from)} {entry.from > today && <StatusMark tone="progress" text={t('ruleData.notYet')} />}</>,
        },
        { id: 'to', heading: t('ruleData.to'), whole: true, cell: ({ entry }) => (entry.to ? format.isoDay(entry.to) : t('ruleData.noEnd')) },
        { id: 'source', heading: t('ruleData.source'), minWidth: 160, cell: ({ entry }) => say(sourceText(entry.source)) },
        { id: 'by', heading: t('ruleData.by'), cell: ({ draftedBy, published }) => say(accountNameShown(published?.by ?? draftedBy)) },
        { id: 'at', heading: t('ruleData.at'), cell: ({ draftedAt, published }) => <Moment at={published?.at ?? draftedAt} /> },
      ]}
    />
  )
}
