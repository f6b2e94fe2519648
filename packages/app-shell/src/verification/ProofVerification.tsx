import { useClient } from '@icp/client'
import { FieldGroup, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { Challenge } from 'altcha-lib'
import { useEffect, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { challengeEnd, solveProof } from './solve-proof.js'
import type { ProofState, VerificationFieldProps } from './verification-value.js'

/** A proof that runs out while the form is still being filled is worked out again this long before, in milliseconds. */
const margin = 20_000

export function ProofVerification({ id, purpose, onChange, error, onProof, onOtherWay }: VerificationFieldProps & { readonly onOtherWay: () => void }) {
  const t = useShellText()
  const client = useClient()
  const [round, setRound] = useState(0)
  const [state, setState] = useState<ProofState>('working')

  useEffect(() => {
    const controller = new AbortController()
    let renewal: ReturnType<typeof setTimeout> | undefined
    const turn = (to: ProofState) => {
      setState(to)
      onProof?.(to)
    }
    const work = async () => {
      turn('working')
      onChange(null)
      const answer = await client.call('askProofChallenge', { body: { purpose } }, { signal: controller.signal })
      const challenge = answer.challenge as unknown as Challenge
      const payload = await solveProof(challenge, controller)
      if (controller.signal.aborted) return
      onChange({ way: 'proof', payload })
      turn('done')
      const end = challengeEnd(challenge)
      if (end !== undefined) renewal = setTimeout(() => setRound((now) => now + 1), Math.max(5000, end - margin - Date.now()))
    }
    work().catch(() => {
      if (!controller.signal.aborted) turn('failed')
    })
    return () => {
      controller.abort()
      clearTimeout(renewal)
      onProof?.(null)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `onChange` and `onProof` may be new at every drawing; the work is done once per round
  }, [client, purpose, round])

  const shown = {
    working: { tone: 'progress', text: t('verification.working') },
    done: { tone: 'good', text: t('verification.done') },
    failed: { tone: 'bad', text: t('verification.failed') },
  } as const
  return (
    <FieldGroup id={id} label={t('verification.label')} {...(error ? { error } : {})}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <Box role="status"><StatusMark sentence {...shown[state]} /></Box>
        {state === 'failed' && <Button variant="outlined" size="small" onClick={() => setRound((now) => now + 1)}>{t('retry')}</Button>}
        <Button variant="text" size="small" onClick={onOtherWay}>{t('verification.withPicture')}</Button>
      </Box>
    </FieldGroup>
  )
}
