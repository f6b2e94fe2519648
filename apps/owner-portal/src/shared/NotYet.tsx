import { useSay, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { isFinal, statusFaces } from '@icp/domain'
import { Banner } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from '@tanstack/react-router'
import { paths } from '../paths.js'

/** Why the functions of this menu are still closed: nothing is approved yet; where the filing stands, or why it was refused. */
export function NotYet() {
  const t = useText()
  const say = useSay()
  const filings = useAnswer('listFilings', { query: { kind: 'new-subject' } }, { refetchInterval: 10_000 })
  const [newest] = filings.data?.rows ?? []
  const refusedId = newest?.status === 'refused' ? newest.id : ''
  const refused = useAnswer('getFiling', { params: { id: refusedId } }, { enabled: refusedId !== '' })
  const reason = refused.data?.decisions.at(-1)?.opinion
  if (!newest) {
    return <Banner tone="neutral" title={t('notYet.title')} actions={<Button variant="contained" component={Link} to={paths.entry}>{t('notYet.enter')}</Button>}>{t('notYet.nothing')}</Banner>
  }
  // Approved and yet nothing here: what was approved is cancelled by now.
  if (newest.status === 'approved') {
    return <Banner tone="neutral" title={t('notYet.title')} actions={<Button variant="contained" component={Link} to={paths.entry}>{t('notYet.enter')}</Button>}>{t('notYet.cancelled')}</Banner>
  }
  const closed = isFinal(newest.status)
  return (
    <Banner
      tone={closed ? 'bad' : 'warn'} title={t('notYet.title')}
      actions={newest.status === 'draft'
        ? <Button variant="contained" component={Link} to={paths.entry}>{t('start.resume')}</Button>
        : <Button variant="contained" component={Link} to={paths.progressOne} params={{ id: newest.id } as never}>{t('start.progress')}</Button>}
    >
      {t(closed ? 'notYet.closed' : 'notYet.running', { reference: newest.reference ?? '', status: say(statusFaces[newest.status].word) })}
      {reason && <Typography sx={{ mt: 1, fontWeight: 600 }}>{t('notYet.reason', { reason })}</Typography>}
    </Banner>
  )
}
