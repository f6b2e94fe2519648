import { ProblemNotice } from '@icp/app-shell'
import { type ApiProblem, useAct } from '@icp/client'
import type { ForcedCancellation, ForcedPreview } from '@icp/contract'
import { forcedFindings, type ForcedForm, groundMost } from '@icp/domain'
import { useFreshRuleData, useOfferedCodes } from '@icp/filing-views'
import { Banner, BusyButton, ErrorSummary, IntoView, LabelledSelect, LabelledText, Panel, Tick, useFormat, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { type FormEvent, useState } from 'react'
import { useFieldFindings } from '../shared/use-field-findings.js'
import { useConsoleText } from '../text.js'
import { FallPanel } from './FallPanel.js'

interface ForceFormProps {
  readonly preview: ForcedPreview
  /** What would fall has changed: shows what it is now, and answers whether it could. */
  readonly onLookAgain: () => Promise<boolean>
  readonly onDone: (done: ForcedCancellation) => void
}

const idOf = (path: string): string => `force-${path}`

/** What falls, why and on what ground, what may not be filed again, and the number once more. */
export function ForceForm({ preview, onLookAgain, onDone }: ForceFormProps) {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  useFreshRuleData()
  const offered = useOfferedCodes('forcedReasons')
  const act = useAct('cancelByForce', { refreshes: ['listForcedCancellations', 'findForcible'] })
  const [typed, setTyped] = useState<ForcedForm>({ typedNumber: '', reason: '', ground: '' })
  const [listSubject, setListSubject] = useState(false)
  const [listDomains, setListDomains] = useState(false)
  const [isAnew, setAnew] = useState(false)
  const findings = useFieldFindings(idOf)
  const { number, seen, subjectId, domains } = preview
  const put = (path: keyof ForcedForm, value: string) => {
    setTyped((now) => ({ ...now, [path]: value }))
    findings.forget(path)
  }
  // The number confirms what was read: what is shown anew is confirmed anew.
  const lookAgain = async () => {
    act.reset()
    put('typedNumber', '')
    setAnew(await onLookAgain())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAnew(false)
    if (act.isPending || !findings.show(forcedFindings(typed, number, offered))) return
    act.mutate(
      { params: { id: subjectId }, body: { ...typed, ground: typed.ground.trim(), number, seen, listSubject, listDomains: listDomains && domains.length > 0 } },
      { onSuccess: onDone, onError: (problem) => findings.show(problem.findings) },
    )
  }
  return (
    <Box component="form" noValidate onSubmit={submit}>
      {isAnew && <IntoView><Banner tone="warn" live="status" title={t('forced.changed.anew')}>{t('forced.changed.anewText')}</Banner></IntoView>}
      <FallPanel preview={preview} />
      <ErrorSummary title={t('keeping.problem')} items={findings.items} />
      {act.error && act.error.findings.length === 0 && <Refused problem={act.error} onLookAgain={() => void lookAgain()} />}
      <Panel title={t('forced.form.title')}>
        <Box sx={{ display: 'grid', gap: 2.5, maxWidth: 640 }}>
          <LabelledSelect
            id={idOf('reason')} label={t('forced.form.reason')} required emptyText={t('keeping.choose')} value={typed.reason} onChange={(value) => put('reason', value)} {...findings.at('reason')}
            options={offered.map((code) => ({ value: code.id, text: say(code) }))}
          />
          <LabelledText
            id={idOf('ground')} label={t('forced.form.ground')} hint={t('forced.form.groundHint', { most: groundMost })} required multiline rows={2} maxLength={groundMost} value={typed.ground} onChange={(value) => put('ground', value)}
            {...findings.at('ground')}
          />
          <Tick id={idOf('list-subject')} label={t('forced.form.listSubject')} hint={t('forced.form.listSubjectHint')} value={listSubject} onChange={setListSubject} />
          {domains.length > 0 && <Tick id={idOf('list-domains')} label={t('forced.form.listDomains')} hint={format.list(domains)} value={listDomains} onChange={setListDomains} />}
          <LabelledText
            id={idOf('typedNumber')} label={t('forced.form.typedNumber')} hint={t('forced.form.typedNumberHint', { number })} required maxLength={80} spellCheck={false} autoComplete="off" value={typed.typedNumber}
            onChange={(value) => put('typedNumber', value)} {...findings.at('typedNumber')}
          />
          <Box><BusyButton type="submit" color="error" busy={act.isPending} busyText={t('keeping.sending')}>{t('forced.form.send')}</BusyButton></Box>
        </Box>
      </Panel>
    </Box>
  )
}

/** What has changed meanwhile is looked at again here: to load the page anew would lose reason and ground. */
function Refused({ problem, onLookAgain }: { readonly problem: ApiProblem; readonly onLookAgain: () => void }) {
  const t = useConsoleText()
  if (problem.code !== 'changed-meanwhile') return <ProblemNotice problem={problem} />
  const button = t('forced.lookAgain')
  return <Banner tone="warn" live="alert" title={t('forced.changed.title')} actions={<Button variant="outlined" onClick={onLookAgain}>{button}</Button>}>{t('forced.changed.text', { button })}</Banner>
}
