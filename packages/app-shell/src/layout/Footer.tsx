import { useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { useShellText } from '../language/use-text.js'
import { useSettings } from '../start/settings.js'

export function Footer() {
  const t = useShellText()
  const say = useSay()
  const { title, footerLinks = [] } = useSettings()
  return (
    <Box
      component="footer"
      className="no-print"
      sx={{ borderTop: 1, borderColor: 'divider', px: { xs: 2, sm: 4 }, py: 2.5, color: 'text.secondary', fontSize: '.9rem', display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5 }}
    >
      <span>{say(title)}</span>
      <span>{t('footer.times')}</span>
      <span>{t('footer.keyboard')}</span>
      {footerLinks.map((link) => <Link key={link.href} to={link.href} style={{ color: 'inherit' }}>{say(link.label)}</Link>)}
    </Box>
  )
}
