import { Answered, useFormat, useSay, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { CardList, EmptyState, PageHeading, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** The inbox: what happened to my filings, newest first. */
export function NoticesPage() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const notices = useAnswer('listNotices', {}, { refetchInterval: 10_000 })
  const read = useAct('markNoticesRead', { refreshes: ['listNotices', 'getMe'] })
  return (
    <>
      <PageHeading
        actions={notices.data && notices.data.unread > 0 ? <Button variant="outlined" onClick={() => read.mutate({})}>{t('notices.markRead')}</Button> : undefined}
      >
        {t('notices.title')}
      </PageHeading>
      <Answered answer={notices}>
        {({ rows }) => (rows.length === 0 ? <EmptyState text={t('notices.none')} /> : (
          <CardList label={t('notices.title')} items={rows} itemKey={(notice) => notice.id}>
            {(notice) => (
              <>
                <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
                  <Typography variant="h3" component="h2">{say(notice.title)}</Typography>
                  {!notice.readAt && <StatusMark tone="progress" text={t('notices.unread')} />}
                </Box>
                <Typography sx={{ my: 0.5 }}>{say(notice.text)}</Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {format.dayAndTime(notice.at)}
                  {notice.filingId && <> · <MuiLink component={Link} to={paths.progressOne} params={{ id: notice.filingId } as never}>{t('notices.open')}</MuiLink></>}
                </Typography>
              </>
            )}
          </CardList>
        ))}
      </Answered>
    </>
  )
}
