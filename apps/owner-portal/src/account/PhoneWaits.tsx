import { ProblemNotice, useFormat, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { Banner, BusyButton } from '@icp/ui'

/** A new phone in place of a lost one that does not work yet: since when, until when, and the way to stop it. */
export function PhoneWaits() {
  const t = useText()
  const format = useFormat()
  const answer = useAnswer('getPhoneRecovery', {})
  const waiting = answer.data?.recovery
  // Stopped before, by the link or in another window: what is shown here is old.
  const stop = useAct('stopPhoneRecovery', { refreshes: ['getPhoneRecovery'], onError: ({ status }) => status === 404 && void answer.refetch() })
  if (stop.error?.status === 404 && !waiting) return <Banner tone="neutral" live="status" title={t('account.lost.over')} />
  if (stop.isSuccess && !waiting) return <Banner tone="good" live="status" title={t('account.lost.stopped')} />
  if (!waiting) return null
  return (
    <>
      {stop.error && <ProblemNotice problem={stop.error} />}
      <Banner
        tone="warn" title={t('account.lost.waits', { mobile: waiting.mobile, time: format.dayAndTime(waiting.dueAt) })}
        actions={<BusyButton variant="outlined" busy={stop.isPending} busyText={t('account.lost.stopping')} onClick={() => stop.mutate({})}>{t('account.lost.stop')}</BusyButton>}
      >
        {t('account.lost.waitsText')}
      </Banner>
    </>
  )
}
