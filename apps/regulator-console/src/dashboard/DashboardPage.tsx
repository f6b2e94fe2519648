import { Answered, useMe, useSay } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { Figures } from '@icp/contract'
import { findProvince } from '@icp/domain'
import { BusyButton, EmptyState, KeyFigures, PageHeading, Panel, type Tone } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { FilingTable } from '../shared/FilingTable.js'
import { useTakeNext } from '../shared/use-take-next.js'
import { listLink, paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { AgeBars } from './AgeBars.js'

type FigureName = 'review' | 'dueSoon' | 'overdue' | 'returned' | 'approved'

/** The province's review in numbers that lead to their lists, and how old the queue is. */
export function DashboardPage() {
  const t = useConsoleText()
  const say = useSay()
  const me = useMe()
  const next = useTakeNext()
  const figures = useAnswer('getFigures', {}, { refetchInterval: 15_000 })
  const lately = useAnswer('listFilings', { query: {} }, { refetchInterval: 15_000 })
  const administration = findProvince(me.province ?? '')?.administration
  const tile = (id: FigureName, value: number, tone: Tone, to: ReturnType<typeof listLink>) =>
    ({ id, label: t(`dashboard.${id}`), hint: t(`dashboard.${id}Hint`), value, tone, to })
  const tiles = ({ statuses, attention }: Figures) => [
    tile('review', statuses['in-review'], 'progress', listLink(paths.queue)),
    tile('dueSoon', attention['due-soon'], 'warn', listLink(paths.queue, { attention: 'due-soon' })),
    tile('overdue', attention.overdue, 'bad', listLink(paths.queue, { attention: 'overdue' })),
    tile('returned', statuses.returned, 'warn', listLink(paths.filings, { status: 'returned' })),
    tile('approved', statuses.approved, 'good', listLink(paths.filings, { status: 'approved' })),
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
