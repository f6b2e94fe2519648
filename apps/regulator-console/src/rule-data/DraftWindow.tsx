import { ProblemNotice } from '@icp/app-shell'
import { type ApiProblem, useAct } from '@icp/client'
import type { RuleChange } from '@icp/contract'
import { emptyParameterEntry, entryFindings, type ParameterId, parameterOf, provinces, shanghaiDay, standingOn } from '@icp/domain'
import { useRuleData } from '@icp/filing-views'
import { BusyButton, ErrorSummary, LabelledRadios, LabelledSelect, LabelledText, ModalWindow, Tick, useSay } from '@icp/ui'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useFieldFindings } from '../shared/use-field-findings.js'
import { useConsoleText } from '../text.js'
import { idOfOther, OtherSources } from './OtherSources.js'
import { entryOf, type TypedEntry, typedEntry } from './typed-entry.js'
import { usePlaceText } from './use-value-text.js'
import { ValueField } from './ValueField.js'

export const ruleRefreshes = ['listRuleChanges', 'getRuleChange', 'previewRuleChange'] as const

interface DraftWindowProps {
  readonly id: ParameterId
  /** Where a new draft begins; of a draft that is there, its place. */
  readonly province: string
  /** Left out: a new draft is begun from what stands in the place. */
  readonly change?: RuleChange
  readonly onClose: () => void
  readonly onDone: (change: RuleChange) => void
}

/** A change of one parameter: where, what, from when, and by which source. What is wrong is said at its field before and after sending. */
export function DraftWindow({ id, province, change, onClose, onDone }: DraftWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const place = usePlaceText()
  const data = useRuleData()
  const today = shanghaiDay(new Date().toISOString())
  const parameter = parameterOf(id)
  const from = (code: string): TypedEntry => {
    const standing = standingOn(data, id, code, today) ?? standingOn(data, id, '', today)
    return typedEntry({ ...(standing?.entry ?? emptyParameterEntry(id, code)), province: code, from: today, to: '', source: '', confirmed: false })
  }
  const [start] = useState(() => (change ? typedEntry(change.entry) : from(province)))
  const [typed, setTyped] = useState(start)
  const findings = useFieldFindings((path) => idOfOther(path) ?? `entry-${path.split('.')[0]}`)
  const add = useAct('draftRuleChange', { refreshes: ruleRefreshes })
  const edit = useAct('editRuleChange', { refreshes: ruleRefreshes })
  const act = change ? edit : add

  const put = (part: Partial<TypedEntry>, ...touched: string[]) => {
    setTyped((now) => ({ ...now, ...part }))
    findings.forget(...touched)
  }
  const submit = () => {
    if (act.isPending) return
    const entry = entryOf(id, typed)
    if (!findings.show(entryFindings(entry, today))) return
    const answers = { onSuccess: onDone, onError: (problem: ApiProblem) => findings.show(problem.findings.map((one) => ({ ...one, path: one.path.replace(/^entry\./, '') }))) }
    if (change) edit.mutate({ params: { id: change.id }, body: { version: change.version, entry } }, answers)
    else add.mutate({ body: { entry } }, answers)
  }
  return (
    <ModalWindow
      open title={say(parameter.title)} closeLabel={t('keeping.close')} onClose={onClose} onSubmit={submit} width="sm" isDirty={JSON.stringify(typed) !== JSON.stringify(start)}
      actions={(leave) => (
        <>
          <Button variant="outlined" onClick={leave}>{t('keeping.cancel')}</Button>
          <BusyButton type="submit" busy={act.isPending} busyText={t('keeping.sending')}>{t('ruleData.saveDraft')}</BusyButton>
        </>
      )}
    >
      <ErrorSummary title={t('keeping.problem')} items={findings.items} />
      {act.error && act.error.findings.length === 0 && <ProblemNotice problem={act.error} />}
      <Box sx={{ display: 'grid', gap: 2.5 }}>
        <LabelledSelect
          id="entry-province" label={t('ruleData.place')} required value={typed.province} disabled={Boolean(change)} {...findings.at('province')}
          options={[{ value: '', text: place('') }, ...provinces.map((one) => ({ value: one.code, text: say(one) }))]} onChange={(code) => {
            setTyped({ ...from(code), from: typed.from, to: typed.to, source: typed.source, confirmed: typed.confirmed })
            findings.show([])
          }}
        />
        <LabelledRadios
          id="entry-act" label={t('ruleData.entryAct')} required inline value={typed.act} options={(['set', 'withdraw'] as const).map((value) => ({ value, text: t(`ruleData.acts.${value}`) }))}
          onChange={(value) => put({ act: value === 'withdraw' ? 'withdraw' : 'set' }, 'value')} {...(typed.act === 'withdraw' ? { hint: t('ruleData.withdrawMeans') } : {})}
        />
        {typed.act === 'set' && <ValueField id="entry-value" label={t('ruleData.value')} required shape={parameter.shape} value={typed.value} onChange={(value) => put({ value }, 'value')} {...findings.at('value')} />}
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, alignItems: 'end' }}>
          <LabelledText id="entry-from" type="date" label={t('ruleData.from')} required value={typed.from} onChange={(value) => put({ from: value }, 'from')} {...findings.at('from')} />
          <LabelledText id="entry-to" type="date" label={t('ruleData.toField')} value={typed.to} onChange={(value) => put({ to: value }, 'to')} {...findings.at('to')} />
        </Box>
        <LabelledText id="entry-source" label={t('ruleData.source')} required hint={t('ruleData.sourceHint')} multiline rows={2} maxLength={300} value={typed.source} onChange={(value) => put({ source: value.replace(/\s+/g, ' ') }, 'source')} {...findings.at('source')} />
        <Tick id="entry-confirmed" label={t('ruleData.confirmedTick')} value={typed.confirmed} onChange={(confirmed) => put({ confirmed })} />
        <OtherSources shape={parameter.shape} value={typed.others} onChange={(others) => put({ others }, 'others')} errorOf={findings.at} />
      </Box>
    </ModalWindow>
  )
}
