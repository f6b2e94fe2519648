import { useFormat, useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { domainBothWays } from '@icp/filing-views'
import { Banner, DataRows, Panel } from '@icp/ui'
import Box from '@mui/material/Box'

interface FallingListProps {
  readonly kind: 'cancel-subject' | 'cancel-service'
  readonly record: RegisterSubjectView
  readonly falling: RegisterSubjectView['services']
}

/** Everything that ends with the cancellation, object by object, before it is applied for. */
export function FallingList({ kind, record, falling }: FallingListProps) {
  const t = useText()
  const format = useFormat()
  const certificate = record.certificates.find((one) => one.state === 'current')
  return (
    <Panel title={t('cancellation.falls.title')}>
      <DataRows
        caption={t('cancellation.falls.websites')} captionShown rows={falling} rowKey={(service) => service.id}
        columns={[
          { id: 'number', heading: t('start.number'), main: true, cell: (service) => service.number },
          { id: 'name', heading: t('start.name'), cell: (service) => service.name },
          { id: 'domain', heading: t('start.domain'), cell: (service) => domainBothWays(service.domain) },
          { id: 'access', heading: t('cancellation.falls.access'), cell: (service) => format.list(service.providers.map((provider) => provider.name)) },
        ]}
      />
      <Box component="ul" sx={{ mt: 0, pl: 2.5 }}>
        {kind === 'cancel-subject' && <li>{t('cancellation.falls.subject', { number: record.number })}</li>}
        {certificate && <li>{t(kind === 'cancel-subject' ? 'cancellation.falls.certificate' : 'cancellation.falls.certificateReissued', { code: certificate.code })}</li>}
        <li>{t('cancellation.falls.numbers')}</li>
      </Box>
      <Banner tone="bad">{t(kind === 'cancel-subject' ? 'cancellation.falls.offline' : 'cancellation.falls.offlineOne')}</Banner>
    </Panel>
  )
}
