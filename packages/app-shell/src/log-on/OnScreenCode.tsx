import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'
import { useShellText } from '../language/use-text.js'

/** The code in plain sight while the SMS platform is off, with the reason and when that ends. */
export function OnScreenCode({ code }: { readonly code: string }) {
  const t = useShellText()
  return (
    <Banner tone="warn" title={t('code.onScreenTitle')}>
      <p style={{ margin: 0 }}>{t('code.onScreenWhy')}</p>
      <Box component="dl" sx={{ m: 0, mt: 1, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'baseline' }}>
        <dt>{t('code.onScreenLabel')}</dt>
        <Box component="dd" data-testid="on-screen-code" sx={{ m: 0, fontFamily: 'monospace', fontSize: '1.5rem', fontWeight: 700, letterSpacing: '.2em' }}>{code}</Box>
      </Box>
    </Banner>
  )
}
