import { LeaveGuard, useFormat, useSay, useSession, useText } from '@icp/app-shell'
import type { FilingView } from '@icp/contract'
import { useFreshRuleData } from '@icp/filing-views'
import { Banner, ErrorState, LoadingRows, SaveMark } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { paths } from '../paths.js'
import { AboutRecord } from './AboutRecord.js'
import { EntrySteps } from './EntrySteps.js'
import { RedoBanner } from './RedoBanner.js'
import { useRunningDraft } from './running-draft.js'
import { DraftContext, useDraftOf } from './use-draft.js'

const stepOf = (pathname: string) => (pathname.endsWith('/summary') ? 'summary' : pathname.endsWith('/websites') ? 'websites' : 'subject')

/** Finds the running draft and keeps it, with its saving, over the three steps. Without a draft it leads to where one begins. */
export function DraftLayout() {
  const t = useText()
  const say = useSay()
  const navigate = useNavigate()
  const { draft: draftId } = useSearch({ strict: false }) as { draft?: string }
  useFreshRuleData()
  const running = useRunningDraft(draftId)
  const draft = running.data?.status === 'draft' && running.data.content.form === 'registration' ? running.data : null
  const none = running.isSuccess && !draft
  useEffect(() => {
    if (none) void navigate({ to: draftId ? paths.filings : paths.entry, replace: true })
  }, [none, draftId, navigate])
  if (draft) return <OpenDraft key={draft.id} filing={draft} />
  if (running.error) return <ErrorState title={say(running.error.text)} retry={() => void running.refetch()} retryText={t('entry.retry')} requestId={running.error.requestId} requestIdLabel={t('entry.requestId')} />
  return <LoadingRows label={t('entry.loading')} rows={6} />
}

function OpenDraft({ filing }: { readonly filing: FilingView }) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const { pathname } = useLocation()
  const draft = useDraftOf(filing)
  const { state: sessionState } = useSession()
  const { flush } = draft
  useEffect(() => {
    // After logging on again over this page, what could not be saved meanwhile is saved.
    if (sessionState === 'signed-in') void flush()
  }, [sessionState, flush])
  const text = draft.state === 'failed' ? t('entry.saveFailed') : draft.state === 'saving' ? t('entry.saving') : draft.state === 'saved' ? t('entry.saved', { at: format.time(draft.savedAt) }) : ''
  return (
    <DraftContext.Provider value={draft}>
      <LeaveGuard when={draft.state === 'failed'} within={`${paths.entry}/`} />
      {filing.kind !== 'new-subject' && <AboutRecord filing={filing} />}
      <EntrySteps kind={filing.kind} current={stepOf(pathname)} />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', mb: 1 }}><SaveMark state={draft.state} text={text} /></Box>
      {draft.problem && (
        <Banner
          tone="bad" live="alert" title={say(draft.problem.text)}
          actions={draft.problem.status === 409
            ? <Button variant="outlined" onClick={() => window.location.reload()}>{t('entry.reload')}</Button>
            : draft.problem.status === 423 ? undefined : <Button variant="outlined" onClick={() => void draft.flush()}>{t('entry.retry')}</Button>}
        >
          {t('entry.keptOnScreen')}
        </Banner>
      )}
      {draft.redo && <RedoBanner redo={draft.redo} draft={draft} />}
      <Outlet />
    </DraftContext.Provider>
  )
}
