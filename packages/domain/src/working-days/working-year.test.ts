import { expect, test } from '@jest/globals'
import { addWorkingDays, isPublished, isWorkingDay, statutoryCalendar } from './working-calendar.js'
import { withYears, workingYearFaults, type WorkingYear } from './working-year.js'

/** Made up: nobody knows that year's notice yet. */
const year: WorkingYear = {
  year: 2027, source: '示例通知', makeUpDays: ['2027-01-31'],
  holidays: ['2027-01-01', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11', '2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'],
}

test('a published year is counted as its notice says, and nothing in it is provisional', () => {
  expect(addWorkingDays('2027-01-25', 20)).toEqual({ day: '2027-02-22', provisional: true })
  const calendar = withYears(statutoryCalendar, [year])
  expect(addWorkingDays('2027-01-25', 20, calendar)).toEqual({ day: '2027-02-26', provisional: false })
  expect([isPublished('2027-06-01', calendar), isWorkingDay('2027-01-31', calendar), isPublished('2028-01-03', calendar)]).toEqual([true, true, false])
})

test('a notice that is changed replaces the year and leaves the others', () => {
  const calendar = withYears(withYears(statutoryCalendar, [year]), [{ ...year, makeUpDays: [], holidays: [...year.holidays, '2027-02-12'] }])
  expect([isWorkingDay('2027-01-31', calendar), isWorkingDay('2027-02-12', calendar), isWorkingDay('2026-02-14', calendar)]).toEqual([false, false, true])
  expect(withYears(statutoryCalendar, [])).toBe(statutoryCalendar)
})

test('a file that is no whole notice of its year is told what is wrong with it', () => {
  expect(workingYearFaults(year)).toEqual([])
  expect(workingYearFaults({ ...year, holidays: [...year.holidays, '2026-12-31', '2027-02-30', '2027-05-01'], makeUpDays: ['2027-02-03'] })).toEqual([
    '2026-12-31 is no day of 2027', '2027-02-30 is no day of 2027', '2027-05-01 is named twice', '2027-02-03 is worked anyway: only a Saturday or Sunday is made up for',
  ])
  expect(workingYearFaults({ ...year, holidays: year.holidays.slice(1) })).toEqual(['2027-01-01 is always off and is missing'])
})
