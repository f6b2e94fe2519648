import { Banner, CopyButton, PageHeading, Panel, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'

export interface RecoveryCodesProps {
  readonly userName: string
  readonly codes: readonly string[]
}

/** The recovery codes, shown this once; the way on opens when they are kept. */
export function RecoveryCodes({ userName, codes }: RecoveryCodesProps) {
  const t = useShellText()
  const [kept, setKept] = useState(false)
  return (
    <>
      <PageHeading>{t('invitation.doneTitle')}</PageHeading>
      <Banner tone="good" live="status">{t('invitation.done', { userName })}</Banner>
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
      <Box className="no-print" sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <Tick id="recovery-codes-kept" label={t('invitation.kept')} value={kept} onChange={setKept} />
        {kept
          ? <Button variant="contained" size="large" component={Link} to="/log-on" search={{ user: userName } as never}>{t('invitation.logOn')}</Button>
          : <Button variant="contained" size="large" disabled>{t('invitation.logOn')}</Button>}
      </Box>
    </>
  )
}
