import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { Panel } from './Panel.js'

export interface PagePartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** One part of a long page: a panel that PageContents leads to; `[data-part]` lets shortcuts step from part to part. */
export const PagePart = ({ id, title, children }: PagePartProps) => (
  <Box id={id} data-part="" tabIndex={-1} sx={{ scrollMarginTop: 16, '&:focus': { outlineOffset: 4 } }}>
    <Panel title={title}>{children}</Panel>
  </Box>
)
