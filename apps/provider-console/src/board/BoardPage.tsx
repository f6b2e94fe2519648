import { Answered, useMe } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { Figures } from '@icp/contract'
import { EmptyState, KeyFigures, PageHeading, Panel, Shortcuts } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link, useNavigate } from '@tanstack/react-router'
import { paths, queueLink } from '../paths.js'
import { useConsoleText } from '../text.js'
import { RecentFilings } from './RecentFilings.js'

/** What waits for this provider, as numbers that lead to their lists; and what happened lately. */
export function BoardPage() {
  const t = useConsoleText()
  const navigate = useNavigate()
  const me = useMe()
  const figures = useAnswer('getFigures', {}, { refetchInterval: 15_000 })
  const tiles = ({ statuses, attention }: Figures) => [
    { id: 'waiting', label: t('board.waiting'), hint: t('board.waitingHint'), value: attention.waiting, to: queueLink({ attention: 'waiting' }), tone: 'progress' as const },
    { id: 'requests', label: t('board.requests'), hint: t('board.requestsHint'), value: attention['open-requests'], to: queueLink({ attention: 'open-requests' }), tone: 'warn' as const },
    { id: 'returned', label: t('board.returned'), hint: t('board.returnedHint'), value: statuses.returned, to: queueLink({ status: 'returned' }), tone: 'bad' as const },
    {
      id: 'confirmation', label: t('board.confirmation'), hint: t('board.confirmationHint'), value: statuses['awaiting-confirmation'],
      to: queueLink({ status: 'awaiting-confirmation' }), tone: 'warn' as const,
    },
    { id: 'review', label: t('board.review'), hint: t('board.reviewHint'), value: statuses['in-review'], to: queueLink({ status: 'in-review' }), tone: 'progress' as const },
    { id: 'overdue', label: t('board.overdue'), hint: t('board.overdueHint'), value: attention.overdue, to: queueLink({ attention: 'overdue' }), tone: 'bad' as const },
  ]
  return (
    <>
      <PageHeading
        lead={t('board.lead', { provider: me.provider?.name ?? '' })}
        actions={(
          <Shortcuts
            words={{
              open: t('filings.shortcuts.open'), title: t('filings.shortcuts.title'), close: t('filings.shortcuts.close'), enabled: t('filings.shortcuts.enabled'),
              help: t('filings.shortcuts.help'),
            }}
            items={[{ key: 'q', text: t('filings.shortcuts.queue'), run: () => void navigate({ to: paths.queue }) }]}
          />
        )}
      >
        {t('board.title')}
      </PageHeading>
      <Answered answer={figures} rows={2}>
        {(data) => (
          <>
            <KeyFigures label={t('board.figures')} link={Link} figures={tiles(data)} />
            {data.attention.waiting === 0 && data.attention['open-requests'] === 0
              ? <EmptyState text={Object.values(data.statuses).every((count) => count === 0) ? t('board.nothingEver') : t('board.nothing')} />
              : <Button variant="contained" component={Link} {...queueLink({ attention: 'waiting' })} sx={{ mb: 3 }}>{t('board.toQueue')}</Button>}
          </>
        )}
      </Answered>
      <Panel title={t('board.lately')}><RecentFilings /></Panel>
    </>
  )
}
