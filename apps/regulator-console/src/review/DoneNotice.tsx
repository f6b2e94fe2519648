import { ProblemNotice } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { Banner, BusyButton } from '@icp/ui'
import Button from '@mui/material/Button'
import { Link } from '@tanstack/react-router'
import { useTakeNext } from '../shared/use-take-next.js'
import { paths } from '../paths.js'
import { useConsoleText } from '../text.js'

/** What was decided just now, and the way on: the next filing of the queue, or back to it. */
export function DoneNotice({ said, filing }: { readonly said: string; readonly filing: FilingView }) {
  const t = useConsoleText()
  const next = useTakeNext()
  return (
    <Banner
      tone="good" live="status" title={said}
      actions={(
        <>
          <BusyButton busy={next.isPending} busyText={t('filings.taking')} onClick={() => next.mutate({ butNot: filing.id })}>{t('review.done.next')}</BusyButton>
          <Button variant="outlined" component={Link} to={paths.queue}>{t('review.done.toQueue')}</Button>
        </>
      )}
    >
      {next.data === false && t('filings.nothingNext')}
      {next.error && <ProblemNotice problem={next.error} />}
    </Banner>
  )
}
