import { expect, test } from '@jest/globals'
import { freeTexts } from './cast/free-texts.js'
import { isNeverShown, markedAs, markedIn } from './cast/marked-places.js'

const marked = new Set<string>(Object.values(markedIn).flat())

test('every text that a request may carry is tried with markup by drill F24, or is said to be shown nowhere', () => {
  const texts = freeTexts().map(markedAs)
  expect(texts.length).toBeGreaterThan(100)
  expect(texts.filter((place) => !marked.has(place) && !isNeverShown(place))).toEqual([])
})

test('what drill F24 says it tries is there to be tried', () => {
  const texts = new Set(freeTexts())
  expect([...marked].filter((place) => !texts.has(place))).toEqual([])
})
