import { useAnswer } from '@icp/client'
import type { ForcedCancellation } from '@icp/contract'
import { accountNameShown } from '@icp/domain'
import { CutBall, CutMark, FilingNumber, Moment, useForcedReason } from '@icp/filing-views'
import { LabelledSelect, PageHeading, Small, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { FilteredRows } from '../shared/FilteredRows.js'
import { useConsoleText } from '../text.js'
import { forcedQuery, type ForcedSearch, forcedSearch } from './forced-search.js'

const filters = ['open', 'done'] as const

/** What the province has cancelled by force, and which providers have not said yet that they cut it. */
export function ForcedPage() {
  const t = useConsoleText()
  const say = useSay()
  const navigate = useNavigate()
  const search = forcedSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listForcedCancellations', { query: forcedQuery(search) }, { placeholderData: (previous) => previous })
  const go = (next: ForcedSearch) => void navigate({ to: '.', search: next as never })
  return (
    <>
      <PageHeading lead={t('forced.lead')} actions={<Button variant="contained" color="error" component={Link} to={paths.force}>{t('forced.begin')}</Button>}>{t('forced.title')}</PageHeading>
      {list.data?.worst && <CutBall standing={list.data.worst} reader="reviewer" />}
      <Box role="search" aria-label={t('forced.filters')} sx={{ mb: 3, maxWidth: 300 }}>
        <LabelledSelect
          id="forced-cuts" label={t('forced.cuts')} emptyText={t('keeping.all')} value={search.cuts ?? ''} options={filters.map((cuts) => ({ value: cuts, text: t(`forced.cutsOf.${cuts}`) }))}
          onChange={(cuts) => go({ cuts: filters.find((one) => one === cuts) })}
        />
      </Box>
      <FilteredRows
        answer={list} caption={t('forced.caption')} count={(total) => t('forced.count', { total })} empty={t('forced.empty')} noneMatch={t('forced.noneMatch')}
        onClear={search.cuts ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          { id: 'what', heading: t('forced.what'), main: true, minWidth: 190, cell: (row) => <What row={row} /> },
          { id: 'why', heading: t('forced.why'), minWidth: 170, cell: (row) => <Why row={row} /> },
          { id: 'when', heading: t('forced.when'), minWidth: 140, cell: ({ at, by }) => <><Moment at={at} /><Small>{say(accountNameShown(by))}</Small></> },
          { id: 'cut', heading: t('forced.providers'), minWidth: 210, cell: (row) => <Orders row={row} /> },
        ]}
      />
    </>
  )
}

function What({ row: { number, whole, subjectName, numbers } }: { readonly row: ForcedCancellation }) {
  const t = useConsoleText()
  return (
    <>
      <FilingNumber text={number} />
      <Small>{subjectName}</Small>
      {whole && <Small>{t('forced.withAll', { count: numbers.length - 1 })}</Small>}
    </>
  )
}

function Why({ row: { reason, ground, subjectListed, domainsListed } }: { readonly row: ForcedCancellation }) {
  const t = useConsoleText()
  const reasonText = useForcedReason()
  return (
    <>
      {reasonText(reason)}
      <Small>{ground}</Small>
      {subjectListed && <Small>{t('forced.subjectListed')}</Small>}
      {domainsListed && <Small>{t('forced.domainsListed')}</Small>}
    </>
  )
}

function Orders({ row: { orders } }: { readonly row: ForcedCancellation }) {
  const t = useConsoleText()
  const format = useFormat()
  if (orders.length === 0) return <>{t('forced.nobodyServes')}</>
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
      {orders.map(({ id, providerName, serviceNumber, dueOn, standing, acknowledgedAt }) => (
        <li key={id}>
          <Box sx={{ overflowWrap: 'anywhere' }}>{providerName}</Box>
          <CutMark standing={standing} />
          <Small>{acknowledgedAt ? t('forced.acknowledged', { number: serviceNumber, at: format.dateTime(acknowledgedAt) }) : t('forced.due', { number: serviceNumber, on: format.day(dueOn) })}</Small>
        </li>
      ))}
    </Box>
  )
}
