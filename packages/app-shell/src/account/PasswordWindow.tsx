import type { ApiProblem } from '@icp/client'
import { BusyButton, ErrorSummary, ModalWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { PasswordField } from '../log-on/PasswordField.js'
import { ProblemNotice } from '../problems/ProblemNotice.js'
import { useProblems } from './use-problems.js'

interface PasswordWindowProps {
  readonly title: string
  /** What happens, before it does. */
  readonly text: string
  readonly doText: string
  readonly doingText: string
  readonly keepText: string
  readonly busy: boolean
  readonly onClose: () => void
  /** Calls `refused` with what the API has against it; the window stays open then. */
  readonly onPassword: (password: string, refused: (problem: ApiProblem) => void) => void
}

const ids = { password: 'proving-password' } as const

/** Asks whether something is meant, and for the password: a browser that was left open, or a stolen session, is not enough. */
export function PasswordWindow({ title, text, doText, doingText, keepText, busy, onClose, onPassword }: PasswordWindowProps) {
  const t = useShellText()
  const [password, setPassword] = useState('')
  const problems = useProblems(ids)
  const error = problems.errorOf('password')
  const submit = () => {
    if (busy) return
    if (problems.check([['password', password === '', t('own.password.currentMissing')]])) onPassword(password, problems.refused)
  }
  return (
    <ModalWindow
      open width="sm" title={title} closeLabel={t('session.close')} onClose={onClose} onSubmit={submit} isDirty={password !== ''}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{keepText}</Button>
          <BusyButton type="submit" color="error" busy={busy} busyText={doingText}>{doText}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('errorTitle')} items={problems.items} />
      {problems.failure && <ProblemNotice problem={problems.failure} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <Typography>{text}</Typography>
        <PasswordField id={ids.password} value={password} onChange={setPassword} {...(error ? { error } : {})} label={t('own.password.current')} />
      </Box>
    </ModalWindow>
  )
}
