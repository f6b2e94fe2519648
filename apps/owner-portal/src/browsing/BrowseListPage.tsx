import { Answered, useFormat, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { kindWords } from '@icp/domain'
import { StatusChip } from '@icp/filing-views'
import { DataRows, EmptyState, PageHeading } from '@icp/ui'
import MuiLink from '@mui/material/Link'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { atPage, ListPager, usePage } from '../shared/ListPager.js'

/** Everything that was handed in, to be read. */
export function BrowseListPage() {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const page = usePage()
  const filings = useAnswer('listFilings', { query: atPage(page) }, { placeholderData: (previous) => previous })
  return (
    <>
      <PageHeading lead={t('browsing.lead')}>{t('browsing.title')}</PageHeading>
      <Answered answer={filings}>
        {({ rows, next }) => {
          const handedIn = rows.filter((row) => row.status !== 'draft')
          if (handedIn.length === 0 && page === '' && next === null) return <EmptyState text={t('browsing.none')} />
          return (
            <>
              <DataRows
                caption={t('browsing.title')} rows={handedIn} rowKey={(row) => row.id}
                columns={[
                  { id: 'reference', heading: t('browsing.reference'), main: true, whole: true, cell: (row) => <MuiLink component={Link} to={paths.browseOne} params={{ id: row.id } as never}>{row.reference}</MuiLink> },
                  { id: 'kind', heading: t('browsing.kind'), whole: true, cell: (row) => say(kindWords[row.kind]) },
                  { id: 'subject', heading: t('browsing.subject'), cell: (row) => row.subjectName },
                  { id: 'websites', heading: t('browsing.websites'), cell: (row) => format.list(row.services.map((service) => service.name)) },
                  { id: 'status', heading: t('browsing.status'), cell: (row) => <StatusChip status={row.status} /> },
                  { id: 'finished', heading: t('browsing.finishedAt'), cell: (row) => (row.finishedAt ? format.dateTime(row.finishedAt) : '') },
                ]}
              />
              <ListPager next={next} />
            </>
          )
        }}
      </Answered>
    </>
  )
}
