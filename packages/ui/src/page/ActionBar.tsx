import Box from '@mui/material/Box'
import { type ReactNode, useEffect, useRef } from 'react'

/**
 * The acts of a page, in a bar that stays at the lower edge of the window. The page keeps as much room free when it scrolls to what has
 * the focus, so that the bar never covers it (WCAG 2.4.11).
 */
export function ActionBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = document.documentElement
    const before = root.style.scrollPaddingBottom
    const keepFree = () => { root.style.scrollPaddingBottom = `${(bar.current?.offsetHeight ?? 0) + 24}px` }
    keepFree()
    const watch = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(keepFree)
    if (bar.current) watch?.observe(bar.current)
    return () => {
      watch?.disconnect()
      root.style.scrollPaddingBottom = before
    }
  }, [])
  return (
    <Box
      ref={bar} role="region" aria-label={label} className="no-print"
      sx={{
        position: 'sticky', bottom: 0, zIndex: 3, display: 'flex', flexWrap: 'wrap', gap: { xs: 1, sm: 1.5 }, alignItems: 'center', mx: { xs: -1, sm: 0 }, mt: 3, p: { xs: 1, sm: 1.5 },
        bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, boxShadow: 6, '& > button': { flex: { xs: '1 1 auto', sm: '0 0 auto' }, whiteSpace: 'nowrap' },
      }}
    >
      {children}
    </Box>
  )
}
