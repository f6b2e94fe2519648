import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { markMatches, matchesProvider, splitKeywords } from './search.js'

const cloud = { name: '示例阿里山云计算有限公司', nameEn: 'Example Alishan Cloud Computing Co., Ltd.', pinyin: 'shi li a li shan yun ji suan', initials: 'slalsyjs' }
const finds = (typed: string) => matchesProvider(cloud, splitKeywords(typed))

test('keywords are split at any white space, folded in width and case, and kept once', () => {
  expect(splitKeywords(' 阿里　云  CLOUD\tｃｌｏｕｄ\n')).toEqual(['阿里', '云', 'cloud'])
  expect(splitKeywords('　 ')).toEqual([])
})

test('all keywords must occur, in any order', () => {
  expect(finds('阿里 云')).toBe(true)
  expect(finds('云 阿里')).toBe(true)
  expect(finds('阿里 云 示例')).toBe(true)
  expect(finds('阿里 腾')).toBe(false)
})

test('a provider is found by Chinese, Latin, pinyin with and without spaces, and initials', () => {
  for (const typed of ['云计算', 'ALISHAN', 'alishanyun', 'li shan', 'alsy', 'yjs cloud']) expect(finds(typed)).toBe(true)
})

test('signs of query languages are only text', () => {
  for (const typed of ['%', '_', "'", '.*', '\\']) expect(finds(typed)).toBe(false)
  expect(finds('Co.,')).toBe(true)
})

test('no keyword finds nothing', () => expect(finds('  ')).toBe(false))

test('every occurrence is marked and the writing is kept', () => {
  expect(markMatches('云端Cloud云', splitKeywords('云 cloud'))).toEqual([
    { text: '云', marked: true }, { text: '端', marked: false }, { text: 'Cloud云', marked: true },
  ])
  expect(markMatches('ＡＢＣ公司', ['abc'])).toEqual([{ text: 'ＡＢＣ', marked: true }, { text: '公司', marked: false }])
})

test('marked parts joined are the text, whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, typed) => {
    expect(markMatches(text, splitKeywords(typed)).map((part) => part.text).join('')).toBe(text)
  }), { seed: 20261126 })
})
