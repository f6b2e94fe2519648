import Box from '@mui/material/Box'

/** A second line in a cell, quieter than the first. A block and no `span`: those are marks to `DataRows`, and their words are not broken. */
export const Small = ({ children }: { readonly children: string }) => <Box sx={{ color: 'text.secondary', fontSize: '.9rem', fontWeight: 400, overflowWrap: 'anywhere' }}>{children}</Box>
