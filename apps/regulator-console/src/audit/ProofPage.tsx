import { Answered, ProblemNotice } from '@icp/app-shell'
import { useAct, useAnswer } from '@icp/client'
import { BusyButton, PageHeading } from '@icp/ui'
import { useConsoleText } from '../text.js'
import { CheckpointList } from './CheckpointList.js'
import { EvidenceFiles } from './EvidenceFiles.js'
import { VerificationResult } from './VerificationResult.js'

/** Whether everything still is what was signed: the last verification, a new one, the checkpoints, and what somebody else needs to verify it. */
export function ProofPage() {
  const t = useConsoleText()
  const latest = useAnswer('getVerification', {}, {
    refetchInterval: (query) => (['waiting', 'running'].includes(query.state.data?.verification?.state ?? '') ? 1500 : 30_000),
  })
  const start = useAct('startVerification', { refreshes: ['getVerification', 'listCheckpoints'] })
  const state = latest.data?.verification?.state
  const isBusy = start.isPending || state === 'waiting' || state === 'running'
  return (
    <>
      <PageHeading
        lead={t('audit.proof.lead')}
        actions={<BusyButton variant="contained" busy={isBusy} busyText={t('audit.proof.running')} onClick={() => start.mutate({})}>{t('audit.proof.run')}</BusyButton>}
      >
        {t('audit.proof.title')}
      </PageHeading>
      {start.error && <ProblemNotice problem={start.error} />}
      <Answered answer={latest} rows={6}>{({ verification }) => <VerificationResult verification={verification} />}</Answered>
      <CheckpointList />
      <EvidenceFiles />
    </>
  )
}
