import { ProblemNotice, useSay, useText } from '@icp/app-shell'
import { useAct } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { filingActions } from '@icp/domain'
import { FindingText } from '@icp/filing-views'
import { ConfirmDialog, Panel, ReasonWindow } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'

const refreshes = ['getFiling', 'listFilings', 'listOwnRecords'] as const

/** The receiving owner's answer: agree, after ticking what it means, or decline with a reason. Nothing when there is no answer to give. */
export function AnswerPanel({ filing }: { readonly filing: FilingView }) {
  const t = useText()
  const say = useSay()
  const [asking, setAsking] = useState<'agree' | 'decline'>()
  const agree = useAct('agreeToMigration', { refreshes: [...refreshes] })
  const decline = useAct('declineMigration', { refreshes: [...refreshes] })
  const { id, version, content } = filing
  if (!filing.actions.includes('agree') || content.form !== 'migration') return null
  const [service] = filing.services
  const about = { name: service?.name ?? '', domain: service?.domain ?? '', giver: filing.subjectName, receiver: content.receivingNumber }
  const target = { params: { id } }
  return (
    <Panel title={t('migration.answer.title')}>
      {agree.error && <ProblemNotice problem={agree.error} />}
      {agree.error && agree.error.findings.length > 0 && <Box component="ul" role="alert" sx={{ color: 'error.main' }}>{agree.error.findings.map((finding) => <li key={finding.rule}><FindingText finding={finding} /></li>)}</Box>}
      <Typography sx={{ mb: 2 }}>{t('migration.answer.text', about)}</Typography>
      {filing.findings.length > 0 && <Box component="ul" sx={{ pl: 2.5, mt: 0, mb: 2 }}>{filing.findings.map((finding) => <li key={finding.rule}><FindingText finding={finding} /></li>)}</Box>}
      <Box sx={{ display: 'flex', gap: 1.5, flexWrap: 'wrap' }}>
        <Button variant="contained" onClick={() => setAsking('agree')}>{say(filingActions.agree.word)}</Button>
        <Button variant="outlined" color="error" onClick={() => setAsking('decline')}>{say(filingActions.decline.word)}</Button>
      </Box>
      <ConfirmDialog
        open={asking === 'agree'} title={t('migration.answer.agreeTitle')} confirmText={say(filingActions.agree.word)} cancelText={t('migration.answer.notYet')} tick={t('migration.answer.tick', about)}
        busy={agree.isPending} onCancel={() => setAsking(undefined)} onConfirm={() => agree.mutate({ ...target, body: { version } }, { onSettled: () => setAsking(undefined) })}
      >
        <Typography sx={{ mb: 1 }}>{t('migration.answer.agreeText', about)}</Typography>
      </ConfirmDialog>
      {asking === 'decline' && (
        <ReasonWindow
          title={t('migration.answer.declineTitle')} label={t('migration.answer.reason')} hint={t('migration.answer.reasonHint')} missing={t('migration.answer.noReason')} maxLength={2000} tone="bad"
          words={{ confirm: say(filingActions.decline.word), busy: t('migration.sending'), cancel: t('entry.cancel'), close: t('entry.close') }}
          notice={decline.error && <ProblemNotice problem={decline.error} />} busy={decline.isPending} onClose={() => setAsking(undefined)}
          onConfirm={(reason) => decline.mutate({ ...target, body: { version, reason } }, { onSuccess: () => setAsking(undefined) })}
        >
          <Typography>{t('migration.answer.declineText', about)}</Typography>
        </ReasonWindow>
      )}
    </Panel>
  )
}
