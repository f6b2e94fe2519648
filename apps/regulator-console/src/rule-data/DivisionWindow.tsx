import type { RuleChange } from '@icp/contract'
import { shanghaiDay } from '@icp/domain'
import type { StandingDivision } from '@icp/domain/divisions'
import { newestRuleData, useDivisionModule, useDivisions } from '@icp/filing-views'
import { LabelledRadios, LabelledText, useSay } from '@icp/ui'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { newDivisionEntry, parentOf, standingDivisionEntry } from './division-entry.js'
import { EntryFields } from './EntryFields.js'
import { EntryWindow } from './EntryWindow.js'
import { idOfSuccessor, SuccessorRows } from './SuccessorRows.js'
import { useDraftOfEntry } from './use-draft-of-entry.js'

interface DivisionWindowProps {
  /** The province or the city that it lies in. */
  readonly parent: string
  /** What stands of it; left out: a division is added. */
  readonly standing?: StandingDivision
  /** A draft that is there. */
  readonly change?: RuleChange
  readonly onClose: () => void
  readonly onDone: (change: RuleChange) => void
}

/** A city's or county's names, and whether it exists from a day on or has ended and where to. */
export function DivisionWindow({ parent, standing, change, onClose, onDone }: DivisionWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const divisions = useDivisionModule()
  const table = useDivisions()
  const [start] = useState(() => {
    if (change?.entry.of === 'division') return change.entry
    const today = shanghaiDay(new Date().toISOString())
    return standingDivisionEntry(standing, today) ?? newDivisionEntry(parent, today)
  })
  const draft = useDraftOfEntry(start, change, onDone, (path) => idOfSuccessor(path) ?? `entry-${path}`)
  const { typed, put, findings } = draft
  const isNew = !standing && !change
  const above = table?.divisionName(change ? parentOf(start.code) : parent)
  const submit = () => {
    const entry = { ...typed, code: typed.code.trim(), successors: typed.exists ? [] : typed.successors.filter(({ code }) => code !== '') }
    draft.submit(entry, divisions?.divisionEntryFindings(entry, newestRuleData()))
  }
  return (
    <EntryWindow title={above ? t('ruleData.divisions.in', { place: say(above) }) : t('ruleData.divisions.title')} draft={draft} isDirty={JSON.stringify(typed) !== JSON.stringify(start)} onClose={onClose} onSubmit={submit}>
      <LabelledText id="entry-code" label={t('ruleData.codes.code')} required disabled={!isNew} hint={t('ruleData.divisions.codeHint')} maxLength={6} characters={8} inputMode="numeric" spellCheck={false} autoComplete="off" value={typed.code} onChange={(code) => put({ code }, 'code')} {...findings.at('code')} />
      <LabelledText id="entry-zh" label={t('ruleData.codes.zh')} required maxLength={30} lang="zh-CN" value={typed.zh} onChange={(zh) => put({ zh }, 'zh')} {...findings.at('zh')} />
      <LabelledText id="entry-en" label={t('ruleData.divisions.letters')} required hint={t('ruleData.divisions.lettersHint')} maxLength={80} lang="en" value={typed.en} onChange={(en) => put({ en }, 'en')} {...findings.at('en')} />
      <LabelledRadios
        id="entry-exists" label={t('ruleData.codes.state')} required hint={t('ruleData.divisions.endedMeans')} value={typed.exists ? 'exists' : 'ended'} {...findings.at('exists')}
        options={(['exists', 'ended'] as const).map((value) => ({ value, text: t(`ruleData.divisions.${value}`) }))} onChange={(value) => put({ exists: value === 'exists' }, 'exists', 'successors')}
      />
      {!typed.exists && <SuccessorRows code={typed.code} value={typed.successors} onChange={(successors, ...touched) => put({ successors }, 'successors', ...touched)} errorOf={findings.at} />}
      <EntryFields value={typed} withoutEnd onChange={put} errorOf={findings.at} />
    </EntryWindow>
  )
}
