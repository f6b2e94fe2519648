import { useAnswer } from '@icp/client'
import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'
import { useShellText } from '../language/use-text.js'

/** The code that works next, for an account of the demo data, which has no phone; nothing for everybody else. */
export function DemoAuthenticatorCode() {
  const t = useShellText()
  const proof = useAnswer('getAuthenticatorProof', {}, { staleTime: 0 })
  if (!proof.data?.onScreen) return null
  return (
    <Banner tone="warn" live="status" title={t('proof.demoTitle')}>
      <Box component="code" data-testid="on-screen-authenticator-code" sx={{ fontSize: '1.25rem', fontWeight: 700, letterSpacing: '.15em' }}>{proof.data.onScreen.code}</Box>
    </Banner>
  )
}
