import type { AuditEntry } from '@icp/contract'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useConsoleText } from '../text.js'

/** Some entries name a whole page of a list; folded after so many, one does not push the others off the screen. */
const shown = 3

/** What an entry says besides who, what and about what: a line for each value, as it stands in the chain. */
export function EntryDetail({ detail }: Pick<AuditEntry, 'detail'>) {
  const values = Object.entries(detail)
  return values.length === 0 ? <>—</> : <>{values.map(([name, value]) => <Box key={name}><Value name={name} value={value} /></Box>)}</>
}

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const t = useConsoleText()
  const parts = partsOf(value)
  const rest = parts.slice(shown)
  return (
    <>
      <Code>{name}: {parts.slice(0, shown).join(', ') || '—'}</Code>
      {rest.length > 0 && (
        <details>
          <summary>{t('audit.entries.more', { n: rest.length })}</summary>
          <Code>{rest.join(', ')}</Code>
        </details>
      )}
    </>
  )
}

const partsOf = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [written(value)]
  return Array.isArray(value) ? value.map(written) : Object.entries(value).map(([name, part]) => `${name} ${written(part)}`)
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

export const Code = ({ children }: { readonly children: ReactNode }) => <Box component="code" sx={{ overflowWrap: 'anywhere', fontSize: '.82rem' }}>{children}</Box>
