import type { FilingRow } from '@icp/contract'
import { FilingTable as Table } from '@icp/filing-views'
import { Link } from '@tanstack/react-router'
import { filingPath } from '../paths.js'
import { useConsoleText } from '../text.js'

interface FilingTableProps {
  readonly rows: readonly FilingRow[]
  /** `queue`: one status, in order of arrival; `all`: any status; `recent`: no more than what moved, and when. */
  readonly as: 'queue' | 'all' | 'recent'
  readonly busy: boolean
}

const columns = { queue: ['websites', 'providers', 'since', 'due'], all: ['websites', 'status', 'providers', 'since', 'due'], recent: ['status', 'since'] } as const
const since = { queue: 'filings.arrived', all: 'filings.since', recent: 'filings.changed' } as const

/** The filings of this province. */
export function FilingTable({ rows, as, busy }: FilingTableProps) {
  const t = useConsoleText()
  return <Table rows={rows} columns={columns[as]} since={t(since[as])} busy={busy} link={(row) => <Link to={filingPath(row.id)} data-row-link="">{row.reference}</Link>} />
}
