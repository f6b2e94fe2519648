import { useAct } from '@icp/client'
import { LabelledText, PageHeading, Panel } from '@icp/ui'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { useSettings } from '../start/settings.js'
import { VerificationField } from '../verification/VerificationField.js'
import { RecoveryForm, ToLogOn } from './RecoveryForm.js'
import { useFirstStep } from './use-first-step.js'

const ids = { email: 'recover-email', verification: 'recover-verification' } as const

/** `/recover/user-name`: it is mailed to the address of the account, if there is one. */
export function RecoverUserNamePage() {
  const t = useShellText()
  const { portal } = useSettings()
  const [email, setEmail] = useState('')
  const step = useFirstStep(ids)
  const ask = useAct('askUserName')
  const { verification } = step
  const submit = () => {
    const sound = step.check([
      ['email', email.trim() === '', t('recover.userName.emailMissing')], ['verification', verification === null, t('recover.verificationMissing')],
    ])
    if (sound && verification) ask.mutate({ body: { category: portal, email: email.trim(), verification } }, { onError: step.refused })
  }
  if (ask.isSuccess) {
    return (
      <>
        <PageHeading>{t('recover.userName.sentTitle')}</PageHeading>
        <Panel>
          <Typography role="status" sx={{ mb: 1.5 }}>{t('recover.userName.sentText', { email: email.trim() })}</Typography>
          <Typography sx={{ color: 'text.secondary' }}>{t('recover.same')}</Typography>
        </Panel>
        <ToLogOn />
      </>
    )
  }
  const error = (field: keyof typeof ids) => {
    const text = step.errorOf(field)
    return text ? { error: text } : {}
  }
  return (
    <RecoveryForm
      title={t('recover.userName.title')} lead={t('recover.userName.lead')} items={step.items} failure={step.failure}
      submitText={t('recover.userName.send')} busy={ask.isPending} busyText={t('recover.sending')} onSubmit={submit}
    >
      <LabelledText
        id={ids.email} label={t('recover.userName.email')} hint={t('recover.userName.emailHint')} required type="email" inputMode="email" autoComplete="email"
        value={email} onChange={setEmail} maxLength={254} spellCheck={false} {...error('email')}
      />
      <VerificationField key={step.round} purpose="recovery" id={ids.verification} onChange={step.setVerification} {...error('verification')} />
    </RecoveryForm>
  )
}
