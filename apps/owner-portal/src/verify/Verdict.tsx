import { useFormat, useSay, useText } from '@icp/app-shell'
import type { CertificateCheck } from '@icp/contract'
import { useTypedDomain } from '@icp/filing-views'
import { Banner, DataRows, DefinitionRows, Panel, type Tone } from '@icp/ui'
import Box from '@mui/material/Box'
import MuiLink from '@mui/material/Link'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

const stateTones: Readonly<Record<'current' | 'replaced' | 'cancelled', Tone>> = { current: 'good', replaced: 'warn', cancelled: 'bad' }

/** The answer in one sentence, then the facts. A file that is not whole and genuine is said to be so before anything that it claims. */
export function Verdict({ check, code }: { readonly check: CertificateCheck | null; readonly code: string }) {
  const t = useText()
  const typedDomain = useTypedDomain()
  const say = useSay()
  const format = useFormat()
  const certificate = check?.certificate
  const bad = check?.verdict !== null && check?.verdict !== undefined && check.verdict !== 'genuine'
  if (!check || (!certificate && !bad)) return <Banner tone="bad" live="alert" title={t('verify.unknown')}>{t('verify.unknownText', { code })}</Banner>
  return (
    <>
      {bad && check.verdict
        ? <Banner tone="bad" live="alert" title={t(`verify.verdicts.${check.verdict}.title`)}>{t(`verify.verdicts.${check.verdict}.text`)}</Banner>
        : certificate && (
          <Banner tone={stateTones[certificate.state]} live="status" title={t(`verify.states.${certificate.state}.title`)}>
            {t(`verify.states.${certificate.state}.text`, { at: certificate.endedAt ? format.dayAndTime(certificate.endedAt) : '' })}
          </Banner>
        )}
      {certificate && !bad && (
        <Panel title={t('verify.facts')}>
          <DefinitionRows
            rows={[
              { label: t('verify.subjectNumber'), value: certificate.subjectNumber },
              { label: t('verify.subjectName'), value: certificate.subjectName },
              { label: t('verify.administration'), value: say(certificate.administration) },
              { label: t('verify.version'), value: String(certificate.version) },
              { label: t('verify.issuedAt'), value: format.dayAndTime(certificate.issuedAt) },
              { label: t('verify.code'), value: <code>{certificate.code}</code> },
              ...(check.verdict ? [{ label: t('verify.signature'), value: t('verify.signed', { signer: check.signer ?? '', at: check.signedAt ? format.dayAndTime(check.signedAt) : '' }) }] : []),
              ...(certificate.replacedBy ? [{ label: t('verify.replacedBy'), value: <MuiLink component={Link} to={`${paths.verify}/$code`} params={{ code: certificate.replacedBy } as never}>{certificate.replacedBy}</MuiLink> }] : []),
            ]}
          />
          <Box sx={{ mt: 2 }} />
          <DataRows
            caption={t('start.websites')} rows={certificate.services} rowKey={(service) => service.number}
            columns={[
              { id: 'number', heading: t('start.number'), main: true, cell: (service) => service.number },
              { id: 'name', heading: t('start.name'), cell: (service) => service.name },
              { id: 'domain', heading: t('start.domain'), cell: (service) => typedDomain(service) },
              { id: 'state', heading: t('start.state'), cell: (service) => (service.state === 'in-force' ? t('start.inForce') : t('start.cancelledOn', { on: service.cancelledOn ? format.day(service.cancelledOn) : '' })) },
            ]}
          />
        </Panel>
      )}
    </>
  )
}
