import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { EmptyState } from '@icp/ui'
import { FilingTable } from '../shared/FilingTable.js'
import { useConsoleText } from '../text.js'

/** The filings whose status changed last, whatever it is now. */
export function RecentFilings() {
  const t = useConsoleText()
  const list = useAnswer('listFilings', { query: {} }, { refetchInterval: 15_000 })
  return (
    <Answered answer={list}>
      {({ rows }) => (rows.length === 0 ? <EmptyState text={t('board.nothingEver')} /> : <FilingTable rows={rows.slice(0, 5)} as="recent" busy={false} />)}
    </Answered>
  )
}
