import { describe, expect, test } from '@jest/globals'
import { calendarOn, standingYear, yearsShown } from '../rule-data/years-in-force.js'
import { entryOfNotice, YearNotice } from '../rule-data/year-notice.js'
import { entryFindings } from '../rule-data/entry-findings.js'
import { keyOfEntry, RuleEntry, type RuleData, shippedRuleData, withPublished, type YearEntry } from '../rule-data/entry.js'
import { standingEntry } from '../rule-data/standing-entry.js'
import { nextYear } from './next-year.fixture.js'
import { periodsOf, statutoryDayCount } from './holidays.js'
import { addWorkingDays, isPublished, isWorkingDay, statutoryCalendar } from './working-calendar.js'
import { daysOff, restGiven, shippedYear, workingDayCount } from './working-year.js'

const today = '2026-11-26'
const entry = (given: Partial<YearEntry> = {}): YearEntry => ({ ...nextYear, ...given })
const published = (...entries: Partial<YearEntry>[]): RuleData => withPublished(shippedRuleData, entries.map((given, index) => ({ version: index + 1, entry: entry(given) })))
const [newYear, ...laterPeriods] = nextYear.periods

describe('the calendar of a year', () => {
  test('counts as its notice says once that is published, and nothing in it is provisional', () => {
    expect(addWorkingDays('2027-01-25', 20, calendarOn(shippedRuleData, today))).toEqual({ day: '2027-02-22', provisional: true })
    const calendar = calendarOn(published({}), today)
    expect(addWorkingDays('2027-01-25', 20, calendar)).toEqual({ day: '2027-02-26', provisional: false })
    expect([isPublished('2027-06-01', calendar), isWorkingDay('2027-01-31', calendar), isPublished('2028-01-03', calendar)]).toEqual([true, true, false])
    expect(workingDayCount(2027, calendar)).toBe(248)
  })

  test('counts from the day on which it is to apply, and a notice that is changed replaces the year and leaves the others', () => {
    const data = published({}, { makeUpDays: nextYear.makeUpDays.slice(1), from: '2026-12-10' })
    const worked = (day: string) => isWorkingDay('2027-01-31', calendarOn(data, day))
    expect([worked('2026-11-25'), worked(today), worked('2026-12-09'), worked('2026-12-10')]).toEqual([false, true, true, false])
    expect(isWorkingDay('2026-02-14', calendarOn(data, '2026-12-10'))).toBe(true)
    expect(calendarOn(data, today)).toBe(calendarOn(data, today))
    expect(calendarOn(shippedRuleData, today)).toBe(statutoryCalendar)
  })

  test('of two of one day the one published later counts, and a later day prevails over a later number', () => {
    expect(standingYear(published({ source: '甲' }, { source: '乙' }), 2027, today)).toMatchObject({ version: 2, entry: { source: '乙' } })
    expect(standingYear(published({ source: '甲', from: '2026-12-01' }, { source: '乙' }), 2027, '2026-12-01')).toMatchObject({ version: 1, entry: { source: '甲' } })
  })

  test('may be published over a year that is shipped, which stands until then', () => {
    const changed = published({ ...shippedYear(2026)!, makeUpDays: shippedYear(2026)!.makeUpDays.slice(0, -1), periods: [...shippedYear(2026)!.periods] })
    expect([isWorkingDay('2026-10-10', calendarOn(shippedRuleData, today)), isWorkingDay('2026-10-10', calendarOn(changed, today))]).toEqual([true, false])
    expect(standingEntry(shippedRuleData, entry({ year: 2026 }), today)).toMatchObject({ year: 2026, confirmed: false, source: '国务院办公厅关于2026年部分节假日安排的通知' })
    expect([standingYear(shippedRuleData, 2027, today), keyOfEntry(entry())]).toEqual([undefined, 'year/working-days/2027'])
  })

  test('the list runs from the first shipped year to the next one, and on to what was published', () => {
    expect(yearsShown(shippedRuleData, today)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027])
    expect(yearsShown(published({ year: 2029 }), today).slice(-3)).toEqual([2027, 2028, 2029])
  })
})

describe('a shipped year', () => {
  test.each([...statutoryCalendar.publishedYears])('%s is whole by the checks that an operator’s is held to', (year) => {
    const { periods, makeUpDays } = shippedYear(year)!
    expect(entryFindings(entry({ year, periods: [...periods], makeUpDays: [...makeUpDays] }), today)).toEqual([])
    expect(new Set(daysOff({ periods }))).toEqual(new Set([...statutoryCalendar.holidays].filter((day) => day.startsWith(String(year)))))
    // In 2020 the Spring Festival was prolonged, without days to make up for it.
    expect(restGiven({ year, periods, makeUpDays }) - statutoryDayCount(year)).toBe(year === 2020 ? 2 : 0)
  })

  test('has its holidays by name, also where two fall together or one begins in the year before', () => {
    const named = (year: number) => shippedYear(year)!.periods.map(({ holiday }) => holiday)
    expect(named(2026)).toEqual(['new-year', 'spring-festival', 'qingming', 'labour-day', 'dragon-boat', 'mid-autumn', 'national-day'])
    expect(named(2025)).toEqual(['new-year', 'spring-festival', 'qingming', 'labour-day', 'dragon-boat', 'national-day-mid-autumn'])
    expect([named(2022).at(-1), periodsOf(['2027-08-03'])]).toEqual(['new-year', [{ holiday: 'other', from: '2027-08-03', to: '2027-08-03' }]])
  })
})

describe('a year that is to be published', () => {
  const spring = { ...laterPeriods[0]! }
  test.each<[string, Partial<YearEntry>, string[]]>([
    ['is in order', {}, []],
    ['is one whose notice can be there', { year: 2028 }, ['D-11 year']],
    ['is none from before the first', { year: 2019 }, ['D-11 year']],
    ['has days of that year', { periods: [{ ...newYear!, from: '2026-12-31' }, ...laterPeriods] }, ['D-12 periods.0.from']],
    ['has days that exist', { periods: [{ ...newYear!, to: '2027-02-30' }, ...laterPeriods], makeUpDays: [''] }, ['D-12 periods.0.to', 'D-13 makeUpDays.0']],
    ['names each holiday', { periods: [{ ...newYear!, holiday: '' }, ...laterPeriods] }, ['D-12 periods.0.holiday']],
    ['ends no days off before they begin', { periods: [...nextYear.periods, { holiday: 'other', from: '2027-08-04', to: '2027-08-03' }] }, ['D-12 periods.7.to']],
    ['has no month off', { periods: [...nextYear.periods, { holiday: 'other', from: '2027-08-01', to: '2027-08-31' }] }, ['D-12 periods.7.to']],
    ['has no day in two holidays', { periods: [...nextYear.periods, { ...spring, from: spring.to, to: '2027-02-13' }] }, ['D-12 periods.7.from']],
    ['makes up on weekends only', { makeUpDays: [...nextYear.makeUpDays, '2027-02-03'] }, ['D-13 makeUpDays.4']],
    ['makes up on no day off', { makeUpDays: [...nextYear.makeUpDays, spring.from.replace('02-05', '02-06')] }, ['D-13 makeUpDays.4']],
    ['makes up once on a day', { makeUpDays: [...nextYear.makeUpDays, nextYear.makeUpDays[0]!] }, ['D-13 makeUpDays.4']],
    ['has every statutory holiday', { periods: laterPeriods.slice(1) }, ['D-14 periods']],
    ['has each at its time of the year', { periods: [newYear!, { ...spring, from: '2027-03-05', to: '2027-03-11' }, ...laterPeriods.slice(1)] }, ['D-14 periods']],
    ['has the dates that are always off', { periods: nextYear.periods.map((period) => (period.holiday === 'national-day' ? { ...period, from: '2027-10-02' } : period)) }, ['D-14 periods']],
    ['gives about as much rest as the law', { makeUpDays: [] }, ['D-15 makeUpDays']],
    ['begins today or later', { from: '2026-11-25' }, ['D-04 from']],
    ['has no end of its own', { to: '2027-12-31' }, ['D-05 to']],
    ['has a source', { source: ' ' }, ['D-06 source']],
  ])('%s', (_, given, expected) => {
    const findings = entryFindings(entry(given), today)
    expect(findings.map(({ rule, path }) => `${rule} ${path}`)).toEqual(expected)
    for (const { text, fix } of findings) expect([text.zh, text.en, fix.zh, fix.en]).not.toContain('')
  })

  test('a period without end of its days is not counted out, whatever is sent', () => {
    const sent = RuleEntry.parse(entry({ periods: [{ holiday: 'other', from: '2027-01-01', to: '9999-99-99' }] }))
    expect(sent.of === 'year' && daysOff(sent).length).toBe(16)
  })
})

test('a file of plain days becomes the same notice', () => {
  const notice = YearNotice.parse({ year: 2027, source: nextYear.source, holidays: daysOff(nextYear).toReversed(), makeUpDays: nextYear.makeUpDays.toReversed() })
  expect(entryOfNotice(notice, today)).toEqual(nextYear)
  expect(YearNotice.safeParse({ ...notice, holidays: ['2027-02-30'] }).success).toBe(false)
})
