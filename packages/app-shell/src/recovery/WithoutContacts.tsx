import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useShellText } from '../language/use-text.js'
import { useSettings } from '../start/settings.js'

/** For whom phone or mailbox is out of reach: the way that is left, or whom to call where no page can help. */
export function WithoutContacts() {
  const t = useShellText()
  const { portal } = useSettings()
  const ways = portal === 'owner' ? (['phone', 'more', 'filings'] as const) : (['staff'] as const)
  return (
    <Box component="section" aria-labelledby="without-contacts" sx={{ mt: 4, maxWidth: 600 }}>
      <Typography component="h2" variant="h3" id="without-contacts" sx={{ mb: 1 }}>{t('recover.without.title')}</Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>{ways.map((way) => <li key={way}>{t(`recover.without.${way}`)}</li>)}</Box>
    </Box>
  )
}
