import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { whatChanged } from '../filing/changes.js'
import type { RegistrationContent, Service } from '../filing/content.js'
import { cancellation, filing, record, service, subjectNumber } from '../filing/filing.fixture.js'
import { confirmationsFor, providersOf } from '../filing/parties.js'
import { applyApproval } from './apply-approval.js'
import { registerFindingsForCancellation } from './cancellation-findings.js'
import { emptyRecord, type RegisterRecord, type RegisterSubject } from './register.js'
import { registerFindingsForRegistration } from './registration-findings.js'
import { startingContent, type KindOnRecord } from './starting-content.js'
import { whatFalls } from './what-falls.js'

const held = record as RegisterRecord & { readonly subject: RegisterSubject }
const first = `${subjectNumber}-1`
const second = `${subjectNumber}-2`
const start = (kind: KindOnRecord, numbers: readonly string[] = []): RegistrationContent => startingContent(kind, held, numbers)
const approve = (kind: KindOnRecord, content: RegistrationContent, on: RegisterRecord = held) =>
  applyApproval(filing('approved', kind, { content }), on, { day: '2026-11-23', serviceIds: { n1: 'r3', n2: 'r4' } })
const rules = (kind: KindOnRecord, content: RegistrationContent, on: RegisterRecord = held) =>
  registerFindingsForRegistration(kind, content, on).map(({ rule, path }) => `${rule} ${path}`)
const withServices = (content: RegistrationContent, services: readonly Service[]): RegistrationContent => ({ ...content, services: [...services] })
const only = (content: RegistrationContent): Service => content.services[0] as Service

test('a new service continues the sequence of the subject, replaces the certificate and changes nothing else', () => {
  const content = withServices(start('new-service'), [service('n1', 'example.org', ['p3']), service('n2', 'example.cn', ['p1'], { type: 'mini-program' })])
  expect(rules('new-service', content)).toEqual([])
  expect(providersOf(content, held)).toEqual(['p3', 'p1'])
  const change = approve('new-service', content)
  expect(change).toMatchObject({ issued: [`${subjectNumber}-3`, `${subjectNumber}-4X`], cancelled: [], certificate: 'replace' })
  expect(change.record.subject).toEqual({ ...held.subject, lastServiceIndex: 4 })
  expect(change.record.services.slice(0, 2)).toEqual(held.services)
})

test('numbers of cancelled services are not given to new ones', () => {
  const gone = { ...held, services: held.services.map((one) => ({ ...one, state: 'cancelled' as const, cancelledOn: '2026-02-01' })) }
  expect(approve('new-service', withServices(start('new-service'), [service('n1', 'example.org', ['p1'])]), gone).issued).toEqual([`${subjectNumber}-3`])
})

test('a new access begins with the chosen website and no access, names only its own provider, and adds to what is there', () => {
  const begun = start('new-access', [second])
  expect(begun.services.map((one) => [one.id, one.name, one.accesses])).toEqual([['r2', '示例网站s2', []]])
  const content = withServices(begun, [{ ...only(begun), accesses: service('x', 'x.cn', ['p3']).accesses }])
  expect(rules('new-access', content)).toEqual([])
  expect(providersOf(content, held)).toEqual(['p3'])
  expect(confirmationsFor('new-access', content, held).map(({ name, covers }) => [name, covers])).toEqual([['王芳', [second]]])
  const change = approve('new-access', content)
  expect(change).toMatchObject({ issued: [], cancelled: [], certificate: 'keep' })
  expect(change.record.services[1]?.content.accesses.map((access) => access.providerId)).toEqual(['p2', 'p3'])
  expect(change.record.services[0]).toEqual(held.services[0])
})

test('a provider that serves the website already gets no second access, neither in the form nor at approval', () => {
  const begun = start('new-access', [second])
  const content = withServices(begun, [{ ...only(begun), accesses: service('x', 'x.cn', ['p2']).accesses }])
  expect(rules('new-access', content)).toEqual(['X-12 services.r2.accesses.x-a1.providerId'])
  expect(() => approve('new-access', content)).toThrow(expect.objectContaining({ code: '1029' }))
})

test('a new access that also changes the website or the subject is stopped field by field', () => {
  const begun = start('new-access', [first])
  const content = { ...withServices(begun, [{ ...only(begun), name: '别的名称', domain: 'example.org', accesses: service('x', 'x.cn', ['p3']).accesses }]), subject: { ...begun.subject, address: '别处1号' } }
  expect(rules('new-access', content)).toEqual(['X-13 services.r1.domain', 'X-16 subject.address', 'X-16 services.r1.name'])
})

test('a change begins with everything in force; as long as nothing differs it says so', () => {
  const begun = start('change')
  expect(begun.services.map((one) => one.id)).toEqual(['r1', 'r2'])
  expect(rules('change', begun)).toEqual(['X-15 '])
  expect(providersOf(begun, held)).toEqual([])
})

test('a change of one website goes to the providers of that website only; one of the subject goes to all', () => {
  const begun = start('change')
  const site = withServices(begun, begun.services.map((one) => (one.id === 'r2' ? { ...one, name: '示例新名称' } : one)))
  expect(rules('change', site)).toEqual([])
  expect(providersOf(site, held)).toEqual(['p2'])
  expect(providersOf({ ...begun, subject: { ...begun.subject, address: '示例路2号' } }, held)).toEqual(['p1', 'p2'])
})

test('a change replaces the data and keeps every number and day', () => {
  const begun = start('change')
  const content = { ...withServices(begun, begun.services.map((one) => (one.id === 'r2' ? { ...one, name: '示例新名称' } : one))), subject: { ...begun.subject, address: '示例路2号' } }
  const change = approve('change', content)
  expect(change).toMatchObject({ issued: [], cancelled: [], certificate: 'replace' })
  expect(change.record.subject.content.address).toBe('示例路2号')
  expect(change.record.services.map((one) => [one.number, one.content.name, one.approvedOn])).toEqual([
    [first, '示例网站s1', '2026-01-05'], [second, '示例新名称', '2026-01-05'],
  ])
})

test.each([
  ['the certificate number', (one: RegistrationContent) => ({ ...one, subject: { ...one.subject, certificateNumber: '91330106000000027P' } }), 'X-13 subject.certificateNumber', '1046'],
  ['the province', (one: RegistrationContent) => ({ ...one, subject: { ...one.subject, province: '330000' } }), 'X-13 subject.province', '1046'],
  ['a domain', (one: RegistrationContent) => withServices(one, one.services.map((s) => ({ ...s, domain: `a${s.domain}` }))), 'X-13 services.r1.domain', '1002'],
  ['the type of a service', (one: RegistrationContent) => withServices(one, one.services.map((s) => ({ ...s, type: 'app' as const }))), 'X-13 services.r1.type', '1002'],
  ['the provider', (one: RegistrationContent) => withServices(one, one.services.map((s) => ({ ...s, accesses: s.accesses.map((a) => ({ ...a, providerId: `${a.providerId}x` })) }))), 'X-14 services.r1.accesses', '1002'],
  ['the number of accesses', (one: RegistrationContent) => withServices(one, one.services.map((s) => ({ ...s, accesses: s.accesses.slice(1) }))), 'X-14 services.r1.accesses', '1002'],
])('a change cannot alter %s: the form says it, and an approval would be refused', (_what, alter, said, code) => {
  const content = alter(start('change'))
  expect(rules('change', content)).toContain(said)
  expect(() => approve('change', content)).toThrow(expect.objectContaining({ kind: 'conflict', code }))
})

test('a website that was cancelled meanwhile can neither be changed nor gain an access', () => {
  const meanwhile = { ...held, services: held.services.map((one) => (one.id === 'r1' ? { ...one, state: 'cancelled' as const } : one)) }
  for (const kind of ['change', 'new-access'] as const) {
    const content = start(kind, [first])
    expect(rules(kind, content, meanwhile)).toContain('X-11 services.r1')
    expect(() => approve(kind, content, meanwhile)).toThrow(expect.objectContaining({ code: '1016' }))
  }
})

test('nothing is filed on a subject that is not in force or is another one', () => {
  expect(rules('new-service', start('new-service'), emptyRecord)).toEqual(['X-10 '])
  expect(rules('new-service', { ...start('new-service'), subjectNumber: '京ICP备2026000009号' })).toEqual(['X-10 '])
  expect(() => approve('change', start('change'), { ...held, subject: { ...held.subject, state: 'cancelled' } })).toThrow(expect.objectContaining({ code: '1049' }))
})

const endAccess = (serviceNumber: string, accessIds: string[]) => ({ ...cancellation([serviceNumber]), accessIds })

test('ending one access leaves number, website, certificate and the other accesses', () => {
  const content = endAccess(first, ['s1-a1'])
  expect(registerFindingsForCancellation('cancel-access', content, held)).toEqual([])
  expect(providersOf(content, held)).toEqual(['p1'])
  expect(whatFalls('cancel-access', held, [first], ['s1-a1'])).toMatchObject({
    services: [], numbers: [], certificates: [], leavesHollowServices: [], accesses: [{ serviceNumber: first, accessId: 's1-a1', providerId: 'p1' }],
  })
  const change = applyApproval(filing('approved', 'cancel-access', { content }), held, { day: '2026-11-23' })
  expect(change).toMatchObject({ issued: [], cancelled: [], certificate: 'keep' })
  expect(change.record.services[0]?.content.accesses.map((access) => access.id)).toEqual(['s1-a2'])
})

test('the last access may end; everybody is told before that the website becomes hollow', () => {
  const content = endAccess(second, ['s2-a1'])
  expect(whatFalls('cancel-access', held, [second], ['s2-a1']).leavesHollowServices).toEqual([second])
  expect(registerFindingsForCancellation('cancel-access', content, held).map(({ rule, severity }) => [rule, severity])).toEqual([['C-15', 'warn']])
  const change = applyApproval(filing('approved', 'cancel-access', { content }), held, { day: '2026-11-23' })
  expect(change.record.services[1]).toMatchObject({ state: 'in-force', number: second, content: { accesses: [] } })
})

test('an access of another website, an unknown one or none at all is not ended', () => {
  for (const ids of [['s2-a1'], ['nowhere'], []]) {
    const content = endAccess(first, ids)
    expect(registerFindingsForCancellation('cancel-access', content, held).map(({ rule }) => rule)).toEqual(['C-14'])
    expect(() => applyApproval(filing('approved', 'cancel-access', { content }), held, { day: '2026-11-23' })).toThrow(expect.objectContaining({ code: '1016' }))
  }
})

test('applying a change and then its reverse restores the register', () => {
  const text = fc.string({ minLength: 1, maxLength: 12 })
  const edit = fc.record({ address: text, remark: text, names: fc.array(text, { minLength: 2, maxLength: 2 }), languages: fc.subarray(['1', '2', '12'], { minLength: 1 }), ip: fc.ipV4() })
  fc.assert(fc.property(edit, (typed) => {
    const begun = start('change')
    const content: RegistrationContent = {
      ...begun, subject: { ...begun.subject, address: typed.address, remark: typed.remark },
      services: begun.services.map((one, n) => ({
        ...one, name: typed.names[n] ?? '', languages: typed.languages, accesses: one.accesses.map((access) => ({ ...access, ipRanges: [{ from: typed.ip, to: typed.ip }] })),
      })),
    }
    const changed = approve('change', content).record
    const restored = approve('change', start('change'), changed).record
    expect(whatChanged(startingContent('change', restored), startingContent('change', held))).toEqual([])
    expect(restored.services.map(({ id, number, index, state }) => [id, number, index, state])).toEqual(held.services.map(({ id, number, index, state }) => [id, number, index, state]))
  }), { numRuns: 300, seed: 20261126 })
})
