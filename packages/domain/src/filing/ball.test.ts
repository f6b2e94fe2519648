import { expect, test } from '@jest/globals'
import { ballTexts } from './ball.js'
import { FilingStatus, statusFaces } from './status.js'

const onlookers = ['owner', 'provider', 'reviewer', 'responsible-person'] as const

test.each(FilingStatus.options)('“%s” says to everyone what it means, who acts, until when and what if nobody does, in both languages', (status) => {
  for (const onlooker of onlookers) {
    const text = ballTexts[status][onlooker]
    for (const part of ['meaning', 'whoActs', 'untilWhen', 'ifNobodyActs'] as const) {
      expect([onlooker, part, text[part].zh.length > 0]).toEqual([onlooker, part, true])
      expect(text[part].en).toMatch(/^[A-Z]/)
      expect(text[part].zh).toMatch(/\p{Script=Han}/u)
    }
  }
})

test('nobody has a text for a status or an onlooker that does not exist', () => {
  expect(Object.keys(ballTexts).sort()).toEqual([...FilingStatus.options].sort())
  for (const texts of Object.values(ballTexts)) expect(Object.keys(texts).sort()).toEqual([...onlookers].sort())
})

test('who holds the ball reads that it is their turn', () => {
  for (const status of FilingStatus.options) {
    const { holder } = statusFaces[status]
    if (holder === 'nobody') continue
    expect([status, ballTexts[status][holder].whoActs.en]).toEqual([status, expect.stringMatching(/^You/)])
  }
})
