import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { covers, fieldAt, whatChanged, withFieldAt } from './changes.js'
import { content, service } from './filing.fixture.js'
import { fieldsOf } from './fields.js'

test('equal contents have no changes', () => {
  expect(whatChanged(content, structuredClone(content))).toEqual([])
})

test('a change is named by ids, down to the field', () => {
  const next = withFieldAt(withFieldAt(content, 'subject.person.mobile', '13900000000'), 'services.s1.accesses.s1-a2.places', ['330000'])
  expect(whatChanged(content, next)).toEqual([
    { path: 'subject.person.mobile', before: '13800000001', after: '13900000000' },
    { path: 'services.s1.accesses.s1-a2.places', before: ['110000'], after: ['330000'] },
  ])
})

test('lists of addresses, codes and pre-approvals are one value each', () => {
  const ranges = [{ from: '192.0.2.1', to: '192.0.2.9' }, { from: '192.0.2.20', to: '192.0.2.20' }]
  expect(whatChanged(content, withFieldAt(content, 'services.s1.accesses.s1-a1.ipRanges', ranges))).toHaveLength(1)
  const approvals = [{ item: '1', approvalNumber: '1号' }]
  expect(whatChanged(content, withFieldAt(content, 'services.s1.preApprovals', approvals))).toEqual([
    { path: 'services.s1.preApprovals', before: [], after: approvals },
  ])
})

test('an added or removed website is one change of the whole', () => {
  const more = { ...content, services: [...content.services, service('s3', 'example.org', ['p1'])] }
  expect(whatChanged(content, more).map((one) => [one.path, one.before])).toEqual([['services.s3', undefined]])
  expect(whatChanged(more, content).map((one) => [one.path, one.after])).toEqual([['services.s3', undefined]])
})

test('the first website of an empty filing, and the last one taken away, are seen', () => {
  const none = { ...content, services: [] }
  expect(whatChanged(none, content).map((one) => one.path)).toEqual(['services.s1', 'services.s2'])
  expect(whatChanged(content, none).map((one) => one.path)).toEqual(['services.s1', 'services.s2'])
  expect(whatChanged(none, none)).toEqual([])
})

test('a path that leads nowhere has no value and changes nothing', () => {
  for (const path of ['services.s9.name', 'subject.nothing', 'subject.__proto__', 'subject.name.length', 'constructor', 'services.0.name', 'services.length']) {
    expect([path, fieldAt(content, path)]).toEqual([path, undefined])
    expect(withFieldAt(content, path, 'x')).toEqual(content)
  }
})

test('what is set at a field is read back there and nowhere else, for every field', () => {
  const rows = fieldsOf(content)
  fc.assert(fc.property(fc.constantFrom(...rows), fc.string({ minLength: 1 }), (row, value) => {
    const unlike = `${String(fieldAt(content, row.path))}${value}`
    const next = withFieldAt(content, row.path, unlike)
    expect(fieldAt(next, row.path)).toBe(unlike)
    expect(whatChanged(content, next).map((one) => one.path)).toEqual([row.path])
  }), { seed: 20261126 })
})

test('a request covers the field and all below it, and no neighbour with a longer name', () => {
  expect(covers('subject.person', 'subject.person.mobile')).toBe(true)
  expect(covers('services.s1', 'services.s1.accesses.a.modes')).toBe(true)
  expect(covers('services.s1', 'services.s12.name')).toBe(false)
  expect(covers('subject.name', 'subject')).toBe(false)
  expect(covers('', 'subject.name')).toBe(false)
})

test('two fields that answer one question are named together', () => {
  expect(covers('services.s1.preApprovalAnswer', 'services.s1.preApprovals')).toBe(true)
  expect(covers('services.s1.person', 'services.s1.personSource')).toBe(true)
  expect(covers('services.s1.personSource', 'services.s1.person.name')).toBe(true)
  expect(covers('subject.legalPersonSource', 'subject.legalPerson.name')).toBe(true)
  expect(covers('subject.legalPerson.name', 'subject.legalPersonSource')).toBe(false)
  expect(covers('subject.person', 'subject.legalPerson.name')).toBe(false)
  expect(covers('subject.person', 'subject.personSource')).toBe(false)
})
