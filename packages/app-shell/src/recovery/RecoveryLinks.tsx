import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'

/** The ways back in, under the log-on form. */
export function RecoveryLinks() {
  const t = useShellText()
  const ways = [
    { to: '/recover/password', text: t('recover.links.password') },
    { to: '/recover/user-name', text: t('recover.links.userName') },
  ]
  return (
    <Box component="nav" aria-label={t('recover.links.title')} sx={{ mt: 3, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 1, alignItems: 'baseline' }}>
      <Typography sx={{ fontWeight: 600 }}>{t('recover.links.title')}</Typography>
      {ways.map((way) => <MuiLink key={way.to} component={Link} to={way.to} sx={{ display: 'inline-block', py: 0.5 }}>{way.text}</MuiLink>)}
    </Box>
  )
}
