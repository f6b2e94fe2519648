import { useAct } from '@icp/client'
import type { Channel } from '@icp/contract'
import { BusyButton, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { PasswordField } from '../log-on/PasswordField.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useMe } from '../session/use-session.js'
import { DemoAuthenticatorCode } from './DemoAuthenticatorCode.js'
import { SentCode } from './SentCode.js'
import { useProblems } from './use-problems.js'

interface ContactWindowProps {
  readonly channel: Channel
  /** The one so far, masked. */
  readonly now: string
  /** Staff, and owners who have an authenticator, prove it before a code is sent. */
  readonly asksAuthenticator: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

const ids = { value: 'contact-value', password: 'contact-password', authenticatorCode: 'contact-authenticator', oldCode: 'contact-old-code', newCode: 'contact-new-code' } as const
const empty = { value: '', password: '', authenticatorCode: '', oldCode: '', newCode: '' }

/** A new phone or mail in two steps: the new one with the password and, where there is one, the authenticator; then a code from the old and a code from the new. */
export function ContactWindow({ channel, now, asksAuthenticator, onClose, onDone }: ContactWindowProps) {
  const t = useShellText()
  const isOwner = useMe().role === 'owner'
  const [values, setValues] = useState(empty)
  const problems = useProblems(ids, { oldCode: t('contacts.oldCode'), newCode: t('contacts.newCode') })
  const start = useAct('startContactChange')
  const complete = useAct('completeContactChange', { refreshes: ['getOwnAccount', 'listOwnSessions', 'listOwnDevices', 'getPhoneRecovery'] })
  const sent = start.data
  const put = (field: keyof typeof ids) => (value: string) => setValues((before) => ({ ...before, [field]: value }))
  const field = (name: keyof typeof ids) => {
    const error = problems.errorOf(name)
    return { id: ids[name], value: values[name], onChange: put(name), ...(error ? { error } : {}) }
  }
  const send = () => {
    const { value, password } = values
    const authenticatorCode = values.authenticatorCode.trim()
    const sound = problems.check([
      ['value', value.trim() === '', t(`contacts.${channel}.missing`)], ['password', password === '', t('contacts.passwordMissing')],
      ['authenticatorCode', asksAuthenticator && authenticatorCode === '', t('recover.newPassword.authenticatorMissing')],
    ])
    if (sound) start.mutate({ body: { channel, value: value.trim(), password, ...(asksAuthenticator ? { authenticatorCode } : {}) } }, { onSuccess: problems.clear, onError: problems.refused })
  }
  const change = () => {
    const { oldCode, newCode } = values
    const sound = problems.check([['oldCode', oldCode.trim() === '', t('contacts.oldCodeMissing')], ['newCode', newCode.trim() === '', t('contacts.newCodeMissing')]])
    if (sound) complete.mutate({ body: { oldCode: oldCode.trim(), newCode: newCode.trim() } }, { onSuccess: onDone, onError: problems.refused })
  }
  const submit = () => {
    if (start.isPending || complete.isPending) return
    if (sent) change()
    else send()
  }
  const code = { inputMode: 'numeric' as const, maxLength: 12, characters: 8, required: true }
  return (
    <ModalWindow
      open width="sm" title={t(`contacts.${channel}.title`)} closeLabel={t('contacts.close')} onClose={onClose} onSubmit={submit}
      isDirty={Object.values(values).some((value) => value !== '')}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('contacts.cancel')}</Button>
          {sent && <Button variant="text" onClick={() => { start.reset(); problems.clear(); setValues((before) => ({ ...before, authenticatorCode: '', oldCode: '', newCode: '' })) }}>{t('contacts.back')}</Button>}
          <BusyButton type="submit" busy={start.isPending || complete.isPending} busyText={t('contacts.sending')}>
            {t(sent ? `contacts.${channel}.change` : 'contacts.send')}
          </BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('errorTitle')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {sent ? (
          <>
            <SentCode sent={sent.before} testId="on-screen-old-code" title={t('contacts.old', { contact: sent.before.mobile || sent.before.email })} />
            <LabelledText {...field('oldCode')} {...code} label={t('contacts.oldCode')} hint={t('contacts.oldCodeHint', { contact: sent.before.mobile || sent.before.email })} autoComplete="one-time-code" />
            <SentCode sent={sent.after} testId="on-screen-new-code" title={t('contacts.new', { contact: sent.after.mobile || sent.after.email })} />
            <LabelledText {...field('newCode')} {...code} label={t('contacts.newCode')} hint={t('contacts.newCodeHint', { contact: sent.after.mobile || sent.after.email })} autoComplete="off" />
          </>
        ) : (
          <>
            <Typography>{t(`contacts.${channel}.lead`, { now })}</Typography>
            {isOwner && <Typography sx={{ color: 'text.secondary' }}>{t('contacts.filings')}</Typography>}
            <LabelledText
              {...field('value')} label={t(`contacts.${channel}.label`)} required maxLength={254} spellCheck={false}
              {...(channel === 'mobile' ? { type: 'tel' as const, inputMode: 'tel' as const, autoComplete: 'tel-national', characters: 16 } : { type: 'email' as const, inputMode: 'email' as const, autoComplete: 'email' })}
            />
            <PasswordField {...field('password')} label={t('contacts.password')} />
            {asksAuthenticator && !isOwner && <DemoAuthenticatorCode />}
            {asksAuthenticator && (
              <LabelledText
                {...field('authenticatorCode')} label={t('recover.newPassword.authenticator')} hint={t('recover.newPassword.authenticatorHint')} required
                autoComplete="one-time-code" maxLength={32} characters={14}
              />
            )}
          </>
        )}
      </Box>
    </ModalWindow>
  )
}
