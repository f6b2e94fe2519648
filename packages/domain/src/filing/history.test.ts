import { expect, test } from '@jest/globals'
import { filingActions } from './actions.js'
import { HistoryAction, historyWord } from './history.js'

test('every line of a history has a word in both languages, a step of the life cycle that of its button', () => {
  for (const action of HistoryAction.options) expect(historyWord(action)).toEqual({ zh: expect.stringMatching(/./), en: expect.stringMatching(/./) })
  expect(historyWord('pass')).toBe(filingActions.pass.word)
  expect([historyWord('create').en, historyWord('put-paper').en, historyWord('take-paper-away').en]).toEqual(['Draft started', 'Added or replaced a paper', 'Took a paper away'])
})
