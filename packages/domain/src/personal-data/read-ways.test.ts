import { expect, test } from '@jest/globals'
import { ReadWay, readWayLabel } from './read-ways.js'

test('every way of reading is told in words of its own, in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const words = ReadWay.options.map((way) => readWayLabel(way)[language])
    expect(new Set(words).size).toBe(ReadWay.options.length)
    expect(words.filter((word) => word.length < 3)).toEqual([])
  }
})
