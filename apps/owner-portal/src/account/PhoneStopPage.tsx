import { ProblemNotice, useFormat, useLinkToken, useText } from '@icp/app-shell'
import { type ApiProblem, useAct, useClient } from '@icp/client'
import type { AnswerOf } from '@icp/contract'
import { Banner, BusyButton, DefinitionRows, LoadingRows, PageHeading, Panel } from '@icp/ui'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

type Waiting = AnswerOf<'lookAtPhoneStopLink'>

/** `/recover/phone#…`: behind the link that the old phone and the mailbox get when somebody says that the phone is lost. */
export function PhoneStopPage() {
  const t = useText()
  const client = useClient()
  const token = useLinkToken()
  const stop = useAct('stopPhoneByLink')
  const link = useQuery<Waiting, ApiProblem>({
    queryKey: ['lookAtPhoneStopLink'], enabled: token !== '' && !stop.isSuccess, retry: false, staleTime: Infinity, gcTime: 0,
    queryFn: ({ signal }) => client.call('lookAtPhoneStopLink', { body: { token } }, { signal }),
  })
  if (stop.isSuccess) {
    return (
      <>
        <PageHeading>{t('account.stop.doneTitle')}</PageHeading>
        <Panel>
          <Typography role="status" sx={{ mb: 3, maxWidth: '46em' }}>{t('account.stop.doneText')}</Typography>
          <Button component={Link} to="/recover/password" variant="contained" size="large">{t('account.stop.password')}</Button>
        </Panel>
      </>
    )
  }
  if (token === '' || link.error?.status === 404 || stop.error?.code === 'link-dead') {
    return (
      <>
        <PageHeading>{t('account.stop.deadTitle')}</PageHeading>
        <Banner tone="warn" actions={<Button component={Link} to="/log-on" variant="contained">{t('account.stop.logOn')}</Button>}>{t('account.stop.deadText')}</Banner>
      </>
    )
  }
  if (link.error) return <ProblemNotice problem={link.error} retry={() => void link.refetch()} />
  if (!link.data) return <LoadingRows label={t('account.stop.loading')} />
  return <StopForm waiting={link.data} busy={stop.isPending} problem={stop.error} onStop={() => stop.mutate({ body: { token } })} />
}

interface StopFormProps {
  readonly waiting: Waiting
  readonly busy: boolean
  readonly problem: ApiProblem | null
  readonly onStop: () => void
}

function StopForm({ waiting, busy, problem, onStop }: StopFormProps) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <PageHeading lead={t('account.stop.lead')}>{t('account.stop.title')}</PageHeading>
      {problem && <ProblemNotice problem={problem} />}
      <Panel>
        <DefinitionRows
          rows={[
            { label: t('account.stop.mobile'), value: waiting.mobile }, { label: t('account.stop.asked'), value: format.dayAndTime(waiting.startedAt) },
            { label: t('account.stop.due'), value: format.dayAndTime(waiting.dueAt) },
          ]}
        />
        <BusyButton size="large" busy={busy} busyText={t('account.lost.stopping')} onClick={onStop} sx={{ mt: 3 }}>{t('account.stop.act')}</BusyButton>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1.5 }}>{t('account.stop.mine')}</Typography>
      </Panel>
    </>
  )
}
