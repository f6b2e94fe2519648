import { Answered, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { PersonalRead } from '@icp/contract'
import { readReasonLabel, readWayLabel } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { DataRows, EmptyState, Panel, useFormat } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { atPage, ListPager, usePage } from '../shared/ListPager.js'

/** Which organisations read my filings, records, account and messages, newest first; each look at a masked value or a picture with its purpose. */
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
                { id: 'at', heading: t('ownData.reads.at'), cell: (one) => <When {...one} /> },
                { id: 'way', heading: t('ownData.reads.way'), minWidth: 120, cell: (one) => say(readWayLabel(one.way)) },
                { id: 'field', heading: t('ownData.reads.field'), cell: (one) => (one.field ? say(one.field) : '') },
                { id: 'reason', heading: t('ownData.reads.reason'), cell: (one) => (one.reason ? say(readReasonLabel(one.reason)) : '') },
                { id: 'filing', whole: true, heading: t('ownData.reads.filing'), cell: (one) => one.filing?.reference ?? one.record ?? '' },
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

/** The last look, and of more than one how many and since when that day. */
function When({ at, first, times }: Pick<PersonalRead, 'at' | 'first' | 'times'>) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <Moment at={at} />
      {times > 1 && <Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '.9rem' }}>{t('ownData.reads.times', { count: times })} <time dateTime={first}>{format.time(first)}</time></Box>}
    </>
  )
}
