import type { AnswerOf, Channel } from '@icp/contract'
import { Banner, DefinitionRows, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { useMe } from '../session/use-session.js'
import { ContactWindow } from './ContactWindow.js'

const channels = ['mobile', 'email'] as const

interface ContactsPanelProps {
  readonly own: AnswerOf<'getOwnAccount'>
  /** What else there is to know about the contacts now. */
  readonly children?: ReactNode
  /** Another way to a new contact, below the rows. */
  readonly otherWay?: ReactNode
}

/** Phone and mail of the account, masked, each with its way to a new one. */
export function ContactsPanel({ own, children, otherWay }: ContactsPanelProps) {
  const t = useShellText()
  const isOwner = useMe().role === 'owner'
  const asksAuthenticator = !isOwner || own.authenticatorSince !== null
  const [open, setOpen] = useState<Channel | null>(null)
  const [changed, setChanged] = useState<Channel | null>(null)
  const about = isOwner ? (asksAuthenticator ? 'contacts.aboutWithAuthenticator' : 'contacts.about') : 'contacts.aboutStaff'
  return (
    <Panel title={t('contacts.title')} id="contacts">
      <Typography sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '46em' }}>{t(about)}</Typography>
      {changed && <Banner tone="good" live="status" title={t(`contacts.${changed}.done`)}>{t('contacts.doneText')}</Banner>}
      {children}
      <DefinitionRows
        rows={channels.map((channel) => ({
          label: t(`contacts.${channel}.name`), value: own[channel],
          action: <Button variant="outlined" size="small" onClick={() => { setChanged(null); setOpen(channel) }} aria-label={t(`contacts.${channel}.title`)}>{t('contacts.act')}</Button>,
        }))}
      />
      {otherWay}
      {open && (
        <ContactWindow channel={open} now={own[open]} asksAuthenticator={asksAuthenticator} onClose={() => setOpen(null)} onDone={() => { setChanged(open); setOpen(null) }} />
      )}
    </Panel>
  )
}
