import { useSay, useSecondsLeft, useServerOffset, useText, VerificationField, type VerificationValue } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { CodesSent } from '@icp/contract'
import { type Finding, isEmail, isMainlandMobile } from '@icp/domain'
import { Banner, BusyButton } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { z } from 'zod'

interface CodesPanelProps {
  readonly mobile: string
  readonly email: string
  readonly onRefused: (findings: readonly Finding[]) => void
}

/** Sends one code to the mobile and one to the mailbox; shows both on screen while the SMS platform is off, with the reason. */
export function CodesPanel({ mobile, email, onRefused }: CodesPanelProps) {
  const t = useText()
  const say = useSay()
  const [verification, setVerification] = useState<VerificationValue | null>(null)
  const [round, setRound] = useState(0)
  const send = useAct('sendRegistrationCodes', { refreshes: ['getRegistration'] })
  const sent: z.infer<typeof CodesSent> | undefined = send.data
  const offset = useServerOffset()
  const wait = useSecondsLeft(sent && Date.parse(sent.resendAt) - offset)
  const ready = isMainlandMobile(mobile) && isEmail(email) && verification !== null

  const press = () => {
    if (!verification || send.isPending) return
    send.mutate({ body: { mobile, email, verification } }, {
      onError: (problem) => onRefused(problem.findings),
      onSettled: () => { setVerification(null); setRound((now) => now + 1) },
    })
  }

  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 640 }}>
      <VerificationField key={round} purpose="registration" id="registration-verification" onChange={setVerification} />
      <Box>
        <BusyButton variant="outlined" busy={send.isPending} busyText={t('registration.codes.sending')} disabled={!ready || wait > 0} onClick={press}>
          {sent ? t('registration.codes.again') : t('registration.codes.send')}
        </BusyButton>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.75 }}>
          {wait > 0 ? t('registration.codes.wait', { seconds: wait }) : t('registration.codes.first')}
        </Typography>
      </Box>
      {send.error && <Banner tone="bad" live="alert" title={say(send.error.text)} />}
      {sent && (sent.onScreen ? (
        <Banner tone="warn" live="status" title={t('registration.codes.onScreenTitle')}>
          <Typography variant="body2" sx={{ mb: 1 }}>{t('registration.codes.onScreenWhy')}</Typography>
          <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, m: 0, '& dd': { m: 0, fontFamily: 'monospace', fontSize: '1.25rem', letterSpacing: '.15em' } }}>
            <dt>{t('registration.fields.mobileCode.label')}</dt>
            <dd data-testid="on-screen-mobile-code">{sent.onScreen.mobileCode}</dd>
            <dt>{t('registration.fields.emailCode.label')}</dt>
            <dd data-testid="on-screen-email-code">{sent.onScreen.emailCode}</dd>
          </Box>
        </Banner>
      ) : <Banner tone="good" live="status" title={t('registration.codes.sent', { mobile: sent.mobile, email: sent.email })} />)}
    </Box>
  )
}
