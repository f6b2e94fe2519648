import { useAct } from '@icp/client'
import type { BodyOf } from '@icp/contract'
import { BusyButton, LabelledText, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useServerOffset } from '../session/server-clock.js'
import { useSecondsLeft } from '../session/use-seconds-left.js'
import { SentCode } from './SentCode.js'

export interface StepUpCodeProps {
  readonly id: string
  readonly purpose: BodyOf<'sendStepUpCode'>['purpose']
  readonly label: string
  readonly hint: string
  readonly code: string
  readonly onChange: (code: string) => void
  /** Asked before a code is sent. */
  readonly maySend?: () => boolean
  readonly error?: string | undefined
}

/** The code that an act needs now, the same to phone and mail; on screen while the SMS platform is off. */
export function StepUpCode({ id, purpose, label, hint, code, onChange, maySend, error }: StepUpCodeProps) {
  const t = useShellText()
  const format = useFormat()
  const send = useAct('sendStepUpCode')
  const sent = send.data
  const offset = useServerOffset()
  const wait = useSecondsLeft(sent && Date.parse(sent.resendAt) - offset)
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
      <Box>
        <BusyButton
          variant="outlined" busy={send.isPending} busyText={t('own.code.sending')} disabled={wait > 0}
          onClick={() => (maySend?.() ?? true) && send.mutate({ body: { purpose } })}
        >
          {t(sent ? 'own.code.again' : 'own.code.send')}
        </BusyButton>
        {wait > 0 && <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>{t('own.code.wait', { time: format.duration(wait) })}</Typography>}
      </Box>
      {send.error && <ProblemNotice problem={send.error} />}
      {sent && <SentCode sent={sent} testId="on-screen-step-up-code" />}
      <LabelledText
        id={id} label={label} hint={hint} required value={code} onChange={onChange} autoComplete="one-time-code" inputMode="numeric" maxLength={12} characters={8}
        {...(error ? { error } : {})}
      />
    </Box>
  )
}
