import { useFormat, useSay } from '@icp/app-shell'
import type { FilingRow } from '@icp/contract'
import { kindWords } from '@icp/domain'
import { DueCell, StatusChip } from '@icp/filing-views'
import { type DataColumn, DataRows } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { filingPath } from '../paths.js'
import { useConsoleText } from '../text.js'

interface FilingTableProps {
  readonly rows: readonly FilingRow[]
  readonly closed: boolean
  readonly busy: boolean
}

/** Rows of filings; under 600 px cards. The link of each row is what the keyboard steps over. */
export function FilingTable({ rows, closed, busy }: FilingTableProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const websites = ({ services }: FilingRow) => (
    <>
      {services.slice(0, 2).map((service) => <Box key={service.domain}>{service.name} <Box component="span" sx={{ color: 'text.secondary' }}>{service.domain}</Box></Box>)}
      {services.length > 2 && <Box sx={{ color: 'text.secondary' }}>{t('filings.moreWebsites', { count: services.length })}</Box>}
    </>
  )
  const running: DataColumn<FilingRow>[] = [
    { id: 'since', heading: t('filings.since'), cell: (row) => <time dateTime={row.statusSince}>{format.dateTime(row.statusSince)}</time> },
    { id: 'due', heading: t('filings.due'), cell: (row) => <DueCell due={row.due} /> },
    { id: 'requests', heading: t('filings.requests'), cell: (row) => (row.openRequests > 0 ? <strong>{t('filings.requestsOpen', { count: row.openRequests })}</strong> : t('filings.requestsNone')) },
  ]
  const ended: DataColumn<FilingRow>[] = [
    { id: 'closedOn', heading: t('filings.closedOn'), cell: (row) => <time dateTime={row.statusSince}>{format.dateTime(row.statusSince)}</time> },
  ]
  return (
    <DataRows
      caption={t('filings.caption')} rows={rows} rowKey={(row) => row.id} busy={busy}
      columns={[
        { id: 'reference', heading: t('filings.reference'), main: true, cell: (row) => <Link to={filingPath(row.id)} data-row-link="">{row.reference}</Link> },
        { id: 'subject', heading: t('filings.subject'), cell: (row) => row.subjectName },
        { id: 'websites', heading: t('filings.websites'), cell: websites },
        { id: 'kind', heading: t('filings.kind'), cell: (row) => say(kindWords[row.kind]) },
        { id: 'status', heading: t('filings.status'), cell: (row) => <StatusChip status={row.status} /> },
        ...(closed ? ended : running),
      ]}
    />
  )
}
