import { useAct, useAnswer } from '@icp/client'
import type { OwnDevice } from '@icp/contract'
import { deviceWords } from '@icp/domain'
import { Banner, ConfirmDialog, DataRows, Panel, useFormat, useSay } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { Answered } from '../problems/Answered.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { DeviceName } from './DeviceName.js'

/** Devices from which the account was logged on to, signed in or not. A forgotten one is logged off, and its next log-on is told as from a new one. */
export function DevicesPanel() {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const devices = useAnswer('listOwnDevices', {})
  const forget = useAct('forgetOwnDevice', { refreshes: ['listOwnDevices', 'listOwnSessions'] })
  const [asking, setAsking] = useState<OwnDevice | null>(null)
  const confirm = () => {
    if (asking) forget.mutate({ params: { id: asking.id } })
    setAsking(null)
  }
  return (
    <Panel title={t('own.devices.title')} id="known-devices">
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('own.devices.lead')}</Typography>
      {forget.error && <ProblemNotice problem={forget.error} />}
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
                    variant="outlined" size="small" color="error" onClick={() => setAsking(one)}
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
      <ConfirmDialog
        open={asking !== null} tone="bad" title={t('own.devices.forgetTitle')} confirmText={t('own.devices.forget')} cancelText={t('own.devices.keep')}
        onConfirm={confirm} onCancel={() => setAsking(null)}
      >
        {asking ? t('own.devices.forgetText', { device: say(deviceWords(asking)) }) : ''}
      </ConfirmDialog>
    </Panel>
  )
}
