import Box from '@mui/material/Box'

/** The text of one option with its hint under it, level with the mark at its side. */
export const OptionWords = ({ text, hint }: { readonly text: string; readonly hint?: string }) => (
  <Box component="span" sx={{ display: 'block', pt: '9px' }}>
    {text}
    {hint && <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '.9rem' }}>{hint}</Box>}
  </Box>
)
