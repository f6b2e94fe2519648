import { expect, test } from '@jest/globals'
import { wordAtStart, wordIn } from './words-in-names.js'

test('a word is found whatever hides it: spaces, case and full-width letters', () => {
  expect(['p2p理财', 'Ｐ２Ｐ 平台', '示例 P 2 P'].map((name) => wordIn(name, ['网贷', 'P2P']))).toEqual(['P2P', 'P2P', 'P2P'])
  expect(wordIn('示例商店', ['网贷', 'P2P'])).toBeUndefined()
  expect(wordIn('', ['网贷'])).toBeUndefined()
})

test('a word at the start is not one in the middle', () => {
  expect(['中国示例', ' 中 国示例', '示例中国'].map((name) => wordAtStart(name, ['中华', '中国']))).toEqual(['中国', '中国', undefined])
})
