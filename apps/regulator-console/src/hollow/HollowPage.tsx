import { useAnswer } from '@icp/client'
import type { Clearance, HollowRow } from '@icp/contract'
import { HollowKind, hollowNoticeDays, type HollowStanding } from '@icp/domain'
import { domainBothWays, Moment } from '@icp/filing-views'
import { LabelledSelect, PageHeading, Small, StatusMark, type Tone } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { FilteredRows } from '../shared/FilteredRows.js'
import { useConsoleText } from '../text.js'
import { ClearanceResults } from './ClearanceResults.js'
import { ClearWindow } from './ClearWindow.js'
import { numberOf } from './hollow-number.js'
import { hollowQuery, type HollowSearch, hollowSearch } from './hollow-search.js'
import { useHollowKind } from './use-hollow-kind.js'

const tones: Readonly<Record<HollowStanding, Tone>> = { found: 'neutral', told: 'neutral', stopped: 'warn', due: 'bad' }

/** What is hollow in the province; what is due is chosen and cleared many at a time. */
export function HollowPage() {
  const t = useConsoleText()
  const kindOf = useHollowKind()
  const navigate = useNavigate()
  const search = hollowSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listHollow', { query: hollowQuery(search) }, { placeholderData: (previous) => previous })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [clearing, setClearing] = useState(false)
  const [done, setDone] = useState<{ readonly results: readonly Clearance[]; readonly rows: readonly HollowRow[] } | null>(null)
  const due = list.data?.rows.filter(({ standing }) => standing === 'due') ?? []
  // What is not on the page is never cleared unseen.
  const picked = due.filter(({ id }) => chosen.has(id))
  const go = (next: HollowSearch) => {
    setChosen(new Set())
    void navigate({ to: '.', search: next as never })
  }
  const put = (ids: readonly string[], on: boolean) => setChosen((now) => new Set(on ? [...now, ...ids] : [...now].filter((id) => !ids.includes(id))))
  return (
    <>
      <PageHeading lead={t('hollow.lead', { days: hollowNoticeDays })}>{t('hollow.title')}</PageHeading>
      {done && <ClearanceResults results={done.results} rows={done.rows} />}
      <Box role="search" aria-label={t('hollow.filters')} sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr', sm: 'minmax(180px, 260px) 1fr' } }}>
        <LabelledSelect
          id="hollow-kind" label={t('hollow.kind')} emptyText={t('keeping.all')} value={search.kind ?? ''} options={HollowKind.options.map((kind) => ({ value: kind, text: t(`hollow.kinds.${kind}`) }))}
          onChange={(kind) => go({ kind: (kind || undefined) as HollowKind | undefined })}
        />
        {due.length > 0 && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: { sm: 'flex-end' } }}>
            <Button variant="outlined" onClick={() => put(due.map(({ id }) => id), true)}>{t('hollow.chooseAll')}</Button>
            <Button variant="contained" color="error" disabled={picked.length === 0} onClick={() => setClearing(true)}>{t('hollow.clearChosen', { count: picked.length })}</Button>
          </Box>
        )}
      </Box>
      <FilteredRows
        answer={list} caption={t('hollow.caption')} count={(total) => t('hollow.count', { total })} empty={t('hollow.empty')} noneMatch={t('hollow.noneMatch')}
        onClear={search.kind ? () => go({}) : undefined} trail={search.page} onPage={(page) => go({ ...search, page })}
        columns={[
          {
            id: 'choose', heading: t('hollow.choose'),
            cell: (row) => (row.standing === 'due'
              ? <Checkbox checked={chosen.has(row.id)} onChange={(_, on) => put([row.id], on)} slotProps={{ input: { 'aria-label': t('hollow.chooseOf', { number: numberOf(row) }) } }} sx={{ m: -1 }} />
              : null),
          },
          { id: 'what', heading: t('hollow.what'), main: true, minWidth: 210, cell: (row) => <What row={row} /> },
          { id: 'kind', heading: t('hollow.kind'), cell: (row) => kindOf(row) },
          { id: 'since', heading: t('hollow.since'), cell: ({ since }) => <Moment at={since} /> },
          { id: 'told', heading: t('hollow.told'), cell: ({ toldAt }) => (toldAt ? <Moment at={toldAt} /> : t('hollow.notTold')) },
          { id: 'until', heading: t('hollow.until'), cell: ({ until }) => (until ? <Moment at={until} /> : null) },
          { id: 'standing', heading: t('hollow.standing'), cell: ({ standing }) => <StatusMark tone={tones[standing]} text={t(`hollow.standings.${standing}`)} /> },
        ]}
      />
      {clearing && (
        <ClearWindow
          rows={picked} onClose={() => setClearing(false)}
          onDone={(results) => {
            setDone({ results, rows: picked })
            setClearing(false)
            setChosen(new Set())
          }}
        />
      )}
    </>
  )
}

function What({ row }: { readonly row: HollowRow }) {
  const { subjectName, serviceName, domain } = row
  return (
    <>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{serviceName ?? subjectName}</Box>
      <Small>{[numberOf(row), ...(domain ? [domainBothWays(domain)] : []), ...(serviceName === null ? [] : [subjectName])].join(' · ')}</Small>
    </>
  )
}
