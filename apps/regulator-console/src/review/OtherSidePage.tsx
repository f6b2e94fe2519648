import { Answered } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { ConflictParty } from '@icp/contract'
import { kindWords, provinceName } from '@icp/domain'
import { FilingSummary, Moment } from '@icp/filing-views'
import { Banner, DefinitionRows, PageHeading, Panel, StatusMark, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { Link, useParams } from '@tanstack/react-router'
import { filingPath } from '../paths.js'
import { ConflictStanding } from '../shared/ConflictStanding.js'
import { useConsoleText } from '../text.js'

/** The other side of a conflict, of whatever province: to read, with no number of a person. */
export function OtherSidePage() {
  const t = useConsoleText()
  const { id, partyId } = useParams({ strict: false }) as { id: string; partyId: string }
  const party = useAnswer('getConflictParty', { params: { id, partyId } })
  return (
    <>
      <Box sx={{ mb: 1 }}><Link to={filingPath(id)}>{t('conflicts.side.back')}</Link></Box>
      <Answered answer={party} rows={8} heading={t('conflicts.otherSide')}>{(shown) => <Shown party={shown} />}</Answered>
    </>
  )
}

function Shown({ party: { side, kind, content, rows } }: { readonly party: ConflictParty }) {
  const t = useConsoleText()
  const say = useSay()
  return (
    <>
      <PageHeading>{t('conflicts.side.title', { number: side.number ?? '' })}</PageHeading>
      <Banner tone="neutral" title={t('conflicts.side.lead')} />
      <Panel title={t('conflicts.side.facts')}>
        <DefinitionRows
          rows={[
            { label: t('conflicts.side.number'), value: side.number }, { label: t('conflicts.side.subject'), value: side.subjectName },
            { label: t('conflicts.side.province'), value: say(provinceName(side.province)) },
            ...(kind ? [{ label: t('conflicts.side.kind'), value: say(kindWords[kind]) }] : []),
            { label: t('conflicts.side.status'), value: <ConflictStanding side={side} /> },
            { label: t(`conflicts.side.since.${side.is}`), value: <Moment at={side.since} /> },
          ]}
        />
      </Panel>
      <Panel title={t('conflicts.side.collides')}>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {rows.map(({ over, rule, severity, first, path, otherPath }) => (
            <Box component="li" key={[over, path, otherPath].join(' ')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
              <Box component="span" sx={{ fontWeight: 600 }}>{t(`conflicts.over.${over}`)}</Box>
              <StatusMark tone={severity === 'block' ? 'bad' : 'warn'} text={t(`conflicts.severity.${severity}`)} />
              <Typography component="span" sx={{ color: 'text.secondary' }}>{[t(`conflicts.first.${first}`), t('conflicts.side.rule', { rule })].join(' · ')}</Typography>
            </Box>
          ))}
        </Box>
      </Panel>
      <Typography variant="h2" sx={{ mb: 2 }}>{t('conflicts.side.content')}</Typography>
      <FilingSummary content={content} />
    </>
  )
}
