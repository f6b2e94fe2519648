import { Answered, useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import type { FilingRow } from '@icp/contract'
import { isFinal, statusFaces } from '@icp/domain'
import { Banner } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** Why the functions of this menu are still closed: nothing is approved yet; where the filing stands, or why it was refused. */
export function NotYet() {
  const filings = useAnswer('listFilings', { query: { kind: 'new-subject' } }, { refetchInterval: 10_000 })
  return <Answered answer={filings}>{({ rows: [newest] }) => (newest && newest.status !== 'approved' ? <Underway filing={newest} /> : <Nothing cancelled={Boolean(newest)} />)}</Answered>
}

/** Nothing was ever filed; or what was approved is cancelled by now. */
function Nothing({ cancelled }: { readonly cancelled: boolean }) {
  const t = useText()
  return (
    <Banner tone="neutral" title={t('notYet.title')} actions={<Button variant="contained" component={Link} to={paths.entry}>{t('notYet.enter')}</Button>}>
      {t(cancelled ? 'notYet.cancelled' : 'notYet.nothing')}
    </Banner>
  )
}

function Underway({ filing }: { readonly filing: FilingRow }) {
  const t = useText()
  const say = useSay()
  const isRefused = filing.status === 'refused'
  const refused = useAnswer('getFiling', { params: { id: filing.id } }, { enabled: isRefused })
  const reason = isRefused ? refused.data?.decisions.at(-1)?.opinion : undefined
  const closed = isFinal(filing.status)
  return (
    <Banner
      tone={closed ? 'bad' : 'warn'} title={t('notYet.title')}
      actions={filing.status === 'draft'
        ? <Button variant="contained" component={Link} to={paths.entry}>{t('start.resume')}</Button>
        : <Button variant="contained" component={Link} to={paths.progressOne} params={{ id: filing.id } as never}>{t('start.progress')}</Button>}
    >
      {t(closed ? 'notYet.closed' : 'notYet.running', { reference: filing.reference ?? '', status: say(statusFaces[filing.status].word) })}
      {reason && <Typography sx={{ mt: 1, fontWeight: 600 }}>{t('notYet.reason', { reason })}</Typography>}
    </Banner>
  )
}
