import { useFormat, useSay, useText } from '@icp/app-shell'
import type { PublicRecord } from '@icp/contract'
import { findCode, serviceTypes } from '@icp/domain'
import { domainBothWays, useCodeName, useKnownRuleData } from '@icp/filing-views'
import { DefinitionRows, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** What anyone may know of a filed service. */
export function RecordFacts({ record }: { readonly record: PublicRecord }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  useKnownRuleData()
  const codeName = useCodeName()
  const type = findCode(serviceTypes, record.serviceType)
  const live = record.state === 'in-force'
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" component="h2">{record.serviceName}</Typography>
        <StatusMark tone={live ? 'good' : 'bad'} text={live ? t('lookUp.inForce') : t(record.movedTo ? 'lookUp.movedOn' : 'lookUp.cancelledOn', { on: format.day(record.cancelledOn ?? record.approvedOn) })} />
      </Box>
      <DefinitionRows
        rows={[
          { label: t('lookUp.subject'), value: record.subjectName },
          { label: t('lookUp.nature'), value: codeName('natures', record.nature) },
          { label: t('lookUp.serviceNumber'), value: record.serviceNumber },
          ...(type ? [{ label: t('lookUp.type'), value: say(type) }] : []),
          ...(record.domain === '' ? [] : [{ label: t('lookUp.domain'), value: domainBothWays(record.domain) }]),
          ...(record.preApprovals.length > 0 ? [{ label: t('lookUp.preApprovals'), value: format.list(record.preApprovals.map((id) => codeName('preApprovalItems', id))) }] : []),
          ...(record.movedTo ? [{ label: t('lookUp.movedTo'), value: <Link to={paths.lookUp} search={{ q: record.movedTo } as never}>{record.movedTo}</Link> }] : []),
          { label: t('lookUp.approvedOn'), value: format.day(record.approvedOn) },
        ]}
      />
    </>
  )
}
