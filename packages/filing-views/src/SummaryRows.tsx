import { displayValue, type FieldRow, type FilingContent, isMaskedField } from '@icp/domain'
import { DefinitionRows, StatusMark, useSay, useUiLanguage } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { domainBothWays } from './domain-forms.js'
import type { Reveal } from './reveal/use-reveal.js'
import { useNames } from './use-names.js'
import { viewWords } from './words.js'

interface SummaryRowsProps {
  readonly rows: readonly FieldRow[]
  readonly content: FilingContent
  /** Where masked values may be asked for. */
  readonly reveal?: Reveal | undefined
  readonly changed?: ReadonlySet<string>
  readonly besideOf?: (path: string) => ReactNode
  readonly underOf?: (path: string) => ReactNode
  readonly insteadOf?: (path: string) => ReactNode
}

/** A value that stays masked until its reader asks for it. The button says of which field it is. */
function Masked({ path, label, masked, reveal }: { readonly path: string; readonly label: string; readonly masked: string; readonly reveal: Reveal }) {
  const say = useSay()
  const value = reveal.valueAt(path, masked)
  const word = value === undefined ? viewWords.show : viewWords.hide
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <span>{value ?? masked}</span>
      <Button
        size="small" variant="text" className="no-print" loading={reveal.isBusy(path)} aria-label={`${say(word)}: ${label}`}
        onClick={() => reveal.toggle(path, label, masked)}
      >
        {say(word)}
      </Button>
    </Box>
  )
}

/** The fields of one part with their values as people read them. */
export function SummaryRows({ rows, content, reveal, changed, besideOf, underOf, insteadOf }: SummaryRowsProps) {
  const say = useSay()
  const language = useUiLanguage() === 'en' ? 'en' : 'zh'
  const names = useNames()
  const valueOf = (row: FieldRow): ReactNode => {
    const text = displayValue(row.path, content, language, names)
    if (text === '') return ''
    if (reveal && isMaskedField(row.path)) return <Masked path={row.path} label={say(row.label)} masked={text} reveal={reveal} />
    return row.value.type === 'domain' ? domainBothWays(text) : text
  }
  // A whole access that was added stands for all of its fields.
  const isChanged = (path: string) => [...changed ?? []].some((one) => path === one || path.startsWith(`${one}.`))
  const marked = (row: FieldRow): ReactNode => (isChanged(row.path)
    ? (
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        {valueOf(row) || say(viewWords.notProvided)}<StatusMark tone="warn" text={say(viewWords.changed)} />
      </Box>
    )
    : valueOf(row))
  const withNote = (row: FieldRow): ReactNode => {
    const kept = insteadOf?.(row.path)
    if (kept) return <Box component="span" sx={{ color: 'text.secondary' }}>{kept}</Box>
    const note = underOf?.(row.path)
    return note ? <>{marked(row) || say(viewWords.notProvided)}{note}</> : marked(row)
  }
  return (
    <DefinitionRows
      emptyText={say(viewWords.notProvided)}
      rows={rows.map((row) => ({ label: say(row.label), value: withNote(row), action: besideOf?.(row.path) }))}
    />
  )
}
