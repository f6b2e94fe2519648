import { expect, test } from '@jest/globals'
import { formatIn } from './format.js'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

test('dates are China’s, in prose and in consoles', () => {
  const evening = '2026-11-22T18:02:59.000Z'
  expect(formatIn('zh-CN').day(evening)).toBe('2026年11月23日')
  expect(formatIn('en').day(evening)).toBe('23 Nov 2026')
  expect(formatIn('en').dateTime(evening)).toBe('2026-11-23 02:02')
  expect(formatIn('zh-CN').dateTime(evening)).toBe('2026-11-23 02:02')
  expect(formatIn('en').dayAndTime(evening)).toBe('23 Nov 2026, 02:02')
  expect(formatIn('zh-CN').dayAndTime(evening)).toBe('2026年11月23日 02:02')
  expect(formatIn('zh-CN').time(evening)).toBe('02:02')
})

test('a day without a time stays the day that it names', () => {
  expect(formatIn('zh-CN').isoDay('2026-11-23')).toBe('2026-11-23')
  expect(formatIn('en').day('2026-01-01')).toBe('1 Jan 2026')
  expect(formatIn('zh-CN').day('2026-12-31')).toBe('2026年12月31日')
})

test('words, sentences and names with what they name are joined as each language does', () => {
  const [zh, en] = [formatIn('zh-CN'), formatIn('en')]
  expect([zh.list(['甲', '乙']), en.list(['A', 'B']), en.list([])]).toEqual(['甲、乙', 'A, B', ''])
  expect([zh.sentences('错了。', '请改正。'), en.sentences('Wrong.', '', 'Mend it.')]).toEqual(['错了。请改正。', 'Wrong. Mend it.'])
  expect([zh.aside('审核', '第 2 轮'), en.aside('Review', 'round 2')]).toEqual(['审核（第 2 轮）', 'Review (round 2)'])
  expect([zh.labelled('理由', '写错'), en.labelled('Reason', 'wrong')]).toEqual(['理由：写错', 'Reason: wrong'])
})

test('a wait is told in minutes and seconds', () => {
  expect([59, 60, 90].map(formatIn('en').duration)).toEqual(['59 s', '1 min', '1 min 30 s'])
  expect([59, 60, 90].map(formatIn('zh-CN').duration)).toEqual(['59 秒', '1 分钟', '1 分 30 秒'])
})

test.each([
  [10, '1 分钟', '1 min'],
  [59 * minute, '59 分钟', '59 min'],
  [hour, '1 小时', '1 h'],
  [2 * hour + 5 * minute, '2 小时 5 分钟', '2 h 5 min'],
  [day, '1 天', '1 day'],
  [2 * day + 3 * hour + 20 * minute, '2 天 3 小时', '2 days 3 h'],
])('%d ms last %s, %s', (milliseconds, zh, en) => {
  expect(formatIn('zh-CN').span(milliseconds)).toBe(zh)
  expect(formatIn('en').span(milliseconds)).toBe(en)
})
