import CloseIcon from '@mui/icons-material/CloseOutlined'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import useMediaQuery from '@mui/material/useMediaQuery'
import { type FormEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { useSay } from '../language/language.js'
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
  /** Buttons at the lower edge. A function is given the way out that asks first, for a Cancel button. */
  readonly actions?: ReactNode | ((leave: () => void) => ReactNode)
  /** True while something typed would be lost by closing; then every way out asks first: Cancel, Esc, the cross and a click outside. */
  readonly isDirty?: boolean
  /** What is asked then, where the usual words do not fit. */
  readonly discardText?: DiscardWords
  /** Makes the window a form; Enter in a field submits it. */
  readonly onSubmit?: () => void
  /** A key that was pressed anywhere in the window, its title and its buttons. */
  readonly onKey?: (event: KeyboardEvent) => void
  /** 'md' by default. */
  readonly width?: 'xs' | 'sm' | 'md' | 'lg' | 'xl'
}

const usual = {
  title: { zh: '放弃填写的内容？', en: 'Discard what you typed?' },
  text: { zh: '窗口中填写的内容尚未提交，关闭后不会保留。', en: 'What you typed in this window was not submitted and is lost when it closes.' },
  discard: { zh: '放弃', en: 'Discard' },
  keep: { zh: '继续填写', en: 'Keep typing' },
}

/** A window over the page: focus goes in and stays in, and returns to what opened it. Fills the screen under 600 px. */
export function ModalWindow({ open, title, onClose, closeLabel, children, actions, isDirty = false, discardText, onSubmit, onKey, width = 'md' }: ModalWindowProps) {
  const titleId = useId()
  const narrow = useMediaQuery('(max-width:599.95px)')
  const [asking, setAsking] = useState(false)
  const say = useSay()
  const leave = () => (isDirty ? setAsking(true) : onClose())
  const words = discardText ?? { title: say(usual.title), text: say(usual.text), discard: say(usual.discard), keep: say(usual.keep) }
  const buttons = typeof actions === 'function' ? actions(leave) : actions
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
  const press = (event: KeyboardEvent) => {
    // What is pressed in a window that is drawn above this one comes by here too, up the page's React tree.
    if (event.currentTarget.contains(event.target as Node)) onKey?.(event)
  }
  return (
    <>
      <Dialog open={open} onClose={leave} onKeyDown={press} fullWidth fullScreen={narrow} maxWidth={width} aria-labelledby={titleId} slotProps={{ paper: { ...form, 'aria-modal': true } as object }}>
        <DialogTitle component="h2" id={titleId} variant="h2" sx={{ pr: 8, bgcolor: 'background.paper' }}>{title}</DialogTitle>
        <IconButton aria-label={closeLabel} onClick={leave} sx={{ position: 'absolute', right: 8, top: 8 }}><CloseIcon /></IconButton>
        <DialogContent dividers sx={{ display: 'flow-root' }}>{children}</DialogContent>
        {buttons && <DialogActions disableSpacing sx={{ px: 3, py: 2, gap: 1, flexWrap: 'wrap', '& > *': { flexGrow: { xs: 1, sm: 0 } } }}>{buttons}</DialogActions>}
      </Dialog>
      <ConfirmDialog
        open={open && asking}
        title={words.title}
        confirmText={words.discard}
        cancelText={words.keep}
        tone="bad"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false)
          onClose()
        }}
      >
        {words.text}
      </ConfirmDialog>
    </>
  )
}
