import type { BlacklistKind, BlacklistStanding } from '@icp/domain'
import { LabelledSelect, LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useEffect, useState } from 'react'
import { useConsoleText } from '../text.js'
import type { BlacklistSearch } from './blacklist-search.js'

interface BlacklistFiltersProps {
  readonly search: BlacklistSearch
  readonly onChange: (search: BlacklistSearch) => void
  readonly isFiltered: boolean
  readonly kinds: readonly BlacklistKind[]
  readonly standings: readonly BlacklistStanding[]
}

export function BlacklistFilters({ search, onChange, isFiltered, kinds, standings }: BlacklistFiltersProps) {
  const t = useConsoleText()
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => setTyped(search.q ?? ''), [search.q])
  const put = (change: Partial<BlacklistSearch>) => onChange({ ...search, q: typed.trim() || undefined, ...change, page: undefined })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put({})
  }
  return (
    <Box
      component="form" role="search" aria-label={t('blacklist.filters')} noValidate onSubmit={submit}
      sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr 1fr', lg: 'minmax(260px, 2fr) repeat(2, minmax(150px, 1fr)) auto' } }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'end', gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
        <LabelledText id="blacklist-q" type="search" label={t('blacklist.search')} hint={t('blacklist.searchHint')} value={typed} onChange={setTyped} maxLength={100} spellCheck={false} />
        <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>{t('keeping.go')}</Button>
      </Box>
      <LabelledSelect
        id="blacklist-kind-of" label={t('blacklist.fields.kind')} emptyText={t('keeping.all')} value={search.kind ?? ''}
        options={kinds.map((kind) => ({ value: kind, text: t(`blacklist.kinds.${kind}`) }))} onChange={(kind) => put({ kind: (kind || undefined) as BlacklistKind | undefined })}
      />
      <LabelledSelect
        id="blacklist-standing" label={t('blacklist.standing')} emptyText={t('keeping.all')} value={search.standing ?? ''}
        options={standings.map((standing) => ({ value: standing, text: t(`blacklist.standings.${standing}`) }))}
        onChange={(standing) => put({ standing: (standing || undefined) as BlacklistStanding | undefined })}
      />
      {isFiltered && <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => onChange({})}>{t('keeping.clear')}</Button>}
    </Box>
  )
}
