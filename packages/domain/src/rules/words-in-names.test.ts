import { expect, test } from '@jest/globals'
import { wordAtStart, wordClaimedIn, wordIn } from './words-in-names.js'

test('a word is found whatever hides it: spaces, case and full-width letters', () => {
  expect(['p2p理财', 'Ｐ２Ｐ 平台', '示例 P 2 P'].map((name) => wordIn(name, ['网贷', 'P2P']))).toEqual(['P2P', 'P2P', 'P2P'])
  expect(wordIn('示例商店', ['网贷', 'P2P'])).toBeUndefined()
  expect(wordIn('', ['网贷'])).toBeUndefined()
})

test('a word at the start is not one in the middle', () => {
  expect(['中国示例', ' 中 国示例', '示例中国'].map((name) => wordAtStart(name, ['中华', '中国']))).toEqual(['中国', '中国', undefined])
})

test.each<[string, string | undefined]>([
  ['销售手工饰品', '销售'],
  ['非常实惠的收费课程', '收费'],
  ['免费阅读，另有收费课程', '收费'],
  ['不涉及论坛，出售旧书', '出售'],
  ['本站不收费', undefined],
  ['不涉及企业、团体、论坛和销 售', undefined],
  ['没有任何收费内容；非企业网站', undefined],
  ['', undefined],
])('of “%s” the word that is claimed is %s', (text, word) => {
  expect(wordClaimedIn(text, ['销售', '收费', '出售', '论坛', '企业', '团体'])).toBe(word)
})
