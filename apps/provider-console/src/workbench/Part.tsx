import { Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** One part of the workbench: a panel that a link of the contents leads to and that the keys j and k step over. */
export const Part = ({ id, title, children }: PartProps) => (
  <Box id={id} data-part="" tabIndex={-1} sx={{ scrollMarginTop: 16, '&:focus': { outlineOffset: 4 } }}>
    <Panel title={title}>{children}</Panel>
  </Box>
)
