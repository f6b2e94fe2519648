import { useAnswer } from '@icp/client'
import { ConfirmDialog, useFormat } from '@icp/ui'
import { useEffect, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { useActivity } from '../start/activity-context.js'
import { useServerOffset } from './server-clock.js'
import { useLogOff } from './use-log-off.js'

/** Warned this long before the end (WCAG 2.2.1 asks for at least 20 seconds), in milliseconds. */
const warnedBefore = 150_000

/** The session slides with every answer, so its end is estimated from the last one; before it comes, the user may stay. */
export function SessionEndWarning() {
  const t = useShellText()
  const format = useFormat()
  const activity = useActivity()
  const offset = useServerOffset()
  const { logOff } = useLogOff()
  const { data: me, dataUpdatedAt: askedAt, refetch } = useAnswer('getMe', {}, { staleTime: 60_000 })
  const [end, setEnd] = useState<number>()
  const idle = me ? Date.parse(me.sessionEndsAt) - offset - askedAt : undefined

  useEffect(() => {
    if (idle === undefined) return undefined
    const look = () => {
      const estimate = Math.max(activity.lastAt, askedAt) + idle
      const left = estimate - Date.now()
      setEnd(left > 0 && left < warnedBefore ? estimate : undefined)
      // Past the end, asking shows whether the session is gone; the shell then offers to log on again.
      if (left <= 0) void refetch()
    }
    const timer = setInterval(look, 10_000)
    return () => clearInterval(timer)
  }, [idle, activity, askedAt, refetch])

  return (
    <ConfirmDialog
      open={end !== undefined}
      title={t('session.endsTitle')}
      confirmText={t('session.stay')}
      cancelText={t('account.logOff')}
      onConfirm={() => {
        setEnd(undefined)
        void refetch()
      }}
      onCancel={logOff}
    >
      {end === undefined ? '' : t('session.endsText', { time: format.time(end) })}
    </ConfirmDialog>
  )
}
