import { type ApiProblem, useAct } from '@icp/client'
import type { LogOnStep, Me } from '@icp/contract'
import { Banner, BusyButton, ErrorSummary, LabelledText, PageHeading, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useServerOffset } from '../session/server-clock.js'
import { useSecondsLeft } from '../session/use-seconds-left.js'
import { typedText } from '../verification/typed-text.js'
import { OnScreenCode } from './OnScreenCode.js'
import { sheet } from './sheet.js'

export interface LogOnCodeFormProps {
  readonly step: LogOnStep
  /** A newer state of this step: after a new code was sent, or to be asked for again after a wrong one. */
  readonly onStep: (step: LogOnStep) => void
  readonly onSignedIn: (me: Me) => void
  /** The step may be over: expired, or tried too often. The caller asks the server and goes back to the first step. */
  readonly onRefused: (problem: ApiProblem) => void
  readonly onBack: () => void
  readonly asPage?: boolean
}

const fieldId = 'log-on-code'

/** Second step of the log-on: one code, the same on phone and mail; of staff, the code of their authenticator. */
export function LogOnCodeForm({ step, onStep, onSignedIn, onRefused, onBack, asPage = false }: LogOnCodeFormProps) {
  const t = useShellText()
  const byMessage = step.way === 'message'
  const words = byMessage ? 'code' : 'authenticator'
  const say = useSay()
  const format = useFormat()
  const offset = useServerOffset()
  const resendIn = useSecondsLeft(Date.parse(step.resendAt) - offset)
  const enter = useAct('enterLogOnCode')
  const resend = useAct('resendLogOnCode')
  const [code, setCode] = useState('')
  const [refusedCode, setRefusedCode] = useState('')
  const [items, setItems] = useState<readonly { fieldId: string; text: string }[]>([])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (enter.isPending) return
    const clean = typedText(code)
    setCode(clean)
    setRefusedCode(clean)
    setItems(clean ? [] : [{ fieldId, text: t(`${words}.missing`) }])
    if (!clean) return
    enter.mutate({ body: { code: clean } }, {
      onSuccess: onSignedIn,
      onError: (problem) => {
        setItems([{ fieldId, text: say(problem.findings[0]?.text ?? problem.text) }])
        if (problem.status > 0 && problem.status < 500) onRefused(problem)
      },
    })
  }
  const sendAgain = () => resend.mutate({}, {
    onSuccess: (newer) => {
      setCode('')
      setItems([])
      enter.reset()
      onStep(newer)
    },
    onError: (problem) => problem.status > 0 && problem.status < 500 && onRefused(problem),
  })
  const error = items[0]?.text
  const failure = [enter.error, resend.error].find((problem) => problem && (problem.status === 0 || problem.status >= 500 || problem.retryAfter !== undefined))
  return (
    <>
      <ErrorSummary title={t('errorTitle')} items={items} />
      {asPage && <PageHeading {...(error ? { titlePrefix: t('errorPrefix') } : {})}>{t(`${words}.title`)}</PageHeading>}
      {failure && <ProblemNotice problem={failure} />}
      {step.onScreen && <OnScreenCode code={step.onScreen.code} title={t(`${words}.onScreenTitle`)} why={t(`${words}.onScreenWhy`)} />}
      <p>{byMessage ? t('code.sent', { mobile: step.mobile, email: step.email }) : t('authenticator.lead')}</p>
      <p>{byMessage ? t('code.newest', { time: format.time(Date.parse(step.expiresAt)) }) : t('authenticator.lost')}</p>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2.5, maxWidth: 520, ...(asPage ? sheet : {}) }}>
        <LabelledText
          id={fieldId} label={t(`${words}.label`)} hint={t(`${words}.hint`)} {...(error && code === refusedCode ? { error } : {})} required value={code} onChange={setCode}
          autoComplete="one-time-code" inputMode={byMessage ? 'numeric' : 'text'} maxLength={16} characters={12} spellCheck={false}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          <BusyButton type="submit" size="large" busy={enter.isPending} busyText={t('code.submitting')}>{t('code.submit')}</BusyButton>
          {byMessage && (
            <BusyButton variant="outlined" size="large" busy={resend.isPending} busyText={t('code.resending')} disabled={resendIn > 0} onClick={sendAgain}>
              {t('code.resend')}
            </BusyButton>
          )}
          <Button variant="text" size="large" onClick={onBack}>{t('code.back')}</Button>
        </Box>
        {byMessage && (
          <>
            <Box role="timer" sx={{ color: 'text.secondary', minHeight: 24 }}>{resendIn > 0 ? t('code.resendWait', { time: format.duration(resendIn) }) : ''}</Box>
            <Box role="status">{resend.isSuccess && !enter.error ? <Banner tone="good">{t('code.resent')}</Banner> : null}</Box>
          </>
        )}
      </Box>
    </>
  )
}
