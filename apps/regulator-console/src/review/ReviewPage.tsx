import { Answered } from '@icp/app-shell'
import { useSeenFiling } from '@icp/filing-views'
import { useParams } from '@tanstack/react-router'
import { useConsoleText } from '../text.js'
import { ReviewDesk } from './ReviewDesk.js'

/** One filing at the review desk. Another filing is another desk, so that no remark is ever carried over. */
export function ReviewPage() {
  const t = useConsoleText()
  const { id } = useParams({ strict: false }) as { id: string }
  const { filing, newer, showNewest, answer } = useSeenFiling(id)
  return (
    <Answered answer={{ data: filing, error: answer.error, refetch: answer.refetch }} rows={8} heading={t('filings.caption')}>
      {(shown) => <ReviewDesk key={shown.id} filing={shown} newer={newer} onShowNewest={() => void showNewest()} />}
    </Answered>
  )
}
