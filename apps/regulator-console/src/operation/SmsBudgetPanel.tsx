import { Answered, ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { Banner, BusyButton, LabelledText, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'
import { useConsoleText } from '../text.js'

const most = 10_000_000

/** How many SMS may leave in a day: the end of what an attack can cost. */
export function SmsBudgetPanel() {
  const t = useConsoleText()
  const delivery = useAnswer('getDelivery', {})
  const act = useAct('setSmsBudget', { refreshes: ['getDelivery'] })
  const [typed, setTyped] = useState<string>()
  const [fault, setFault] = useState(false)
  const save = (event: FormEvent, now: number) => {
    event.preventDefault()
    const text = (typed ?? String(now)).normalize('NFKC').replace(/[\s,]/g, '')
    const isNumber = /^\d{1,8}$/.test(text) && Number(text) <= most
    setFault(!isNumber)
    if (isNumber) act.mutate({ body: { dailyBudget: Number(text) } }, { onSuccess: () => setTyped(undefined) })
    else document.getElementById('sms-budget')?.focus()
  }
  return (
    <Panel title={t('operation.budget.title')}>
      <Answered answer={delivery} rows={2}>
        {({ sms }) => (
          <Box component="form" noValidate onSubmit={(event) => save(event, sms.dailyBudget)} sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
            <Typography>{t('operation.budget.means')}</Typography>
            <Typography>{t('operation.budget.today', { sent: sms.sentToday, budget: sms.dailyBudget })}</Typography>
            <LabelledText
              id="sms-budget" label={t('operation.budget.label')} hint={t('operation.budget.hint')} {...(fault ? { error: t('operation.budget.fault') } : {})}
              value={typed ?? String(sms.dailyBudget)} onChange={setTyped} inputMode="numeric" maxLength={12} characters={12}
            />
            {act.error && <ProblemNotice problem={act.error} />}
            {act.isSuccess && typed === undefined && <Banner tone="good" live="status" title={t('operation.switches.saved')} />}
            <BusyButton type="submit" variant="outlined" busy={act.isPending} busyText={t('operation.switches.saving')}>{t('operation.budget.save')}</BusyButton>
          </Box>
        )}
      </Answered>
    </Panel>
  )
}
