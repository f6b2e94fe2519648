import { StatusMark, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { useShellText } from '../language/use-text.js'
import { usePasswordVerdict } from './use-password-verdict.js'

export interface PasswordVerdictLineProps {
  readonly userName: string
  readonly password: string
}

/** Below a password that is being chosen: how many characters are missing, what is wrong with it, or that it will be taken. */
export function PasswordVerdictLine({ userName, password }: PasswordVerdictLineProps) {
  const t = useShellText()
  const say = useSay()
  const format = useFormat()
  const verdict = usePasswordVerdict(userName, password)
  // An empty line is out of the grid, so that no gap stands for it; what appears in it is read out.
  return (
    <Box role="status" sx={{ mt: -1.5, '&:empty': { position: 'absolute' } }}>
      {verdict.state === 'short' && <StatusMark sentence tone="neutral" text={t('passwords.short', { count: verdict.missing })} />}
      {verdict.state === 'checking' && <StatusMark tone="progress" text={t('passwords.checking')} />}
      {verdict.state === 'good' && <StatusMark tone="good" text={t('passwords.good')} />}
      {verdict.state === 'bad' && <StatusMark sentence tone="bad" text={format.sentences(say(verdict.finding.text), say(verdict.finding.fix))} />}
    </Box>
  )
}
