import type { RuleChange } from '@icp/contract'
import { isDay, type RuleData, restGiven, shanghaiDay, standingYear, statutoryCalendar, statutoryDayCount, statutoryHolidays, withYears, workingDayCount, type YearEntry } from '@icp/domain'
import { useRuleData } from '@icp/filing-views'
import { Banner, useFormat } from '@icp/ui'
import { useState } from 'react'
import { useConsoleText } from '../text.js'
import { EntryFields } from './EntryFields.js'
import { EntryWindow } from './EntryWindow.js'
import { useDraftOfEntry } from './use-draft-of-entry.js'
import { idOfYearPath, MakeUpRows, PeriodRows } from './YearRows.js'

interface YearWindowProps {
  readonly year: number
  /** A draft that is there. */
  readonly change?: RuleChange
  readonly onClose: () => void
  readonly onDone: (change: RuleChange) => void
}

/** What stands of the year, to be changed; of a year that nobody has entered, its holidays without days. */
const startOf = (year: number, data: RuleData, today: string): YearEntry => {
  const standing = standingYear(data, year, today)?.entry
  return {
    of: 'year', id: 'working-days', year, periods: standing?.periods ?? statutoryHolidays.map(({ id }) => ({ holiday: id, from: '', to: '' })), makeUpDays: standing?.makeUpDays ?? [],
    from: today, to: '', source: '', confirmed: false,
  }
}

/** The notice of a year as it is typed: days off under their holidays, and the weekends that are worked for them. */
export function YearWindow({ year, change, onClose, onDone }: YearWindowProps) {
  const t = useConsoleText()
  const data = useRuleData()
  const [start] = useState(() => (change?.entry.of === 'year' ? change.entry : startOf(year, data, shanghaiDay(new Date().toISOString()))))
  const draft = useDraftOfEntry(start, change, onDone, (path) => idOfYearPath(path) ?? `entry-${path}`)
  const { typed, put, findings } = draft
  return (
    <EntryWindow title={t('ruleData.years.titleOf', { year })} draft={draft} isDirty={JSON.stringify(typed) !== JSON.stringify(start)} onClose={onClose} onSubmit={() => draft.submit({ ...typed, source: typed.source.trim() })}>
      <PeriodRows value={typed.periods} onChange={(periods, ...touched) => put({ periods }, 'periods', ...touched)} errorOf={findings.at} />
      <MakeUpRows value={typed.makeUpDays} onChange={(makeUpDays, ...touched) => put({ makeUpDays }, 'makeUpDays', ...touched)} errorOf={findings.at} />
      <Sum entry={typed} />
      <EntryFields value={typed} withoutEnd onChange={put} errorOf={findings.at} />
    </EntryWindow>
  )
}

/** What the notice comes to, beside what the law gives; once all its days are there. */
function Sum({ entry }: { readonly entry: YearEntry }) {
  const t = useConsoleText()
  const format = useFormat()
  if (![...entry.periods.flatMap(({ from, to }) => [from, to]), ...entry.makeUpDays].every(isDay)) return null
  const [given, lawful] = [restGiven(entry), statutoryDayCount(entry.year)]
  const words = { working: format.number(workingDayCount(entry.year, withYears(statutoryCalendar, [entry]))), given: format.number(given), lawful: format.number(lawful) }
  return <Banner tone={given === lawful ? 'good' : 'warn'}>{t(given === lawful ? 'ruleData.years.sum' : 'ruleData.years.sumDiffers', words)}</Banner>
}
