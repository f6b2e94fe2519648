import type { Attention } from '@icp/contract'
import { type FilingKind, type FilingStatus, kindWords, statusFaces } from '@icp/domain'
import { LabelledSelect, LabelledText, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useState } from 'react'
import { listWords } from './list-words.js'

/** What narrows a list of filings, and its page, as they stand in the address. */
export interface FilingSearch {
  readonly status?: Exclude<FilingStatus, 'draft'> | undefined
  readonly kind?: FilingKind | undefined
  readonly attention?: Attention | undefined
  readonly q?: string | undefined
  readonly page?: string | undefined
}

export const isFiltered = ({ status, kind, attention, q }: FilingSearch): boolean => Boolean(status ?? kind ?? attention ?? (q?.trim() || undefined))

interface FilingFiltersProps {
  readonly search: FilingSearch
  /** The filters that are to stand in the address; the page starts over. */
  readonly onChange: (search: FilingSearch) => void
  /** None: the list is of one status. */
  readonly statuses: readonly FilingStatus[]
  readonly kinds: readonly FilingKind[]
  /** None: nothing of the list calls for attention. */
  readonly attentions: readonly { readonly value: Attention; readonly text: string }[]
}

/** A choice acts at once, typed words with Enter or the button. */
export function FilingFilters({ search, onChange, statuses, kinds, attentions }: FilingFiltersProps) {
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
      component="form" role="search" aria-label={say(listWords.filters)} noValidate onSubmit={submit}
      sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr 1fr', lg: 'minmax(260px, 2fr) repeat(3, minmax(130px, 1fr)) auto' } }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'end', gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
        <LabelledText id="filter-q" type="search" label={say(listWords.search)} hint={say(listWords.searchHint)} value={typed} onChange={setTyped} maxLength={100} spellCheck={false} />
        <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>{say(listWords.go)}</Button>
      </Box>
      {statuses.length > 0 && (
        <LabelledSelect
          id="filter-status" label={say(listWords.status)} emptyText={say(listWords.all)} value={search.status ?? ''}
          options={statuses.map((status) => ({ value: status, text: say(statusFaces[status].word) }))}
          onChange={(status) => put({ status: (status || undefined) as FilingSearch['status'] })}
        />
      )}
      <LabelledSelect
        id="filter-kind" label={say(listWords.kind)} emptyText={say(listWords.all)} value={search.kind ?? ''}
        options={kinds.map((kind) => ({ value: kind, text: say(kindWords[kind]) }))}
        onChange={(kind) => put({ kind: (kind || undefined) as FilingKind | undefined })}
      />
      {attentions.length > 0 && (
        <LabelledSelect
          id="filter-attention" label={say(listWords.attention)} emptyText={say(listWords.all)} value={search.attention ?? ''} options={attentions}
          onChange={(attention) => put({ attention: (attention || undefined) as Attention | undefined })}
        />
      )}
      {isFiltered(search) && <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => onChange({})}>{say(listWords.clear)}</Button>}
    </Box>
  )
}
