import { SkipLink } from '@icp/ui'
import Box from '@mui/material/Box'
import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { useSession } from '../session/use-session.js'
import { useSettings } from '../start/settings.js'
import { Footer } from './Footer.js'
import { Header } from './Header.js'
import { SideMenu } from './SideMenu.js'
import { useFocusOnNewPage } from './use-focus-on-new-page.js'

/** Skip link, header, the tree on the left, one main, footer. */
export function Layout() {
  const t = useShellText()
  const { portal, menu, wide = false } = useSettings()
  const session = useSession()
  const [menuOpen, setMenuOpen] = useState(false)
  useFocusOnNewPage()
  const { me } = session
  const withMenu = me !== null && session.state !== 'signed-out' && me.category === portal && menu.length > 0
  return (
    <Box sx={{ minHeight: '100vh', display: 'flex', flexDirection: 'column' }}>
      <SkipLink href="#main" text={t('skip')} />
      <Header session={session} menuOpen={menuOpen} {...(withMenu ? { onMenu: () => setMenuOpen(true) } : {})} />
      <Box sx={{ flex: 1, display: 'flex', alignItems: 'stretch', minWidth: 0 }}>
        {withMenu && <SideMenu me={me} open={menuOpen} onClose={() => setMenuOpen(false)} />}
        <Box component="main" id="main" tabIndex={-1} sx={{ flex: 1, minWidth: 0, px: { xs: 2, sm: 4 }, py: { xs: 2.5, sm: 4 }, '&:focus, &:focus-visible': { outline: 'none', boxShadow: 'none' } }}>
          <Box sx={{ maxWidth: wide ? 1680 : 1080, mx: withMenu || wide ? 0 : 'auto' }}><Outlet /></Box>
        </Box>
      </Box>
      <Footer />
    </Box>
  )
}
