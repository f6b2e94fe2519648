import { expect, test } from '@jest/globals'
import { content, filing, cancellation, record, subjectNumber } from '../filing/filing.fixture.js'
import { applyApproval } from './apply-approval.js'
import { emptyRecord, RegisterService, RegisterSubject } from './register.js'
import type { Allocation } from './register-change.js'

const allocation: Allocation = { day: '2026-11-23', subjectId: 'sub', subjectNumber, serviceIds: { s1: 'r1', s2: 'r2' } }
const cancel = (numbers: readonly string[]) => applyApproval(
  filing('approved', 'cancel-service', { content: cancellation(numbers) }), record, { day: '2026-11-23' },
)

test('a new subject enters the register with its number, and its services are numbered from one', () => {
  const change = applyApproval(filing('approved'), emptyRecord, allocation)
  expect(change.record.subject).toMatchObject({ id: 'sub', number: subjectNumber, state: 'in-force', province: '110000', lastServiceIndex: 2, approvedOn: '2026-11-23' })
  expect(change.record.services.map((one) => [one.id, one.index, one.number, one.state])).toEqual([
    ['r1', 1, `${subjectNumber}-1`, 'in-force'], ['r2', 2, `${subjectNumber}-2`, 'in-force'],
  ])
  expect(change).toMatchObject({ issued: [`${subjectNumber}-1`, `${subjectNumber}-2`], cancelled: [], certificate: 'issue' })
  expect(() => [RegisterSubject.parse(change.record.subject), ...change.record.services.map((one) => RegisterService.parse(one))]).not.toThrow()
})

test('apps, mini programs and quick apps share the sequence and carry their suffix', () => {
  const typed = { ...content, services: content.services.map((one, n) => ({ ...one, type: n === 0 ? 'website' as const : 'mini-program' as const })) }
  expect(applyApproval(filing('approved', 'new-subject', { content: typed }), emptyRecord, allocation).issued).toEqual([`${subjectNumber}-1`, `${subjectNumber}-2X`])
})

test('a subject that is already in the register is not entered twice', () => {
  expect(() => applyApproval(filing('approved'), record, allocation)).toThrow(expect.objectContaining({ kind: 'conflict', code: '1037' }))
})

test('an approval without an allocated number is a fault of ours and no refusal', () => {
  expect(() => applyApproval(filing('approved'), emptyRecord, { day: '2026-11-23', subjectId: 'sub' })).toThrow('approval without a subject number')
})

test('cancelling one website leaves the subject, the others and the number sequence as they were', () => {
  const change = cancel([`${subjectNumber}-2`])
  expect(change.record.services.map((one) => [one.number, one.state, one.cancelledOn])).toEqual([
    [`${subjectNumber}-1`, 'in-force', null], [`${subjectNumber}-2`, 'cancelled', '2026-11-23'],
  ])
  expect(change.record.subject).toEqual(record.subject)
  expect(change).toMatchObject({ issued: [], cancelled: [`${subjectNumber}-2`], certificate: 'replace' })
})

test('the last website is not cancelled alone', () => {
  expect(() => cancel([`${subjectNumber}-1`, `${subjectNumber}-2`])).toThrow(expect.objectContaining({ code: 'last-service' }))
})

test('a website that is not in force, or none at all, cannot be cancelled', () => {
  expect(() => cancel([`${subjectNumber}-9`])).toThrow(expect.objectContaining({ code: '1050' }))
  expect(() => cancel([])).toThrow(expect.objectContaining({ code: '1050' }))
})

test('cancelling the subject ends everything that is in force and lets earlier tombstones stand', () => {
  const earlier = { ...record, services: record.services.map((one) => (one.index === 1 ? { ...one, state: 'cancelled' as const, cancelledOn: '2026-03-02' } : one)) }
  const change = applyApproval(filing('approved', 'cancel-subject'), earlier, { day: '2026-11-23' })
  expect(change.record.subject).toMatchObject({ state: 'cancelled', cancelledOn: '2026-11-23' })
  expect(change.record.services.map((one) => one.cancelledOn)).toEqual(['2026-03-02', '2026-11-23'])
  expect(change).toMatchObject({ cancelled: [subjectNumber, `${subjectNumber}-2`], certificate: 'cancel' })
})

test('a subject that is already cancelled is not cancelled again', () => {
  const gone = { ...record, subject: record.subject && { ...record.subject, state: 'cancelled' as const } }
  expect(() => applyApproval(filing('approved', 'cancel-subject'), gone, { day: '2026-11-23' })).toThrow(expect.objectContaining({ code: '1049' }))
})
