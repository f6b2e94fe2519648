import { useText } from '@icp/app-shell'
import { LabelledText, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useState } from 'react'

/** The code that stands under the QR code. */
export function CodeForm({ initial, onCode }: { readonly initial: string; readonly onCode: (code: string) => void }) {
  const t = useText()
  const [code, setCode] = useState(initial)
  const [error, setError] = useState<string>()
  useEffect(() => setCode(initial), [initial])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const typed = code.trim()
    setError(typed === '' ? t('verify.noCode') : undefined)
    if (typed !== '') onCode(typed)
  }
  return (
    <Panel title={t('verify.byCode')}>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-end' }}>
        <Box sx={{ flex: '1 1 240px', maxWidth: 640 }}>
          <LabelledText id="certificate-code" label={t('verify.code')} hint={t('verify.codeHint')} value={code} onChange={setCode} maxLength={40} spellCheck={false} autoComplete="off" {...(error ? { error } : {})} />
        </Box>
        <Button type="submit" variant="contained" size="large">{t('verify.check')}</Button>
      </Box>
    </Panel>
  )
}
