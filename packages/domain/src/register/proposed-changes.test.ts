import { expect, test } from '@jest/globals'
import type { RegistrationContent } from '../filing/content.js'
import { cancellation, record, subjectNumber } from '../filing/filing.fixture.js'
import { proposedChanges } from './proposed-changes.js'
import { emptyRecord } from './register.js'
import { startingContent } from './starting-content.js'

const second = `${subjectNumber}-2`
const change = (): RegistrationContent => startingContent('change', { ...record, subject: record.subject! })

test('a change proposes the fields in which it differs from the record, and one that says what is filed proposes none', () => {
  expect(proposedChanges('change', change(), record)).toEqual({ fields: [], services: [] })
  const renamed = { ...change(), subject: { ...change().subject, name: '北京新名有限公司' } }
  expect(proposedChanges('change', renamed, record)?.fields).toEqual([{ path: 'subject.name', before: record.subject?.content.name, after: '北京新名有限公司' }])
})

test('a cancellation proposes what becomes of each service in force; one that has ended before is none of them', () => {
  expect(proposedChanges('cancel-service', cancellation([second]), record)?.services.map(({ number, fate }) => [number, fate])).toEqual([[`${subjectNumber}-1`, 'stays'], [second, 'falls']])
  const ended = { ...record, services: record.services.map((service) => (service.number === second ? { ...service, state: 'cancelled' as const } : service)) }
  expect(proposedChanges('cancel-subject', cancellation(), ended)?.services.map(({ number, fate }) => [number, fate])).toEqual([[`${subjectNumber}-1`, 'falls']])
})

test('what has nothing in force to be held against proposes nothing', () => {
  expect(proposedChanges('new-subject', change(), record)).toBeUndefined()
  expect(proposedChanges('cancel-access', cancellation([second]), record)).toBeUndefined()
  expect(proposedChanges('change', change(), emptyRecord)).toBeUndefined()
})
