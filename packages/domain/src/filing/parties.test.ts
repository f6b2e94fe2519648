import { expect, test } from '@jest/globals'
import { cancellation, content, filing, record, subjectNumber, wang } from './filing.fixture.js'
import { confirmationsFor, mayCorrect, needsConfirmation, providersOf, providersRestingOn, servicesOf } from './parties.js'
import { FilingKind } from './kind.js'

test('the providers of a filing are those of its accesses, once each, unchosen ones left out', () => {
  expect(providersOf(content)).toEqual(['p1', 'p2'])
  const unchosen = { ...content, services: content.services.map((one) => ({ ...one, accesses: one.accesses.map((access) => ({ ...access, providerId: '' })) })) }
  expect(providersOf(unchosen)).toEqual([])
})

test('a cancellation’s providers come from the register, and without it there are none', () => {
  expect(providersOf(cancellation(), record)).toEqual(['p1', 'p2'])
  expect(providersOf(cancellation([`${subjectNumber}-2`]), record)).toEqual(['p2'])
  expect(providersOf(cancellation())).toEqual([])
})

test('services that are already cancelled name no provider', () => {
  const gone = { ...record, services: record.services.map((one) => (one.index === 1 ? { ...one, state: 'cancelled' as const } : one)) }
  expect(providersOf(cancellation(), gone)).toEqual(['p2'])
})

test('a provider’s services are those with an access of its own', () => {
  expect(servicesOf(content, 'p1').map((one) => one.id)).toEqual(['s1'])
  expect(servicesOf(content, 'p2').map((one) => one.id)).toEqual(['s1', 's2'])
  expect(servicesOf(content, 'p9')).toEqual([])
})

test.each([
  ['p1', 'subject.name', true], ['p1', 'subject.person.mobile', true], ['p1', 'services.s1.domain', true],
  ['p1', 'services.s1.accesses.s1-a1.ipRanges', true], ['p1', 'services.s1.accesses.s1-a2.ipRanges', false],
  ['p1', 'services.s1.accesses', false], ['p1', 'services.s1', false], ['p1', 'services.s2.name', false], ['p2', 'services.s2', true],
  ['p9', 'subject.name', false], ['p2', '', false], ['p2', 'services', false], ['p2', 'services.s9.name', false], ['p2', 'subject.constructor', false],
] as const)('%s may correct %s: %s', (providerId, path, expected) => {
  expect(mayCorrect(filing('with-providers'), providerId, path)).toBe(expected)
})

test('a pass rests on the subject for everyone, on a website for those serving it, on an access for its own provider', () => {
  expect(providersRestingOn(content, 'subject.name')).toEqual(['p1', 'p2'])
  expect(providersRestingOn(content, 'services.s2.person.name')).toEqual(['p2'])
  expect(providersRestingOn(content, 'services.s1.accesses.s1-a1.modes')).toEqual(['p1'])
})

test('in a new filing the persons of subject and websites confirm, and one person with one mobile answers once', () => {
  expect(confirmationsFor('new-subject', content)).toEqual([
    { covers: ['subject', 's1'], name: '李明', mobile: '13800000001', lastSix: '01001X' },
    { covers: ['s2'], name: '王芳', mobile: '13800000002', lastSix: '070020' },
  ])
})

test('spaces, a country code and a small x do not make two persons of one', () => {
  const typed = { ...content.subject.person, mobile: '+86 138-0000-0001', certificateNumber: '11010118900101001x' }
  const next = { ...content, services: content.services.map((one) => (one.id === 's2' ? { ...one, person: typed } : one)) }
  expect(confirmationsFor('new-subject', next).map((one) => one.covers)).toEqual([['subject', 's1', 's2']])
})

test('two persons who share a mobile answer each for themselves', () => {
  const shared = { ...content, services: content.services.map((one) => (one.id === 's2' ? { ...one, person: { ...wang, mobile: '13800000001' } } : one)) }
  expect(confirmationsFor('new-subject', shared).map((one) => one.lastSix)).toEqual(['01001X', '070020'])
})

test('a cancellation is confirmed with the data in force: the subject’s person for all, the website’s person for one', () => {
  expect(confirmationsFor('cancel-subject', cancellation(), record)).toEqual([
    { covers: ['subject'], name: '李明', mobile: '13800000001', lastSix: '01001X' },
  ])
  expect(confirmationsFor('cancel-service', cancellation([`${subjectNumber}-2`]), record)).toEqual([
    { covers: [`${subjectNumber}-2`], name: '王芳', mobile: '13800000002', lastSix: '070020' },
  ])
  expect(confirmationsFor('cancel-service', cancellation([`${subjectNumber}-1`]), record)[0]?.name).toBe('李明')
})

test('every kind but cancel-access needs a confirmation', () => {
  expect(FilingKind.options.filter((kind) => !needsConfirmation(kind))).toEqual(['cancel-access'])
  expect(confirmationsFor('cancel-access', cancellation(), record)).toEqual([])
})

test('a new access is confirmed by the person on file, not by the one in the new filing', () => {
  const typed = { ...content, services: content.services.map((one, n) => ({ ...one, id: `r${n + 1}`, personSource: 'own' as const, person: { ...wang, mobile: '13999999999' } })) }
  expect(confirmationsFor('new-access', typed, record).map((one) => one.mobile)).toEqual(['13800000001', '13800000002'])
})
