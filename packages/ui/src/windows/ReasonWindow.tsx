import Button from '@mui/material/Button'
import Box from '@mui/material/Box'
import { type ReactNode, useRef, useState } from 'react'
import { BusyButton } from '../forms/BusyButton.js'
import { LabelledSelect } from '../forms/LabelledSelect.js'
import { LabelledText } from '../forms/LabelledText.js'
import { ModalWindow } from './ModalWindow.js'

export interface ReasonWindowProps {
  readonly title: string
  /** What will happen. */
  readonly children: ReactNode
  /** What was refused, or has changed; stands above everything. */
  readonly notice?: ReactNode
  readonly label: string
  readonly hint: string
  /** Said when the text is missing; left out, the text is optional. */
  readonly missing?: string
  readonly maxLength: number
  /** Ready-made sentences; a chosen one is added to the text. */
  readonly phrases?: { readonly label: string; readonly emptyText: string; readonly texts: readonly string[] }
  readonly words: { readonly confirm: string; readonly busy: string; readonly cancel: string; readonly close: string }
  readonly tone?: 'plain' | 'bad'
  /** True while the act cannot succeed. */
  readonly blocked?: boolean
  readonly busy: boolean
  readonly onConfirm: (text: string) => void
  readonly onClose: () => void
}

/** One decision with one text. Says what will happen, and keeps what was typed when the decision is refused. */
export function ReasonWindow(props: ReasonWindowProps) {
  const { title, children, notice, label, hint, missing, maxLength, phrases, words, tone = 'plain', blocked = false, busy, onConfirm, onClose } = props
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null)
  const isMissing = missing !== undefined && text.trim() === ''
  const submit = () => {
    setTried(true)
    if (isMissing) input.current?.focus()
    else if (!busy && !blocked) onConfirm(text.trim())
  }
  return (
    <ModalWindow
      open title={title} closeLabel={words.close} onClose={onClose} isDirty={text.trim() !== ''} onSubmit={submit} width="sm"
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{words.cancel}</Button>
          <BusyButton type="submit" color={tone === 'bad' ? 'error' : 'primary'} disabled={blocked} busy={busy} busyText={words.busy}>{words.confirm}</BusyButton>
        </>
      )}
    >
      {notice}
      <Box sx={{ mb: 2 }}>{children}</Box>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {phrases && (
          <LabelledSelect
            id="reason-phrase" label={phrases.label} emptyText={phrases.emptyText} value="" options={phrases.texts.map((phrase) => ({ value: phrase, text: phrase }))}
            onChange={(phrase) => setText((now) => (now.trim() === '' ? phrase : `${now.trimEnd()}\n${phrase}`))}
          />
        )}
        <LabelledText
          id="reason-text" label={label} hint={hint} required={missing !== undefined} multiline rows={3} value={text} onChange={setText} maxLength={maxLength} inputRef={input}
          {...(tried && isMissing ? { error: missing } : {})}
        />
      </Box>
    </ModalWindow>
  )
}
