import { useAct } from '@icp/client'
import type { OpenedInvitation } from '@icp/contract'
import { type Finding, roleWords } from '@icp/domain'
import { BusyButton, DefinitionRows, ErrorSummary, LabelledText, type LabelledTextProps, PageHeading, Panel, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { type FormEvent, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { PasswordField, type PasswordFieldProps } from '../log-on/PasswordField.js'
import { PasswordVerdictLine } from '../passwords/PasswordVerdictLine.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { AuthenticatorPanel } from './AuthenticatorPanel.js'
import { invitationBody, type InvitationField, invitationFindings, noValues } from './invitation-form.js'

export interface InvitationFormProps {
  readonly token: string
  readonly opened: OpenedInvitation
  readonly onDone: (done: { readonly userName: string; readonly recoveryCodes: string[] }) => void
}

/** What an invited person fills in. Nothing typed is lost on a refusal. */
export function InvitationForm({ token, opened, onDone }: InvitationFormProps) {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const accept = useAct('acceptInvitation')
  const [values, setValues] = useState(noValues)
  const [findings, setFindings] = useState<readonly Finding[]>([])
  const [items, setItems] = useState<readonly { fieldId: string; text: string }[]>([])
  const { purpose, role, organisation, name, userName, authenticator } = opened

  const summarise = (found: readonly Finding[]) => {
    setFindings(found)
    setItems(found.map(({ path, text }) => ({ fieldId: path, text: say(text) })))
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (accept.isPending) return
    const found = invitationFindings(purpose, values)
    summarise(found)
    if (found.length > 0) return
    accept.mutate({ body: invitationBody(token, purpose, values) }, { onSuccess: onDone, onError: (problem) => summarise(problem.findings) })
  }
  const shared = (path: InvitationField) => {
    const finding = findings.find((one) => one.path === path)
    return {
      id: path, value: values[path], ...(finding ? { error: format.sentences(say(finding.text), say(finding.fix)) } : {}),
      onChange: (value: string) => {
        setValues((now) => ({ ...now, [path]: value }))
        setFindings((now) => now.filter((one) => one.path !== path))
      },
    }
  }
  const field = (path: InvitationField, label: string, more: Partial<LabelledTextProps> = {}) => <LabelledText label={label} required {...shared(path)} {...more} />
  const passwordField = (path: InvitationField, label: string, more: Partial<PasswordFieldProps> = {}) => <PasswordField label={label} {...shared(path)} {...more} />
  const isNew = purpose !== 'authenticator'
  return (
    <>
      <ErrorSummary title={t('errorTitle')} items={items} />
      <PageHeading lead={t(`invitation.leads.${purpose}`)} {...(items.length > 0 ? { titlePrefix: t('errorPrefix') } : {})}>{t(`invitation.titles.${purpose}`)}</PageHeading>
      {accept.error && accept.error.findings.length === 0 && <ProblemNotice problem={accept.error} />}
      <Box component="form" noValidate onSubmit={submit} sx={{ maxWidth: 760 }}>
        <Panel title={t('invitation.who')}>
          <DefinitionRows
            rows={[
              ...(name ? [{ label: t('invitation.name'), value: name }] : []), { label: t('invitation.role'), value: say(roleWords[role]) },
              ...(organisation ? [{ label: t('invitation.organisation'), value: organisation }] : []),
              ...(userName ? [{ label: t('invitation.userName'), value: userName }] : []),
            ]}
          />
          <p>{t('invitation.until', { time: format.dateTime(opened.expiresAt) })}</p>
        </Panel>
        {purpose === 'set-up' && (
          <Panel title={t('invitation.person')}>
            <Box sx={{ display: 'grid', gap: 3 }}>
              {field('name', t('invitation.name'), { autoComplete: 'name', maxLength: 128 })}
              {field('mobile', t('invitation.mobile'), { type: 'tel', autoComplete: 'tel-national', inputMode: 'tel', maxLength: 32, characters: 16 })}
              {field('email', t('invitation.email'), { type: 'email', autoComplete: 'email', inputMode: 'email', maxLength: 254 })}
            </Box>
          </Panel>
        )}
        <Panel title={t('invitation.account')}>
          <Box sx={{ display: 'grid', gap: 3 }}>
            {isNew && field('userName', t('invitation.userName'), { hint: t('invitation.userNameHint'), autoComplete: 'username', maxLength: 64, spellCheck: false })}
            {isNew
              ? passwordField('password', t('invitation.password'), { hint: t('invitation.passwordHint'), isNew: true })
              : passwordField('password', t('invitation.ownPassword'))}
            {isNew && <PasswordVerdictLine userName={values.userName} password={values.password} />}
            {isNew && passwordField('passwordAgain', t('invitation.passwordAgain'), { isNew: true })}
          </Box>
        </Panel>
        <AuthenticatorPanel authenticator={authenticator}>
          {field('code', t('invitation.code'), { hint: t('invitation.codeHint'), autoComplete: 'one-time-code', inputMode: 'numeric', maxLength: 12, characters: 8, spellCheck: false })}
        </AuthenticatorPanel>
        <BusyButton type="submit" size="large" busy={accept.isPending} busyText={t('invitation.submitting')}>{t('invitation.submit')}</BusyButton>
      </Box>
    </>
  )
}
