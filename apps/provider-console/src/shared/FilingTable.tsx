import { useSay } from '@icp/app-shell'
import type { FilingRow } from '@icp/contract'
import { kindWords } from '@icp/domain'
import { DueCell, Moment, StatusChip } from '@icp/filing-views'
import { type DataColumn, DataRows } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { filingPath } from '../paths.js'
import { useConsoleText } from '../text.js'

interface FilingTableProps {
  readonly rows: readonly FilingRow[]
  /** `running`: with clock and requests; `closed`: with the end; `recent`: no more than what moved, and when. */
  readonly as: 'running' | 'closed' | 'recent'
  readonly busy: boolean
}

/** Rows of filings; under 600 px cards. The link of each row is what the keyboard steps over. */
export function FilingTable({ rows, as, busy }: FilingTableProps) {
  const t = useConsoleText()
  const say = useSay()
  const websites = ({ services }: FilingRow) => (
    <>
      {services.slice(0, 2).map((service) => (
        <Box key={service.domain} sx={{ mb: 0.5 }}>{service.name}<Box sx={{ color: 'text.secondary', fontSize: '.9rem' }}>{service.domain}</Box></Box>
      ))}
      {services.length > 2 && <Box sx={{ color: 'text.secondary' }}>{t('filings.moreWebsites', { count: services.length })}</Box>}
    </>
  )
  const running: DataColumn<FilingRow>[] = [
    { id: 'since', heading: t('filings.since'), cell: (row) => <Moment at={row.statusSince} /> },
    { id: 'due', heading: t('filings.due'), cell: (row) => <DueCell due={row.due} /> },
    { id: 'requests', heading: t('filings.requests'), cell: (row) => (row.openRequests > 0 ? <strong>{t('filings.requestsOpen', { count: row.openRequests })}</strong> : t('filings.requestsNone')) },
  ]
  const ended: DataColumn<FilingRow>[] = [
    { id: 'closedOn', heading: t('filings.closedOn'), cell: (row) => <Moment at={row.statusSince} /> },
  ]
  const moved: DataColumn<FilingRow>[] = [{ id: 'since', heading: t('filings.changed'), cell: (row) => <Moment at={row.statusSince} /> }]
  return (
    <DataRows
      caption={t('filings.caption')} rows={rows} rowKey={(row) => row.id} busy={busy} cardsBelow={900}
      columns={[
        { id: 'reference', heading: t('filings.reference'), main: true, cell: (row) => <Link to={filingPath(row.id)} data-row-link="">{row.reference}</Link> },
        { id: 'subject', heading: t('filings.subject'), minWidth: 104, cell: (row) => row.subjectName },
        ...(as === 'recent' ? [] : [{ id: 'websites', heading: t('filings.websites'), minWidth: 140, cell: websites }]),
        { id: 'kind', heading: t('filings.kind'), minWidth: 64, cell: (row) => say(kindWords[row.kind]) },
        { id: 'status', heading: t('filings.status'), minWidth: 112, cell: (row) => <StatusChip status={row.status} /> },
        ...(as === 'closed' ? ended : as === 'recent' ? moved : running),
      ]}
    />
  )
}
