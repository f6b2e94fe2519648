import { useSay } from '@icp/app-shell'
import type { Attention } from '@icp/contract'
import { FilingKind, type FilingStatus, kindWords, statusFaces } from '@icp/domain'
import { LabelledSelect, LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useState } from 'react'
import { useConsoleText } from '../text.js'
import { type FilingSearch, isFiltered } from './filing-search.js'

interface FilingFiltersProps {
  readonly search: FilingSearch
  /** The filters that are to stand in the address; the page starts over. */
  readonly onChange: (search: FilingSearch) => void
  /** None: the list is of one status. */
  readonly statuses: readonly FilingStatus[]
  readonly attentions: readonly Attention[]
}

/** What narrows a list. A choice acts at once, typed words with Enter or the button. */
export function FilingFilters({ search, onChange, statuses, attentions }: FilingFiltersProps) {
  const t = useConsoleText()
  const say = useSay()
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => setTyped(search.q ?? ''), [search.q])
  const put = (change: Partial<FilingSearch>) => onChange({ ...search, q: typed || undefined, ...change, page: undefined })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put({})
  }
  return (
    <Box
      component="form" role="search" aria-label={t('filings.filters')} noValidate onSubmit={submit}
      sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr 1fr', lg: 'minmax(260px, 2fr) repeat(3, minmax(130px, 1fr)) auto' } }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'end', gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
        <LabelledText id="filter-q" type="search" label={t('filings.search')} hint={t('filings.searchHint')} value={typed} onChange={setTyped} maxLength={100} spellCheck={false} />
        <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>{t('filings.go')}</Button>
      </Box>
      {statuses.length > 0 && (
        <LabelledSelect
          id="filter-status" label={t('filings.status')} emptyText={t('filings.all')} value={search.status ?? ''}
          options={statuses.map((status) => ({ value: status, text: say(statusFaces[status].word) }))}
          onChange={(status) => put({ status: (status || undefined) as FilingSearch['status'] })}
        />
      )}
      <LabelledSelect
        id="filter-kind" label={t('filings.kind')} emptyText={t('filings.all')} value={search.kind ?? ''}
        options={FilingKind.options.map((kind) => ({ value: kind, text: say(kindWords[kind]) }))}
        onChange={(kind) => put({ kind: (kind || undefined) as FilingKind | undefined })}
      />
      <LabelledSelect
        id="filter-attention" label={t('filings.attention')} emptyText={t('filings.all')} value={search.attention ?? ''}
        options={attentions.map((attention) => ({ value: attention, text: t(`filings.attentions.${attention}`) }))}
        onChange={(attention) => put({ attention: (attention || undefined) as Attention | undefined })}
      />
      {isFiltered(search) && <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => onChange({})}>{t('filings.clear')}</Button>}
    </Box>
  )
}
