import { Banner, useFormat } from '@icp/ui'
import { useShellText } from '../language/use-text.js'
import type { Waiting } from './waiting.js'

/** How long the log-on is closed. Announced once, not at every second. */
export function WaitNotice({ waiting }: { readonly waiting: Waiting }) {
  const t = useShellText()
  const format = useFormat()
  if (waiting.until === undefined) return null
  if (waiting.secondsLeft === 0) return <Banner tone="good" live="status">{t('logOn.waitOver')}</Banner>
  return (
    <Banner tone="warn" title={t('logOn.waitTitle')} live="alert">
      <span role="timer">{t('logOn.waitText', { time: format.duration(waiting.secondsLeft), until: format.time(waiting.until) })}</span>
    </Banner>
  )
}
