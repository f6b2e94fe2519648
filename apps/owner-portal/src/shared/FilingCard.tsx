import { useFormat, useSay, useText } from '@icp/app-shell'
import type { FilingRow } from '@icp/contract'
import { addDays, ballOf, courseOf, draftKeeping, kindWords, receivingBallText, shanghaiDay } from '@icp/domain'
import { DueMeter, StatusChip } from '@icp/filing-views'
import { StatusMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'
import { DiscardDraft } from './DiscardDraft.js'
import { draftPath } from './draft-path.js'

/** One filing: where it stands, who acts, until when, and what I can do. */
export function FilingCard({ filing }: { readonly filing: FilingRow }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const isDraft = filing.status === 'draft'
  const isAsked = filing.receiving && filing.status === 'awaiting-agreement'
  const { to, search } = draftPath(filing)
  const course = courseOf(filing)
  const { meaning } = filing.receiving ? receivingBallText(filing.status, course) : ballOf(filing.kind, filing.status, 'owner', course)
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography variant="h3" component="h2">{say(kindWords[filing.kind])}</Typography>
        <StatusChip status={filing.status} />
        {filing.urgedAt && <StatusMark tone="bad" text={t('start.urged')} />}
        {filing.receiving && <StatusMark tone="neutral" text={t('migration.incoming')} />}
        {filing.openRequests > 0 && <StatusMark tone="warn" text={t('start.openRequests', { count: filing.openRequests })} />}
      </Box>
      <Typography>
        {filing.reference ? `${filing.reference} · ` : ''}{filing.subjectName || t('start.unnamed')}
        {filing.services.length > 0 ? ` · ${format.list(filing.services.map((service) => service.name || service.domain))}` : ''}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {isDraft ? t('start.savedAt', { at: format.dayAndTime(filing.savedAt), day: format.day(addDays(shanghaiDay(filing.savedAt), draftKeeping.days)) }) : format.sentences(say(meaning), t('start.since', { at: format.dayAndTime(filing.statusSince) }))}
      </Typography>
      {filing.due && <DueMeter due={filing.due} />}
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap', mt: 0.5 }}>
        {isDraft
          ? <><Button variant="contained" component={Link} to={to} search={search as never}>{t('start.resume')}</Button><DiscardDraft filing={filing} /></>
          : (
            <>
              <Button variant={isAsked ? 'contained' : 'outlined'} component={Link} to={paths.progressOne} params={{ id: filing.id } as never}>{t(isAsked ? 'migration.see' : 'start.progress')}</Button>
              <Button variant="outlined" component={Link} to={paths.browseOne} params={{ id: filing.id } as never}>{t('start.browse')}</Button>
            </>
          )}
      </Box>
    </Box>
  )
}
