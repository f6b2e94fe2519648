import { useText } from '@icp/app-shell'
import { LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useRef, useState } from 'react'

interface QueryBoxProps {
  readonly initial?: string
  readonly onQuery: (q: string) => void
  /** The query is what the page is for. */
  readonly primary?: boolean
}

/** One box that takes a domain, a filing number or a name; `/` puts the focus into it. */
export function QueryBox({ initial = '', onQuery, primary = false }: QueryBoxProps) {
  const t = useText()
  const [text, setText] = useState(initial)
  const [error, setError] = useState<string>()
  const input = useRef<HTMLInputElement | HTMLTextAreaElement>(null)

  useEffect(() => setText(initial), [initial])
  useEffect(() => {
    const focusBySlash = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || typing) return
      event.preventDefault()
      input.current?.focus()
    }
    document.addEventListener('keydown', focusBySlash)
    return () => document.removeEventListener('keydown', focusBySlash)
  }, [])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const q = text.trim()
    if ([...q].length < 2) {
      setError(t('home.query.short'))
      input.current?.focus()
      return
    }
    setError(undefined)
    onQuery(q)
  }
  return (
    <Box component="form" role="search" noValidate onSubmit={submit} sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-end' }}>
      <Box sx={{ flex: '1 1 280px', maxWidth: 640 }}>
        <LabelledText id="public-query" type="search" label={t('home.query.label')} hint={t('home.query.hint')} error={error} value={text} onChange={setText} inputRef={input} maxLength={255} />
      </Box>
      <Button type="submit" variant={primary ? 'contained' : 'outlined'} size="large">{t('home.query.go')}</Button>
    </Box>
  )
}
