import { expect, test } from '@jest/globals'
import { en } from '../locales/en.js'
import { zhCN } from '../locales/zh-CN.js'
import { firstLanguage } from './first-language.js'

test('the language chosen here wins over the browser’s, and Chinese stands in for languages that we lack', () => {
  expect(firstLanguage('en', ['zh-CN'])).toBe('en')
  expect(firstLanguage(null, ['fr-FR', 'en-GB', 'zh-CN'])).toBe('en')
  expect(firstLanguage(null, ['zh-TW'])).toBe('zh-CN')
  expect(firstLanguage('xx', ['fr'])).toBe('zh-CN')
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
