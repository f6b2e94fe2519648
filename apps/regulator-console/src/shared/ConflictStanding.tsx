import type { ConflictSide } from '@icp/contract'
import { FilingStatus } from '@icp/domain'
import { StatusChip } from '@icp/filing-views'
import { StatusMark } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** Where the other side stands: a filing by its status, a record as in force, a draft as one that could not finish. */
export function ConflictStanding({ side: { is, status } }: { readonly side: ConflictSide }) {
  const t = useConsoleText()
  const known = FilingStatus.safeParse(status)
  if (is === 'filing' && known.success) return <StatusChip status={known.data} />
  return is === 'attempt' ? <StatusMark tone="warn" text={t('conflicts.attempt')} /> : <StatusMark tone="good" text={t('conflicts.inForce')} />
}
