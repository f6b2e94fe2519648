import Box from '@mui/material/Box'

/** A filing number. Where there is no room for it, it breaks once, before its digits: `京ICP备` / `2026000001号-1`. */
export function FilingNumber({ text }: { readonly text: string }) {
  const digits = text.search(/\d/)
  return <Box component="span" sx={{ wordBreak: 'keep-all', overflowWrap: 'normal' }}>{text.slice(0, Math.max(digits, 0))}<wbr />{text.slice(Math.max(digits, 0))}</Box>
}
