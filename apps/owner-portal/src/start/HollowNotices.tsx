import { useFormat, useText } from '@icp/app-shell'
import { useEveryRow } from '@icp/client'
import type { HollowRow } from '@icp/contract'
import { hollowNoticeDays, typeOfNumber } from '@icp/domain'
import { Banner } from '@icp/ui'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { useServiceText } from '../shared/use-service-text.js'

/** What of mine is hollow, until when it stays, and the way to fill it. Nothing where nothing is. */
export function HollowNotices() {
  const hollow = useEveryRow('listHollow', { query: {} })
  return <>{hollow.data?.map((row) => <HollowNotice key={row.id} row={row} />)}</>
}

function HollowNotice({ row: { kind, subjectName, subjectNumber, serviceName, serviceNumber, standing, until, since } }: { readonly row: HollowRow }) {
  const t = useText()
  const serviceText = useServiceText()
  const format = useFormat()
  const facts = { name: serviceName ?? subjectName, number: serviceNumber ?? subjectNumber }
  return (
    <Banner tone={standing === 'stopped' ? 'neutral' : 'warn'} title={serviceText(`start.hollow.${kind}`, typeOfNumber(facts.number) ?? 'website', facts)}>
      <p style={{ margin: 0 }}>{t(`start.hollow.${standing}`, { days: hollowNoticeDays, since: format.dateTime(since), until: until ? format.dateTime(until) : '' })}</p>
      {standing !== 'stopped' && <p style={{ margin: '4px 0 0' }}>{t(`start.hollow.fill.${kind}`)} <Link to={paths.start}>{t('start.hollow.file')}</Link></p>}
    </Banner>
  )
}
