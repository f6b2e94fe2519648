import { expect, test } from '@jest/globals'
import { dayInProse, durationInWords, instantInDigits, instantInProse } from './format.js'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('days and instants are told in China’s time, in both languages', () => {
  expect(dayInProse('2026-11-23', 'zh')).toBe('2026年11月23日')
  expect(dayInProse('2026-11-23', 'en')).toBe('23 Nov 2026')
  expect(instantInProse('2026-11-23T16:02:00.000Z', 'zh')).toBe('2026年11月24日 00:02')
  expect(instantInProse('2026-11-23T16:02:00.000Z', 'en')).toBe('24 Nov 2026, 00:02')
  expect(instantInDigits('2026-11-23T06:02:59.000Z')).toBe('2026-11-23 14:02')
})

test('a day without a time stays the day that it names', () => {
  expect(dayInProse('2026-01-01', 'en')).toBe('1 Jan 2026')
  expect(dayInProse('2026-12-31', 'en')).toBe('31 Dec 2026')
})

test.each([
  [10, '1 分钟', '1 min'],
  [59 * minute, '59 分钟', '59 min'],
  [hour, '1 小时', '1 h'],
  [2 * hour + 5 * minute, '2 小时 5 分钟', '2 h 5 min'],
  [day, '1 天', '1 day'],
  [2 * day + 3 * hour + 20 * minute, '2 天 3 小时', '2 days 3 h'],
])('%d ms last %s, %s', (milliseconds, zh, en) => {
  expect(durationInWords(milliseconds, 'zh')).toBe(zh)
  expect(durationInWords(milliseconds, 'en')).toBe(en)
})
