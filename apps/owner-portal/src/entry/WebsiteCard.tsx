import { useFormat, useSay, useText } from '@icp/app-shell'
import { type Access, blocking, displayFieldValue, type EntryScope, findCode, type Finding, findingsUnder, type Service, serviceTypes } from '@icp/domain'
import { domainBothWays, FindingText, useNames } from '@icp/filing-views'
import { DataRows, StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useServiceText } from '../shared/use-service-text.js'
import { isOfRegister } from './draft-findings.js'
import { editAccessId, editWebsiteId } from './redo-marks.js'
import { useAccessText } from './use-access-text.js'

interface WebsiteCardProps {
  readonly service: Service
  /** What may be entered here. */
  readonly scope: EntryScope
  readonly findings: readonly Finding[]
  /** What came since the draft was last saved: it is said at once, that of an access in its row. */
  readonly redo: readonly Finding[]
  /** After a try to go on: what is missing is said in words. */
  readonly marked: boolean
  readonly onEdit: () => void
  readonly onDelete: () => void
  readonly onAddAccess: () => void
  readonly onEditAccess: (accessId: string) => void
  readonly onDeleteAccess: (accessId: string) => void
}

/** One service of the entry with its state and its accesses; the button that adds an access belongs to this service alone. */
export function WebsiteCard({ service, scope, findings, redo, marked, onEdit, onDelete, onAddAccess, onEditAccess, onDeleteAccess }: WebsiteCardProps) {
  const t = useText()
  const serviceText = useServiceText()
  const say = useSay()
  const format = useFormat()
  const textOf = useAccessText(service.id)
  const names = useNames()
  const stop = blocking(findings)
  const inAccess = (finding: Finding) => finding.path.startsWith(`services.${service.id}.accesses.`)
  const came = redo.filter((finding) => !inAccess(finding))
  // What the register found cannot have been seen in the window: it is said at once.
  const said = [...new Map([...came, ...stop.filter((finding) => marked || isOfRegister(finding))].map((finding) => [`${finding.rule}-${finding.path}`, finding])).values()]
  // A conflict that the administration decides stops nobody, but whoever still types can avoid it.
  const advised = findings.filter((finding) => finding.severity !== 'block' && isOfRegister(finding) && !came.includes(finding))
  const cameIn = (accessId: string) => findingsUnder(redo, `services.${service.id}.accesses.${accessId}`)
  const type = say(findCode(serviceTypes, service.type) ?? { zh: '', en: '' })
  const platformName = (id: string, platform: string) => {
    const path = `services.${service.id}.platforms.${id}.platform`
    return say({ zh: displayFieldValue(path, platform, 'zh', names), en: displayFieldValue(path, platform, 'en', names) })
  }
  const programs = service.platforms && format.list(service.platforms.map(({ id, platform, packageName }) => [platformName(id, platform), packageName].filter((text) => text !== '').join(' ')).filter((text) => text !== ''))
  const noAccess = service.accesses.length === 0
  return (
    <Box id={`website-${service.id}`} tabIndex={-1}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start', justifyContent: 'space-between' }}>
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h3" component="h2">{service.name}</Typography>
          {programs !== undefined && <Typography sx={{ overflowWrap: 'anywhere' }}>{programs === '' ? type : format.labelled(type, programs)}</Typography>}
          {service.domain !== '' && <Typography sx={{ overflowWrap: 'anywhere' }}>{domainBothWays(service.domain)}</Typography>}
          <Box sx={{ mt: 1 }}>
            {noAccess ? <StatusMark tone="warn" text={t('entry.websites.noAccess')} />
              : stop.length > 0 ? <StatusMark tone="bad" text={t('entry.websites.toMend', { count: stop.length })} />
                : <StatusMark tone="good" text={t('entry.websites.complete')} />}
          </Box>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {scope.newAccesses && <Button variant={noAccess ? 'contained' : 'outlined'} size="small" aria-label={t('entry.access.addTo', { name: service.name })} onClick={onAddAccess}>{t('entry.access.add')}</Button>}
          {scope.serviceFields && <Button id={editWebsiteId(service.id)} variant="outlined" size="small" aria-label={serviceText('entry.websites.editOne', service.type, { name: service.name })} onClick={onEdit}>{t('entry.edit')}</Button>}
          {scope.newServices && <Button variant="outlined" size="small" color="error" aria-label={serviceText('entry.websites.deleteOne', service.type, { name: service.name })} onClick={onDelete}>{t('entry.delete')}</Button>}
        </Box>
      </Box>
      {said.length > 0 && (
        <Box component="ul" sx={{ color: 'error.main', pl: 2.5, mt: 1.5, mb: 0 }}>{said.map((finding) => <li key={`${finding.rule}-${finding.path}`}><FindingText finding={finding} /></li>)}</Box>
      )}
      {advised.length > 0 && (
        <Box component="ul" sx={{ color: 'text.secondary', pl: 2.5, mt: 1.5, mb: 0 }}>{advised.map((finding) => <li key={`${finding.rule}-${finding.path}`}><FindingText finding={finding} /></li>)}</Box>
      )}
      {!noAccess && (
        <Box sx={{ mt: 2, '& > *': { mb: 0 } }}>
          <DataRows
            caption={t('entry.access.listOf', { name: service.name })} rows={service.accesses} rowKey={(access) => access.id}
            columns={[
              { id: 'provider', heading: t('entry.access.provider'), main: true, cell: (access) => access.providerName },
              { id: 'modes', heading: t('entry.access.modes'), cell: (access) => textOf(access, 'modes') },
              { id: 'ip', heading: t('entry.access.ip'), cell: (access) => textOf(access, 'ipRanges') },
              ...(redo.some(inAccess) ? [{ id: 'redo', heading: t('entry.redo.mark'), cell: (access: Access) => <RedoOf findings={cameIn(access.id)} /> }] : []),
              {
                id: 'acts', heading: t('entry.access.acts'),
                cell: (access) => (
                  <Box sx={{ display: 'flex', gap: 2.5 }}>
                    <Button id={editAccessId(access.id)} size="small" variant="text" aria-label={t('entry.access.editOne', { provider: access.providerName })} onClick={() => onEditAccess(access.id)}>{t('entry.edit')}</Button>
                    {scope.newAccesses && <Button size="small" variant="text" color="error" aria-label={t('entry.access.deleteOne', { provider: access.providerName })} onClick={() => onDeleteAccess(access.id)}>{t('entry.delete')}</Button>}
                  </Box>
                ),
              },
            ]}
          />
        </Box>
      )}
    </Box>
  )
}

/** In the row of an access: what has to be redone in its window. */
function RedoOf({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText()
  if (findings.length === 0) return null
  return (
    <>
      <StatusMark tone="bad" text={t('entry.websites.toMend', { count: findings.length })} />
      <Box component="ul" sx={{ color: 'error.main', pl: 2.5, m: 0 }}>{findings.map((finding) => <li key={`${finding.rule}-${finding.path}`}><FindingText finding={finding} /></li>)}</Box>
    </>
  )
}
