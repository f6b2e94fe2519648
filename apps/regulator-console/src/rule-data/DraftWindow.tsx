import type { RuleChange } from '@icp/contract'
import { emptyParameterEntry, type ParameterId, parameterOf, provinces, shanghaiDay, standingOn } from '@icp/domain'
import { useRuleData } from '@icp/filing-views'
import { LabelledRadios, LabelledSelect, useSay } from '@icp/ui'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { EntryFields } from './EntryFields.js'
import { EntryWindow } from './EntryWindow.js'
import { idOfOther, OtherSources } from './OtherSources.js'
import { entryOf, type TypedEntry, typedEntry } from './typed-entry.js'
import { useDraftOfEntry } from './use-draft-of-entry.js'
import { usePlaceText } from './use-value-text.js'
import { ValueField } from './ValueField.js'

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
  const [start] = useState(() => (change?.entry.of === 'parameter' ? typedEntry(change.entry) : from(province)))
  const draft = useDraftOfEntry(start, change, onDone, (path) => idOfOther(path) ?? `entry-${path.split('.')[0]}`)
  const { typed, put, findings } = draft
  return (
    <EntryWindow title={say(parameter.title)} draft={draft} isDirty={JSON.stringify(typed) !== JSON.stringify(start)} onClose={onClose} onSubmit={() => draft.submit(entryOf(id, typed))}>
      <LabelledSelect
        id="entry-province" label={t('ruleData.place')} required value={typed.province} disabled={Boolean(change)} {...findings.at('province')}
        options={[{ value: '', text: place('') }, ...provinces.map((one) => ({ value: one.code, text: say(one) }))]} onChange={(code) => {
          put({ ...from(code), from: typed.from, to: typed.to, source: typed.source, confirmed: typed.confirmed })
          findings.show([])
        }}
      />
      <LabelledRadios
        id="entry-act" label={t('ruleData.entryAct')} required inline value={typed.act} options={(['set', 'withdraw'] as const).map((value) => ({ value, text: t(`ruleData.acts.${value}`) }))}
        onChange={(value) => put({ act: value === 'withdraw' ? 'withdraw' : 'set' }, 'value')} {...(typed.act === 'withdraw' ? { hint: t('ruleData.withdrawMeans') } : {})}
      />
      {typed.act === 'set' && <ValueField id="entry-value" label={t('ruleData.value')} required shape={parameter.shape} value={typed.value} onChange={(value) => put({ value }, 'value')} {...findings.at('value')} />}
      <EntryFields value={typed} onChange={put} errorOf={findings.at} />
      <OtherSources shape={parameter.shape} value={typed.others} onChange={(others) => put({ others }, 'others')} errorOf={findings.at} />
    </EntryWindow>
  )
}
