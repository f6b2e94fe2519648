import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { ConflictRow, FilingView } from '@icp/contract'
import { fieldLabel, provinceName } from '@icp/domain'
import { Moment } from '@icp/filing-views'
import { Banner, DataRows, StatusMark, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { conflictSidePath } from '../paths.js'
import { ConflictStanding } from '../shared/ConflictStanding.js'
import { useConsoleText } from '../text.js'

/** Who else wants what this filing wants, in the whole country, each with a way to the other side. */
export function ConflictsPart({ filing }: { readonly filing: FilingView }) {
  const t = useConsoleText()
  const found = useAnswer('listConflicts', { params: { id: filing.id } })
  return (
    <Answered answer={found} rows={2}>
      {({ rows }) => (rows.length === 0 ? <Banner tone="good" title={t('conflicts.none')} /> : <Conflicts filing={filing} rows={rows} />)}
    </Answered>
  )
}

function Conflicts({ filing, rows }: { readonly filing: FilingView; readonly rows: readonly ConflictRow[] }) {
  const t = useConsoleText()
  const say = useSay()
  return (
    <>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('conflicts.lead')}</Typography>
      <DataRows
        caption={t('conflicts.caption')} rows={rows} rowKey={({ over, path, otherPath, other }) => [over, path, otherPath, other.id ?? other.since].join(' ')} cardsBelow={900}
        columns={[
          {
            id: 'what', heading: t('conflicts.what'), main: true, minWidth: 130,
            cell: ({ over, path }) => <><Box component="span" sx={{ display: 'block' }}>{t(`conflicts.over.${over}`)}</Box>{path && <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: '.9rem' }}>{say(fieldLabel(path, filing.content))}</Box>}</>,
          },
          { id: 'other', heading: t('conflicts.otherSide'), minWidth: 190, cell: (row) => <OtherSide filingId={filing.id} row={row} /> },
          { id: 'stands', heading: t('conflicts.stands'), cell: ({ other }) => <><ConflictStanding side={other} /><Box component="span" sx={{ display: 'block', color: 'text.secondary', fontSize: '.9rem' }}><Moment at={other.since} /></Box></> },
          { id: 'who', heading: t('conflicts.who'), cell: ({ first }) => t(`conflicts.first.${first}`) },
          { id: 'weight', heading: t('conflicts.weight'), cell: ({ severity }) => <StatusMark tone={severity === 'block' ? 'bad' : 'warn'} text={t(`conflicts.severity.${severity}`)} /> },
        ]}
      />
    </>
  )
}

function OtherSide({ filingId, row: { other } }: { readonly filingId: string; readonly row: ConflictRow }) {
  const t = useConsoleText()
  const say = useSay()
  const name = <Box component="span" sx={{ fontWeight: 600 }}>{other.subjectName}</Box>
  const where = say(provinceName(other.province))
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      {name}
      <Box sx={{ color: 'text.secondary', fontSize: '.9rem' }}>{[where, other.number ?? t('conflicts.attemptNote')].join(' · ')}</Box>
      {other.id && <Link to={conflictSidePath(filingId, other.id)} aria-label={t('conflicts.openOf', { name: other.number ?? other.subjectName })}>{t('conflicts.open')}</Link>}
    </Box>
  )
}
