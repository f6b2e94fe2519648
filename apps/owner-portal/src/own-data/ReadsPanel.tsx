import { Answered, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { readReasonLabel } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { DataRows, EmptyState, Panel } from '@icp/ui'
import Typography from '@mui/material/Typography'
import { atPage, ListPager, usePage } from '../shared/ListPager.js'

/** Each look of somebody else at masked data of mine, newest first. */
export function ReadsPanel() {
  const t = useText()
  const say = useSay()
  const reads = useAnswer('listOwnReads', { query: atPage(usePage()) })
  return (
    <Panel title={t('ownData.reads.title')} id="reads">
      <Typography sx={{ mb: 2, maxWidth: '46em' }}>{t('ownData.reads.text')}</Typography>
      <Answered answer={reads}>
        {({ rows, next, total }) => (rows.length === 0 ? <EmptyState text={t('ownData.reads.none')} /> : (
          <>
            <DataRows
              caption={t('ownData.reads.title')} rows={rows} rowKey={(one) => one.id} cardsBelow={900}
              columns={[
                { id: 'reader', heading: t('ownData.reads.reader'), main: true, minWidth: 140, cell: (one) => say(one.reader) },
                { id: 'at', heading: t('ownData.reads.at'), cell: (one) => <Moment at={one.at} /> },
                { id: 'field', heading: t('ownData.reads.field'), cell: (one) => say(one.field) },
                { id: 'reason', heading: t('ownData.reads.reason'), cell: (one) => say(readReasonLabel(one.reason)) },
                { id: 'filing', whole: true, heading: t('ownData.reads.filing'), cell: (one) => one.filing.reference ?? '' },
              ]}
            />
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>{t('ownData.reads.total', { count: total })}</Typography>
            <ListPager next={next} />
          </>
        ))}
      </Answered>
    </Panel>
  )
}
