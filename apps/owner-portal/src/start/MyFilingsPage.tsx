import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { CardList, EmptyState, PageHeading } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { FilingCard } from '../shared/FilingCard.js'
import { atPage, ListPager, usePage } from '../shared/ListPager.js'
import { AskedBanners } from './AskedBanners.js'
import { HollowNotices } from './HollowNotices.js'
import { NeedList } from './NeedList.js'
import { RecordCard } from './RecordCard.js'

/** Everything of mine: what is in force, what is on its way, and the next act of each. */
export function MyFilingsPage() {
  const t = useText()
  const page = usePage()
  const filings = useAnswer('listFilings', { query: atPage(page) }, { refetchInterval: 10_000, placeholderData: (previous) => previous })
  const records = useAnswer('listOwnRecords', {})
  // A draft that waits is what comes next; then a further one is not.
  const isTyping = filings.data?.rows.some(({ status }) => status === 'draft')
  const enter = <Button variant={isTyping ? 'outlined' : 'contained'} component={Link} to={paths.entry}>{t('start.enter')}</Button>
  const nothing = filings.data?.rows.length === 0 && page === ''
  return (
    <>
      <PageHeading lead={t('start.lead')} {...(nothing ? {} : { actions: enter })}>{t('start.title')}</PageHeading>
      <AskedBanners filings={filings.data?.rows ?? []} />
      <HollowNotices />
      <Answered answer={records}>
        {({ rows }) => (rows.length === 0 ? null : (
          <CardList label={t('start.records')} items={rows} itemKey={(record) => record.id}>{(record) => <RecordCard record={record} />}</CardList>
        ))}
      </Answered>
      <Answered answer={filings}>
        {({ rows, next }) => (rows.length === 0 && page === ''
          ? <><EmptyState text={t('start.none')} action={enter} /><NeedList /></>
          : <><CardList label={t('start.filings')} items={rows} itemKey={(filing) => filing.id}>{(filing) => <FilingCard filing={filing} />}</CardList><ListPager next={next} /></>)}
      </Answered>
    </>
  )
}
