import { Answered, useFormat, useSay } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { BusyButton, CardList, EmptyState, PageHeading, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { filingPath } from './paths.js'
import { useConsoleText } from './text.js'

/** What the system told this account, newest first. */
export function NoticesPage() {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const notices = useAnswer('listNotices', {}, { refetchInterval: 30_000 })
  const mark = useAct('markNoticesRead', { refreshes: ['listNotices', 'getMe'] })
  return (
    <>
      <PageHeading
        lead={t('notices.lead')}
        actions={notices.data && notices.data.unread > 0
          ? <BusyButton variant="outlined" busy={mark.isPending} busyText={t('notices.marking')} onClick={() => mark.mutate({})}>{t('notices.markRead')}</BusyButton>
          : undefined}
      >
        {t('notices.title')}
      </PageHeading>
      <Answered answer={notices}>
        {({ rows }) => (rows.length === 0 ? <EmptyState text={t('notices.empty')} /> : (
          <CardList label={t('notices.list')} items={rows} itemKey={(notice) => notice.id}>
            {(notice) => (
              <>
                <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
                  <StatusMark tone={notice.readAt ? 'neutral' : 'progress'} text={t(notice.readAt ? 'notices.read' : 'notices.unread')} />
                  <Typography sx={{ fontWeight: 600 }}>{say(notice.title)}</Typography>
                  <Typography variant="body2" component="time" dateTime={notice.at} sx={{ color: 'text.secondary' }}>{format.dateTime(notice.at)}</Typography>
                </Box>
                <Typography sx={{ mt: 0.5, mb: 1 }}>{say(notice.text)}</Typography>
                {notice.filingId && <Link to={filingPath(notice.filingId)}>{t('notices.open')}</Link>}
              </>
            )}
          </CardList>
        ))}
      </Answered>
    </>
  )
}
