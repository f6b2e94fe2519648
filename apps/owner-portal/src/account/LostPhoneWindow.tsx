import { PasswordField, ProblemNotice, SentCode, useProblems, useText } from '@icp/app-shell'
import { type ApiProblem, useAct, useAnswer } from '@icp/client'
import { safetyPeriods } from '@icp/domain'
import { BusyButton, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'

interface LostPhoneWindowProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

const ids = { mobile: 'lost-phone-mobile', password: 'lost-phone-password', mailCode: 'lost-phone-mail-code', phoneCode: 'lost-phone-phone-code' } as const
const empty = { mobile: '', password: '', mailCode: '', phoneCode: '' }

/** The old phone cannot receive anything any more: the password and the new number, then a code from the mailbox and one from the new phone. */
export function LostPhoneWindow({ onClose, onDone }: LostPhoneWindowProps) {
  const t = useText()
  const [values, setValues] = useState(empty)
  const problems = useProblems(ids, { mailCode: t('account.lost.mailCode'), phoneCode: t('account.lost.phoneCode') })
  const start = useAct('startPhoneRecovery')
  const confirm = useAct('confirmPhoneRecovery', { refreshes: ['getPhoneRecovery'] })
  const waits = useAnswer('getPhoneRecovery', {})
  const sent = start.data
  // One waits already, asked for in another window: the page behind must show it, since it has to be stopped first.
  const refused = (problem: ApiProblem) => {
    problems.refused(problem)
    if (problem.status === 409) void waits.refetch()
  }
  const field = (name: keyof typeof ids) => {
    const error = problems.errorOf(name)
    return { id: ids[name], value: values[name], onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })), ...(error ? { error } : {}) }
  }
  const send = () => {
    const { mobile, password } = values
    const sound = problems.check([['mobile', mobile.trim() === '', t('account.lost.mobileMissing')], ['password', password === '', t('account.lost.passwordMissing')]])
    if (sound) start.mutate({ body: { mobile: mobile.trim(), password } }, { onSuccess: problems.clear, onError: refused })
  }
  const finish = () => {
    const { mobile, mailCode, phoneCode } = values
    const sound = problems.check([['mailCode', mailCode.trim() === '', t('account.lost.mailCodeMissing')], ['phoneCode', phoneCode.trim() === '', t('account.lost.phoneCodeMissing')]])
    if (sound) confirm.mutate({ body: { mobile: mobile.trim(), mailCode: mailCode.trim(), phoneCode: phoneCode.trim() } }, { onSuccess: onDone, onError: refused })
  }
  const submit = () => {
    if (start.isPending || confirm.isPending) return
    if (sent) finish()
    else send()
  }
  const again = () => {
    start.reset()
    problems.clear()
    setValues((before) => ({ ...before, mailCode: '', phoneCode: '' }))
  }
  const code = { inputMode: 'numeric' as const, maxLength: 12, characters: 8, required: true }
  return (
    <ModalWindow
      open width="sm" title={t('account.lost.title')} closeLabel={t('account.lost.close')} onClose={onClose} onSubmit={submit}
      isDirty={Object.values(values).some((value) => value !== '')}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('account.lost.cancel')}</Button>
          {sent && <Button variant="text" onClick={again}>{t('account.lost.back')}</Button>}
          <BusyButton type="submit" busy={start.isPending || confirm.isPending} busyText={t('account.lost.sending')}>
            {t(sent ? 'account.lost.submit' : 'account.lost.send')}
          </BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('entry.problem')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        {sent ? (
          <>
            <SentCode sent={sent.mail} testId="on-screen-mail-code" title={t('account.lost.mailbox', { contact: sent.mail.email })} />
            <LabelledText {...field('mailCode')} {...code} label={t('account.lost.mailCode')} hint={t('account.lost.mailCodeHint', { contact: sent.mail.email })} autoComplete="off" />
            <SentCode sent={sent.phone} testId="on-screen-phone-code" title={t('account.lost.phone', { contact: sent.phone.mobile })} />
            <LabelledText {...field('phoneCode')} {...code} label={t('account.lost.phoneCode')} hint={t('account.lost.phoneCodeHint', { contact: sent.phone.mobile })} autoComplete="one-time-code" />
          </>
        ) : (
          <>
            <Typography>{t('account.lost.lead', { hours: safetyPeriods.lostPhoneHours })}</Typography>
            <Typography sx={{ color: 'text.secondary' }}>{t('account.lost.vouch')}</Typography>
            <LabelledText
              {...field('mobile')} label={t('account.lost.mobile')} required maxLength={64} spellCheck={false}
              type="tel" inputMode="tel" autoComplete="tel-national" characters={16}
            />
            <PasswordField {...field('password')} label={t('account.lost.password')} />
          </>
        )}
      </Box>
    </ModalWindow>
  )
}
