import Box from '@mui/material/Box'
import { type ReactNode, useEffect, useRef } from 'react'

/** Brings what has just appeared into view and gives it the focus, such as the outcome of an act whose button is gone. */
export function IntoView({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // A window that closes at the same time gives the focus back first.
    const frame = requestAnimationFrame(() => {
      box.current?.focus({ preventScroll: true })
      box.current?.scrollIntoView?.({ block: 'center' })
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return <Box ref={box} tabIndex={-1} sx={{ '&:focus': { outline: 'none', boxShadow: 'none' } }}>{children}</Box>
}
