import type { RuleChange } from '@icp/contract'
import { type CodeEntry, type CodeTableId, codeTableOf, shanghaiDay, type StandingCode } from '@icp/domain'
import { LabelledRadios, LabelledText, useSay } from '@icp/ui'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { EntryFields } from './EntryFields.js'
import { EntryWindow } from './EntryWindow.js'
import { useDraftOfEntry } from './use-draft-of-entry.js'

interface CodeWindowProps {
  readonly table: CodeTableId
  /** What stands for the code; left out: a code is added. */
  readonly standing?: StandingCode
  /** A draft that is there. */
  readonly change?: RuleChange
  readonly onClose: () => void
  readonly onDone: (change: RuleChange) => void
}

const startOf = (table: CodeTableId, standing: StandingCode | undefined, change: RuleChange | undefined): CodeEntry => {
  if (change?.entry.of === 'code') return change.entry
  const { row: { id, zh, en }, offered } = standing ?? { row: { id: '', zh: '', en: '' }, offered: true }
  return { of: 'code', id: table, code: id, zh, en, offered, from: shanghaiDay(new Date().toISOString()), to: '', source: '', confirmed: false }
}

/** A code's name in both languages, and whether forms offer it. */
export function CodeWindow({ table, standing, change, onClose, onDone }: CodeWindowProps) {
  const t = useConsoleText()
  const say = useSay()
  const [start] = useState(() => startOf(table, standing, change))
  const draft = useDraftOfEntry(start, change, onDone, (path) => `entry-${path}`)
  const { typed, put, findings } = draft
  const isNew = !standing && !change
  return (
    <EntryWindow title={say(codeTableOf(table).title)} draft={draft} isDirty={JSON.stringify(typed) !== JSON.stringify(start)} onClose={onClose} onSubmit={() => draft.submit(typed)}>
      <LabelledText id="entry-code" label={t('ruleData.codes.code')} required disabled={!isNew} hint={t('ruleData.codes.codeHint')} maxLength={40} characters={16} spellCheck={false} autoComplete="off" value={typed.code} onChange={(code) => put({ code }, 'code')} {...findings.at('code')} />
      <LabelledText id="entry-zh" label={t('ruleData.codes.zh')} required maxLength={60} lang="zh-CN" value={typed.zh} onChange={(zh) => put({ zh }, 'zh')} {...findings.at('zh')} />
      <LabelledText id="entry-en" label={t('ruleData.codes.en')} required maxLength={120} lang="en" value={typed.en} onChange={(en) => put({ en }, 'en')} {...findings.at('en')} />
      <LabelledRadios
        id="entry-offered" label={t('ruleData.codes.state')} required hint={t('ruleData.codes.retiredMeans')} value={typed.offered ? 'offered' : 'retired'}
        options={(['offered', 'retired'] as const).map((value) => ({ value, text: t(`ruleData.codes.${value}`) }))} onChange={(value) => put({ offered: value === 'offered' })}
      />
      <EntryFields value={typed} onChange={put} errorOf={findings.at} />
    </EntryWindow>
  )
}
