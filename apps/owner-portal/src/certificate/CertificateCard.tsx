import { ProblemNotice, useFormat, useText } from '@icp/app-shell'
import { type ApiProblem, useClient } from '@icp/client'
import type { CertificateRow } from '@icp/contract'
import { BusyButton, saveFile, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { useState } from 'react'

const tones = { current: 'good', replaced: 'neutral', cancelled: 'bad' } as const

/** One version of a certificate with its state today, its download and its public check. */
export function CertificateCard({ certificate }: { readonly certificate: CertificateRow }) {
  const t = useText()
  const format = useFormat()
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const download = () => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    client.download('downloadCertificate', { params: { id: certificate.id } })
      .then((file) => saveFile(file, `${certificate.subjectNumber}-${certificate.version}.pdf`))
      .catch((thrown: unknown) => setProblem(thrown as ApiProblem))
      .finally(() => setBusy(false))
  }
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="h3" component="h3">{t('certificate.version', { n: certificate.version })}</Typography>
        <StatusMark tone={tones[certificate.state]} text={t(`certificate.states.${certificate.state}`)} />
      </Box>
      <Typography>
        {t('certificate.issued', { at: format.dayAndTime(certificate.issuedAt) })}
        {certificate.endedAt ? ` · ${t(`certificate.ended.${certificate.state === 'cancelled' ? 'cancelled' : 'replaced'}`, { at: format.dayAndTime(certificate.endedAt) })}` : ''}
      </Typography>
      <Typography variant="body2">{t('certificate.code')} <code>{certificate.code}</code> · {t('certificate.signed')}</Typography>
      {problem && <ProblemNotice problem={problem} />}
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
        {certificate.state !== 'cancelled' && <BusyButton variant={certificate.state === 'current' ? 'contained' : 'outlined'} busy={busy} busyText={t('certificate.downloading')} onClick={download}>{t('certificate.download')}</BusyButton>}
        <MuiLink href={new URL(certificate.verifyUrl, window.location.origin).pathname}>{t('certificate.check')}</MuiLink>
      </Box>
    </Box>
  )
}
