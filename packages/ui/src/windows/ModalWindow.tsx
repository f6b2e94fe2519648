import CloseIcon from '@mui/icons-material/CloseOutlined'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { ConfirmDialog } from './ConfirmDialog.js'

export interface DiscardWords {
  readonly title: string
  readonly text: string
  readonly discard: string
  readonly keep: string
}

export interface ModalWindowProps {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly closeLabel: string
  readonly children: ReactNode
  /** Buttons at the lower edge. */
  readonly actions?: ReactNode
  /** True while something typed would be lost by closing; then Esc, the cross and a click outside ask first. */
  readonly isDirty?: boolean
  readonly discardText?: DiscardWords
  /** Makes the window a form; Enter in a field submits it. */
  readonly onSubmit?: () => void
  /** 'md' by default. */
  readonly width?: 'xs' | 'sm' | 'md' | 'lg'
}

/** A window over the page: focus goes in and stays in, and returns to what opened it. Fills the screen under 600 px. */
export function ModalWindow({ open, title, onClose, closeLabel, children, actions, isDirty = false, discardText, onSubmit, width = 'md' }: ModalWindowProps) {
  const titleId = useId()
  const narrow = useMediaQuery('(max-width:599.95px)')
  const [asking, setAsking] = useState(false)
  const leave = () => (isDirty && discardText ? setAsking(true) : onClose())
  const form = onSubmit && {
    component: 'form' as const,
    noValidate: true,
    onSubmit: (event: FormEvent) => {
      event.preventDefault()
      // A window may be drawn inside another form of the page's React tree; its submit is its own.
      event.stopPropagation()
      onSubmit()
    },
  }
  return (
    <>
      <Dialog open={open} onClose={leave} fullWidth fullScreen={narrow} maxWidth={width} aria-labelledby={titleId} slotProps={{ paper: { ...form, 'aria-modal': true } as object }}>
        <DialogTitle component="h2" id={titleId} variant="h2" sx={{ pr: 8, bgcolor: 'background.paper' }}>{title}</DialogTitle>
        <IconButton aria-label={closeLabel} onClick={leave} sx={{ position: 'absolute', right: 8, top: 8 }}><CloseIcon /></IconButton>
        <DialogContent dividers sx={{ display: 'flow-root' }}>{children}</DialogContent>
        {actions && <DialogActions sx={{ px: 3, py: 2, gap: 1, flexWrap: 'wrap' }}>{actions}</DialogActions>}
      </Dialog>
      {discardText && (
        <ConfirmDialog
          open={open && asking}
          title={discardText.title}
          confirmText={discardText.discard}
          cancelText={discardText.keep}
          tone="bad"
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            onClose()
          }}
        >
          {discardText.text}
        </ConfirmDialog>
      )}
    </>
  )
}
