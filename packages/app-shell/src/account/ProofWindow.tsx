import { useAct } from '@icp/client'
import { safetyPeriods } from '@icp/domain'
import { BusyButton, ErrorSummary, LabelledText, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, useSyncExternalStore } from 'react'
import { useShellText } from '../language/use-text.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useProofGate } from '../start/proof-context.js'
import { DemoAuthenticatorCode } from './DemoAuthenticatorCode.js'
import { useProblems } from './use-problems.js'

/** Opens over whatever page asks for what needs a fresh proof, once the last one has become old; what was asked for then goes on. */
export function ProofWindow() {
  const gate = useProofGate()
  return useSyncExternalStore(gate.subscribe, gate.isAsking) ? <Asking /> : null
}

const ids = { code: 'proof-code' } as const

function Asking() {
  const t = useShellText()
  const gate = useProofGate()
  const [code, setCode] = useState('')
  const problems = useProblems(ids)
  const prove = useAct('proveAuthenticator')
  const submit = () => {
    if (prove.isPending) return
    const sound = problems.check([['code', code.trim() === '', t('recover.newPassword.authenticatorMissing')]])
    if (sound) prove.mutate({ body: { code: code.trim() } }, { onSuccess: () => gate.settle(true), onError: problems.refused })
  }
  const error = problems.errorOf('code')
  return (
    <ModalWindow
      open width="sm" title={t('proof.title')} closeLabel={t('session.close')} onClose={() => gate.settle(false)} onSubmit={submit}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('proof.cancel')}</Button>
          <BusyButton type="submit" busy={prove.isPending} busyText={t('proof.submitting')}>{t('proof.submit')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('errorTitle')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <Typography>{t('proof.lead', { minutes: safetyPeriods.proofMinutes })}</Typography>
        <DemoAuthenticatorCode />
        <LabelledText
          id={ids.code} value={code} onChange={setCode} {...(error ? { error } : {})} label={t('recover.newPassword.authenticator')} hint={t('recover.newPassword.authenticatorHint')} required
          autoComplete="one-time-code" maxLength={32} characters={14}
        />
      </Box>
    </ModalWindow>
  )
}
