import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** One sentence that says why nothing is here. */
  readonly text: string
  /** The one act that fills it. */
  readonly action?: ReactNode
}

export const EmptyState = ({ text, action }: EmptyStateProps) => (
  <Box sx={{ border: '1px dashed', borderColor: 'divider', borderRadius: 1, px: 2, py: 5, textAlign: 'center', bgcolor: 'background.paper', mb: 3 }}>
    <Typography sx={{ color: 'text.secondary', mb: action ? 2 : 0 }}>{text}</Typography>
    {action}
  </Box>
)
