import { useSay, useText } from '@icp/app-shell'
import { blocking, summaryOf } from '@icp/domain'
import { fieldId, FieldList, useShownFindings } from '@icp/filing-forms'
import { Banner, BusyButton, type ErrorItem, ErrorSummary, PageHeading, Panel } from '@icp/ui'
import Box from '@mui/material/Box'
import { type FormEvent, useState } from 'react'
import { isOfRegister, subjectFindings } from './draft-findings.js'
import { useDraft } from './use-draft.js'
import { useStepChange } from './use-step-change.js'

/** Step 1: the subject and its person in charge. Next stays here while something must be mended. */
export function SubjectStep() {
  const t = useText()
  const say = useSay()
  const goTo = useStepChange()
  const draft = useDraft()
  const shown = useShownFindings()
  const [summary, setSummary] = useState<readonly ErrorItem[]>([])
  const [busy, setBusy] = useState(false)
  const [group] = summaryOf(draft.content)
  const findings = subjectFindings(draft.findings)
  // What the register found comes with a save, perhaps on another step, and what has to be redone came while nobody typed: it is said at once.
  const saidAtOnce = new Set([...findings.filter(isOfRegister), ...(draft.redo?.findings ?? [])].map((finding) => finding.path))

  const next = async (event: FormEvent) => {
    event.preventDefault()
    shown.tryNow()
    const stop = blocking(findings)
    setSummary(stop.map((finding) => ({ fieldId: fieldId(finding.path), text: say(finding.text) })))
    if (stop.length > 0 || busy) return
    setBusy(true)
    const { safe } = await draft.flush()
    setBusy(false)
    if (safe) goTo('websites')
  }
  const list = (rows: NonNullable<typeof group>['rows']) => (
    <FieldList kind={draft.kind} rows={rows} content={draft.content} onChange={draft.change} findings={findings} isShown={(path) => saidAtOnce.has(path) || shown.isShown(path)} onLeave={shown.onLeave} />
  )
  return (
    <Box component="form" noValidate onSubmit={(event) => void next(event)}>
      <ErrorSummary title={t('entry.problem')} items={summary} />
      <PageHeading titlePrefix={summary.length > 0 ? t('entry.errorPrefix') : ''} lead={t(draft.kind === 'change' ? 'entry.subject.leadChange' : 'entry.subject.lead')}>{t('entry.subject.title')}</PageHeading>
      {group && <Panel title={t('entry.subject.details')}>{list(group.rows)}</Panel>}
      {group?.groups.map((part) => <Panel key={part.path} title={say(part.title)}>{list(part.rows)}</Panel>)}
      {draft.problem && <Banner tone="bad">{t('entry.keptOnScreen')}</Banner>}
      <BusyButton type="submit" size="large" busy={busy} busyText={t('entry.saving')}>{t('entry.next')}</BusyButton>
    </Box>
  )
}
