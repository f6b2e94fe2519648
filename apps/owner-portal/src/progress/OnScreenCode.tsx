import { useText } from '@icp/app-shell'
import type { ConfirmationView } from '@icp/contract'
import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'

/** While the SMS platform is off: the link and the code that would have gone to the responsible person's phone. */
export function OnScreenCode({ confirmation }: { readonly confirmation: ConfirmationView }) {
  const t = useText()
  if (!confirmation.onScreen || confirmation.state !== 'waiting') return null
  const { link, code } = confirmation.onScreen
  return (
    <Box sx={{ mt: 1.5, '& > *:last-child': { mb: 0 } }}>
      <Banner tone="warn" title={t('progress.onScreen.title')}>
        <Box>{t('progress.onScreen.why')}</Box>
        <Box sx={{ mt: 1 }}>{t('progress.onScreen.code')}{' '}<Box component="code" data-testid="on-screen-confirmation-code" sx={{ fontSize: '1.25rem', letterSpacing: '.15em', ml: 0.5 }}>{code}</Box></Box>
        <MuiLink href={new URL(link, window.location.origin).pathname}>{t('progress.onScreen.open', { name: confirmation.name })}</MuiLink>
      </Banner>
    </Box>
  )
}
