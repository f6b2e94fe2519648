import { LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useState } from 'react'
import { useConsoleText } from '../text.js'

interface ServedSearchBoxProps {
  readonly q: string
  readonly onSearch: (q: string) => void
}

export function ServedSearchBox({ q, onSearch }: ServedSearchBoxProps) {
  const t = useConsoleText()
  const [typed, setTyped] = useState(q)
  useEffect(() => setTyped(q), [q])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSearch(typed.trim())
  }
  return (
    <Box component="form" role="search" noValidate onSubmit={submit} sx={{ display: 'flex', gap: 1, alignItems: 'end', mb: 3, maxWidth: 560 }}>
      <LabelledText id="served-q" type="search" label={t('served.search')} hint={t('served.searchHint')} value={typed} onChange={setTyped} maxLength={100} spellCheck={false} />
      <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>{t('served.go')}</Button>
    </Box>
  )
}
