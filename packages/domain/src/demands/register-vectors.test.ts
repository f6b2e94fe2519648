import { expect, test } from '@jest/globals'
import { conflictFindings } from '../conflicts/collision.js'
import { type ConflictKind, conflictRules } from '../conflicts/conflict-rules.js'
import type { CancellationContent, RegistrationContent, Service } from '../filing/content.js'
import { cancellation, content, migration, record, service, subjectNumber } from '../filing/filing.fixture.js'
import type { FilingKind } from '../filing/kind.js'
import type { Finding } from '../finding.js'
import { registerFindingsForCancellation } from '../register/cancellation-findings.js'
import { conflictingFilings, type OpenFiling } from '../register/conflicting-filings.js'
import { type MigrationStanding, registerFindingsForMigration } from '../register/migration-findings.js'
import { emptyRecord, type RegisterRecord, type RegisterSubject } from '../register/register.js'
import { type ProvincialScope, registerFindingsByProvince } from '../register/provincial-findings.js'
import { registerFindingsForRegistration } from '../register/registration-findings.js'
import { startingContent } from '../register/starting-content.js'
import { parameterIds, parameterOf } from '../rule-data/parameters.js'
import { rulesInForce } from '../rule-data/rules-in-force.js'
import { severityParameterOf } from '../rule-data/severity-parameters.js'
import { ruleCatalogue } from '../rules/catalogue.js'
import { packageAlreadyFiled, providerUnknown } from '../rules/register-findings.js'

const held = record as RegisterRecord & { readonly subject: RegisterSubject }
const [first, second] = [`${subjectNumber}-1`, `${subjectNumber}-2`]
const inForce = held.services[0]!

const change = (more: Partial<Service> = {}): RegistrationContent => {
  const begun = startingContent('change', held, [first])
  return { ...begun, services: begun.services.map((one) => ({ ...one, ...more })) }
}
const newAccess = (more: Partial<Service>): RegistrationContent => {
  const begun = startingContent('new-access', held, [first])
  return { ...begun, services: begun.services.map((one) => ({ ...one, ...more })) }
}
const newService = (more: Partial<RegistrationContent> = {}): RegistrationContent =>
  ({ ...startingContent('new-service', held, []), services: [service('n1', 'example.org', ['p1'])], ...more })
const app = service('n1', 'example.org', ['p1'], { type: 'app', name: '示例App' })
const withApp: RegisterRecord = { ...held, services: [...held.services, { ...inForce, id: 'r9', index: 9, number: `${subjectNumber}-9A`, type: 'app', content: { ...app, id: 'r9' } }] }
const alone: RegisterRecord = { ...held, services: [inForce] }
const cancelsAccess = (accessIds: string[]): CancellationContent => ({ ...cancellation([second]), accessIds })

const standing: MigrationStanding = { givingInForce: true, serviceInForce: true, servicesInForce: 2, domainShared: false, receivingInForce: true, receivingNature: '4', receivingServices: 1 }
const moved = (side: 'giving' | 'receiving', more: Partial<MigrationStanding>, province = '330000') =>
  registerFindingsForMigration(side, migration(), { ...standing, ...more }, rulesInForce(undefined, province, '2026-11-26'))
const giving = (more: Partial<MigrationStanding>) => moved('giving', more)
const receiving = (more: Partial<MigrationStanding>, province?: string) => moved('receiving', more, province)
const registration = registerFindingsForRegistration
const ending = registerFindingsForCancellation

/** In a province, with this many services on record. */
const inProvince = (kind: FilingKind, province: string, more: Partial<ProvincialScope> = {}) => registerFindingsByProvince(kind, {
  content: newService(), record: held, data: rulesInForce(undefined, province, '2026-11-26'), changes: new Map(), ...more,
})
const many = (count: number): RegisterRecord => ({ ...held, services: Array.from({ length: count }, (_, at) => ({ ...inForce, id: `m${at}`, index: at + 1, number: `${subjectNumber}-${at + 1}` })) })
const individual = newService({ subject: { ...content.subject, nature: '5' } })
const hollow: RegisterRecord = { ...held, services: [] }
const beside = (kind: FilingKind, other: Partial<OpenFiling>) =>
  conflictingFilings(kind, [{ kind: 'change', status: 'in-review', serviceNumbers: [], ...other }], { serviceNumbers: [first], accessIds: ['s1-a1'] })?.findings ?? []

const collided = Object.fromEntries((Object.keys(conflictRules) as ConflictKind[]).map((kind) => [conflictRules[kind].rule.id, () =>
  conflictFindings(conflictRules[kind].kinds[0]!, [{ kind, path: 'services.s1.domain', against: 'record' }], 'finished')]))

/** Of every rule that only the register can tell: what is found in a register, or beside other filings, that breaks it. */
const breaches: Readonly<Record<string, () => readonly Finding[]>> = {
  ...collided,
  'X-05': () => [providerUnknown('services.s1.accesses.a1.providerId')],
  'X-41': () => [packageAlreadyFiled('services.s1.platforms.p1.packageName')],
  'X-10': () => registration('change', change(), emptyRecord),
  'X-11': () => registration('change', { ...change(), services: [service('r7', 'example.cn', ['p1'])] }, held),
  'X-12': () => registration('new-access', newAccess({ accesses: inForce.content.accesses }), held),
  'X-13': () => registration('change', { ...change({ domain: 'example.cn' }) }, held),
  'X-14': () => registration('change', change({ accesses: [] }), held),
  'X-15': () => registration('change', change(), held),
  'X-16': () => registration('new-service', newService({ subject: { ...content.subject, investor: '别人' } }), held),
  'X-40': () => registration('new-service', newService({ services: [app] }), withApp),

  'X-50': () => inProvince('new-service', '440000', { record: hollow }),
  'X-51': () => inProvince('change', '110000', { content: change({ name: '示例新名称' }), changes: new Map([['p1', 10]]) }),
  'X-52': () => inProvince('new-service', '610000', { record: many(30) }),
  'X-53': () => inProvince('new-service', '310000', { record: many(29) }),

  'C-21': () => beside('cancel-subject', { kind: 'cancel-subject' }),
  'C-22': () => beside('cancel-service', { kind: 'cancel-service', serviceNumbers: [first] }),
  'C-23': () => beside('cancel-access', { kind: 'cancel-access', accessIds: ['s1-a1'] }),
  'C-24': () => beside('cancel-service', { kind: 'cancel-subject' }),
  'C-25': () => beside('cancel-subject', { kind: 'cancel-service', serviceNumbers: [second] }),

  'C-11': () => ending('cancel-subject', cancellation(), emptyRecord),
  'C-12': () => ending('cancel-service', cancellation([`${subjectNumber}-7`]), held),
  'C-13': () => ending('cancel-service', cancellation([first]), alone),
  'C-14': () => ending('cancel-access', cancelsAccess(['nobody']), held),
  'C-15': () => ending('cancel-access', cancelsAccess(['s2-a1']), held),

  'T-11': () => giving({ givingInForce: false }),
  'T-12': () => giving({ serviceInForce: false }),
  'T-13': () => giving({ servicesInForce: 1 }),
  'T-14': () => giving({ domainShared: true }),
  'T-21': () => receiving({ receivingInForce: false }),
  'T-22': () => receiving({ receivingNature: '5' }),
  'T-23': () => receiving({ receivingServices: 30 }, '610000'),
  'T-24': () => receiving({ receivingServices: 29 }, '310000'),
}

test('every rule that only the register can tell is broken by a register here', () => {
  expect(Object.keys(breaches).sort()).toEqual(ruleCatalogue.filter(({ toldBy }) => toldBy === 'register').map(({ id }) => id).sort())
})

test.each(Object.entries(breaches))('%s is found, with the severity and the source of the catalogue', (id, find) => {
  const { severity, source } = ruleCatalogue.find((rule) => rule.id === id)!
  expect(find().filter(({ rule }) => rule === id)).toContainEqual(expect.objectContaining({ severity, source }))
})

test('of every rule that only the register can tell and that rests on a value of the data the finding names that value', () => {
  const resting = Object.entries(breaches).flatMap(([id, find]) => {
    const on = parameterIds.filter((parameter) => parameterOf(parameter).rules.includes(id) && severityParameterOf(id) !== parameter).map((parameter) => `parameter/${parameter}`)
    return on.length === 0 ? [] : [[id, find().some(({ rule, decidedBy = [] }) => rule === id && decidedBy.some(({ key }) => on.includes(key)))] as const]
  })
  expect(resting.map(([id]) => id).sort()).toEqual(['T-23', 'T-24', 'X-50', 'X-51', 'X-52', 'X-53'])
  expect(resting.filter(([, named]) => !named)).toEqual([])
})

test('what is in order breaks none of them', () => {
  expect(registration('change', change({ name: '示例新名称' }), held)).toEqual([])
  expect(registration('new-service', newService(), held)).toEqual([])
  expect(ending('cancel-service', cancellation([second]), held)).toEqual([])
  expect([...giving({}), ...receiving({})]).toEqual([])
})

test('what a province asks is counted with what is on record, and differs from province to province', () => {
  const found = (...asked: Parameters<typeof inProvince>) => inProvince(...asked).map(({ rule, severity }) => `${rule} ${severity}`)
  expect(['110000', '120000', '510000', '440000', '370000'].map((province) => found('new-service', province, { record: hollow }))).toEqual([[], [], [], ['X-50 block'], ['X-50 block']])
  expect([29, 30].map((count) => found('new-service', '610000', { record: many(count) }))).toEqual([[], ['X-52 reviewer']])
  expect([28, 29].map((count) => found('new-service', '310000', { record: many(count) }))).toEqual([[], ['X-53 warn']])
  expect([4, 5].map((count) => found('new-service', '110000', { content: individual, record: many(count) }))).toEqual([[], ['X-52 reviewer']])
  expect(found('new-service', '110000', { record: many(400) })).toEqual([])
  expect(found('change', '110000', { content: change({ name: '示例新名称' }), changes: new Map([['p1', 9], ['p7', 99]]) })).toEqual([])
  const ofTheSecond = startingContent('change', held, [])
  const changed = { ...ofTheSecond, services: ofTheSecond.services.map((one) => (one.id === 'r2' ? { ...one, name: '示例新名称' } : one)) }
  expect([['p1', 99], ['p2', 10]].map(([id, count]) => found('change', '110000', { content: changed, changes: new Map([[id as string, count as number]]) }))).toEqual([[], ['X-51 reviewer']])
  const gone = { ...many(30), services: many(30).services.map((one) => ({ ...one, state: 'cancelled' as const })) }
  expect(found('new-service', '610000', { record: gone })).toEqual(['X-50 block'])
})
