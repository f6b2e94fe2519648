import type { ApiProblem } from '@icp/client'
import { Banner, ErrorState, useFormat, useSay } from '@icp/ui'
import { useEffect, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { useSecondsLeft } from '../session/use-seconds-left.js'

export interface ProblemNoticeProps {
  readonly problem: ApiProblem
  /** Tries the refused thing again. Offered where trying again can help. */
  readonly retry?: () => void
}

/** A refusal in words: time left when it was too much, retry and request id when the server or the network failed, else what is wrong. */
export function ProblemNotice({ problem, retry }: ProblemNoticeProps) {
  const t = useShellText()
  const say = useSay()
  // It still stands once the window over the page has brought the session back: then it says what is left to do.
  if (problem.code === 'sign-in-first') return <Banner tone="warn" live="alert" title={t('session.notDoneTitle')}>{t('session.notDoneText')}</Banner>
  if (problem.retryAfter !== undefined) return <TooMany problem={problem} />
  const failed = problem.status === 0 || problem.status >= 500
  // What the network or the server says of its failure is whole by itself; the others get the heading of their kind.
  const title = failed ? say(problem.text) : problem.status === 403 ? t('problem.forbidden') : problem.status === 404 ? t('problem.notFound') : problem.status === 409 ? t('problem.conflict') : say(problem.text)
  return (
    <ErrorState
      title={title}
      {...(title === say(problem.text) ? {} : { text: say(problem.text) })}
      {...(retry && (failed || problem.status === 409) ? { retry, retryText: t('retry') } : {})}
      {...(failed && problem.requestId ? { requestId: problem.requestId, requestIdLabel: t('requestId') } : {})}
    />
  )
}

function TooMany({ problem }: { readonly problem: ApiProblem }) {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const [until, setUntil] = useState<number>()
  useEffect(() => setUntil(Date.now() + (problem.retryAfter ?? 0) * 1000), [problem])
  const seconds = useSecondsLeft(until)
  return (
    <Banner tone="warn" title={say(problem.text)} live="alert">
      <span role="timer">{until !== undefined && seconds === 0 ? t('problem.tooManyNow') : t('problem.tooManyWait', { time: format.duration(seconds) })}</span>
    </Banner>
  )
}
