import { useAct } from '@icp/client'
import { BusyButton, ErrorSummary, LabelledText, ModalWindow, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { AuthenticatorPanel } from '../invitation/AuthenticatorPanel.js'
import { RecoveryCodeList } from '../invitation/RecoveryCodeList.js'
import { useShellText } from '../language/use-text.js'
import { PasswordField } from '../log-on/PasswordField.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useProblems } from './use-problems.js'

interface AddAuthenticatorWindowProps {
  readonly onClose: () => void
  readonly onDone: () => void
}

const ids = { password: 'authenticator-password', code: 'authenticator-code' } as const

/** The password, then the secret and its first code, then the recovery codes, which are shown once. */
export function AddAuthenticatorWindow({ onClose, onDone }: AddAuthenticatorWindowProps) {
  const t = useShellText()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [kept, setKept] = useState(false)
  const problems = useProblems(ids)
  const start = useAct('startOwnAuthenticator')
  const add = useAct('addOwnAuthenticator', { refreshes: ['getOwnAccount', 'listOwnSessions', 'listOwnDevices'] })
  const codes = add.data?.recoveryCodes
  const error = (field: keyof typeof ids) => {
    const text = problems.errorOf(field)
    return text ? { error: text } : {}
  }
  const submit = () => {
    if (start.isPending || add.isPending) return
    if (codes) {
      if (kept) onDone()
    } else if (start.data) {
      if (problems.check([['code', code.trim() === '', t('recover.newPassword.authenticatorMissing')]])) add.mutate({ body: { setup: start.data.setup, code: code.trim() } }, { onSuccess: problems.clear, onError: problems.refused })
    } else if (problems.check([['password', password === '', t('own.password.currentMissing')]])) {
      start.mutate({ body: { password } }, { onSuccess: problems.clear, onError: problems.refused })
    }
  }
  return (
    <ModalWindow
      open width="md" title={t('own.authenticator.add')} closeLabel={t('session.close')} onClose={codes ? onDone : onClose} onSubmit={submit} isDirty={password !== '' && !kept}
      actions={(leave) => (
        <>
          {!codes && <Button variant="outlined" onClick={leave}>{t('own.authenticator.cancel')}</Button>}
          <BusyButton type="submit" busy={start.isPending || add.isPending} busyText={t('own.authenticator.working')} disabled={codes !== undefined && !kept}>
            {t(codes ? 'own.authenticator.finish' : start.data ? 'own.authenticator.confirm' : 'own.authenticator.next')}
          </BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('errorTitle')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      {codes ? (
        <>
          <RecoveryCodeList codes={codes} />
          <Tick id="authenticator-codes-kept" label={t('invitation.kept')} value={kept} onChange={setKept} />
        </>
      ) : start.data ? (
        <AuthenticatorPanel authenticator={start.data.authenticator}>
          <LabelledText
            id={ids.code} label={t('invitation.code')} hint={t('invitation.codeHint')} required value={code} onChange={setCode} {...error('code')}
            autoComplete="one-time-code" inputMode="numeric" maxLength={12} characters={8} spellCheck={false}
          />
        </AuthenticatorPanel>
      ) : (
        <Box sx={{ display: 'grid', gap: 2.5 }}>
          <Typography>{t('own.authenticator.lead')}</Typography>
          <PasswordField id={ids.password} value={password} onChange={setPassword} label={t('own.password.current')} {...error('password')} />
        </Box>
      )}
    </ModalWindow>
  )
}
