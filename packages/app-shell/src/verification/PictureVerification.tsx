import { useAct } from '@icp/client'
import { LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useEffect, useRef, useState } from 'react'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useShellText } from '../language/use-text.js'
import { typedText } from './typed-text.js'
import type { VerificationFieldProps } from './verification-value.js'

export function PictureVerification({ id, purpose, onChange, error, onOtherWay }: VerificationFieldProps & { readonly onOtherWay: () => void }) {
  const t = useShellText()
  const [text, setText] = useState('')
  const drawing = useAct('drawVerificationPicture')
  const picture = drawing.data
  const asked = useRef(false)
  const input = useRef<HTMLInputElement>(null)

  const draw = () => {
    setText('')
    onChange(null)
    drawing.mutate({ body: { purpose } })
  }
  useEffect(() => {
    // The development mode of React runs effects twice; one picture is enough.
    if (asked.current) return
    asked.current = true
    draw()
  })
  useEffect(() => {
    if (!picture) return undefined
    const timer = setTimeout(draw, Math.max(1000, Date.parse(picture.expiresAt) - Date.now()))
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- one timer per picture, however often the field is drawn meanwhile
  }, [picture])

  const type = (typed: string) => {
    setText(typed)
    const clean = typedText(typed)
    onChange(picture && clean ? { way: 'picture', id: picture.id, text: clean } : null)
  }
  return (
    <Box sx={{ display: 'grid', gap: 1, maxWidth: 640 }}>
      <LabelledText
        id={id} label={t('verification.label')} hint={t('verification.hint')} {...(error ? { error } : {})} required inputRef={input}
        value={text} onChange={type} onBlur={() => setText(typedText(text))} autoComplete="off" spellCheck={false} maxLength={16} characters={14}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Box sx={{ width: 168, height: 60, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#fff', display: 'grid', placeItems: 'center', overflow: 'hidden' }}>
          {picture && !drawing.isPending
            ? <Box component="img" alt={t('verification.picture')} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`} sx={{ maxWidth: '100%', maxHeight: '100%' }} />
            : <Box component="span" sx={{ fontSize: '.85rem', color: 'text.secondary' }}>{drawing.isPending ? t('verification.drawing') : ''}</Box>}
        </Box>
        <Button variant="outlined" size="small" onClick={() => { draw(); input.current?.focus() }}>{t('verification.reload')}</Button>
        <Button variant="text" size="small" onClick={onOtherWay}>{t('verification.without')}</Button>
      </Box>
      {drawing.error && (drawing.error.retryAfter === undefined
        ? <Box role="alert" sx={{ color: 'error.main', fontWeight: 600 }}>{t('verification.noPicture')}</Box>
        : <ProblemNotice problem={drawing.error} />)}
    </Box>
  )
}
