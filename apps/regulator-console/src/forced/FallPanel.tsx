import type { ForcedPreview } from '@icp/contract'
import { kindWords, statusFaces } from '@icp/domain'
import { FilingNumber, useTypedDomain } from '@icp/filing-views'
import { Banner, DataRows, Panel, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import { Link } from '@tanstack/react-router'
import { filingPath } from '../paths.js'
import { useConsoleText } from '../text.js'

/** Everything that falls, before anybody confirms. */
export function FallPanel({ preview }: { readonly preview: ForcedPreview }) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const typedDomain = useTypedDomain()
  const { services, accesses, whole, subjectNumber, certificates, filings, leavesHollowSubject, dueOn, provisional } = preview
  const providersOf = (number: string) => accesses.filter(({ serviceNumber }) => serviceNumber === number).map(({ providerName }) => providerName)
  return (
    <Panel title={t('forced.falls.title')}>
      {services.length > 0 && (
        <DataRows
          caption={t('forced.falls.services')} captionShown rows={services} rowKey={({ number }) => number}
          columns={[
            { id: 'number', heading: t('forced.falls.number'), main: true, minWidth: 200, cell: ({ number }) => <FilingNumber text={number} /> },
            { id: 'name', heading: t('forced.falls.name'), cell: ({ name }) => name },
            { id: 'domain', heading: t('forced.falls.domain'), cell: (service) => <Box component="span" sx={{ overflowWrap: 'anywhere' }}>{typedDomain(service)}</Box> },
            { id: 'providers', heading: t('forced.falls.providers'), cell: ({ number }) => format.list(providersOf(number)) || t('forced.nobodyServes') },
          ]}
        />
      )}
      <Box component="ul" sx={{ mt: 0, pl: 2.5 }}>
        {whole && <li>{t('forced.falls.subject', { number: subjectNumber })}</li>}
        {certificates.map(({ version, becomes }) => <li key={version}>{t(`forced.falls.certificate.${becomes}`)}</li>)}
        {accesses.length > 0 && <li>{provisional ? format.aside(t('forced.falls.cut', { on: format.day(dueOn) }), t('forced.falls.provisional')) : t('forced.falls.cut', { on: format.day(dueOn) })}</li>}
        {filings.map(({ id, kind, status, reference }) => (
          <li key={id}>{t('forced.falls.filing', { kind: say(kindWords[kind]), status: say(statusFaces[status].word) })} <Link to={filingPath(id)}>{reference}</Link></li>
        ))}
        {leavesHollowSubject && <li>{t('forced.falls.hollow', { number: subjectNumber })}</li>}
        <li>{t('forced.falls.owner')}</li>
      </Box>
      <Banner tone="bad">{t('forced.falls.forGood')}</Banner>
    </Panel>
  )
}
