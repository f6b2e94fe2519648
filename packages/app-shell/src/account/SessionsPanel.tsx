import { type ApiProblem, useAct, useAnswer } from '@icp/client'
import type { OwnSession } from '@icp/contract'
import { deviceWords } from '@icp/domain'
import { Banner, DataRows, Panel, useFormat, useSay } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { Answered } from '../problems/Answered.js'
import { DeviceName } from './DeviceName.js'
import { PasswordWindow } from './PasswordWindow.js'

/** Where the account is signed in. With the password each session can be ended from here, and all others at once. */
export function SessionsPanel() {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const sessions = useAnswer('listOwnSessions', {})
  const endOne = useAct('endOwnSession', { refreshes: ['listOwnSessions'] })
  const endOthers = useAct('endOtherSessions', { refreshes: ['listOwnSessions', 'listOwnDevices'] })
  const [asking, setAsking] = useState<OwnSession | 'others' | null>(null)
  const nameOf = (session: OwnSession) => say(deviceWords(session))
  const ask = (what: OwnSession | 'others') => {
    endOne.reset()
    endOthers.reset()
    setAsking(what)
  }
  const end = (password: string, refused: (problem: ApiProblem) => void) => {
    // Another window has ended it: the list behind the question must not go on showing it.
    const onError = (problem: ApiProblem) => {
      refused(problem)
      if (problem.status === 404) void sessions.refetch()
    }
    const settled = { onSuccess: () => setAsking(null), onError }
    if (asking === 'others') endOthers.mutate({ body: { password } }, settled)
    else if (asking) endOne.mutate({ params: { id: asking.id }, body: { password } }, settled)
  }
  const done = endOthers.isSuccess ? t('own.sessions.othersEnded') : endOne.isSuccess ? t('own.sessions.ended') : undefined
  return (
    <Panel title={t('own.sessions.title')} id="devices">
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('own.sessions.lead')}</Typography>
      {done && <Banner tone="good" live="status" title={done} />}
      <Answered answer={sessions}>
        {({ rows }) => (
          <>
            <DataRows
              caption={t('own.sessions.title')} rows={rows} rowKey={(one) => one.id} cardsBelow={900}
              columns={[
                { id: 'device', heading: t('own.sessions.device'), main: true, cell: (one) => <DeviceName of={one} /> },
                { id: 'address', heading: t('own.sessions.address'), cell: (one) => one.address || t('own.sessions.addressUnknown') },
                { id: 'started', heading: t('own.sessions.started'), cell: (one) => format.dateTime(one.startedAt) },
                { id: 'seen', heading: t('own.sessions.seen'), cell: (one) => format.dateTime(one.seenAt) },
                ...(rows.length > 1 ? [{
                  id: 'act', heading: t('own.sessions.act'),
                  cell: (one: OwnSession) => (one.current ? '' : (
                    <Button
                      variant="outlined" size="small" color="error" onClick={() => ask(one)}
                      aria-label={t('own.sessions.endNamed', { device: nameOf(one), time: format.dateTime(one.startedAt) })}
                    >
                      {t('own.sessions.end')}
                    </Button>
                  )),
                }] : []),
              ]}
            />
            {rows.length > 1
              ? <Button variant="outlined" color="error" onClick={() => ask('others')}>{t('own.sessions.endOthers')}</Button>
              : <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('own.sessions.only')}</Typography>}
          </>
        )}
      </Answered>
      {asking && (
        <PasswordWindow
          title={t(asking === 'others' ? 'own.sessions.endOthersTitle' : 'own.sessions.endTitle')}
          text={asking === 'others' ? t('own.sessions.endOthersText') : t('own.sessions.endText', { device: nameOf(asking) })}
          doText={t(asking === 'others' ? 'own.sessions.endOthers' : 'own.sessions.end')} doingText={t('own.sessions.ending')} keepText={t('own.sessions.keep')}
          busy={endOne.isPending || endOthers.isPending} onClose={() => setAsking(null)} onPassword={end}
        />
      )}
    </Panel>
  )
}
