import type { Paper } from '@icp/contract'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { PaperThumb } from './PaperThumb.js'
import { usePaperText } from './use-paper-text.js'

interface PaperLineProps {
  readonly filingId: string
  readonly paper: Paper
  readonly name: string
  readonly atOnce: boolean
  readonly onOpen: () => void
  /** What can be done with it. */
  readonly children?: ReactNode
}

/** A picture that is there: in small, what it is, and who handed it in. */
export function PaperLine({ children, ...thumb }: PaperLineProps) {
  const { facts, origin } = usePaperText()
  return (
    <Box component="li" sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-start' }}>
      <PaperThumb {...thumb} />
      <Box sx={{ minWidth: 0, flex: '1 1 180px' }}>
        <Typography variant="body2">{facts(thumb.paper)}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{origin(thumb.paper)}</Typography>
        {children && <Box className="no-print" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 0.5 }}>{children}</Box>}
      </Box>
    </Box>
  )
}
