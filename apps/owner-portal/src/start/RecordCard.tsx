import { useFormat, useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { useTypedDomain } from '@icp/filing-views'
import { DataRows, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { ForcedEnds } from './ForcedEnds.js'

/** A subject of mine in the register with the numbers of its websites. */
export function RecordCard({ record }: { readonly record: RegisterSubjectView }) {
  const t = useText()
  const typedDomain = useTypedDomain()
  const format = useFormat()
  const live = record.state === 'in-force'
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" component="h2">{record.number}</Typography>
        <StatusMark tone={live ? 'good' : 'neutral'} text={live ? t('start.inForce') : t('start.cancelledOn', { on: format.day(record.cancelledOn ?? record.approvedOn) })} />
      </Box>
      <Typography sx={{ mb: 1.5 }}>{record.name} · {t('start.approvedOn', { on: format.day(record.approvedOn) })}</Typography>
      <ForcedEnds record={record} />
      <DataRows
        caption={t('start.websites')} rows={record.services} rowKey={(service) => service.id}
        columns={[
          { id: 'number', heading: t('start.number'), main: true, cell: (service) => service.number },
          { id: 'name', heading: t('start.name'), cell: (service) => service.name },
          { id: 'domain', heading: t('start.domain'), cell: (service) => typedDomain(service) },
          { id: 'state', heading: t('start.state'), cell: (service) => (service.state === 'in-force' ? t('start.inForce') : service.movedTo ? t('migration.movedTo', { number: service.movedTo }) : t('start.cancelledOn', { on: format.day(service.cancelledOn ?? service.approvedOn) })) },
        ]}
      />
      {live && (
        <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
          <Button variant="outlined" component={Link} to={paths.start} search={{ record: record.id } as never}>{t('start.file')}</Button>
          <Button variant="outlined" component={Link} to={paths.certificate}>{t('start.certificate')}</Button>
        </Box>
      )}
    </>
  )
}
