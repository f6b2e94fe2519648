import { PasswordField, ProblemNotice, SentCode, useProblems, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { Channel } from '@icp/contract'
import { BusyButton, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'

interface ContactWindowProps {
  readonly channel: Channel
  /** The one so far, masked. */
  readonly now: string
  readonly onClose: () => void
  readonly onDone: () => void
}

const ids = { value: 'contact-value', password: 'contact-password', oldCode: 'contact-old-code', newCode: 'contact-new-code' } as const
const empty = { value: '', password: '', oldCode: '', newCode: '' }

/** A new phone or mail in two steps: the password and the new one, then a code from the old and a code from the new. */
export function ContactWindow({ channel, now, onClose, onDone }: ContactWindowProps) {
  const t = useText()
  const [values, setValues] = useState(empty)
  const problems = useProblems(ids, { oldCode: t('account.contacts.oldCode'), newCode: t('account.contacts.newCode') })
  const start = useAct('startContactChange')
  const complete = useAct('completeContactChange', { refreshes: ['getOwnAccount', 'listOwnSessions'] })
  const sent = start.data
  const put = (field: keyof typeof ids) => (value: string) => setValues((before) => ({ ...before, [field]: value }))
  const field = (name: keyof typeof ids) => {
    const error = problems.errorOf(name)
    return { id: ids[name], value: values[name], onChange: put(name), ...(error ? { error } : {}) }
  }
  const send = () => {
    const { value, password } = values
    const sound = problems.check([['value', value.trim() === '', t(`account.contacts.${channel}.missing`)], ['password', password === '', t('account.contacts.passwordMissing')]])
    if (sound) start.mutate({ body: { channel, value: value.trim(), password } }, { onSuccess: problems.clear, onError: problems.refused })
  }
  const change = () => {
    const { oldCode, newCode } = values
    const sound = problems.check([['oldCode', oldCode.trim() === '', t('account.contacts.oldCodeMissing')], ['newCode', newCode.trim() === '', t('account.contacts.newCodeMissing')]])
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
      open width="sm" title={t(`account.contacts.${channel}.title`)} closeLabel={t('account.contacts.close')} onClose={onClose} onSubmit={submit}
      isDirty={Object.values(values).some((value) => value !== '')}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('account.contacts.cancel')}</Button>
          {sent && <Button variant="text" onClick={() => { start.reset(); problems.clear(); setValues((before) => ({ ...before, oldCode: '', newCode: '' })) }}>{t('account.contacts.back')}</Button>}
          <BusyButton type="submit" busy={start.isPending || complete.isPending} busyText={t('account.contacts.sending')}>
            {t(sent ? `account.contacts.${channel}.change` : 'account.contacts.send')}
          </BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('entry.problem')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {sent ? (
          <>
            <SentCode sent={sent.before} testId="on-screen-old-code" title={t('account.contacts.old', { contact: sent.before.mobile || sent.before.email })} />
            <LabelledText {...field('oldCode')} {...code} label={t('account.contacts.oldCode')} hint={t('account.contacts.oldCodeHint', { contact: sent.before.mobile || sent.before.email })} autoComplete="one-time-code" />
            <SentCode sent={sent.after} testId="on-screen-new-code" title={t('account.contacts.new', { contact: sent.after.mobile || sent.after.email })} />
            <LabelledText {...field('newCode')} {...code} label={t('account.contacts.newCode')} hint={t('account.contacts.newCodeHint', { contact: sent.after.mobile || sent.after.email })} autoComplete="off" />
          </>
        ) : (
          <>
            <Typography>{t(`account.contacts.${channel}.lead`, { now })}</Typography>
            <Typography sx={{ color: 'text.secondary' }}>{t('account.contacts.filings')}</Typography>
            <LabelledText
              {...field('value')} label={t(`account.contacts.${channel}.label`)} required maxLength={254} spellCheck={false}
              {...(channel === 'mobile' ? { type: 'tel' as const, inputMode: 'tel' as const, autoComplete: 'tel-national', characters: 16 } : { type: 'email' as const, inputMode: 'email' as const, autoComplete: 'email' })}
            />
            <PasswordField {...field('password')} label={t('account.contacts.password')} />
          </>
        )}
      </Box>
    </ModalWindow>
  )
}
