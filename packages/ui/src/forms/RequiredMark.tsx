import Box from '@mui/material/Box'

/** A seal-red star drawn by style only: the input says `aria-required`, and the label's text stays the label. */
export const RequiredMark = () => (
  <Box component="span" aria-hidden="true" sx={{ '&::after': { content: '"*" / ""', color: 'secondary.main', marginInlineStart: '.3em' } }} />
)
