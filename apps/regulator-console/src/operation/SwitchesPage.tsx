import { Answered, ProblemNotice, useFormat, useSay } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { accountNameShown } from '@icp/domain'
import { Banner, ConfirmDialog, PageHeading, Panel, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { SmsBudgetPanel } from './SmsBudgetPanel.js'

/** Switches that change how the whole system behaves; what follows is said before anything is switched. */
export function SwitchesPage() {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const switches = useAnswer('getSwitches', {})
  const act = useAct('setSwitches', { refreshes: ['getSwitches', 'getSite'] })
  return (
    <>
      <PageHeading lead={t('operation.switches.lead')}>{t('operation.switches.title')}</PageHeading>
      {act.isSuccess && !asking && <Banner tone="good" live="status" title={t('operation.switches.saved')} />}
      <Answered answer={switches}>
        {({ smsPlatform, changedAt, changedBy, mayTurnOff }) => {
          const isOn = smsPlatform === 'on'
          const close = () => setAsking(false)
          return (
            <Panel
              title={t('operation.switches.sms')}
              actions={<StatusMark tone={isOn ? 'good' : 'warn'} text={t(isOn ? 'operation.switches.on' : 'operation.switches.off')} />}
            >
              <Typography>{t(isOn ? 'operation.switches.onMeans' : 'operation.switches.offMeans')}</Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary', my: 2 }}>
                {changedAt ? t('operation.switches.changed', { at: format.dateTime(changedAt), by: changedBy === null ? '' : say(accountNameShown(changedBy)) }) : t('operation.switches.never')}
              </Typography>
              {isOn && !mayTurnOff
                ? <Typography>{t('operation.switches.needed')}</Typography>
                : (
                  <Button variant={isOn ? 'outlined' : 'contained'} color={isOn ? 'error' : 'primary'} onClick={() => setAsking(true)}>
                    {t(isOn ? 'operation.switches.turnOff' : 'operation.switches.turnOn')}
                  </Button>
                )}
              <ConfirmDialog
                open={asking} title={t(isOn ? 'operation.switches.confirmOffTitle' : 'operation.switches.confirmOnTitle')}
                tick={t('operation.switches.tick')}
                confirmText={t(isOn ? 'operation.switches.turnOff' : 'operation.switches.turnOn')}
                cancelText={t('operation.switches.cancel')} tone={isOn ? 'bad' : 'plain'}
                busy={act.isPending} busyText={t('operation.switches.saving')} onCancel={close}
                onConfirm={() => act.mutate({ body: { smsPlatform: isOn ? 'off' : 'on' } }, { onSuccess: close })}
              >
                <Box>{act.error && <ProblemNotice problem={act.error} />}{t(isOn ? 'operation.switches.confirmOffText' : 'operation.switches.confirmOnText')}</Box>
              </ConfirmDialog>
            </Panel>
          )
        }}
      </Answered>
      <SmsBudgetPanel />
    </>
  )
}
