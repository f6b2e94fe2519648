import { Answered, useMe } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { Moment } from '@icp/filing-views'
import { DataRows, PageHeading, StatusMark, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'

const tones = { active: 'good', disabled: 'bad', emptied: 'neutral' } as const

/** Who may act for this provider. Read only: accounts are the security administrator's. */
export function TeamPage() {
  const t = useConsoleText()
  const format = useFormat()
  const me = useMe()
  const team = useAnswer('listTeam', {})
  return (
    <>
      <PageHeading lead={t('team.lead')}>{t('team.title')}</PageHeading>
      <Answered answer={team} rows={4}>
        {({ rows }) => (
          <DataRows
            caption={t('team.caption')} rows={rows} rowKey={(row) => row.id}
            columns={[
              { id: 'name', heading: t('team.name'), main: true, cell: (row) => <>{row.state === 'emptied' ? t('team.emptied') : row.name}{row.id === me.id && t('team.me')}</> },
              { id: 'userName', heading: t('team.userName'), cell: (row) => (row.state === 'emptied' ? t('team.none') : row.userName) },
              {
                id: 'state', heading: t('team.state'),
                cell: (row) => (
                  <>
                    <StatusMark tone={tones[row.state]} text={t(`team.states.${row.state}`)} />
                    {row.emptiedFrom && <Box sx={{ mt: 0.5, fontSize: '.9rem' }}>{t('team.emptiedFrom', { day: format.day(row.emptiedFrom) })}</Box>}
                  </>
                ),
              },
              { id: 'registered', heading: t('team.registered'), cell: (row) => <Moment at={row.registeredAt} /> },
              { id: 'lastLogOn', heading: t('team.lastLogOn'), cell: (row) => (row.lastLogOnAt ? <Moment at={row.lastLogOnAt} /> : t(row.state === 'emptied' ? 'team.none' : 'team.never')) },
            ]}
          />
        )}
      </Answered>
    </>
  )
}
