import { type ApiProblem, useAct, useClient } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import { Banner, LabelledText, LoadingRows, PageHeading, Panel, useFormat } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useProblems } from '../account/use-problems.js'
import { useShellText } from '../language/use-text.js'
import { PasswordField } from '../log-on/PasswordField.js'
import { PasswordVerdictLine } from '../passwords/PasswordVerdictLine.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { RecoveryForm } from './RecoveryForm.js'
import { useLinkToken } from './link-token.js'

type ResetLink = AnswerOf<'lookAtResetLink'>
const ids = { password: 'new-password', again: 'new-password-again', authenticatorCode: 'new-password-authenticator' } as const

/** `/recover/new-password#…`: behind the link of the mailbox. */
export function NewPasswordPage() {
  const t = useShellText()
  const client = useClient()
  const token = useLinkToken()
  const [done, setDone] = useState<string>()
  const link = useQuery<ResetLink, ApiProblem>({
    queryKey: ['lookAtResetLink'], enabled: token !== '' && done === undefined, retry: false, staleTime: Infinity, gcTime: 0,
    queryFn: ({ signal }) => client.call('lookAtResetLink', { body: { token } }, { signal }),
  })
  if (done !== undefined) {
    return (
      <>
        <PageHeading>{t('recover.newPassword.doneTitle')}</PageHeading>
        <Panel>
          <Typography role="status" sx={{ mb: 3 }}>{t('recover.newPassword.doneText', { userName: done })}</Typography>
          <Button component={Link} to="/log-on" search={{ user: done } as never} variant="contained" size="large">{t('recover.newPassword.logOn')}</Button>
        </Panel>
      </>
    )
  }
  if (token === '' || link.error?.status === 404) return <DeadLink />
  if (link.error) return <ProblemNotice problem={link.error} retry={() => void link.refetch()} />
  if (!link.data) return <LoadingRows label={t('loading')} />
  return <NewPasswordForm token={token} link={link.data} onDone={setDone} />
}

function DeadLink() {
  const t = useShellText()
  return (
    <>
      <PageHeading>{t('recover.newPassword.deadTitle')}</PageHeading>
      <Banner tone="warn" actions={<Button component={Link} to="/recover/password" variant="contained">{t('recover.newPassword.askAgain')}</Button>}>
        {t('recover.newPassword.deadText')}
      </Banner>
    </>
  )
}

function NewPasswordForm({ token, link, onDone }: { readonly token: string; readonly link: ResetLink; readonly onDone: (userName: string) => void }) {
  const t = useShellText()
  const format = useFormat()
  const [values, setValues] = useState({ password: '', again: '', authenticatorCode: '' })
  const problems = useProblems(ids)
  const set = useAct('setNewPassword')
  const submit = () => {
    const { password, again, authenticatorCode } = values
    const sound = problems.check([
      ['password', password === '', t('recover.newPassword.missing')], ['again', password !== '' && password !== again, t('recover.newPassword.different')],
      ['authenticatorCode', link.needsAuthenticator && authenticatorCode.trim() === '', t('recover.newPassword.authenticatorMissing')],
    ])
    if (sound) set.mutate({ body: { token, password, ...(link.needsAuthenticator ? { authenticatorCode: authenticatorCode.trim() } : {}) } }, { onSuccess: ({ userName }) => onDone(userName), onError: problems.refused })
  }
  const field = (name: keyof typeof ids) => {
    const error = problems.errorOf(name)
    return {
      id: ids[name], value: values[name], onChange: (value: string) => setValues((now) => ({ ...now, [name]: value })), ...(error ? { error } : {}),
    }
  }
  if (set.error?.code === 'link-dead') return <DeadLink />
  return (
    <RecoveryForm
      title={t('recover.newPassword.title')} lead={<>{t('recover.newPassword.for', { userName: link.userName })}<br />{t('recover.newPassword.until', { time: format.time(link.until) })}</>}
      items={problems.items} failure={problems.failure} submitText={t('recover.newPassword.submit')} busy={set.isPending} busyText={t('recover.newPassword.submitting')} onSubmit={submit}
    >
      <input type="text" name="username" autoComplete="username" value={link.userName} readOnly hidden />
      <PasswordField {...field('password')} isNew label={t('recover.newPassword.password')} hint={t('recover.newPassword.hint')} />
      <PasswordVerdictLine userName={link.userName} password={values.password} />
      <PasswordField {...field('again')} isNew label={t('recover.newPassword.again')} />
      {link.needsAuthenticator && (
        <LabelledText
          {...field('authenticatorCode')} label={t('recover.newPassword.authenticator')} hint={t('recover.newPassword.authenticatorHint')} required
          autoComplete="one-time-code" maxLength={32} characters={14}
        />
      )}
    </RecoveryForm>
  )
}
