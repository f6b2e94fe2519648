import { expect, test } from '@jest/globals'
import { ruleSetVersion } from './rule-set.js'

test('the same rules on the same data have one version, other data another one', () => {
  expect(ruleSetVersion()).toBe(ruleSetVersion())
  expect(ruleSetVersion('7')).toBe(ruleSetVersion('7'))
  expect(new Set([ruleSetVersion(), ruleSetVersion('7'), ruleSetVersion('8')]).size).toBe(3)
  expect(ruleSetVersion()).toMatch(/^[0-9a-z]{6,11}$/)
})
