import type { OpenedInvitation } from '@icp/contract'
import { CopyButton, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useShellText } from '../language/use-text.js'

const inGroups = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The secret as a picture to scan and as text to type, and the field for the code that proves it. */
export function AuthenticatorPanel({ authenticator, children }: { readonly authenticator: OpenedInvitation['authenticator']; readonly children: ReactNode }) {
  const t = useShellText()
  return (
    <Panel title={t('invitation.authenticator')}>
      <p style={{ marginTop: 0 }}>{t('invitation.scan')}</p>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: 'auto 1fr' }, gap: 3, alignItems: 'center', mb: 3 }}>
        <Box
          component="img" alt={t('invitation.qrCode')} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(authenticator.qrCode)}`}
          sx={{ width: 208, height: 208, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: '#fff', justifySelf: { xs: 'center', sm: 'start' } }}
        />
        <Box sx={{ minWidth: 0 }}>
          <Box component="dl" sx={{ m: 0, mb: 1.5 }}>
            <Box component="dt" sx={{ color: 'text.secondary' }}>{t('invitation.secret')}</Box>
            <Box component="dd" data-testid="authenticator-secret" sx={{ m: 0, fontFamily: 'monospace', fontSize: '1.05rem', overflowWrap: 'anywhere' }}>{inGroups(authenticator.secret)}</Box>
          </Box>
          <CopyButton value={authenticator.secret} label={t('invitation.copySecret')} copiedText={t('invitation.copied')} failedText={t('invitation.copyFailed')} />
        </Box>
      </Box>
      {children}
    </Panel>
  )
}
