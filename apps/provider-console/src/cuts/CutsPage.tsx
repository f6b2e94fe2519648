import { Answered, ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import type { CutOrder } from '@icp/contract'
import { provinceName } from '@icp/domain'
import { CutBall, CutMark, useForcedReason, useSay, useTypedDomain } from '@icp/filing-views'
import { Banner, BusyButton, DataRows, EmptyState, LabelledSelect, PageHeading, Pager, Small, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Typography from '@mui/material/Typography'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { cutsQuery, type CutsSearch, cutsSearch } from './cuts-search.js'

const filters = ['open', 'done'] as const
const isOpen = ({ standing }: CutOrder): boolean => standing !== 'acknowledged'

/** What administrations have cancelled by force and this provider has to cut; acknowledged one or many at a time. */
export function CutsPage() {
  const t = useConsoleText()
  const format = useFormat()
  const navigate = useNavigate()
  const search = cutsSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listCutOrders', { query: cutsQuery(search) }, { placeholderData: (previous) => previous })
  const act = useAct('acknowledgeCuts', { refreshes: ['listCutOrders'] })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [done, setDone] = useState(0)
  const open = list.data?.rows.filter(isOpen) ?? []
  // What is not on the page is never acknowledged unseen.
  const picked = open.filter(({ id }) => chosen.has(id))
  const go = (next: CutsSearch) => {
    setChosen(new Set())
    setDone(0)
    void navigate({ to: '.', search: next as never })
  }
  const send = (rows: readonly CutOrder[]) => act.mutate({ body: { ids: rows.map(({ id }) => id) } }, {
    onSuccess: () => {
      setDone(rows.length)
      setChosen(new Set())
    },
  })
  return (
    <>
      <PageHeading lead={t('cuts.lead')}>{t('cuts.title')}</PageHeading>
      {done > 0 && <Banner tone="good" live="status" title={t('cuts.done', { count: done })} />}
      {act.error && <ProblemNotice problem={act.error} />}
      {list.data?.worst && <CutBall standing={list.data.worst} reader="provider" />}
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'end', mb: 3, gridTemplateColumns: { xs: '1fr', sm: 'minmax(180px, 260px) 1fr' } }}>
        <Box role="search" aria-label={t('cuts.filters')}>
          <LabelledSelect
            id="cuts-filter" label={t('cuts.show')} value={search.cuts ?? 'open'} options={filters.map((cuts) => ({ value: cuts, text: t(`cuts.shown.${cuts}`) }))} onChange={(cuts) => go({ cuts: filters.find((one) => one === cuts) })}
          />
        </Box>
        {open.length > 0 && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, justifyContent: { sm: 'flex-end' } }}>
            <Button variant="outlined" onClick={() => setChosen(new Set(open.map(({ id }) => id)))}>{t('cuts.chooseAll')}</Button>
            <BusyButton busy={act.isPending} busyText={t('cuts.sending')} disabled={picked.length === 0} onClick={() => send(picked)}>{t('cuts.acknowledgeChosen', { count: picked.length })}</BusyButton>
          </Box>
        )}
      </Box>
      <Answered answer={list} rows={6}>
        {({ rows, total, next }) => (rows.length === 0 ? <EmptyState text={t(search.cuts === 'done' ? 'cuts.noneDone' : 'cuts.none')} /> : (
          <>
            <Typography role="status" sx={{ color: 'text.secondary', mb: 1 }}>{t('cuts.count', { total })}</Typography>
            <DataRows
              caption={t('cuts.title')} rows={rows} rowKey={(row) => row.id} busy={list.isPlaceholderData} cardsBelow={900}
              columns={[
                ...(open.length > 0 ? [{
                  id: 'choose', heading: t('cuts.choose'),
                  cell: (row: CutOrder) => (isOpen(row) ? (
                    <Checkbox
                      checked={chosen.has(row.id)} slotProps={{ input: { 'aria-label': t('cuts.chooseOf', { number: row.serviceNumber }) } }} sx={{ m: -1 }}
                      onChange={(_, on) => setChosen((now) => new Set(on ? [...now, row.id] : [...now].filter((id) => id !== row.id)))}
                    />
                  ) : null),
                }] : []),
                { id: 'service', heading: t('cuts.service'), main: true, minWidth: 160, cell: (row) => <Service row={row} /> },
                { id: 'why', heading: t('cuts.why'), minWidth: 170, cell: (row) => <Why row={row} /> },
                { id: 'due', heading: t('cuts.due'), whole: true, cell: ({ dueOn }) => format.day(dueOn) },
                { id: 'stands', heading: t('cuts.stands'), minWidth: 130, cell: (row) => <Standing row={row} busy={act.isPending} onAcknowledge={() => send([row])} /> },
              ]}
            />
            <Pager
              trail={search.page ?? ''} next={next} onChange={(page) => go({ ...search, page: page || undefined })}
              words={{ label: t('filings.pages'), previous: t('filings.previous'), next: t('filings.next'), page: (page) => t('filings.page', { page }) }}
            />
          </>
        ))}
      </Answered>
    </>
  )
}

function Service({ row: { serviceName, serviceNumber, serviceType, domain, subjectName } }: { readonly row: CutOrder }) {
  const typedDomain = useTypedDomain()
  return (
    <>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{serviceName}</Box>
      <Small>{[serviceNumber, typedDomain({ type: serviceType, domain }), subjectName].filter((part) => part !== '').join(' · ')}</Small>
    </>
  )
}

function Why({ row: { reason, ground, province } }: { readonly row: CutOrder }) {
  const t = useConsoleText()
  const say = useSay()
  const reasonText = useForcedReason()
  return <>{reasonText(reason)}<Small>{ground}</Small><Small>{t('cuts.orderedBy', { province: say(provinceName(province)) })}</Small></>
}

function Standing({ row, busy, onAcknowledge }: { readonly row: CutOrder; readonly busy: boolean; readonly onAcknowledge: () => void }) {
  const t = useConsoleText()
  const format = useFormat()
  return (
    <>
      <CutMark standing={row.standing} />
      {row.acknowledgedAt
        ? <Small>{format.dateTime(row.acknowledgedAt)}</Small>
        : <Box sx={{ mt: 1 }}><Button size="small" variant="outlined" disabled={busy} onClick={onAcknowledge} aria-label={t('cuts.acknowledgeOf', { number: row.serviceNumber })}>{t('cuts.acknowledge')}</Button></Box>}
    </>
  )
}
