import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface DefinitionRow {
  readonly label: string
  /** Nothing is drawn as `emptyText`. */
  readonly value: ReactNode
  readonly action?: ReactNode
}

export interface DefinitionRowsProps {
  readonly rows: readonly DefinitionRow[]
  /** Such as "Not provided". */
  readonly emptyText?: string
}

const isNothing = (value: ReactNode) => value === undefined || value === null || value === '' || value === false

/** Names and values; beside each other when there is room, under each other on a phone. */
export const DefinitionRows = ({ rows, emptyText = '-' }: DefinitionRowsProps) => (
  <Box component="dl" sx={{ m: 0 }}>
    {rows.map((row, index) => (
      <Box
        key={`${row.label}-${index}`}
        sx={{
          display: 'grid', gridTemplateColumns: { xs: '1fr auto', sm: 'minmax(140px, 30%) 1fr auto' }, columnGap: 2, rowGap: 0.25, py: 1.25, alignItems: 'baseline',
          borderBottom: 1, borderColor: 'divider', '&:last-of-type': { borderBottom: 0 }, breakInside: 'avoid',
        }}
      >
        <Box component="dt" sx={{ color: 'text.secondary', fontSize: '.95rem', gridColumn: { xs: '1 / 2', sm: 'auto' } }}>{row.label}</Box>
        <Box component="dd" sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere', gridColumn: { xs: '1 / -1', sm: 'auto' }, gridRow: { xs: 2, sm: 'auto' } }}>
          {isNothing(row.value) ? <Box component="span" sx={{ color: 'text.secondary' }}>{emptyText}</Box> : row.value}
        </Box>
        {row.action && <Box component="dd" className="no-print" sx={{ m: 0, gridColumn: { xs: '2', sm: 'auto' }, gridRow: { xs: 1, sm: 'auto' } }}>{row.action}</Box>}
      </Box>
    ))}
  </Box>
)
