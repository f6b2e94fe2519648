import { expect, test } from '@jest/globals'
import type { Finding } from '../finding.js'
import { checkedAgain, redoOf, type DraftCheck } from './draft-check.js'

const text = { zh: '不对', en: 'Wrong' }
const finding = (rule: string, path: string): Finding => ({ rule, path, severity: 'block', text, fix: text, source: 'test' })
const name = finding('S-01', 'subject.name')
const phone = finding('P-04', 'subject.person.mobile')
const site = finding('W-03', 'services.s1.name')

const then = { rules: 'old', at: '2026-11-01T02:00:00.000Z' }
const now = { rules: 'new', at: '2026-12-01T02:00:00.000Z' }
const later = { rules: 'new', at: '2026-12-02T02:00:00.000Z' }
const kept: DraftCheck = { ...then, known: ['S-01 subject.name'], redo: null }

test('a draft that was never judged, or of which the rules say what they said, has nothing to redo', () => {
  expect(redoOf(null, [name], now)).toBeNull()
  expect(redoOf(kept, [name], now)).toBeNull()
  expect(redoOf(kept, [], now)).toBeNull()
})

test('what newer rules find has to be redone, and only that', () => {
  expect(redoOf(kept, [name, phone], now)).toEqual({ since: then.at, rulesChanged: true, findings: [phone] })
})

test('what time alone has brought says that the rules are the same', () => {
  expect(redoOf(kept, [name, phone], { ...now, rules: 'old' })).toEqual({ since: then.at, rulesChanged: false, findings: [phone] })
})

test('it stays to be redone, save after save, until it is gone; what the owner types meanwhile is not counted in', () => {
  const first = checkedAgain(kept, [name, phone, site], [name, phone, site], now)
  expect(first).toEqual({ ...now, known: ['S-01 subject.name'], redo: { since: then.at, rulesChanged: true } })
  const typo = finding('S-09', 'subject.address')
  const second = checkedAgain(first, [name, phone, site], [phone, typo], later)
  expect(second).toEqual({ ...later, known: ['S-09 subject.address'], redo: { since: then.at, rulesChanged: true } })
  expect(redoOf(second, [phone, typo], later)).toEqual({ since: then.at, rulesChanged: true, findings: [phone] })
  expect(checkedAgain(second, [phone, typo], [typo], later)).toEqual({ ...later, known: ['S-09 subject.address'], redo: null })
})

test('the first save keeps what the rules say of it', () => {
  expect(checkedAgain(null, [name], [name, phone], now)).toEqual({ ...now, known: ['S-01 subject.name', 'P-04 subject.person.mobile'], redo: null })
})
