import { expect, test } from '@jest/globals'
import { emptyRegistration, type Finding, ruleCatalogue } from '@icp/domain'
import { browserRuleContext } from '@icp/filing-forms'
import { draftFindings, isOfRegister } from './draft-findings.js'

const said = (rule: string): Finding => ({ rule, path: 'subject', severity: 'block', text: { zh: '', en: '' }, fix: { zh: '', en: '' }, source: '' })

test.each(ruleCatalogue.filter(({ toldBy }) => toldBy === 'register').map(({ id }) => id))('what the register said at the last save stays while one types: %s', (rule) => {
  expect(isOfRegister(said(rule))).toBe(true)
  expect(draftFindings('new-subject', emptyRegistration(), [said(rule)], browserRuleContext())).toContainEqual(said(rule))
})

test('what the content decides is judged anew and not taken from the last save', () => {
  const ofContent = ruleCatalogue.find(({ toldBy }) => toldBy === 'content')?.id ?? ''
  expect(draftFindings('new-subject', emptyRegistration(), [{ ...said(ofContent), path: 'nowhere' }], browserRuleContext()).filter(({ path }) => path === 'nowhere')).toEqual([])
})
