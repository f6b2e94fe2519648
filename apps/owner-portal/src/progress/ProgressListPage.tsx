import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { CardList, EmptyState, LabelledText, PageHeading } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { paths } from '../paths.js'
import { FilingCard } from '../shared/FilingCard.js'
import { atPage, ListPager, usePage } from '../shared/ListPager.js'

/** All filings with their stage; one is found by its submission number, its filing number, a name or a domain. */
export function ProgressListPage() {
  const t = useText()
  const navigate = useNavigate()
  const { q = '' } = useSearch({ strict: false }) as { q?: string }
  const page = usePage()
  const [text, setText] = useState(q)
  const filings = useAnswer('listFilings', { query: { ...(q ? { q } : {}), ...atPage(page) } }, { refetchInterval: 10_000, placeholderData: (previous) => previous })
  const search = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: paths.progress, search: (text.trim() ? { q: text.trim() } : {}) as never })
  }
  return (
    <>
      <PageHeading lead={t('progress.lead')}>{t('progress.title')}</PageHeading>
      <Box component="form" role="search" noValidate onSubmit={search} sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'flex-end', mb: 3 }}>
        <Box sx={{ flex: '1 1 260px', maxWidth: 640 }}><LabelledText id="progress-query" type="search" label={t('progress.query')} hint={t('progress.queryHint')} value={text} onChange={setText} maxLength={100} /></Box>
        <Button type="submit" variant="contained" size="large">{t('progress.go')}</Button>
        {q && <Button variant="text" size="large" onClick={() => { setText(''); void navigate({ to: paths.progress }) }}>{t('progress.clear')}</Button>}
      </Box>
      <Answered answer={filings}>
        {({ rows, next }) => (rows.length === 0 && page === ''
          ? <EmptyState text={t(q ? 'progress.noneFound' : 'progress.none')} />
          : <><CardList label={t('progress.title')} items={rows} itemKey={(filing) => filing.id}>{(filing) => <FilingCard filing={filing} />}</CardList><ListPager next={next} /></>)}
      </Answered>
    </>
  )
}
