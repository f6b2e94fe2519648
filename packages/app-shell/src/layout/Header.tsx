import HelpIcon from '@mui/icons-material/HelpOutlineOutlined'
import MenuIcon from '@mui/icons-material/MenuOutlined'
import { LanguageSwitch, useSay, visuallyHidden } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../language/use-language.js'
import { useShellText } from '../language/use-text.js'
import { AccountMenu } from '../session/AccountMenu.js'
import type { Session } from '../session/use-session.js'
import { useSettings } from '../start/settings.js'
import { SealMark } from './SealMark.js'

export interface HeaderProps {
  readonly session: Session
  /** Opens the menu where there is no room for it; left out while there is no menu. */
  readonly onMenu?: () => void
  readonly menuOpen: boolean
}

const narrow = '@media (max-width: 599.95px)'

/** The same in every place: the product, help, language, account. On a phone still one line: help is its sign, and the menu takes the place of the seal. */
export function Header({ session, onMenu, menuOpen }: HeaderProps) {
  const t = useShellText()
  const say = useSay()
  const { title, portal } = useSettings()
  const { language, setLanguage } = useLanguage()
  const plain = { color: 'inherit', textDecoration: 'none' } as const
  return (
    <Box
      component="header"
      className="no-print"
      sx={{
        bgcolor: 'primary.dark', color: '#fff', borderBottom: 3, borderColor: 'secondary.main', px: { xs: 1, sm: 3 }, py: 0.75,
        display: 'flex', alignItems: 'center', columnGap: { xs: 0.5, sm: 2 },
        '& :focus-visible': { outlineColor: '#fff', boxShadow: 'none' },
      }}
    >
      {onMenu && (
        <IconButton aria-label={t('menu.open')} aria-expanded={menuOpen} aria-haspopup="dialog" onClick={onMenu} sx={{ color: 'inherit', display: { md: 'none' } }}>
          <MenuIcon />
        </IconButton>
      )}
      <Box component={Link} to="/" sx={{ ...plain, display: 'flex', alignItems: 'center', gap: 1.25, minHeight: 44, flex: '1 1 auto', minWidth: 0, maxWidth: 'max-content', fontWeight: 700, lineHeight: 1.25, fontSize: { xs: say(title).includes(' · ') ? '.74rem' : '.8rem', sm: '1.12rem' } }}>
        <Box sx={{ display: { xs: onMenu ? 'none' : 'flex', sm: 'flex' }, flex: 'none' }}><SealMark /></Box>
        <span>
          {say(title).split(' · ').map((part, n) => <Box key={part} component="span" sx={{ display: { xs: 'block', sm: 'inline' } }}>{n > 0 && <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>{' · '}</Box>}{part}</Box>)}
        </span>
      </Box>
      <Box sx={{ flex: '1 1 0' }} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: { xs: 0, sm: 1 }, flex: 'none' }}>
        <Button component={Link} to="/help" variant="text" sx={{ ...plain, px: 1, mx: 0, minWidth: 44, gap: 1 }}>
          <HelpIcon aria-hidden="true" sx={{ fontSize: '1.3rem' }} />
          <Box component="span" sx={{ [narrow]: visuallyHidden }}>{t('header.help')}</Box>
        </Button>
        <LanguageSwitch onDark label={t('language')} value={language} onChange={setLanguage} />
        {session.me && session.me.category === portal && session.state === 'signed-in' && <AccountMenu me={session.me} />}
      </Box>
    </Box>
  )
}
