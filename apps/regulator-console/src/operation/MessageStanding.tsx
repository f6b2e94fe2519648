import { ProblemNotice } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import { Moment } from '@icp/filing-views'
import { BusyButton, StatusMark, type Tone } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useConsoleText } from '../text.js'

type Row = AnswerOf<'listMessages'>['rows'][number]

const tones: Readonly<Record<Row['state'], Tone>> = { waiting: 'progress', delivered: 'good', failed: 'bad', kept: 'neutral' }

/** Where a message stands: on its way, there, or why not; and once more, where that makes sense. */
export function MessageStanding({ row }: { readonly row: Row }) {
  const t = useConsoleText()
  const act = useAct('resendMessage', { refreshes: ['listMessages', 'getDelivery'] })
  const { state, attempts, error, deliveredAt, nextTryAt, resends } = row
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: 'start' }}>
      <StatusMark tone={tones[state]} text={t(`operation.messages.states.${state}`)} />
      {deliveredAt && <Moment at={deliveredAt} />}
      {error && <Typography variant="body2">{t(`operation.messages.errors.${error}`)}</Typography>}
      {state === 'waiting' && nextTryAt && <Typography variant="body2" component="div">{t('operation.messages.nextTry')} <Moment at={nextTryAt} /></Typography>}
      {(attempts > 1 || resends > 0) && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {[attempts > 1 && t('operation.messages.attempts', { times: attempts }), resends > 0 && t('operation.messages.resends', { times: resends })].filter(Boolean).join(t('operation.messages.joint'))}
        </Typography>
      )}
      {act.error && <ProblemNotice problem={act.error} />}
      {row.mayBeSentAgain && (
        <BusyButton
          variant="outlined" size="small" busy={act.isPending} busyText={t('operation.messages.sending')} aria-label={t('operation.messages.sendAgainTo', { to: row.to })}
          onClick={() => act.mutate({ params: { id: row.id } })}
        >
          {t('operation.messages.sendAgain')}
        </BusyButton>
      )}
    </Box>
  )
}
