import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useEffect } from 'react'
import { useProductName } from '../theme/UiProvider.js'

export interface PageHeadingProps {
  /** The heading's words. */
  readonly children: string
  /** Stands before the title in the browser's tab only, such as "Error:" after a failed submit. */
  readonly titlePrefix?: string
  /** One or two sentences under the heading. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}

/** The page's one h1. The document's title says the same, ended by the product's name. */
export function PageHeading({ children: title, titlePrefix = '', lead, actions }: PageHeadingProps) {
  const product = useProductName()
  useEffect(() => {
    document.title = `${titlePrefix ? `${titlePrefix} ` : ''}${title}${product ? ` - ${product}` : ''}`
  }, [title, titlePrefix, product])
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', justifyContent: 'space-between', mb: 3 }}>
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="h1" tabIndex={-1} id="page-title" sx={{ '&:focus': { outline: 'none', boxShadow: 'none' } }}>{title}</Typography>
        {lead && <Typography component="div" sx={{ color: 'text.secondary', mt: 1, maxWidth: 720 }}>{lead}</Typography>}
      </Box>
      {actions && <Box sx={{ display: { xs: 'contents', sm: 'flex' }, flexWrap: 'wrap', gap: 1.5 }}>{actions}</Box>}
    </Box>
  )
}
