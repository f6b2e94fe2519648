import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface FoldedProps {
  readonly summary: string
  readonly children: ReactNode
}

/** What is there for whoever wants it, closed at first; opens by key, by search in the page and by a link into it. */
export const Folded = ({ summary, children }: FoldedProps) => (
  <Box component="details" sx={{ mb: 3, '&[open] > summary': { mb: 2 } }}>
    <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600, py: 1, width: 'fit-content' }}>{summary}</Box>
    {children}
  </Box>
)
