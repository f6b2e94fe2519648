import { useSay } from '@icp/app-shell'
import { useFreshRuleData, useOfferedCodes } from '@icp/filing-views'
import { LabelledSelect, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, useState } from 'react'
import { useConsoleText } from '../text.js'
import type { Remark } from './remarks.js'

interface RemarkWindowProps {
  readonly path: string
  readonly label: string
  /** What was remarked before. */
  readonly remark: Remark | undefined
  readonly onSave: (remark: Remark) => void
  readonly onClose: () => void
}

/** What is wrong with one field, and how to write it instead. */
export function RemarkWindow({ path, label, remark, onSave, onClose }: RemarkWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const [reason, setReason] = useState(remark?.reason ?? '')
  const [suggestion, setSuggestion] = useState(remark?.suggestion ?? '')
  const [tried, setTried] = useState(false)
  useFreshRuleData()
  const phrases = useOfferedCodes('returnReasons')
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null)
  const save = () => {
    setTried(true)
    if (reason.trim() === '') input.current?.focus()
    else onSave({ path, reason: reason.trim(), suggestion: suggestion.trim() })
  }
  const isDirty = reason !== (remark?.reason ?? '') || suggestion !== (remark?.suggestion ?? '')
  return (
    <ModalWindow
      open title={t('review.remark.title', { field: label })} closeLabel={t('review.close')} onClose={onClose} isDirty={isDirty} onSubmit={save} width="sm"
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('review.cancel')}</Button>
          <Button type="submit" variant="contained">{t('review.remark.save')}</Button>
        </>
      )}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <LabelledSelect
          id="remark-phrase" label={t('review.phrase')} emptyText={t('review.phraseChoose')} value=""
          options={phrases.map((row) => ({ value: say(row), text: say(row) }))}
          onChange={(phrase) => setReason((now) => (now.trim() === '' ? phrase : `${now.trimEnd()}\n${phrase}`))}
        />
        <LabelledText
          id="remark-reason" label={t('review.remark.reason')} hint={t('review.remark.reasonHint')} required multiline rows={3}
          value={reason} onChange={setReason} maxLength={2000}
          inputRef={input} {...(tried && reason.trim() === '' ? { error: t('review.remark.reasonMissing') } : {})}
        />
        <LabelledText
          id="remark-suggestion" label={t('review.remark.suggestion')} hint={t('review.remark.suggestionHint')} multiline rows={2}
          value={suggestion} onChange={setSuggestion}
          maxLength={1000}
        />
      </Box>
    </ModalWindow>
  )
}
