import { expect, test } from '@jest/globals'
import { emptyPerson } from '../filing/content.js'
import { filing, migration, receivingNumber, receivingRecord, record, subjectNumber } from '../filing/filing.fixture.js'
import { rulesInForce } from '../rule-data/rules-in-force.js'
import { applyMigration } from './apply-migration.js'
import { registerFindingsForMigration, type MigrationStanding } from './migration-findings.js'
import type { RegisterRecord } from './register.js'

const allocation = { day: '2026-11-23', serviceIds: { r2: 'new' } }
const move = (content = migration(), giving: RegisterRecord = record, receiving: RegisterRecord = receivingRecord) =>
  applyMigration(filing('approved', 'migrate-service', { content }), giving, receiving, allocation)

test('the website ends under its old number and goes on under the next number of the receiving subject', () => {
  const { giving, receiving } = move()
  expect(giving.record.services.map((one) => [one.number, one.state, one.cancelledOn, one.movedTo])).toEqual([
    [`${subjectNumber}-1`, 'in-force', null, undefined], [`${subjectNumber}-2`, 'cancelled', '2026-11-23', `${receivingNumber}-5`],
  ])
  expect(giving).toMatchObject({ issued: [], cancelled: [`${subjectNumber}-2`], certificate: 'replace' })
  expect(receiving.record.services.at(-1)).toMatchObject({ id: 'new', subjectId: 'rec', index: 5, number: `${receivingNumber}-5`, state: 'in-force', approvedOn: '2026-11-23' })
  expect(receiving).toMatchObject({ issued: [`${receivingNumber}-5`], cancelled: [], certificate: 'replace', record: { subject: { lastServiceIndex: 5 } } })
})

test('what is filed of the website and its accesses come along, its person in charge does not', () => {
  const before = record.services[1]!.content
  const after = move().receiving.record.services.at(-1)!.content
  expect(before.personSource).toBe('own')
  expect(after).toEqual({ ...before, id: 'r2', personSource: 'subject', person: emptyPerson() })
})

test('neither subject changes otherwise, and what is left of the giving one stays', () => {
  const { giving, receiving } = move()
  expect(giving.record.subject).toEqual(record.subject)
  expect(giving.record.services[0]).toBe(record.services[0])
  expect(receiving.record.subject).toEqual({ ...receivingRecord.subject, lastServiceIndex: 5 })
  expect(receiving.record.services[0]).toBe(receivingRecord.services[0])
})

test('the last website may leave: the giving subject stays in force, hollow, and its certificate ends', () => {
  const alone = { ...record, services: record.services.slice(1) }
  expect(move(migration(), alone).giving).toMatchObject({ certificate: 'cancel', record: { subject: { state: 'in-force' } } })
})

test('nothing moves that is gone, nothing to a subject that is gone, to the same one or to another province', () => {
  const gone = { ...receivingRecord, subject: receivingRecord.subject && { ...receivingRecord.subject, state: 'cancelled' as const } }
  const elsewhere = { ...receivingRecord, subject: receivingRecord.subject && { ...receivingRecord.subject, province: '330000' } }
  expect(() => move(migration({ serviceNumbers: [`${subjectNumber}-9`] }))).toThrow(expect.objectContaining({ code: '1050' }))
  expect(() => move(migration(), record, gone)).toThrow(expect.objectContaining({ code: '1049' }))
  expect(() => move(migration(), record, record)).toThrow(expect.objectContaining({ code: '1037' }))
  expect(() => move(migration(), record, elsewhere)).toThrow(expect.objectContaining({ code: '1046' }))
})

test('the register says what stands against it, each side by itself', () => {
  const good: MigrationStanding = { givingInForce: true, serviceInForce: true, servicesInForce: 2, domainShared: false, receivingInForce: true, receivingNature: '4', receivingServices: 1 }
  const rules = (side: 'giving' | 'receiving', more: Partial<MigrationStanding> = {}, province = '330000') =>
    registerFindingsForMigration(side, migration(), { ...good, ...more }, rulesInForce(undefined, province, '2026-11-26')).map(({ rule, severity }) => `${rule} ${severity}`)
  expect([rules('giving'), rules('receiving')]).toEqual([[], []])
  expect(rules('giving', { givingInForce: false, serviceInForce: false })).toEqual(['T-11 block'])
  expect(rules('giving', { serviceInForce: false })).toEqual(['T-12 block'])
  expect(rules('giving', { servicesInForce: 1 })).toEqual(['T-13 warn'])
  expect(rules('giving', { domainShared: true })).toEqual(['T-14 block'])
  expect(rules('receiving', { receivingInForce: false, receivingNature: '' })).toEqual(['T-21 block'])
  expect(rules('receiving', { receivingNature: '5' })).toEqual(['T-22 block'])
  // The one that moves is counted with those that the receiver has.
  expect([29, 30].map((receivingServices) => rules('receiving', { receivingServices }, '610000'))).toEqual([[], ['T-23 reviewer']])
  expect([28, 29].map((receivingServices) => rules('receiving', { receivingServices }, '310000'))).toEqual([[], ['T-24 warn']])
  expect(rules('receiving', { receivingNature: '5', receivingServices: 5 })).toEqual(['T-22 block', 'T-23 reviewer'])
  expect(rules('giving', { receivingServices: 99 }, '610000')).toEqual([])
})
