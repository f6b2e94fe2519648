import { useFormat, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { HollowRow } from '@icp/contract'
import { Banner } from '@icp/ui'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** What of mine is hollow, until when it stays, and the way to fill it. Nothing where nothing is. */
export function HollowNotices() {
  const hollow = useAnswer('listHollow', { query: {} })
  return <>{hollow.data?.rows.map((row) => <HollowNotice key={row.id} row={row} />)}</>
}

function HollowNotice({ row: { kind, subjectName, subjectNumber, serviceName, serviceNumber, standing, until, since } }: { readonly row: HollowRow }) {
  const t = useText()
  const format = useFormat()
  const facts = { name: serviceName ?? subjectName, number: serviceNumber ?? subjectNumber }
  return (
    <Banner tone={standing === 'stopped' ? 'neutral' : 'warn'} title={t(`start.hollow.${kind}`, facts)}>
      <p style={{ margin: 0 }}>{t(`start.hollow.${standing}`, { since: format.dateTime(since), until: until ? format.dateTime(until) : '' })}</p>
      {standing !== 'stopped' && <p style={{ margin: '4px 0 0' }}>{t(`start.hollow.fill.${kind}`)} <Link to={paths.start}>{t('start.hollow.file')}</Link></p>}
    </Banner>
  )
}
