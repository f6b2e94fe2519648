import { Answered, useMe } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { Moment } from '@icp/filing-views'
import { DataRows, PageHeading, StatusMark } from '@icp/ui'
import { useConsoleText } from '../text.js'

/** Who may act for this provider. Read only: accounts are the security administrator's. */
export function TeamPage() {
  const t = useConsoleText()
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
              { id: 'name', heading: t('team.name'), main: true, cell: (row) => <>{row.name}{row.id === me.id && t('team.me')}</> },
              { id: 'userName', heading: t('team.userName'), cell: (row) => row.userName },
              { id: 'state', heading: t('team.state'), cell: (row) => <StatusMark tone={row.state === 'active' ? 'good' : 'bad'} text={t(`team.states.${row.state}`)} /> },
              { id: 'registered', heading: t('team.registered'), cell: (row) => <Moment at={row.registeredAt} /> },
              { id: 'lastLogOn', heading: t('team.lastLogOn'), cell: (row) => (row.lastLogOnAt ? <Moment at={row.lastLogOnAt} /> : t('team.never')) },
            ]}
          />
        )}
      </Answered>
    </>
  )
}
