import { useAct } from '@icp/client'
import { BusyButton, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { PasswordField } from '../log-on/PasswordField.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useProblems } from './use-problems.js'

interface RemoveAuthenticatorWindowProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

const ids = { password: 'authenticator-password', code: 'authenticator-code' } as const

/** Back to codes by SMS and mail: the password and a code of the authenticator, or a recovery code where it is lost. */
export function RemoveAuthenticatorWindow({ onClose, onDone }: RemoveAuthenticatorWindowProps) {
  const t = useShellText()
  const [values, setValues] = useState({ password: '', code: '' })
  const problems = useProblems(ids)
  const remove = useAct('removeOwnAuthenticator', { refreshes: ['getOwnAccount', 'listOwnSessions', 'listOwnDevices'] })
  const field = (name: keyof typeof ids) => {
    const error = problems.errorOf(name)
    return { id: ids[name], value: values[name], onChange: (value: string) => setValues((now) => ({ ...now, [name]: value })), ...(error ? { error } : {}) }
  }
  const submit = () => {
    if (remove.isPending) return
    const sound = problems.check([['password', values.password === '', t('own.password.currentMissing')], ['code', values.code.trim() === '', t('recover.newPassword.authenticatorMissing')]])
    if (sound) remove.mutate({ body: { password: values.password, code: values.code.trim() } }, { onSuccess: onDone, onError: problems.refused })
  }
  return (
    <ModalWindow
      open width="sm" title={t('own.authenticator.remove')} closeLabel={t('session.close')} onClose={onClose} onSubmit={submit} isDirty={values.password !== '' || values.code !== ''}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('own.authenticator.cancel')}</Button>
          <BusyButton type="submit" color="error" busy={remove.isPending} busyText={t('own.authenticator.working')}>{t('own.authenticator.remove')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('errorTitle')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <Typography>{t('own.authenticator.removeLead')}</Typography>
        <PasswordField {...field('password')} label={t('own.password.current')} />
        <LabelledText
          {...field('code')} label={t('recover.newPassword.authenticator')} hint={t('recover.newPassword.authenticatorHint')} required autoComplete="one-time-code" maxLength={32} characters={14}
        />
      </Box>
    </ModalWindow>
  )
}
