import { Banner, Panel, useFormat } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { AddAuthenticatorWindow } from './AddAuthenticatorWindow.js'
import { RemoveAuthenticatorWindow } from './RemoveAuthenticatorWindow.js'

/** An owner's second step: codes by SMS and mail, or, if the owner wants it stronger, an authenticator. `since`: of the authenticator; null without one. */
export function OwnAuthenticatorPanel({ since }: { readonly since: string | null }) {
  const t = useShellText()
  const format = useFormat()
  const [open, setOpen] = useState<'add' | 'remove' | null>(null)
  const [done, setDone] = useState<'added' | 'removed' | null>(null)
  return (
    <Panel title={t('own.authenticator.title')} id="authenticator">
      {done && <Banner tone="good" live="status" title={t(`own.authenticator.${done}`)} />}
      <Typography sx={{ color: 'text.secondary', mb: 2, maxWidth: '46em' }}>{since ? t('own.authenticator.on', { time: format.dayAndTime(since) }) : t('own.authenticator.off')}</Typography>
      <Button variant="outlined" onClick={() => { setDone(null); setOpen(since ? 'remove' : 'add') }}>{t(since ? 'own.authenticator.remove' : 'own.authenticator.add')}</Button>
      {open === 'add' && <AddAuthenticatorWindow onClose={() => setOpen(null)} onDone={() => { setOpen(null); setDone('added') }} />}
      {open === 'remove' && <RemoveAuthenticatorWindow onClose={() => setOpen(null)} onDone={() => { setOpen(null); setDone('removed') }} />}
    </Panel>
  )
}
