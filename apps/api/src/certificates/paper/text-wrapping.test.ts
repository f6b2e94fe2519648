import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitted, wrap } from './text-wrapping.js'

/** Chinese characters one em, everything else half an em. */
const measure = (text: string): number => Array.from(text).reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.5), 0)

test('Chinese breaks between any two characters, Latin between words', () => {
  expect(wrap('北京示例科技有限公司', measure, 10, 40)).toEqual(['北京示例', '科技有限', '公司'])
  expect(wrap('Record filing of services', measure, 10, 60)).toEqual(['Record', 'filing of', 'services'])
})

test('a closing mark never begins a line and an opening mark never ends one', () => {
  expect(wrap('示例云计算（北京）有限', measure, 10, 60)).toEqual(['示例云计算', '（北京）有限'])
  expect(wrap('一二三四，五六', measure, 10, 40)).toEqual(['一二三', '四，五六'])
})

test('a domain breaks after its dots, and a label wider than the line is cut', () => {
  expect(wrap('www.example.com.cn', measure, 10, 60)).toEqual(['www.example.', 'com.cn'])
  expect(wrap('abcdefghij', measure, 10, 20)).toEqual(['abcd', 'efgh', 'ij'])
})

test('a blank text gives no line', () => {
  expect(wrap('  \n ', measure, 10, 60)).toEqual([])
})

test('no line is wider than asked, and no character but white space is lost or moved', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 10, max: 200 }), (text, width) => {
    const lines = wrap(text, measure, 10, width)
    expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
    for (const line of lines) expect(measure(line) * 10 <= width || Array.from(line).length === 1).toBe(true)
  }), { seed: 20261126 })
})

test('a long text takes a smaller size, and the smallest is taken whatever the number of lines', () => {
  const steps = [{ size: 20, lines: 1 }, { size: 10, lines: 2 }]
  expect(fitted('一二', measure, 40, steps).size).toBe(20)
  expect(fitted('一二三', measure, 40, steps)).toEqual({ size: 10, lines: ['一二三'] })
  expect(fitted('一'.repeat(20), measure, 40, steps).lines).toHaveLength(5)
})
