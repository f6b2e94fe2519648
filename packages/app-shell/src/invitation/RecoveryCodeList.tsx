import { CopyButton, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useShellText } from '../language/use-text.js'

/** Recovery codes with their ways to be kept: copied or printed. They are shown this once. */
export function RecoveryCodeList({ codes }: { readonly codes: readonly string[] }) {
  const t = useShellText()
  return (
    <Panel
      title={t('invitation.recoveryTitle')}
      actions={(
        <>
          <CopyButton value={codes.join('\n')} label={t('invitation.copyCodes')} copiedText={t('invitation.copied')} failedText={t('invitation.copyFailed')} />
          <Button className="no-print" variant="outlined" size="small" onClick={() => window.print()}>{t('invitation.print')}</Button>
        </>
      )}
    >
      <p style={{ marginTop: 0 }}>{t('invitation.recovery')}</p>
      <Box
        component="ul" data-testid="recovery-codes"
        sx={{ listStyle: 'none', m: 0, p: 2, bgcolor: 'action.hover', borderRadius: 1, display: 'grid', gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(5, 1fr)' }, gap: 1.5, fontFamily: 'monospace', fontSize: '1.05rem' }}
      >
        {codes.map((code) => <li key={code}>{code}</li>)}
      </Box>
    </Panel>
  )
}
