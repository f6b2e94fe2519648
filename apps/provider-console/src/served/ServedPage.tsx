import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { ServedAccess } from '@icp/contract'
import { domainBothWays } from '@icp/filing-views'
import { Banner, DataRows, EmptyState, PageHeading, Pager, Small, StatusMark, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { filingPath } from '../paths.js'
import { useConsoleText } from '../text.js'
import { EndAccessWindow } from './EndAccessWindow.js'
import { servedQuery, servedSearch, type ServedSearch } from './served-search.js'
import { ServedSearchBox } from './ServedSearchBox.js'

/** What this provider serves by the register, and the way to give one of its accesses up. */
export function ServedPage() {
  const t = useConsoleText()
  const format = useFormat()
  const navigate = useNavigate()
  const search = servedSearch.parse(useSearch({ strict: false }))
  const list = useAnswer('listServedAccesses', { query: servedQuery(search) }, { placeholderData: (previous) => previous })
  const [chosen, setChosen] = useState<ServedAccess | null>(null)
  const [done, setDone] = useState<{ readonly id: string; readonly reference: string; readonly name: string } | null>(null)
  const go = (next: ServedSearch) => void navigate({ to: '.', search: next as never })
  const act = (row: ServedAccess) => (row.ending ? <Link to={filingPath(row.ending.id)}>{row.ending.reference}</Link> : (
    <Button size="small" variant="outlined" sx={{ whiteSpace: 'nowrap' }} aria-label={t('served.endOf', { name: row.serviceName })} onClick={() => { setDone(null); setChosen(row) }}>{t('served.end')}</Button>
  ))
  return (
    <>
      <PageHeading lead={t('served.lead')}>{t('served.title')}</PageHeading>
      {done && (
        <Banner tone="good" live="status" title={t('served.done', { name: done.name })} actions={<Button component={Link} to={filingPath(done.id)} variant="outlined" size="small">{done.reference}</Button>}>
          {t('served.doneNext')}
        </Banner>
      )}
      <ServedSearchBox q={search.q ?? ''} onSearch={(q) => go(q ? { q } : {})} />
      <Answered answer={list} rows={6}>
        {({ rows, total, next }) => (rows.length === 0
          ? <EmptyState text={search.q ? t('served.noneMatch') : t('served.none')} {...(search.q ? { action: <Button variant="outlined" onClick={() => go({})}>{t('served.clear')}</Button> } : {})} />
          : (
            <>
              <Typography role="status" sx={{ color: 'text.secondary', mb: 1 }}>{t('served.count', { total })}</Typography>
              <DataRows
                caption={t('served.title')} rows={rows} rowKey={(row) => row.id} busy={list.isPlaceholderData} cardsBelow={900}
                columns={[
                  { id: 'service', heading: t('served.service'), main: true, minWidth: 150, cell: (row) => <>{row.serviceName}<Small>{row.domain ? domainBothWays(row.domain) : ''}</Small></> },
                  { id: 'number', heading: t('served.number'), cell: (row) => <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{row.serviceNumber}</Box> },
                  { id: 'subject', heading: t('served.subject'), minWidth: 120, cell: (row) => row.subjectName },
                  { id: 'addresses', heading: t('served.addresses'), minWidth: 150, cell: (row) => row.ipRanges.map(({ from, to }) => <Box key={from} sx={{ overflowWrap: 'anywhere' }}>{from === to ? from : `${from} – ${to}`}</Box>) },
                  { id: 'approved', heading: t('served.approved'), whole: true, cell: (row) => format.day(row.approvedOn) },
                  { id: 'others', heading: t('served.others'), cell: (row) => (row.isLast ? <StatusMark tone="warn" text={t('served.alone')} /> : <StatusMark tone="neutral" text={t('served.shared')} />) },
                  { id: 'act', heading: t('served.act'), cell: act },
                ]}
              />
              <Pager
                trail={search.page ?? ''} next={next} onChange={(page) => go({ ...search, page: page || undefined })}
                words={{ label: t('filings.pages'), previous: t('filings.previous'), next: t('filings.next'), page: (page) => t('filings.page', { page }) }}
              />
            </>
          ))}
      </Answered>
      {chosen && (
        <EndAccessWindow
          row={chosen} onClose={() => setChosen(null)}
          onDone={({ id, reference }) => {
            setDone({ id, reference, name: chosen.serviceName })
            setChosen(null)
          }}
        />
      )}
    </>
  )
}
