import { Banner, PageHeading, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useShellText } from '../language/use-text.js'
import { RecoveryCodeList } from './RecoveryCodeList.js'

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
      <RecoveryCodeList codes={codes} />
      <Box className="no-print" sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
        <Tick id="recovery-codes-kept" label={t('invitation.kept')} value={kept} onChange={setKept} />
        {kept
          ? <Button variant="contained" size="large" component={Link} to="/log-on" search={{ user: userName } as never}>{t('invitation.logOn')}</Button>
          : <Button variant="contained" size="large" disabled>{t('invitation.logOn')}</Button>}
      </Box>
    </>
  )
}
