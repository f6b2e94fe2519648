import { ProblemNotice, useFormat, useSay, useText } from '@icp/app-shell'
import type { RegisterSubjectView } from '@icp/contract'
import { blocking, findingsFor, type MigrationContent, normaliseContent } from '@icp/domain'
import { useRuleContext } from '@icp/filing-forms'
import { FindingText, useFreshRuleData } from '@icp/filing-views'
import { Banner, BusyButton, ConfirmDialog, type ErrorItem, ErrorSummary, LabelledText, Panel, Tick } from '@icp/ui'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { paths } from '../paths.js'
import { useHandIn } from '../shared/use-hand-in.js'
import { WhatFollows } from '../shared/WhatFollows.js'

interface MoveFormProps {
  readonly record: RegisterSubjectView
  readonly service: RegisterSubjectView['services'][number]
  /** Without it the subject holds no website any more. */
  readonly isLast: boolean
}

const fieldIds: Readonly<Record<string, string>> = { receivingNumber: 'move-receiving', domainHolder: 'move-domain', note: 'move-note' }

/** Where the website goes, the declaration about its domain, and a confirmation that names the act. */
export function MoveForm({ record, service, isLast }: MoveFormProps) {
  const t = useText()
  const say = useSay()
  const format = useFormat()
  const navigate = useNavigate()
  useFreshRuleData()
  const context = useRuleContext()
  const [receivingNumber, setReceivingNumber] = useState('')
  const [declared, setDeclared] = useState(false)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const move = useHandIn((receipt) => void navigate({ to: paths.progressOne, params: { id: receipt.id } as never }))
  const typed = { receivingNumber: receivingNumber.trim(), domainHolder: declared ? 'receiver' as const : '' as const, note: note.trim() }
  const content: MigrationContent = { form: 'migration', subjectNumber: record.number, serviceNumbers: [service.number], services: [], ...typed }
  // What is said of the website itself was settled when it was chosen.
  const problems: readonly ErrorItem[] = blocking(findingsFor('migrate-service', normaliseContent(content), context))
    .flatMap(({ path, text, fix }) => (fieldIds[path] ? [{ fieldId: fieldIds[path], text: format.sentences(say(text), say(fix)) }] : []))
  const shown = (id: string) => {
    const problem = tried ? problems.find((item) => item.fieldId === id) : undefined
    return problem ? { error: problem.text } : {}
  }
  const ask = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setSummary(problems)
    if (problems.length === 0) setAsking(true)
  }
  const confirm = () => {
    setAsking(false)
    move.submit({ create: { kind: 'migrate-service', subjectNumber: record.number, serviceNumbers: [service.number] }, typed })
  }
  return (
    <Box component="form" noValidate onSubmit={ask}>
      <ErrorSummary title={t('entry.problem')} items={summary} />
      {move.problem && <ProblemNotice problem={move.problem} />}
      {move.problem && move.problem.findings.length > 0 && <Box component="ul" role="alert" sx={{ color: 'error.main' }}>{move.problem.findings.map((finding) => <li key={`${finding.rule}-${finding.path}`}><FindingText finding={finding} /></li>)}</Box>}
      <WhatFollows number={service.number} side="giving" isLast={isLast} />
      {isLast && <Banner tone="warn" title={t('migration.lastTitle')}>{t('migration.lastText')}</Banner>}
      <Panel title={t('migration.where')}>
        <Box sx={{ display: 'grid', gap: 3 }}>
          <LabelledText id="move-receiving" label={t('migration.receiving')} hint={t('migration.receivingHint')} required value={receivingNumber} onChange={setReceivingNumber} maxLength={64} {...shown('move-receiving')} />
          <Tick id="move-domain" label={t('migration.domain', { domain: service.domain })} hint={t('migration.domainHint')} required value={declared} onChange={setDeclared} {...shown('move-domain')} />
          <LabelledText id="move-note" label={t('migration.note')} hint={t('migration.noteHint')} multiline value={note} onChange={setNote} maxLength={1000} {...shown('move-note')} />
        </Box>
      </Panel>
      <BusyButton type="submit" size="large" busy={move.busy} busyText={t('migration.sending')}>{t('migration.propose')}</BusyButton>
      <ConfirmDialog
        open={asking} title={t('migration.confirmTitle')} confirmText={t('migration.propose')} cancelText={t('migration.keep')} onCancel={() => setAsking(false)} onConfirm={confirm}
      >
        <Typography>{t('migration.confirmText', { name: service.name, number: service.number, receiver: typed.receivingNumber })}</Typography>
      </ConfirmDialog>
    </Box>
  )
}
