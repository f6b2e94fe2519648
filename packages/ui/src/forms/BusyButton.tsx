import Button, { type ButtonProps } from '@mui/material/Button'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface BusyButtonProps extends Omit<ButtonProps, 'children'> {
  readonly children: ReactNode
  readonly busy: boolean
  /** What it says while busy, such as "Saving…". */
  readonly busyText: string
}

/** Keeps its width and its focus while its act runs; a click meanwhile does nothing. */
export function BusyButton({ busy, busyText, children, onClick, type = 'button', variant = 'contained', ...rest }: BusyButtonProps) {
  const shown = (visible: boolean) => ({ gridArea: '1 / 1', visibility: visible ? 'visible' : 'hidden' })
  return (
    <Button
      {...rest}
      type={type}
      variant={variant}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
      sx={[{ '&[aria-disabled=true]': { opacity: 0.85, cursor: 'progress' } }, ...(Array.isArray(rest.sx) ? rest.sx : [rest.sx])]}
    >
      <Box component="span" sx={{ display: 'inline-grid', justifyItems: 'center' }}>
        <Box component="span" aria-hidden={busy} sx={shown(!busy)}>{children}</Box>
        <Box component="span" aria-hidden={!busy} sx={shown(busy)}>{busyText}</Box>
      </Box>
    </Button>
  )
}
