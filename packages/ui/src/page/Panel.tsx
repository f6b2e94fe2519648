import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

export interface PanelProps {
  readonly title?: ReactNode
  /** Rank of the title, 2 by default. */
  readonly level?: 2 | 3 | 4
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Makes the sheet a target of links, such as those of an error summary. */
  readonly id?: string
}

/** A sheet on the ground. With a title it is a named region. */
export function Panel({ title, level = 2, actions, children, id }: PanelProps) {
  const made = useId()
  const titleId = `${id ?? made}-title`
  return (
    <Paper
      variant="outlined"
      component={title ? 'section' : 'div'}
      {...(id ? { id, tabIndex: -1 } : {})}
      {...(title ? { 'aria-labelledby': titleId } : {})}
      sx={{ p: { xs: 2, sm: 3 }, mb: 3, boxShadow: 1, scrollMarginTop: 96, minWidth: 0, '& > *:last-child:not(.panel-head)': { mb: 0 } }}
    >
      {(title || actions) && (
        <Box className="panel-head" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: 'space-between', alignItems: 'center', mb: 2 }}>
          {title && <Typography id={titleId} component={`h${level}`} variant={`h${level}`}>{title}</Typography>}
          {actions && <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>{actions}</Box>}
        </Box>
      )}
      {children}
    </Paper>
  )
}
