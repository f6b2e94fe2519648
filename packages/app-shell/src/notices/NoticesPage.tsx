import { useAct, useAnswer } from '@icp/client'
import { BusyButton, CardList, EmptyState, PageHeading, StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'
import { Answered } from '../problems/Answered.js'

export interface NoticesPageProps {
  /** Where this portal shows a filing. */
  readonly filingPath: (id: string) => string
}

/** What the system told this account, newest first. */
export function NoticesPage({ filingPath }: NoticesPageProps) {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const notices = useAnswer('listNotices', {}, { refetchInterval: 15_000 })
  const mark = useAct('markNoticesRead', { refreshes: ['listNotices', 'getMe'] })
  const unread = notices.data?.unread ?? 0
  return (
    <>
      <PageHeading
        lead={t('notices.lead')}
        {...(unread > 0 ? { actions: <BusyButton variant="outlined" busy={mark.isPending} busyText={t('notices.marking')} onClick={() => mark.mutate({})}>{t('notices.markRead')}</BusyButton> } : {})}
      >
        {t('notices.title')}
      </PageHeading>
      <Answered answer={notices}>
        {({ rows }) => (rows.length === 0 ? <EmptyState text={t('notices.empty')} /> : (
          <CardList label={t('notices.title')} items={rows} itemKey={(notice) => notice.id}>
            {(notice) => (
              <>
                <Box sx={{ display: 'flex', columnGap: 1.5, rowGap: 0.5, flexWrap: 'wrap', alignItems: 'center' }}>
                  <Typography variant="h3" component="h2">{say(notice.title)}</Typography>
                  {!notice.readAt && <StatusMark tone="progress" text={t('notices.unread')} />}
                </Box>
                <Typography sx={{ my: 0.5, maxWidth: 760 }}>{say(notice.text)}</Typography>
                <Box sx={{ display: 'flex', columnGap: 2, flexWrap: 'wrap', fontSize: '.9rem', color: 'text.secondary' }}>
                  <time dateTime={notice.at}>{format.dayAndTime(notice.at)}</time>
                  {notice.filingId && <Link to={filingPath(notice.filingId)}>{t('notices.open')}</Link>}
                </Box>
              </>
            )}
          </CardList>
        ))}
      </Answered>
    </>
  )
}
