import { useAnswer } from '@icp/client'
import { type KeptAccount, KeptAccountState } from '@icp/contract'
import { AccountRole, roleWords } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { LabelledSelect, LabelledText, PageHeading, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { accountPath } from '../paths.js'
import { FilteredRows } from '../shared/FilteredRows.js'
import { useConsoleText } from '../text.js'
import { accountQuery, type AccountSearch, accountSearch } from './keeping-search.js'
import { stateTones } from './state-tones.js'

/** Who may use the system; what narrows the list stands in the address. */
export function AccountsPage() {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  const search = accountSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listAccounts', { query: accountQuery(search) }, { placeholderData: (previous) => previous })
  const go = (next: AccountSearch) => void navigate({ to: '.', search: next as never })
  const isFiltered = Boolean(search.q ?? search.role ?? search.state)
  return (
    <>
      <PageHeading lead={t('keeping.accounts.lead')}>{t('keeping.accounts.title')}</PageHeading>
      <Filters search={search} onChange={go} isFiltered={isFiltered} />
      <FilteredRows
        answer={list} caption={t('keeping.accounts.caption')} count={(total) => t('keeping.accounts.count', { total })} empty={t('keeping.accounts.empty')}
        noneMatch={t('keeping.accounts.noneMatch')} onClear={isFiltered ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          { id: 'userName', whole: true, heading: t('keeping.accounts.userName'), main: true, cell: (row) => <Link to={accountPath(row.id)} data-row-link>{isErased(row) ? t(`keeping.accounts.${row.state}`) : row.userName}</Link> },
          { id: 'name', whole: true, heading: t('keeping.accounts.name'), cell: (row) => row.name || t('keeping.none') },
          { id: 'role', whole: true, heading: t('keeping.accounts.role'), cell: (row) => say(roleWords[row.role]) },
          { id: 'organisation', heading: t('keeping.accounts.organisation'), minWidth: 140, cell: (row) => row.organisation ?? t('keeping.none') },
          {
            id: 'state', whole: true, heading: t('keeping.accounts.state'),
            cell: (row) => (
              <>
                <StatusMark tone={stateTones[row.state]} text={t(`keeping.states.${row.state}`)} />
                {row.emptiedFrom && <Box sx={{ mt: 0.5, fontSize: '.9rem' }}>{t('keeping.accounts.emptiedFrom', { day: format.day(row.emptiedFrom) })}</Box>}
              </>
            ),
          },
          { id: 'registered', heading: t('keeping.accounts.registered'), cell: (row) => <Moment at={row.registeredAt} /> },
          { id: 'lastLogOn', heading: t('keeping.accounts.lastLogOn'), cell: (row) => (row.lastLogOnAt ? <Moment at={row.lastLogOnAt} /> : t(isErased(row) ? 'keeping.none' : 'keeping.accounts.never')) },
        ]}
      />
    </>
  )
}

type Erased = { readonly state: 'closed' | 'emptied' }

/** With the person went when they last logged on: “never” would not be true. */
const isErased = (row: Pick<KeptAccount, 'state'>): row is Erased => row.state === 'closed' || row.state === 'emptied'

function Filters({ search, onChange, isFiltered }: { readonly search: AccountSearch; readonly onChange: (search: AccountSearch) => void; readonly isFiltered: boolean }) {
  const t = useConsoleText()
  const say = useSay()
  const [typed, setTyped] = useState(search.q ?? '')
  useEffect(() => setTyped(search.q ?? ''), [search.q])
  const put = (change: Partial<AccountSearch>) => onChange({ ...search, q: typed.trim() || undefined, ...change, page: undefined })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    put({})
  }
  return (
    <Box
      component="form" role="search" aria-label={t('keeping.accounts.filters')} noValidate onSubmit={submit}
      sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr 1fr', lg: 'minmax(260px, 2fr) repeat(2, minmax(150px, 1fr)) auto' } }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'end', gridColumn: { xs: '1 / -1', lg: 'auto' } }}>
        <LabelledText
          id="account-q" type="search" label={t('keeping.accounts.search')} hint={t('keeping.accounts.searchHint')} value={typed} onChange={setTyped} maxLength={100} spellCheck={false}
        />
        <Button type="submit" variant="outlined" sx={{ flex: 'none' }}>{t('keeping.go')}</Button>
      </Box>
      <LabelledSelect
        id="account-role" label={t('keeping.accounts.role')} emptyText={t('keeping.all')} value={search.role ?? ''}
        options={AccountRole.options.map((role) => ({ value: role, text: say(roleWords[role]) }))} onChange={(role) => put({ role: (role || undefined) as AccountRole | undefined })}
      />
      <LabelledSelect
        id="account-state" label={t('keeping.accounts.state')} emptyText={t('keeping.all')} value={search.state ?? ''}
        options={KeptAccountState.options.map((state) => ({ value: state, text: t(`keeping.states.${state}`) }))} onChange={(state) => put({ state: (state || undefined) as AccountSearch['state'] })}
      />
      {isFiltered && <Button variant="text" sx={{ justifySelf: 'start' }} onClick={() => onChange({})}>{t('keeping.clear')}</Button>}
    </Box>
  )
}
