import type { AuditEntry } from '@icp/contract'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useConsoleText } from '../text.js'

/** Some entries name a whole page of a list; folded after so many, one does not push the others off the screen. */
const shown = 3

/** What an entry says besides who, what and about what: a line for each value, as it stands in the chain; digests of rows are for a program, and folded whole. */
export function EntryDetail({ detail }: Pick<AuditEntry, 'detail'>) {
  const values = Object.entries(detail)
  return values.length === 0 ? <>—</> : <>{values.map(([name, value]) => <Box key={name}><Value name={name} value={value} /></Box>)}</>
}

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const t = useConsoleText()
  if (typeof value !== 'object' || value === null) return <Code>{name}: {written(value)}</Code>
  if (!Array.isArray(value)) return <Folded summary={`${name} (${Object.keys(value).length})`} parts={Object.entries(value).map(([part, said]) => `${part} ${written(said)}`)} />
  const [first, rest] = [value.slice(0, shown), value.slice(shown)]
  return (
    <>
      <Code>{name}: {first.map(written).join(', ') || '—'}</Code>
      {rest.length > 0 && <Folded summary={t('audit.entries.more', { n: rest.length })} parts={rest.map(written)} />}
    </>
  )
}

const Folded = ({ summary, parts }: { readonly summary: string; readonly parts: readonly string[] }) => (
  <details>
    <Box component="summary" sx={{ cursor: 'pointer', fontSize: '.82rem', minHeight: 24 }}>{summary}</Box>
    <Code>{parts.join(', ')}</Code>
  </details>
)

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export const Code = ({ children }: { readonly children: ReactNode }) => <Box component="code" sx={{ overflowWrap: 'anywhere', fontSize: '.82rem' }}>{children}</Box>
