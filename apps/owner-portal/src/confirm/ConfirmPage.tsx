import { Answered, useText } from '@icp/app-shell'
import { useAnswer } from '@icp/client'
import { PageHeading } from '@icp/ui'
import { useParams } from '@tanstack/react-router'
import { ConfirmForm } from './ConfirmForm.js'
import { ConfirmState } from './ConfirmState.js'

/** The page of a responsible person: what is asked, the final content, what was corrected since the owner finished, and the three answers. */
export function ConfirmPage() {
  const t = useText()
  const { token } = useParams({ strict: false }) as { token: string }
  const page = useAnswer('getConfirmation', { params: { token } }, { retry: false })
  return (
    <>
      <PageHeading {...(page.data?.state === 'waiting' ? { lead: t('confirm.lead') } : {})}>{t('confirm.title')}</PageHeading>
      <Answered answer={page} rows={6}>
        {(data) => (data.state === 'waiting' ? <ConfirmForm token={token} page={data} /> : <ConfirmState page={data} />)}
      </Answered>
    </>
  )
}
