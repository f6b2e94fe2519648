import { useAct, useAnswer } from '@icp/client'
import { Banner, BusyButton, ErrorSummary, LabelledText, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type FormEvent, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { PasswordField } from '../log-on/PasswordField.js'
import { PasswordVerdictLine } from '../passwords/PasswordVerdictLine.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useMe } from '../session/use-session.js'
import { LeaveGuard } from '../typing/LeaveGuard.js'
import { StepUpCode } from './StepUpCode.js'
import { useProblems } from './use-problems.js'

const ids = { current: 'own-password-current', password: 'own-password-new', again: 'own-password-again', code: 'own-password-code' } as const
const empty = { current: '', password: '', again: '', code: '' }

/** The account's own password: the one in force, a new one twice, and a code. What was typed stays on a refusal. */
export function PasswordPanel() {
  const t = useShellText()
  const { role, userName } = useMe()
  const account = useAnswer('getOwnAccount', {})
  const byMessage = role === 'owner' && !account.data?.authenticatorSince
  const [values, setValues] = useState(empty)
  const [round, setRound] = useState(0)
  const problems = useProblems(ids)
  const change = useAct('changePassword', { refreshes: ['listOwnSessions', 'listOwnDevices', 'getPhoneRecovery', 'getMe'] })
  const put = (field: keyof typeof ids) => (value: string) => setValues((now) => ({ ...now, [field]: value }))
  const field = (name: keyof typeof ids) => {
    const error = problems.errorOf(name)
    return { id: ids[name], value: values[name], onChange: put(name), ...(error ? { error } : {}) }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (change.isPending) return
    const sound = problems.check([
      ['current', values.current === '', t('own.password.currentMissing')],
      ['password', values.password === '', t('recover.newPassword.missing')],
      ['again', values.password !== '' && values.password !== values.again, t('recover.newPassword.different')],
      ['code', values.code.trim() === '', t(byMessage ? 'code.missing' : 'recover.newPassword.authenticatorMissing')],
    ])
    if (!sound) return
    const { current, password, code } = values
    change.mutate({ body: { current, password, code: code.trim() } }, {
      onSuccess: () => { setValues(empty); setRound((now) => now + 1); problems.clear() },
      onError: problems.refused,
    })
  }
  return (
    <Panel title={t('own.password.title')} id="password">
      <LeaveGuard when={!change.isPending && Object.values(values).some((value) => value !== '')} />
      <ErrorSummary title={t('errorTitle')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      {change.isSuccess && Object.values(values).every((value) => value === '') && <Banner tone="good" live="status" title={t('own.password.done')} />}
      <Typography sx={{ color: 'text.secondary', mb: 2.5 }}>{t('own.password.lead')}</Typography>
      <Box component="form" noValidate onSubmit={submit} sx={{ display: 'grid', gap: 2.5, maxWidth: 520 }}>
        <PasswordField {...field('current')} label={t('own.password.current')} />
        <PasswordField {...field('password')} label={t('recover.newPassword.password')} hint={t('recover.newPassword.hint')} isNew />
        <PasswordVerdictLine userName={userName} password={values.password} />
        <PasswordField {...field('again')} label={t('recover.newPassword.again')} isNew />
        {byMessage ? <StepUpCode key={round} id={ids.code} purpose="password" label={t('own.password.code')} hint={t('own.password.codeHint')} code={values.code} onChange={put('code')} error={problems.errorOf('code')} /> : (
          <LabelledText
            {...field('code')} label={t('recover.newPassword.authenticator')} hint={t('recover.newPassword.authenticatorHint')} required
            autoComplete="one-time-code" maxLength={32} characters={14}
          />
        )}
        <BusyButton type="submit" busy={change.isPending} busyText={t('own.password.submitting')} sx={{ justifySelf: 'start' }}>{t('own.password.submit')}</BusyButton>
      </Box>
    </Panel>
  )
}
