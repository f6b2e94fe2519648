import { Answered, useMe, useSay } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { Figures } from '@icp/contract'
import { findProvince } from '@icp/domain'
import { BusyButton, EmptyState, KeyFigures, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { FilingTable } from '../shared/FilingTable.js'
import { useTakeNext } from '../shared/use-take-next.js'
import { listLink, paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { AgeBars } from './AgeBars.js'

/** The province's review in numbers that lead to their lists, and how old the queue is. */
export function DashboardPage() {
  const t = useConsoleText()
  const say = useSay()
  const me = useMe()
  const next = useTakeNext()
  const figures = useAnswer('getFigures', {}, { refetchInterval: 15_000 })
  const lately = useAnswer('listFilings', { query: {} }, { refetchInterval: 15_000 })
  const administration = findProvince(me.province ?? '')?.administration
  const tiles = ({ statuses, attention }: Figures) => [
    { id: 'review', label: t('dashboard.review'), hint: t('dashboard.reviewHint'), value: statuses['in-review'], to: listLink(paths.queue), tone: 'progress' as const },
    { id: 'due-soon', label: t('dashboard.dueSoon'), hint: t('dashboard.dueSoonHint'), value: attention['due-soon'], to: listLink(paths.queue, { attention: 'due-soon' }), tone: 'warn' as const },
    { id: 'overdue', label: t('dashboard.overdue'), hint: t('dashboard.overdueHint'), value: attention.overdue, to: listLink(paths.queue, { attention: 'overdue' }), tone: 'bad' as const },
    { id: 'returned', label: t('dashboard.returned'), hint: t('dashboard.returnedHint'), value: statuses.returned, to: listLink(paths.filings, { status: 'returned' }), tone: 'warn' as const },
    { id: 'approved', label: t('dashboard.approved'), hint: t('dashboard.approvedHint'), value: statuses.approved, to: listLink(paths.filings, { status: 'approved' }), tone: 'good' as const },
  ]
  return (
    <>
      <PageHeading lead={t('dashboard.lead', { administration: administration ? say(administration) : '' })}>{t('dashboard.title')}</PageHeading>
      <Answered answer={figures} rows={4}>
        {(data) => (
          <>
            <KeyFigures label={t('dashboard.figures')} link={Link} figures={tiles(data)} />
            {data.statuses['in-review'] === 0
              ? <EmptyState text={t('dashboard.nothing')} />
              : <Box sx={{ mb: 3 }}><BusyButton busy={next.isPending} busyText={t('filings.taking')} onClick={() => next.mutate({})}>{t('dashboard.next')}</BusyButton></Box>}
            <AgeBars ages={data.ages} />
          </>
        )}
      </Answered>
      <Panel title={t('dashboard.lately')}>
        <Answered answer={lately}>
          {({ rows }) => (rows.length === 0 ? <EmptyState text={t('filings.noneAll')} /> : <FilingTable rows={rows.slice(0, 5)} as="recent" busy={false} />)}
        </Answered>
      </Panel>
    </>
  )
}
