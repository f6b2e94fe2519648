import { useAct } from '@icp/client'
import { LabelledText, PageHeading, Panel, useFormat } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useProblems } from '../account/use-problems.js'
import { useShellText } from '../language/use-text.js'
import { useSettings } from '../start/settings.js'
import { typedText } from '../verification/typed-text.js'
import { VerificationField } from '../verification/VerificationField.js'
import { RecoveryForm, ToLogOn } from './RecoveryForm.js'
import { useFirstStep } from './use-first-step.js'
import { WithoutContacts } from './WithoutContacts.js'

const askIds = { userName: 'recover-user-name', verification: 'recover-verification' } as const
const codeIds = { code: 'recover-code' } as const

/** `/recover/password`: the user name, then the code of the phone; the rest is behind the link that the mailbox receives. */
export function RecoverPasswordPage() {
  const t = useShellText()
  const format = useFormat()
  const [step, setStep] = useState<'ask' | 'code' | { readonly until: string }>('ask')
  if (step === 'ask') return <AskStep onSent={() => setStep('code')} />
  if (step === 'code') return <CodeStep onRight={(until) => setStep({ until })} onAgain={() => setStep('ask')} />
  return (
    <>
      <PageHeading>{t('recover.password.linkTitle')}</PageHeading>
      <Panel><Typography role="status">{t('recover.password.linkText', { time: format.time(step.until) })}</Typography></Panel>
      <ToLogOn />
    </>
  )
}

function AskStep({ onSent }: { readonly onSent: () => void }) {
  const t = useShellText()
  const { portal } = useSettings()
  const [userName, setUserName] = useState('')
  const step = useFirstStep(askIds)
  const ask = useAct('askPasswordReset')
  const { verification } = step
  const submit = () => {
    const sound = step.check([
      ['userName', userName.trim() === '', t('recover.password.userNameMissing')], ['verification', verification === null, t('recover.verificationMissing')],
    ])
    if (sound && verification) ask.mutate({ body: { category: portal, userName: userName.trim(), verification } }, { onSuccess: onSent, onError: step.refused })
  }
  const error = (field: keyof typeof askIds) => {
    const text = step.errorOf(field)
    return text ? { error: text } : {}
  }
  return (
    <RecoveryForm
      title={t('recover.password.title')} lead={t('recover.password.lead')} items={step.items} failure={step.failure}
      submitText={t('recover.password.send')} busy={ask.isPending} busyText={t('recover.sending')} onSubmit={submit} below={<WithoutContacts />}
    >
      <LabelledText
        id={askIds.userName} label={t('logOn.userName')} required value={userName} onChange={setUserName} autoComplete="username" spellCheck={false} maxLength={64}
        {...error('userName')}
      />
      <VerificationField key={step.round} purpose="recovery" id={askIds.verification} onChange={step.setVerification} {...error('verification')} />
    </RecoveryForm>
  )
}

function CodeStep({ onRight, onAgain }: { readonly onRight: (until: string) => void; readonly onAgain: () => void }) {
  const t = useShellText()
  const format = useFormat()
  const [code, setCode] = useState('')
  const problems = useProblems(codeIds)
  const enter = useAct('enterResetCode')
  const submit = () => {
    if (!problems.check([['code', code.trim() === '', t('recover.password.codeMissing')]])) return
    enter.mutate({ body: { code: typedText(code) } }, { onSuccess: ({ until }) => onRight(until), onError: problems.refused })
  }
  const error = problems.errorOf('code')
  return (
    <RecoveryForm
      title={t('recover.password.codeTitle')} lead={format.sentences(t('recover.password.codeText'), t('recover.same'))} items={problems.items} failure={problems.failure}
      submitText={t('recover.password.submit')} busy={enter.isPending} busyText={t('recover.password.submitting')} onSubmit={submit}
      beside={<Button variant="text" size="large" onClick={onAgain}>{t('recover.password.again')}</Button>}
    >
      <LabelledText
        id={codeIds.code} label={t('recover.password.code')} hint={t('recover.password.codeHint')} required value={code} onChange={setCode}
        autoComplete="one-time-code" inputMode="numeric" maxLength={12} characters={10} {...(error ? { error } : {})}
      />
    </RecoveryForm>
  )
}
