import { cancellationKinds, FilingKind, FilingStatus, finalStatuses } from '@icp/domain'
import { useConsoleText } from '../text.js'
import { FilingListPage } from './FilingListPage.js'

/** What two owners have not agreed on yet names no provider. */
const shown = FilingStatus.options.filter((status) => status !== 'draft' && status !== 'awaiting-agreement')

export function QueuePage() {
  const t = useConsoleText()
  return (
    <FilingListPage
      title={t('filings.queueTitle')} lead={t('filings.queueLead')} none={t('filings.none')} fixed={{ state: 'open' }} statuses={shown}
      kinds={FilingKind.options}
    />
  )
}

export function CancellationsPage() {
  const t = useConsoleText()
  return (
    <FilingListPage
      title={t('filings.cancellationsTitle')} lead={t('filings.cancellationsLead')} none={t('filings.noneCancellations')}
      fixed={{ form: 'cancellation' }}
      statuses={shown} kinds={cancellationKinds}
    />
  )
}

export function ClosedPage() {
  const t = useConsoleText()
  return (
    <FilingListPage
      title={t('filings.closedTitle')} lead={t('filings.closedLead')} none={t('filings.noneClosed')} fixed={{ state: 'closed' }}
      statuses={finalStatuses}
      kinds={FilingKind.options}
    />
  )
}
