import { Banner } from '@icp/ui'
import Box from '@mui/material/Box'
import { useShellText } from '../language/use-text.js'

export interface OnScreenCodeProps {
  readonly code: string
  readonly title: string
  readonly why: string
}

/** The code in plain sight, with the reason and when that ends: while the SMS platform is off, or because the account is one of the demo data. */
export function OnScreenCode({ code, title, why }: OnScreenCodeProps) {
  const t = useShellText()
  return (
    <Banner tone="warn" title={title}>
      <p style={{ margin: 0 }}>{why}</p>
      <Box component="dl" sx={{ m: 0, mt: 1, display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'baseline' }}>
        <dt>{t('code.onScreenLabel')}</dt>
        <Box component="dd" data-testid="on-screen-code" sx={{ m: 0, fontFamily: 'monospace', fontSize: '1.5rem', fontWeight: 700, letterSpacing: '.2em' }}>{code}</Box>
      </Box>
    </Banner>
  )
}
