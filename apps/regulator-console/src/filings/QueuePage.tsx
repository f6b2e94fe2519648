import { ProblemNotice } from '@icp/app-shell'
import { Banner, BusyButton } from '@icp/ui'
import { useSearch } from '@tanstack/react-router'
import { useConsoleText } from '../text.js'
import { FilingListPage } from './FilingListPage.js'
import { filingSearch } from './filing-search.js'
import { useTakeNext } from '../shared/use-take-next.js'

/** What is in review in the province, in order of arrival; "take next" opens the oldest that the filters let through. */
export function QueuePage() {
  const t = useConsoleText()
  const { kind, attention, q } = filingSearch.parse(useSearch({ strict: false }))
  const next = useTakeNext()
  const take = () => next.mutate({ query: { ...(kind ? { kind } : {}), ...(attention ? { attention } : {}), ...(q ? { q } : {}) } })
  return (
    <>
      <FilingListPage
        title={t('filings.queueTitle')} lead={t('filings.queueLead')} none={t('filings.noneQueue')} status="in-review" statuses={[]}
        attentions={['due-soon', 'overdue']}
        actions={<BusyButton busy={next.isPending} busyText={t('filings.taking')} onClick={take}>{t('filings.takeNext')}</BusyButton>}
        shortcuts={[{ key: 't', text: t('filings.shortcuts.take'), run: take }]}
      />
      {next.data === false && <Banner tone="neutral" live="status" title={t('filings.nothingNext')} />}
      {next.error && <ProblemNotice problem={next.error} retry={take} />}
    </>
  )
}
