import { useAnswer } from '@icp/client'
import { provinceName, provinces } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { LabelledSelect, LabelledText, PageHeading, StatusMark, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { FilteredRows } from '../shared/FilteredRows.js'
import { providerPath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { providerQuery, type ProviderSearch, providerSearch } from './organisation-search.js'
import { ProviderWindow } from './ProviderWindow.js'

const states = ['active', 'suspended'] as const

/** All access providers, and the way to enter another one. */
export function ProvidersPage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const search = providerSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listKeptProviders', { query: providerQuery(search) }, { placeholderData: (previous) => previous })
  const [adding, setAdding] = useState(false)
  const go = (next: ProviderSearch) => void navigate({ to: '.', search: next as never })
  const isFiltered = Boolean(search.q ?? search.state ?? search.province)
  return (
    <>
      <PageHeading lead={t('organisations.providers.lead')} actions={<Button variant="contained" onClick={() => setAdding(true)}>{t('organisations.providers.add')}</Button>}>
        {t('organisations.providers.title')}
      </PageHeading>
      <Filters search={search} onChange={go} isFiltered={isFiltered} />
      <FilteredRows
        answer={list} caption={t('organisations.providers.caption')} count={(total) => t('organisations.providers.count', { total })} empty={t('organisations.providers.empty')}
        noneMatch={t('organisations.providers.noneMatch')} onClear={isFiltered ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          { id: 'name', heading: t('organisations.fields.name'), main: true, minWidth: 220, cell: (row) => <Link to={providerPath(row.id)} data-row-link>{say({ zh: row.name, en: row.nameEn })}</Link> },
          { id: 'licence', whole: true, heading: t('organisations.fields.licence'), cell: (row) => row.licence },
          { id: 'province', heading: t('organisations.fields.province'), cell: (row) => say(provinceName(row.province)) },
          { id: 'blocks', heading: t('organisations.providers.blocks'), cell: (row) => String(row.ipBlocks) },
          { id: 'state', heading: t('organisations.providers.state'), cell: (row) => <StatusMark tone={row.state === 'active' ? 'good' : 'bad'} text={t(`organisations.states.${row.state}`)} /> },
          { id: 'added', heading: t('organisations.providers.added'), cell: (row) => <Moment at={row.addedAt} /> },
        ]}
      />
      {adding && (
        <ProviderWindow
          onClose={() => setAdding(false)}
          onDone={({ id }) => void navigate({ to: providerPath(id) })}
        />
      )}
    </>
  )
}

function Filters({ search, onChange, isFiltered }: { readonly search: ProviderSearch; readonly onChange: (search: ProviderSearch) => void; readonly isFiltered: boolean }) {
  const t = useConsoleText()
  const say = useSay()
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => setTyped(search.q ?? ''), [search.q])
  const put = (change: Partial<ProviderSearch>) => onChange({ ...search, q: typed.trim() || undefined, ...change, page: undefined })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put({})
  }
  return (
    <Box
      component="form" role="search" aria-label={t('organisations.providers.filters')} noValidate onSubmit={submit}
      sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr 1fr', lg: 'minmax(260px, 2fr) repeat(2, minmax(150px, 1fr)) auto' } }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'end', gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
        <LabelledText
          id="provider-q" type="search" label={t('organisations.providers.search')} hint={t('organisations.providers.searchHint')} value={typed} onChange={setTyped} maxLength={100} spellCheck={false}
        />
        <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>{t('keeping.go')}</Button>
      </Box>
      <LabelledSelect
        id="provider-state" label={t('organisations.providers.state')} emptyText={t('keeping.all')} value={search.state ?? ''}
        options={states.map((state) => ({ value: state, text: t(`organisations.states.${state}`) }))} onChange={(state) => put({ state: (state || undefined) as ProviderSearch['state'] })}
      />
      <LabelledSelect
        id="provider-province" label={t('organisations.fields.province')} emptyText={t('keeping.all')} value={search.province ?? ''}
        options={provinces.map((province) => ({ value: province.code, text: say(province) }))} onChange={(province) => put({ province: province || undefined })}
      />
      {isFiltered && <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => onChange({})}>{t('keeping.clear')}</Button>}
    </Box>
  )
}
