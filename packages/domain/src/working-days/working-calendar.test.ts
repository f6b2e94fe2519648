/// <reference types="node" />
import { expect, test } from '@jest/globals'
import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { addDays, addMonths, ageOn, dayNumber, dayOfNumber, isDay, shanghaiDay, weekday } from './day.js'
import { addWorkingDays, daysOf, isPublished, isWorkingDay, statutoryCalendar, workingDaysBetween } from './working-calendar.js'

const someDay = fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2026-12-31') }).map(dayOfNumber)

test('twenty working days from the eve of the National Day of 2025 end on 4 November', () => {
  expect(addWorkingDays('2025-09-30', 1)).toEqual({ day: '2025-10-09', provisional: false })
  expect(addWorkingDays('2025-09-30', 20)).toEqual({ day: '2025-11-04', provisional: false })
})

test('make-up Sundays are worked', () => {
  expect(isWorkingDay('2024-02-18')).toBe(true)
  expect(isWorkingDay('2025-01-26')).toBe(true)
  expect(isWorkingDay('2025-01-25')).toBe(false)
})

test('a due day in a year without a published calendar is provisional', () => {
  expect(addWorkingDays('2026-12-25', 3).provisional).toBe(false)
  expect(addWorkingDays('2026-12-25', 20).provisional).toBe(true)
  expect(isPublished('2027-01-01')).toBe(false)
})

test('every day of the published years is judged as the package chinese-days judges it', () => {
  for (let day = '2020-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) expect([day, isWorkingDay(day)]).toEqual([day, chineseDays.isWorkday(day)])
})

test('counting between two days undoes adding', () => {
  fc.assert(fc.property(someDay, fc.integer({ min: 0, max: 60 }), (day, n) => {
    expect(workingDaysBetween(day, addWorkingDays(day, n).day)).toBe(n)
    expect(workingDaysBetween(addWorkingDays(day, n).day, day) + n).toBe(0)
  }), { numRuns: 200, seed: 20261126 })
})

test('a calendar given as data is obeyed', () => {
  const calendar = { ...statutoryCalendar, publishedYears: new Set([2027]), holidays: new Set(['2027-01-01']) }
  expect(addWorkingDays('2026-12-31', 1, calendar).day).toBe('2027-01-04')
  expect(addWorkingDays('2027-01-02', 1, calendar)).toEqual({ day: '2027-01-04', provisional: false })
})

test('a meter gets every day with its standing', () => {
  expect(daysOf('2025-09-30', '2025-10-01')).toEqual([
    { day: '2025-09-30', working: true, published: true }, { day: '2025-10-01', working: false, published: true },
  ])
  expect(daysOf('2025-10-02', '2025-10-01')).toEqual([])
})

test('a negative or fractional count is refused', () => {
  expect(() => addWorkingDays('2025-01-01', -1)).toThrow(RangeError)
  expect(() => addWorkingDays('2025-01-01', 1.5)).toThrow(RangeError)
})

test('days are those of the Gregorian calendar', () => {
  fc.assert(fc.property(fc.integer({ min: -200_000, max: 200_000 }), (number) => {
    const day = dayOfNumber(number)
    expect(dayNumber(day)).toBe(number)
    expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
    expect(weekday(day)).toBe(new Date(number * 86_400_000).getUTCDay())
    expect(isDay(day)).toBe(true)
  }), { seed: 20261126 })
  for (const wrong of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-04-31', '2023-1-01', '', 'long-term', '0000-01-01']) expect(isDay(wrong)).toBe(false)
})

test('months are added up to the last day of the month', () => {
  expect(addMonths('2025-11-30', 3)).toBe('2026-02-28')
  expect(addMonths('2025-12-15', 3)).toBe('2026-03-15')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
})

test('an age grows on the birthday', () => {
  expect(ageOn('2000-06-15', '2018-06-14')).toBe(17)
  expect(ageOn('2000-06-15', '2018-06-15')).toBe(18)
})

test('the day in Shanghai begins at 16:00 UTC', () => {
  expect(shanghaiDay('2026-11-23T15:59:59.999Z')).toBe('2026-11-23')
  expect(shanghaiDay('2026-11-23T16:00:00Z')).toBe('2026-11-24')
  expect(shanghaiDay('2026-11-24T00:30:00+08:00')).toBe('2026-11-24')
  expect(() => shanghaiDay('yesterday')).toThrow(RangeError)
})
