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
  return (
    <Box role="status" sx={{ mt: -1.5, '& > span': { whiteSpace: 'normal' } }}>
      {verdict.state === 'short' && <StatusMark tone="neutral" text={t('passwords.short', { count: verdict.missing })} />}
      {verdict.state === 'checking' && <StatusMark tone="progress" text={t('passwords.checking')} />}
      {verdict.state === 'good' && <StatusMark tone="good" text={t('passwords.good')} />}
      {verdict.state === 'bad' && <StatusMark tone="bad" text={format.sentences(say(verdict.finding.text), say(verdict.finding.fix))} />}
    </Box>
  )
}
