import type { FilingView } from '@icp/contract'
import type { ApiProblem } from '@icp/client'
import { BusyButton, LabelledText, ModalWindow } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useRef, useState } from 'react'
import { useConsoleText } from '../text.js'
import { ActRefusal } from './ActRefusal.js'
import { useDiscardWords } from './use-discard-words.js'

/** What every window of an act is given. */
export interface ActWindowProps {
  readonly filing: FilingView
  readonly newer: FilingView | null
  readonly onShowNewest: () => void
  readonly onClose: () => void
  /** Called once the act is done, with what to say about it. */
  readonly onDone: (said: string) => void
}

interface ReasonWindowProps extends Omit<ActWindowProps, 'onDone'> {
  readonly title: string
  readonly children: ReactNode
  readonly label: string
  readonly hint: string
  /** Said when the text is missing; left out, the text is optional. */
  readonly missing?: string
  readonly maxLength: number
  readonly confirm: string
  readonly tone?: 'plain' | 'bad'
  readonly blocked?: boolean
  readonly act: { readonly isPending: boolean; readonly error: ApiProblem | null }
  readonly onConfirm: (text: string) => void
}

/** One decision with one text: says what will happen, and keeps what was typed when the decision is refused. */
export function ReasonWindow(props: ReasonWindowProps) {
  const { filing, newer, onShowNewest, onClose, title, children, label, hint, missing, maxLength, confirm, tone = 'plain', blocked = false, act, onConfirm } = props
  const t = useConsoleText()
  const discardText = useDiscardWords()
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null)
  const isMissing = missing !== undefined && text.trim() === ''
  const submit = () => {
    setTried(true)
    if (isMissing) input.current?.focus()
    else if (!act.isPending && !blocked) onConfirm(text.trim())
  }
  return (
    <ModalWindow
      open title={title} closeLabel={t('workbench.close')} onClose={onClose} isDirty={text.trim() !== ''} discardText={discardText} onSubmit={submit} width="sm"
      actions={(
        <>
          <Button variant="outlined" onClick={onClose}>{t('workbench.cancel')}</Button>
          <BusyButton type="submit" color={tone === 'bad' ? 'error' : 'primary'} disabled={blocked} busy={act.isPending} busyText={t('workbench.sending')}>{confirm}</BusyButton>
        </>
      )}
    >
      <ActRefusal problem={act.error} filing={filing} newer={newer} onShowNewest={onShowNewest} />
      <Typography component="div" sx={{ mb: 2 }}>{children}</Typography>
      <LabelledText
        id="act-text" label={label} hint={hint} required={missing !== undefined} multiline rows={3} value={text} onChange={setText} maxLength={maxLength} inputRef={input}
        {...(tried && isMissing ? { error: missing } : {})}
      />
    </ModalWindow>
  )
}
