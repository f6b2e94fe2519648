import type { Bilingual } from '../bilingual.js'
import type { Finding } from '../finding.js'
import { isBlank } from '../rules/faults.js'
import { dayNumber, isDay } from '../working-days/day.js'
import { alwaysOff, daysOfPeriod, holidayNames, isGiven, isWeekend, longestPeriod, statutoryDayCount, statutoryHolidays } from '../working-days/holidays.js'
import { statutoryCalendar } from '../working-days/working-calendar.js'
import { daysOff, restGiven } from '../working-days/working-year.js'
import type { YearEntry } from './entry.js'
import { finding, noSource, validityFindings } from './finding-of-entry.js'

/** Nothing here is counted in a year before the first that is shipped. */
const firstYear = Math.min(...statutoryCalendar.publishedYears)

const isOf = (day: string, year: number): boolean => isDay(day) && Number(day.slice(0, 4)) === year

const yearItself = ({ year }: YearEntry, today: string): Finding[] => {
  const last = Number(today.slice(0, 4)) + 1
  if (year >= firstYear && year <= last) return []
  return [finding('D-11', 'year', { zh: '该年份不能编排。', en: 'The calendar of that year cannot be kept.' }, {
    zh: `请填写 ${firstYear}–${last} 年；国务院办公厅提前约两个月公布下一年安排。`, en: `Enter a year from ${firstYear} to ${last}; the notice of a year comes about two months before it.`,
  })]
}

const dayFault = (path: string, year: number): Finding => finding('D-12', path, { zh: `不是 ${year} 年的日期。`, en: `This is no day of ${year}.` }, { zh: `请填写 ${year} 年的日期。`, en: `Enter a day of ${year}.` })

const periodFindings = ({ year, periods }: YearEntry): Finding[] => periods.flatMap(({ holiday, from, to }, index) => {
  const at = `periods.${index}`
  const findings: Finding[] = []
  if (!holidayNames.some(({ id }) => id === holiday)) findings.push(finding('D-12', `${at}.holiday`, { zh: '尚未选择节日。', en: 'No holiday is chosen.' }, { zh: '请从列表中选择。', en: 'Choose one from the list.' }))
  if (!isOf(from, year)) findings.push(dayFault(`${at}.from`, year))
  if (!isOf(to, year)) findings.push(dayFault(`${at}.to`, year))
  if (!isOf(from, year) || !isOf(to, year)) return findings
  if (to < from) findings.push(finding('D-12', `${at}.to`, { zh: '最后一天早于第一天。', en: 'Its last day is before its first.' }, { zh: '请更正日期。', en: 'Correct the days.' }))
  else if (dayNumber(to) - dayNumber(from) >= longestPeriod) {
    findings.push(finding('D-12', `${at}.to`, { zh: `连续放假超过 ${longestPeriod} 天。`, en: `More than ${longestPeriod} days are off in one piece.` }, { zh: '请核对通知中的日期。', en: 'Compare the days with the notice.' }))
  }
  const clash = periods.findIndex((other, before) => before < index && isOf(other.from, year) && isOf(other.to, year) && other.from <= to && from <= other.to)
  if (clash >= 0) findings.push(finding('D-12', `${at}.from`, { zh: `与第 ${clash + 1} 段放假重叠。`, en: `It overlaps with days off ${clash + 1}.` }, { zh: '每一天只属于一段放假。', en: 'A day belongs to one of them only.' }))
  return findings
})

const makeUpFindings = (entry: YearEntry): Finding[] => {
  const off = new Set(daysOff(entry))
  const fault = (index: number, text: Bilingual, fix: Bilingual) => finding('D-13', `makeUpDays.${index}`, text, fix)
  return entry.makeUpDays.flatMap((day, index) => {
    if (!isOf(day, entry.year)) return [{ ...dayFault(`makeUpDays.${index}`, entry.year), rule: 'D-13' }]
    if (!isWeekend(day)) return [fault(index, { zh: '这一天本来就上班。', en: 'That day is worked anyway.' }, { zh: '补班日只能是星期六或星期日。', en: 'Only a Saturday or a Sunday is made up on.' })]
    if (off.has(day)) return [fault(index, { zh: '这一天已列为放假。', en: 'That day is off by this notice.' }, { zh: '请更正补班日或放假日期。', en: 'Correct this day or the days off.' })]
    if (entry.makeUpDays.indexOf(day) < index) return [fault(index, { zh: '补班日重复。', en: 'This day is there twice.' }, { zh: '请删除重复的日期。', en: 'Remove one of them.' })]
    return []
  })
}

/** By so much a notice may differ from what the law gives: in 2020 days were added when it had been published. */
const mostBeyond = 3

/** What a notice lacks as a whole, once each of its days is in order. */
const wholeFindings = (entry: YearEntry): Finding[] => {
  const { year, periods } = entry
  const compare = { zh: '请与通知逐项核对。', en: 'Compare it with the notice.' }
  const lacking = statutoryHolidays.filter(({ id }) => !isGiven(id, periods))
  const off = new Set(periods.flatMap(daysOfPeriod))
  const missing = alwaysOff(year).filter((day) => !off.has(day))
  if (lacking.length > 0) {
    return [finding('D-14', 'periods', { zh: `缺少${lacking.map(({ zh }) => zh).join('、')}的放假安排。`, en: `Not given, or not at its time of the year: ${lacking.map(({ en }) => en).join(', ')}.` }, compare)]
  }
  if (missing.length > 0) return [finding('D-14', 'periods', { zh: `${missing.join('、')} 每年都放假，未列入。`, en: `Off in every year and not given: ${missing.join(', ')}.` }, compare)]
  const [given, lawful] = [restGiven(entry), statutoryDayCount(year)]
  if (Math.abs(given - lawful) <= mostBeyond) return []
  return [finding('D-15', 'makeUpDays', {
    zh: `放假的工作日减去补班日为 ${given} 天，法定节假日为 ${lawful} 天，相差过大。`, en: `Weekdays off less make-up days are ${given}; the law gives ${lawful}, which is too far apart.`,
  }, compare)]
}

/** What stands against publishing the calendar of a year. */
export const yearFindings = (entry: YearEntry, today: string): Finding[] => {
  const outside = yearItself(entry, today)
  const days = outside.length > 0 ? outside : [...periodFindings(entry), ...makeUpFindings(entry)]
  return [
    ...days, ...(days.length > 0 ? [] : wholeFindings(entry)), ...validityFindings({ from: entry.from, to: '' }, today),
    ...(entry.to === '' ? [] : [finding('D-05', 'to', { zh: '年度安排不设截止日期。', en: 'The calendar of a year has no end of its own.' }, { zh: '安排有变的，请另行发布该年份。', en: 'Publish the year again when its notice is changed.' })]),
    ...(isBlank(entry.source) ? [noSource('source')] : []),
  ]
}
