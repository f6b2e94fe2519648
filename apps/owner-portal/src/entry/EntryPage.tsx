import { useSay, useText } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { isFinal, type RegistrationContent } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'
import { Banner, BusyButton, ErrorState, LoadingRows, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { paths } from '../paths.js'
import { stepPaths } from '../shared/draft-path.js'
import { draftFindings, stepToResume } from './draft-findings.js'

/** Begins the entry, resumes it where it was left, or says why it cannot be entered now and leads to browsing. */
export function EntryPage() {
  const t = useText()
  const say = useSay()
  const navigate = useNavigate()
  const filings = useAnswer('listFilings', { query: { kind: 'new-subject' } }, { staleTime: 0 })
  const records = useAnswer('listOwnRecords', {})
  const create = useAct('createFiling', { refreshes: ['listFilings', 'getFiling'] })
  // A list kept from an earlier visit may hold a draft that is finished by now; only a fresh answer decides where to go.
  const rows = filings.isFetchedAfterMount ? filings.data?.rows : undefined
  const running = rows?.find((row) => !isFinal(row.status))
  const draft = useAnswer('getFiling', { params: { id: running?.id ?? '' } }, { enabled: running?.status === 'draft', staleTime: 0 })
  const filed = records.data?.rows.find((row) => row.state === 'in-force')
  const former = rows?.find((row) => row.status === 'refused' || row.status === 'withdrawn')
  const isNew = Boolean(rows && records.data && !running && !filed && !former)

  const begin = (fromFilingId?: string) => {
    if (create.isPending) return
    create.mutate({ body: { kind: 'new-subject', ...(fromFilingId ? { fromFilingId } : {}) } }, { onSuccess: () => void navigate({ to: paths.entrySubject, replace: true }) })
  }
  useEffect(() => {
    if (draft.data && draft.isFetchedAfterMount) void navigate({ to: stepPaths[stepToResume(draftFindings('new-subject', draft.data.content as RegistrationContent, draft.data.findings, browserRuleContext()))], replace: true })
    else if (running && running.status !== 'draft') void navigate({ to: paths.browseOne, params: { id: running.id }, search: { locked: true } as never, replace: true })
  }, [draft.data, draft.isFetchedAfterMount, running, navigate])
  useEffect(() => {
    // With something in force the question is what is wanted about it.
    if (rows && filed && !running) void navigate({ to: paths.start, replace: true })
  }, [rows, filed, running, navigate])
  useEffect(() => {
    if (isNew && create.isIdle) begin()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when it is clear that nothing runs and nothing is filed
  }, [isNew])

  const failed = filings.error ?? records.error ?? draft.error ?? create.error
  return (
    <>
      <PageHeading>{t('entry.title')}</PageHeading>
      {failed && <ErrorState title={say(failed.text)} retry={() => { create.reset(); void filings.refetch() }} retryText={t('entry.retry')} requestId={failed.requestId} requestIdLabel={t('entry.requestId')} />}
      {former && !running && !filed ? (
        <Panel title={t('entry.former.title')}>
          <Banner tone="neutral">{t(former.status === 'refused' ? 'entry.former.refused' : 'entry.former.withdrawn', { reference: former.reference ?? '' })}</Banner>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
            <BusyButton busy={create.isPending} busyText={t('entry.starting')} onClick={() => begin(former.id)}>{t('entry.former.again')}</BusyButton>
            <BusyButton variant="outlined" busy={create.isPending} busyText={t('entry.starting')} onClick={() => begin()}>{t('entry.former.blank')}</BusyButton>
          </Box>
        </Panel>
      ) : !failed && <LoadingRows label={t('entry.loading')} rows={6} />}
    </>
  )
}
