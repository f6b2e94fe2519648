import { useSay } from '@icp/app-shell'
import type { FilingRow } from '@icp/contract'
import { kindWords } from '@icp/domain'
import { DueCell, Moment, StatusChip } from '@icp/filing-views'
import { DataRows } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { filingPath } from '../paths.js'
import { useConsoleText } from '../text.js'

interface FilingTableProps {
  readonly rows: readonly FilingRow[]
  /** `queue`: one status, in order of arrival; `all`: any status; `recent`: no more than what moved, and when. */
  readonly as: 'queue' | 'all' | 'recent'
  readonly busy: boolean
}

/** Rows of filings; under 600 px cards. The link of each row is what the keyboard steps over. */
export function FilingTable({ rows, as, busy }: FilingTableProps) {
  const t = useConsoleText()
  const brief = as === 'recent'
  const say = useSay()
  const websites = ({ services }: FilingRow) => (
    <>
      {services.slice(0, 2).map((service) => (
        <Box key={service.domain} sx={{ mb: 0.5 }}>{service.name}<Box sx={{ color: 'text.secondary', fontSize: '.9rem' }}>{service.domain}</Box></Box>
      ))}
      {services.length > 2 && <Box sx={{ color: 'text.secondary' }}>{t('filings.moreWebsites', { count: services.length })}</Box>}
    </>
  )
  return (
    <DataRows
      caption={t('filings.caption')} rows={rows} rowKey={(row) => row.id} busy={busy} cardsBelow={900}
      columns={[
        { id: 'reference', heading: t('filings.reference'), main: true, cell: (row) => <Link to={filingPath(row.id)} data-row-link="">{row.reference}</Link> },
        { id: 'subject', heading: t('filings.subject'), minWidth: 104, cell: (row) => row.subjectName },
        ...(brief ? [] : [{ id: 'websites', heading: t('filings.websites'), minWidth: 140, cell: websites }]),
        { id: 'kind', heading: t('filings.kind'), minWidth: 64, cell: (row) => say(kindWords[row.kind]) },
        ...(as === 'queue' ? [] : [{ id: 'status', heading: t('filings.status'), minWidth: 112, cell: (row: FilingRow) => <StatusChip status={row.status} /> }]),
        ...(brief ? [] : [{ id: 'providers', heading: t('filings.providers'), minWidth: 104, cell: (row: FilingRow) => row.providers.map((provider) => provider.name).join(say({ zh: '、', en: ', ' })) }]),
        { id: 'since', heading: t(as === 'queue' ? 'filings.arrived' : as === 'all' ? 'filings.since' : 'filings.changed'), cell: (row) => <Moment at={row.statusSince} /> },
        ...(brief ? [] : [{ id: 'due', heading: t('filings.due'), cell: (row: FilingRow) => <DueCell due={row.due} /> }]),
      ]}
    />
  )
}
