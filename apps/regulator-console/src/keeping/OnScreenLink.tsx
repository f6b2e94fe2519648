import { Banner, CopyButton } from '@icp/ui'
import Box from '@mui/material/Box'
import { useConsoleText } from '../text.js'

/** A link in plain sight while the SMS platform is off, as codes are. */
export function OnScreenLink({ link }: { readonly link: string }) {
  const t = useConsoleText()
  return (
    <Banner
      tone="warn" title={t('keeping.onScreenTitle')}
      actions={<CopyButton value={link} label={t('keeping.copyLink')} copiedText={t('keeping.copied')} failedText={t('keeping.copyFailed')} />}
    >
      <p style={{ margin: 0 }}>{t('keeping.onScreenWhy')}</p>
      <Box data-testid="on-screen-link" sx={{ mt: 1, fontFamily: 'monospace', overflowWrap: 'anywhere' }}>{link}</Box>
    </Banner>
  )
}
