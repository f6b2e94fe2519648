import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { ForcedCancellation } from '@icp/contract'
import { Banner, IntoView, LabelledText, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { ForceForm } from './ForceForm.js'
import { type ForceSearch, forceSearch } from './forced-search.js'
import { ForcibleRecords } from './ForcibleRecords.js'

/** From number or domain to what is cancelled, everything that falls with it, and the act. */
export function ForcePage() {
  const t = useConsoleText()
  const navigate = useNavigate()
  const search = forceSearch.parse(useSearch({ strict: false }))
  const [done, setDone] = useState<ForcedCancellation>()
  const go = (next: ForceSearch) => {
    setDone(undefined)
    void navigate({ to: '.', search: next as never })
  }
  return (
    <>
      <Box sx={{ mb: 1 }}><Link to={paths.forced}>{t('forced.back')}</Link></Box>
      <PageHeading lead={t('forced.begun')}>{t('forced.begin')}</PageHeading>
      {done ? (
        <IntoView>
          <Banner tone="good" live="status" title={t('forced.done', { number: done.number })} actions={<Button variant="outlined" component={Link} to={paths.forced}>{t('forced.toList')}</Button>}>
            {t('forced.doneText')}
          </Banner>
        </IntoView>
      ) : (
        <>
          <SearchBox key={search.q ?? ''} q={search.q ?? ''} onSearch={(q) => go(q ? { q } : {})} />
          {search.q && <Found q={search.q} search={search} onChoose={(subject, number) => go({ q: search.q, subject, number })} />}
          {search.subject && search.number && <Chosen key={search.number} subject={search.subject} number={search.number} onDone={setDone} />}
        </>
      )}
    </>
  )
}

function Found({ q, search, onChoose }: { readonly q: string; readonly search: ForceSearch; readonly onChoose: (subject: string, number: string) => void }) {
  const found = useAnswer('findForcible', { query: { q } })
  return <Answered answer={found} rows={3}>{({ rows }) => <ForcibleRecords rows={rows} chosen={search.number} onChoose={onChoose} />}</Answered>
}

function Chosen({ subject, number, onDone }: { readonly subject: string; readonly number: string; readonly onDone: (done: ForcedCancellation) => void }) {
  // What is read and confirmed never changes under the reader; only on demand.
  const shown = useAnswer('previewForced', { params: { id: subject }, query: { number } }, { refetchOnWindowFocus: false, refetchOnReconnect: false })
  return <Answered answer={shown} rows={6}>{(preview) => <ForceForm preview={preview} onLookAgain={async () => (await shown.refetch()).isSuccess} onDone={onDone} />}</Answered>
}

function SearchBox({ q, onSearch }: { readonly q: string; readonly onSearch: (q: string) => void }) {
  const t = useConsoleText()
  const [typed, setTyped] = useState(q)
  const [tooShort, setTooShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const short = [...typed.trim()].length < 2
    setTooShort(short)
    if (short) document.getElementById('force-q')?.focus()
    else onSearch(typed.trim())
  }
  return (
    <Box component="form" role="search" noValidate onSubmit={submit} sx={{ display: 'flex', gap: 1, alignItems: 'end', mb: 3, maxWidth: 640 }}>
      <LabelledText
        id="force-q" type="search" label={t('forced.search')} hint={t('forced.searchHint')} value={typed} onChange={setTyped} maxLength={255} spellCheck={false} autoComplete="off"
        {...(tooShort ? { error: t('forced.searchMissing') } : {})}
      />
      <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>{t('forced.find')}</Button>
    </Box>
  )
}
