import { type ApiProblem, useAct, useAnswer } from '@icp/client'
import type { OwnDevice } from '@icp/contract'
import { deviceWords } from '@icp/domain'
import { Banner, DataRows, Panel, useFormat, useSay } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { Answered } from '../problems/Answered.js'
import { DeviceName } from './DeviceName.js'
import { PasswordWindow } from './PasswordWindow.js'

/** Devices from which the account was logged on to, signed in or not. A forgotten one is logged off, and its next log-on is told as from a new one. */
export function DevicesPanel() {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const devices = useAnswer('listOwnDevices', {})
  const forget = useAct('forgetOwnDevice', { refreshes: ['listOwnDevices', 'listOwnSessions'] })
  const [asking, setAsking] = useState<OwnDevice | null>(null)
  const ask = (device: OwnDevice) => {
    forget.reset()
    setAsking(device)
  }
  const end = (password: string, refused: (problem: ApiProblem) => void) => {
    // Another window has forgotten it: the list behind the question must not go on showing it.
    const onError = (problem: ApiProblem) => {
      refused(problem)
      if (problem.status === 404) void devices.refetch()
    }
    if (asking) forget.mutate({ params: { id: asking.id }, body: { password } }, { onSuccess: () => setAsking(null), onError })
  }
  return (
    <Panel title={t('own.devices.title')} id="known-devices">
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('own.devices.lead')}</Typography>
      {forget.isSuccess && <Banner tone="good" live="status" title={t('own.devices.forgotten')} />}
      <Answered answer={devices}>
        {({ rows }) => (rows.length === 0 ? <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('own.devices.none')}</Typography> : (
          <DataRows
            caption={t('own.devices.title')} rows={rows} rowKey={(one) => one.id} cardsBelow={900}
            columns={[
              { id: 'device', heading: t('own.sessions.device'), main: true, cell: (one) => <DeviceName of={one} /> },
              { id: 'first', heading: t('own.devices.first'), cell: (one) => format.dateTime(one.firstSeenAt) },
              { id: 'last', heading: t('own.devices.last'), cell: (one) => format.dateTime(one.lastSeenAt) },
              ...(rows.some(({ current }) => !current) ? [{
                id: 'act', heading: t('own.sessions.act'),
                cell: (one: OwnDevice) => (one.current ? '' : (
                  <Button
                    variant="outlined" size="small" color="error" onClick={() => ask(one)}
                    aria-label={t('own.devices.forgetNamed', { device: say(deviceWords(one)), time: format.dateTime(one.lastSeenAt) })}
                  >
                    {t('own.devices.forget')}
                  </Button>
                )),
              }] : []),
            ]}
          />
        ))}
      </Answered>
      {asking && (
        <PasswordWindow
          title={t('own.devices.forgetTitle')} text={t('own.devices.forgetText', { device: say(deviceWords(asking)) })} doText={t('own.devices.forget')} doingText={t('own.devices.forgetting')}
          keepText={t('own.devices.keep')} busy={forget.isPending} onClose={() => setAsking(null)} onPassword={end}
        />
      )}
    </Panel>
  )
}
