import { expect, test } from '@jest/globals'
import { type RuleData, type RuleEntry, withPublished, shippedRuleData } from '../rule-data/entry.js'
import { ruleSetVersion } from './rule-set.js'

const entry: RuleEntry = { of: 'parameter', id: 'youngest-individual', province: '330000', value: 20, from: '2026-12-01', to: '', source: '示例', confirmed: true, others: [] }
const later: RuleData = withPublished(shippedRuleData, [{ version: 1, entry }])

test('the same rules on the same data have one version', () => {
  expect(ruleSetVersion('2026-11-23')).toBe(ruleSetVersion('2026-11-24'))
  expect(ruleSetVersion('2026-11-23', later)).toBe(ruleSetVersion('2026-11-30', later))
  expect(ruleSetVersion('2026-11-23')).toMatch(/^[0-9a-z]{6,11}$/)
})

test('another value in the same place makes other rules', () => {
  const other = withPublished(shippedRuleData, [{ version: 1, entry: { ...entry, value: 21 } }])
  expect(ruleSetVersion('2026-12-01', other)).not.toBe(ruleSetVersion('2026-12-01', later))
})

test('what is published makes other rules on the day from which it applies, and not before', () => {
  expect(ruleSetVersion('2026-11-30', later)).toBe(ruleSetVersion('2026-11-30'))
  expect(ruleSetVersion('2026-12-01', later)).not.toBe(ruleSetVersion('2026-12-01'))
  expect(ruleSetVersion('2026-12-01', later)).not.toBe(ruleSetVersion('2026-11-30', later))
})
