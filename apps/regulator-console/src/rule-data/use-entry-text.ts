import { cityOf, codeTableOf, daysOff, isCityCode, isCodeTableId, isParameterId, parameterOf, type RuleEntry, statutoryCalendar, withYears, workingDayCount } from '@icp/domain'
import { useFormat, useSay } from '@icp/ui'
import { parameterPath, paths } from '../paths.js'
import { useConsoleText } from '../text.js'
import { usePlaceText, useValueText } from './use-value-text.js'

interface EntryText {
  readonly title: string
  /** The province or the code that it is about. */
  readonly place: string
  readonly value: string
  /** The page of what it changes. */
  readonly page: { readonly to: string; readonly search: never }
}

const page = (to: string, search: Readonly<Record<string, string | number>> = {}) => ({ to, search: search as never })

/** An entry in the words of the page. */
export function useEntryText(): (entry: RuleEntry) => EntryText {
  const t = useConsoleText()
  const say = useSay()
  const format = useFormat()
  const text = useValueText()
  const place = usePlaceText()
  return (entry) => {
    if (entry.of === 'code') {
      const { id, code, zh, en, offered } = entry
      const value = format.aside(`${zh} · ${en}`, t(offered ? 'ruleData.codes.offered' : 'ruleData.codes.retired'))
      return { title: isCodeTableId(id) ? say(codeTableOf(id).title) : id, place: t('ruleData.codes.numbered', { code }), value, page: page(paths.codeTables, { table: id }) }
    }
    if (entry.of === 'division') {
      const { code, zh, en, exists, successors } = entry
      const name = say({ zh, en: `${en} (${zh})` })
      const to = successors.map((one) => say(one)).join(t('ruleData.divisions.and'))
      const place = t('ruleData.codes.numbered', { code })
      const value = exists ? format.aside(name, t('ruleData.divisions.exists')) : t('ruleData.divisions.endedTo', { name, to })
      return { title: t('ruleData.divisions.title'), place, value, page: page(paths.codeTables, { table: 'divisions', province: `${code.slice(0, 2)}0000`, city: isCityCode(code) ? '' : cityOf(code) }) }
    }
    if (entry.of === 'year') {
      const { year } = entry
      const value = t('ruleData.years.value', {
        off: format.number(daysOff(entry).length), makeUp: format.number(entry.makeUpDays.length), working: format.number(workingDayCount(year, withYears(statutoryCalendar, [entry]))),
      })
      return { title: t('ruleData.years.title'), place: t('ruleData.years.ofYear', { year }), value, page: page(paths.workingDays, { year }) }
    }
    const { id, province, value } = entry
    return isParameterId(id)
      ? { title: say(parameterOf(id).title), place: place(province), value: text(id, value), page: page(parameterPath(id)) }
      : { title: id, place: place(province), value: '', page: page(paths.ruleData) }
  }
}
