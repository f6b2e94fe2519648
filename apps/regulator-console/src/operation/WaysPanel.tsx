import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import { DefinitionRows, Panel, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useNavigate } from '@tanstack/react-router'
import { useConsoleText } from '../text.js'

type Way = AnswerOf<'getDelivery'>['mail']

/** By which ways messages leave and how that goes, in two lines; failed ones are one press away. */
export function WaysPanel({ failedOnly }: { readonly failedOnly: boolean }) {
  const t = useConsoleText()
  const navigate = useNavigate()
  const delivery = useAnswer('getDelivery', {}, { refetchInterval: 15_000 })
  const standing = (way: Way) => {
    if (!way.leaves) return { tone: 'neutral', text: t('operation.messages.stays') } as const
    return way.resting ? { tone: 'bad', text: t('operation.messages.resting') } as const : { tone: 'good', text: t('operation.messages.leaves') } as const
  }
  const line = (way: Way, more?: string) => (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}>
      <StatusMark {...standing(way)} />
      <span>{t('operation.messages.unsettled', { waiting: way.waiting, failed: way.failed })}</span>
      {more && <span>{more}</span>}
    </Box>
  )
  const show = (state: 'failed' | undefined) => void navigate({ to: '.', search: (state ? { state } : {}) as never })
  return (
    <Panel title={t('operation.messages.ways')}>
      <Answered answer={delivery} rows={2}>
        {({ sms, mail }) => (
          <>
            <DefinitionRows
              rows={[
                {
                  label: t('operation.messages.channels.sms'),
                  value: line(sms, sms.leaves ? t('operation.messages.today', { sent: sms.sentToday, budget: sms.dailyBudget }) : undefined),
                },
                { label: t('operation.messages.channels.mail'), value: line(mail) },
              ]}
            />
            {(failedOnly || sms.failed + mail.failed > 0) && (
              <Button variant="outlined" size="small" sx={{ mt: 1.5 }} onClick={() => show(failedOnly ? undefined : 'failed')}>
                {failedOnly ? t('operation.messages.showAll') : t('operation.messages.showFailed', { failed: sms.failed + mail.failed })}
              </Button>
            )}
          </>
        )}
      </Answered>
    </Panel>
  )
}
