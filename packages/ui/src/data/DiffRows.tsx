import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { tones } from '../theme/palette.js'
import { DataRows } from './DataRows.js'

export interface DiffRow {
  readonly label: string
  readonly before: ReactNode
  readonly after: ReactNode
}

export interface DiffRowsProps {
  readonly rows: readonly DiffRow[]
  /** Names the table. */
  readonly caption: string
  readonly headings: { readonly label: string; readonly before: string; readonly after: string }
  /** Instead of an empty value, such as "empty". */
  readonly emptyText: string
}

const orEmpty = (value: ReactNode, emptyText: string) => (value === undefined || value === null || value === '' ? <Box component="span" sx={{ color: 'text.secondary' }}>{emptyText}</Box> : value)

/** What changed, old beside new. The old value is struck through and the new one bold: readable without colour. */
export const DiffRows = ({ rows, caption, headings, emptyText }: DiffRowsProps) => (
  <DataRows
    caption={caption}
    rows={rows}
    rowKey={(row) => row.label}
    columns={[
      { id: 'label', heading: headings.label, main: true, cell: (row) => row.label },
      { id: 'before', heading: headings.before, cell: (row) => <Box component="del" sx={{ bgcolor: tones.bad.wash, color: tones.bad.word, px: 0.5 }}>{orEmpty(row.before, emptyText)}</Box> },
      { id: 'after', heading: headings.after, cell: (row) => <Box component="ins" sx={{ bgcolor: tones.good.wash, color: tones.good.word, px: 0.5, fontWeight: 600, textDecoration: 'none' }}>{orEmpty(row.after, emptyText)}</Box> },
    ]}
  />
)
