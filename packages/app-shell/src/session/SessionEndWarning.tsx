import { useAnswer } from '@icp/client'
import { ConfirmDialog, useFormat } from '@icp/ui'
import { useEffect, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { useActivity } from '../start/activity-context.js'
import { useServerOffset } from './server-clock.js'
import { useLogOff } from './use-log-off.js'

/** Warned this long before the end (WCAG 2.2.1 asks for at least 20 seconds), in milliseconds. */
const warnedBefore = 150_000
/** Whoever types so long before the end, on a page that asks nothing meanwhile, stays logged on without being asked. Milliseconds. */
const prolongedBefore = 600_000
/** The longest life of a session draws near without being seen in an answer that is older than this. */
const askedAgainAfter = 600_000

/**
 * The session slides with every answer, so its end is estimated from the last one; before it comes, the user may stay. Where staying cannot move
 * it, because the session has reached its longest life, that is said once. Esc stays: a key that closes must not end anything.
 */
export function SessionEndWarning() {
  const t = useShellText()
  const format = useFormat()
  const activity = useActivity()
  const offset = useServerOffset()
  const { logOff } = useLogOff()
  const { data: me, dataUpdatedAt: askedAt, refetch } = useAnswer('getMe', {}, { staleTime: 60_000 })
  const [end, setEnd] = useState<number>()
  const [last, setLast] = useState<'no' | 'said' | 'read'>('no')
  const idle = me ? Date.parse(me.sessionEndsAt) - offset - askedAt : undefined

  useEffect(() => {
    if (idle === undefined) return undefined
    const look = () => {
      const estimate = Math.max(activity.lastAt, askedAt) + idle
      const left = estimate - Date.now()
      setEnd(left > 0 && left < warnedBefore ? estimate : undefined)
      // Past the end, asking shows whether the session is gone; the shell then offers to log on again.
      const inUse = activity.touchedAt > activity.lastAt && Date.now() - activity.touchedAt < 60_000 && Date.now() - askedAt > 60_000
      if (left <= 0 || activity.lastAt - askedAt > askedAgainAfter || (inUse && left < prolongedBefore)) void refetch()
    }
    const timer = setInterval(look, 10_000)
    return () => clearInterval(timer)
  }, [idle, activity, askedAt, refetch])

  const stay = async () => {
    setEnd(undefined)
    const { data } = await refetch()
    const stands = data ? Date.parse(data.sessionEndsAt) - offset : undefined
    const soon = stands !== undefined && stands - Date.now() < warnedBefore
    setLast(soon ? 'said' : 'no')
    if (soon) setEnd(stands)
  }
  if (last !== 'no') {
    const read = () => setLast('read')
    return (
      <ConfirmDialog open={last === 'said'} title={t('session.lastTitle')} confirmText={t('session.lastRead')} cancelText={t('account.logOff')} onConfirm={read} onDismiss={read} onCancel={logOff}>
        {end === undefined ? '' : t('session.lastText', { time: format.time(end) })}
      </ConfirmDialog>
    )
  }
  return (
    <ConfirmDialog
      open={end !== undefined} title={t('session.endsTitle')} confirmText={t('session.stay')} cancelText={t('account.logOff')}
      onConfirm={() => void stay()} onDismiss={() => void stay()} onCancel={logOff}
    >
      {end === undefined ? '' : t('session.endsText', { time: format.time(end) })}
    </ConfirmDialog>
  )
}
