import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { BusyButton } from '../forms/BusyButton.js'
import { Tick } from '../forms/Tick.js'

export interface ConfirmDialogProps {
  readonly open: boolean
  readonly title: string
  /** What will happen, and what becomes impossible. */
  readonly children: ReactNode
  /** Names the act, such as "Finish and lock"; never just "OK". */
  readonly confirmText: string
  readonly cancelText: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
  /** Of Esc and a click outside, where cancelling is an act of its own; the same as cancel without it. */
  readonly onDismiss?: () => void
  /** A statement that must be ticked before the act can be confirmed. */
  readonly tick?: string
  readonly tone?: 'plain' | 'bad'
  readonly busy?: boolean
  readonly busyText?: string
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ open, title, children, confirmText, cancelText, onConfirm, onCancel, onDismiss = onCancel, tick, tone = 'plain', busy = false, busyText }: ConfirmDialogProps) {
  const id = useId()
  const [ticked, setTicked] = useState(false)
  useEffect(() => {
    if (!open) setTicked(false)
  }, [open])
  return (
    <Dialog open={open} onClose={() => !busy && onDismiss()} role="alertdialog" maxWidth="sm" fullWidth aria-labelledby={`${id}-title`} aria-describedby={`${id}-text`}>
      <DialogTitle component="h2" variant="h2" id={`${id}-title`}>{title}</DialogTitle>
      <DialogContent>
        <div id={`${id}-text`}>{children}</div>
        {tick && <Tick id={`${id}-tick`} label={tick} value={ticked} onChange={setTicked} />}
      </DialogContent>
      <DialogActions disableSpacing sx={{ px: 3, pb: 2.5, gap: { xs: 1, sm: 1.5 }, flexDirection: { xs: 'column-reverse', sm: 'row' }, alignItems: { xs: 'stretch', sm: 'center' } }}>
        <Button variant="outlined" onClick={onCancel} disabled={busy}>{cancelText}</Button>
        <BusyButton color={tone === 'bad' ? 'error' : 'primary'} busy={busy} busyText={busyText ?? confirmText} disabled={Boolean(tick) && !ticked} onClick={onConfirm}>
          {confirmText}
        </BusyButton>
      </DialogActions>
    </Dialog>
  )
}
