import { ProblemNotice, useSecondsLeft, useServerOffset, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import { Banner, BusyButton, LabelledText } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'

interface StepUpCodeProps {
  readonly code: string
  readonly onChange: (code: string) => void
  /** Asked before a code is sent. */
  readonly maySend: () => boolean
  readonly error?: string | undefined
}

/** The code that this act needs now, the same to phone and mail; on screen while the SMS platform is off. */
export function StepUpCode({ code, onChange, maySend, error }: StepUpCodeProps) {
  const t = useText()
  const send = useAct('sendStepUpCode')
  const sent = send.data
  const offset = useServerOffset()
  const wait = useSecondsLeft(sent && Date.parse(sent.resendAt) - offset)
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
      <Box>
        <BusyButton variant="outlined" busy={send.isPending} busyText={t('registration.codes.sending')} disabled={wait > 0} onClick={() => maySend() && send.mutate({ body: { purpose: 'cancel' } })}>
          {t(sent ? 'registration.codes.again' : 'registration.codes.send')}
        </BusyButton>
        {wait > 0 && <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>{t('registration.codes.wait', { seconds: wait })}</Typography>}
      </Box>
      {send.error && <ProblemNotice problem={send.error} />}
      {sent && (sent.onScreen
        ? <Banner tone="warn" live="status" title={t('registration.codes.onScreenTitle')}>{t('registration.codes.onScreenWhy')}<Box sx={{ mt: 1 }}>{t('cancellation.code')}{' '}<Box component="code" data-testid="on-screen-step-up-code" sx={{ fontSize: '1.25rem', letterSpacing: '.15em', ml: 0.5 }}>{sent.onScreen.code}</Box></Box></Banner>
        : <Banner tone="good" live="status" title={t('registration.codes.sent', { mobile: sent.mobile, email: sent.email })} />)}
      <LabelledText
        id="cancel-code" label={t('cancellation.code')} hint={t('cancellation.codeHint')} required value={code} onChange={onChange} autoComplete="one-time-code" inputMode="numeric" maxLength={12} characters={8}
        {...(error ? { error } : {})}
      />
    </Box>
  )
}
