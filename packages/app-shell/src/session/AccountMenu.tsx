import AccountIcon from '@mui/icons-material/AccountCircleOutlined'
import type { Me } from '@icp/contract'
import { useSay } from '@icp/ui'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { useSettings } from '../start/settings.js'
import { useLogOff } from './use-log-off.js'

/** Who is signed in, the pages of the account, and the way out. */
export function AccountMenu({ me }: { readonly me: Me }) {
  const t = useShellText()
  const say = useSay()
  const navigate = useNavigate()
  const { accountLinks = [] } = useSettings()
  const { logOff, busy } = useLogOff()
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const close = () => setAnchor(null)
  return (
    <>
      <Button
        variant="text"
        startIcon={<AccountIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? id : undefined}
        aria-label={t('account.label', { name: me.name })}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ color: 'inherit', textDecoration: 'none', maxWidth: { xs: 48, sm: 240 }, minWidth: 44, px: 1, mx: 0, '& .MuiButton-startIcon': { mr: { xs: 0, sm: 1 } } }}
      >
        <Typography component="span" noWrap sx={{ display: { xs: 'none', sm: 'block' } }}>{me.name}</Typography>
      </Button>
      <Menu id={id} open={anchor !== null} anchorEl={anchor} onClose={close}>
        {accountLinks.map((link) => (
          <MenuItem
            key={link.href}
            onClick={() => {
              close()
              void navigate({ to: link.href })
            }}
          >
            {say(link.label)}
          </MenuItem>
        ))}
        <MenuItem disabled={busy} onClick={() => { close(); logOff() }}>{t('account.logOff')}</MenuItem>
      </Menu>
    </>
  )
}
