import type { FilingRow } from '@icp/contract'
import { FilingTable as Table } from '@icp/filing-views'
import { Link } from '@tanstack/react-router'
import { filingPath } from '../paths.js'
import { useConsoleText } from '../text.js'

interface FilingTableProps {
  readonly rows: readonly FilingRow[]
  /** `running`: with the clock; `closed`: with the end; `recent`: no more than what moved, and when. */
  readonly as: 'running' | 'closed' | 'recent'
  readonly busy: boolean
}

const columns = { running: ['websites', 'status', 'since', 'due'], closed: ['websites', 'status', 'since'], recent: ['status', 'since'] } as const
const since = { running: 'filings.since', closed: 'filings.closedOn', recent: 'filings.changed' } as const

/** The filings that name this provider. */
export function FilingTable({ rows, as, busy }: FilingTableProps) {
  const t = useConsoleText()
  return <Table rows={rows} columns={columns[as]} since={t(since[as])} busy={busy} link={(row) => <Link to={filingPath(row.id)} data-row-link="">{row.reference}</Link>} />
}
