import { ProblemNotice, StepUpCode, useFormat, useSay, useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { blocking, findingsFor } from '@icp/domain'
import { useRuleContext } from '@icp/filing-forms'
import { FindingText, useFreshRuleData, useOfferedCodes } from '@icp/filing-views'
import { BusyButton, ConfirmDialog, type ErrorItem, ErrorSummary, LabelledSelect, LabelledText, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { paths } from '../paths.js'
import { useServiceText } from '../shared/use-service-text.js'
import { FallingList } from './FallingList.js'
import { type CancellationOrder, useCancellation } from './use-cancellation.js'

interface CancellationFormProps {
  readonly kind: CancellationOrder['kind']
  readonly record: RegisterSubjectView
  readonly falling: RegisterSubjectView['services']
  readonly access?: RegisterSubjectView['services'][number]['accesses'][number]
}

/** Where the words of each kind stand. */
const wordsOf = { 'cancel-subject': 'subject', 'cancel-service': 'website', 'cancel-access': 'access' } as const

/** What falls, why, the code, and a confirmation that names the act. */
export function CancellationForm({ kind, record, falling, access }: CancellationFormProps) {
  const t = useText()
  const format = useFormat()
  const say = useSay()
  const serviceText = useServiceText()
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [code, setCode] = useState('')
  /** What was tried so far: asking for a code needs the statement in order, applying needs the code too. */
  const [tried, setTried] = useState<'nothing' | 'code' | 'application'>('nothing')
  const [asking, setAsking] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const cancellation = useCancellation((receipt) => void navigate({ to: paths.progressOne, params: { id: receipt.id } as never }))
  const serviceNumbers = kind === 'cancel-subject' ? [] : falling.map((service) => service.number)
  const about = { subjectNumber: record.number, serviceNumbers, ...(access ? { accessIds: [access.id] } : {}) }
  const words = (key: 'apply' | 'confirmTitle') => serviceText(`cancellation.${wordsOf[kind]}.${key}`, falling[0]?.type ?? 'website')
  useFreshRuleData()
  const context = useRuleContext()
  const reasons = useOfferedCodes('cancellationReasons')
  const stopsWith = (typed: string) =>
    blocking(findingsFor(kind, { form: 'cancellation', ...about, reason, note: typed }, context))
  const fieldIds: Readonly<Record<string, string>> = { reason: 'cancel-reason', note: 'cancel-note' }
  const unsound: readonly ErrorItem[] = stopsWith(note.trim()).map((finding) => ({ fieldId: fieldIds[finding.path] ?? '', text: format.sentences(say(finding.text), say(finding.fix)) }))
  const noCode: readonly ErrorItem[] = code.trim() === '' ? [{ fieldId: 'cancel-code', text: t('cancellation.noCode') }] : []
  const problems = [...unsound, ...noCode]
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setTried('application')
    setSummary(problems)
    if (problems.length === 0) setAsking(true)
  }
  const mayAskForCode = () => {
    setTried((before) => (before === 'nothing' ? 'code' : before))
    setSummary(unsound)
    return unsound.length === 0
  }
  const confirm = () => {
    setAsking(false)
    cancellation.submit({ kind, ...about, reason, note: note.trim(), code: code.trim() })
  }
  const shown = (id: string) => {
    const problem = (tried === 'application' ? problems : tried === 'code' ? unsound : []).find((item) => item.fieldId === id)
    return problem ? { error: problem.text } : {}
  }
  return (
    <Box component="form" noValidate onSubmit={ask}>
      <ErrorSummary title={t('entry.problem')} items={summary} />
      {cancellation.problem && <ProblemNotice problem={cancellation.problem} />}
      {cancellation.problem && cancellation.problem.findings.length > 0 && <Box component="ul" role="alert" sx={{ color: 'error.main' }}>{cancellation.problem.findings.map((finding) => <li key={`${finding.rule}-${finding.path}`}><FindingText finding={finding} /></li>)}</Box>}
      <FallingList kind={kind} record={record} falling={falling} access={access} />
      <Panel title={t('cancellation.application')}>
        <Box sx={{ display: 'grid', gap: 3 }}>
          <LabelledSelect
            id="cancel-reason" label={t('cancellation.reason')} required value={reason} onChange={setReason} emptyText={t('cancellation.choose')}
            options={reasons.map((row) => ({ value: row.id, text: say(row) }))} {...shown('cancel-reason')}
          />
          <LabelledText id="cancel-note" label={t('cancellation.note')} hint={t('cancellation.noteHint')} required={stopsWith('').some((finding) => finding.path === 'note')} multiline value={note} onChange={setNote} maxLength={1000} {...shown('cancel-note')} />
          <StepUpCode id="cancel-code" purpose="cancel" label={t('cancellation.code')} hint={t('cancellation.codeHint')} code={code} onChange={setCode} maySend={mayAskForCode} error={shown('cancel-code').error} />
        </Box>
      </Panel>
      <BusyButton type="submit" size="large" color="error" busy={cancellation.busy} busyText={t('cancellation.sending')}>{words('apply')}</BusyButton>
      <ConfirmDialog
        open={asking} tone="bad" title={words('confirmTitle')} confirmText={words('apply')}
        cancelText={t('cancellation.keep')} tick={t('cancellation.tick')} onCancel={() => setAsking(false)} onConfirm={confirm}
      >
        <Typography sx={{ mb: 1 }}>{access ? t('cancellation.access.confirmText', { provider: access.providerName, name: falling[0]?.name ?? '' }) : t('cancellation.confirmText', { numbers: format.list(falling.map((service) => service.number)) })}</Typography>
      </ConfirmDialog>
    </Box>
  )
}
