import { useFormat, useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { useTypedDomain } from '@icp/filing-views'
import { Banner, DataRows, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import { useServiceText } from '../shared/use-service-text.js'
import type { CancellationOrder } from './use-cancellation.js'

interface FallingListProps {
  readonly kind: CancellationOrder['kind']
  readonly record: RegisterSubjectView
  readonly falling: RegisterSubjectView['services']
  /** The access that ends while its service stays. */
  readonly access?: RegisterSubjectView['services'][number]['accesses'][number] | undefined
}

/** Everything that ends with the cancellation, object by object, before it is applied for. */
export function FallingList({ access, ...shared }: FallingListProps) {
  return access ? <FallingAccess service={shared.falling[0]} access={access} /> : <FallingServices {...shared} />
}

/** An access ends; of its service only the way it is reached through this provider. */
function FallingAccess({ service, access }: { readonly service: FallingListProps['falling'][number] | undefined; readonly access: NonNullable<FallingListProps['access']> }) {
  const t = useText()
  const serviceText = useServiceText()
  if (!service) return null
  const isLast = service.accesses.length === 1
  return (
    <Panel title={t('cancellation.falls.title')}>
      <Box component="ul" sx={{ mt: 0, pl: 2.5 }}>
        <li>{t('cancellation.falls.oneAccess', { provider: access.providerName, name: service.name })}</li>
        <li>{t('cancellation.falls.numberStays', { number: service.number })}</li>
      </Box>
      <Banner tone={isLast ? 'bad' : 'warn'}>{serviceText(isLast ? 'cancellation.falls.lastAccess' : 'cancellation.falls.otherAccesses', service.type)}</Banner>
    </Panel>
  )
}

function FallingServices({ kind, record, falling }: Omit<FallingListProps, 'access'>) {
  const t = useText()
  const serviceText = useServiceText()
  const typedDomain = useTypedDomain()
  const format = useFormat()
  // Of a subject everything falls, so nothing is said of one type.
  const type = falling[0]?.type ?? 'website'
  const certificate = record.certificates.find((one) => one.state === 'current')
  return (
    <Panel title={t('cancellation.falls.title')}>
      <DataRows
        caption={t('cancellation.falls.services')} captionShown rows={falling} rowKey={(service) => service.id}
        columns={[
          { id: 'number', heading: t('start.number'), main: true, cell: (service) => service.number },
          { id: 'name', heading: t('start.name'), cell: (service) => service.name },
          { id: 'domain', heading: t('start.domain'), cell: (service) => typedDomain(service) },
          { id: 'access', heading: t('cancellation.falls.access'), cell: (service) => format.list(service.providers.map((provider) => provider.name)) },
        ]}
      />
      <Box component="ul" sx={{ mt: 0, pl: 2.5 }}>
        {kind === 'cancel-subject' && <li>{t('cancellation.falls.subject', { number: record.number })}</li>}
        {certificate && <li>{serviceText(kind === 'cancel-subject' ? 'cancellation.falls.certificate' : 'cancellation.falls.certificateReissued', type, { code: certificate.code })}</li>}
        <li>{t('cancellation.falls.numbers')}</li>
      </Box>
      <Banner tone="bad">{serviceText(kind === 'cancel-subject' ? 'cancellation.falls.offline' : 'cancellation.falls.offlineOne', type)}</Banner>
    </Panel>
  )
}
