import { expect, test } from '@jest/globals'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { firstLanguage } from './first-language.js'
import { formatIn } from './format.js'

test('the language chosen here wins over the browser’s, and Chinese stands in for languages that we lack', () => {
  expect(firstLanguage('en', ['zh-CN'])).toBe('en')
  expect(firstLanguage(null, ['fr-FR', 'en-GB', 'zh-CN'])).toBe('en')
  expect(firstLanguage(null, ['zh-TW'])).toBe('zh-CN')
  expect(firstLanguage('xx', ['fr'])).toBe('zh-CN')
})

test('dates are China’s, in prose and in consoles', () => {
  const evening = '2026-11-22T18:02:00.000Z'
  expect(formatIn('zh-CN').day(evening)).toBe('2026年11月23日')
  expect(formatIn('en').day(evening)).toBe('23 Nov 2026')
  expect(formatIn('en').dateTime(evening)).toBe('2026-11-23 02:02')
  expect(formatIn('zh-CN').dateTime(evening)).toBe('2026-11-23 02:02')
  expect(formatIn('en').dayAndTime(evening)).toBe('23 Nov 2026, 02:02')
  expect(formatIn('zh-CN').isoDay('2026-11-23')).toBe('2026-11-23')
  expect(formatIn('zh-CN').time(evening)).toBe('02:02')
})

test('a duration is told in minutes and seconds', () => {
  expect([59, 60, 90].map(formatIn('en').duration)).toEqual(['59 s', '1 min', '1 min 30 s'])
  expect(formatIn('zh-CN').duration(90)).toBe('1 分 30 秒')
})

const blanks = (texts: object, at = ''): string[] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? (value.trim() ? [] : [`${at}${key}`]) : blanks(value as object, `${at}${key}.`)))
const slots = (texts: object): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string'
    ? [[key, (value.match(/\{\{\w+\}\}/g) ?? []).sort().join()]]
    : Object.entries(slots(value as object)).map(([below, found]) => [`${key}.${below}`, found]))))

test('no text is empty, and both languages fill in the same values', () => {
  expect(blanks(zhCN)).toEqual([])
  expect(blanks(en)).toEqual([])
  expect(slots(en)).toEqual(slots(zhCN))
})
