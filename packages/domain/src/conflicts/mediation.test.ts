import { expect, test } from '@jest/globals'
import { mediatedRules, mediationAnswered, mediationAsked, MediationOutcome, mediationOutcomeWords, mediationTold } from './mediation.js'

test('what an administration can settle is a domain that is filed or on its way, and a subject that is filed', () => {
  expect(mediatedRules).toEqual(['X-01', 'X-02', 'X-03'])
})

test.each(MediationOutcome.options)('the owner who asked reads of “%s” what follows and what the administration says, in both languages', (outcome) => {
  const { text } = mediationAnswered('example.com', outcome, '请补正')
  expect(text.zh).toBe(`关于域名 example.com：${mediationOutcomeWords[outcome].zh}。管局意见：请补正`)
  expect(text.en).toBe(`About the domain example.com: ${mediationOutcomeWords[outcome].en}. The administration says: 请补正`)
})

test('reviewers and the other side are told what it is about; the other side not who asked', () => {
  expect(mediationAsked(null).text.en).toContain('the subject')
  expect(mediationAsked('example.com').text.zh).toContain('域名 example.com')
  expect(mediationTold('example.com', '京ICP备2026000001号').text.en).toBe(
    'The administration asks you to check whether the domain example.com of 京ICP备2026000001号 is still yours. If not, cancel it or file a change; if it is, there is nothing to do.')
})
