import { expect, test } from '@jest/globals'
import { record, subjectNumber } from '../filing/filing.fixture.js'
import type { RegisterRecord } from '../register/register.js'
import { applyClearing, hollowClock, hollowParts } from './hollow.js'

const without = (ids: readonly string[]): RegisterRecord => ({
  ...record, services: record.services.map((one) => (ids.includes(one.id) ? { ...one, content: { ...one.content, accesses: [] } } : one)),
})
const cancelled = (held: RegisterRecord): RegisterRecord => ({ ...held, services: held.services.map((one) => ({ ...one, state: 'cancelled' as const, cancelledOn: '2026-01-01' })) })

test('a service without an access is hollow, and a subject without a service; what is cancelled is not', () => {
  expect(hollowParts(record)).toEqual([])
  expect(hollowParts(without(['r2']))).toEqual([{ kind: 'service', serviceId: 'r2' }])
  expect(hollowParts(cancelled(without(['r2'])))).toEqual([{ kind: 'subject', serviceId: null }])
  expect(hollowParts({ ...cancelled(record), subject: { ...record.subject!, state: 'cancelled' } })).toEqual([])
  expect(hollowParts({ subject: null, services: [], certificates: [] })).toEqual([])
})

const day = (n: number, time = '00:00') => `2026-11-${String(n).padStart(2, '0')}T${time}:00.000Z`

test.each([
  ['nobody has told the owner', null, [], 20, 'found', null],
  ['nobody has told the owner, and a filing runs', null, [{ from: day(1), until: null }], 20, 'stopped', null],
  ['told, less than seven days ago', day(10), [], 16, 'told', day(17)],
  ['told seven days ago', day(10), [], 17, 'due', day(17)],
  ['a filing runs', day(10), [{ from: day(12), until: null }], 28, 'stopped', null],
  ['a filing of two days came to nothing', day(10), [{ from: day(12), until: day(14) }], 18, 'told', day(19)],
  ['a filing that ended before the notice counts for nothing', day(10), [{ from: day(2), until: day(9) }], 17, 'due', day(17)],
  ['of one that ended after the notice only what was after it counts', day(10), [{ from: day(2), until: day(11) }], 17, 'told', day(18)],
  ['several are added up', day(10), [{ from: day(11), until: day(12) }, { from: day(13), until: day(15) }], 20, 'due', day(20)],
] as const)('%s: at day %s', (_, toldAt, filings, on, standing, until) => {
  expect(hollowClock(toldAt, filings, day(on))).toEqual({ standing, until })
})

test('a cleared service ends and leaves the others alone; the last one leaves a hollow subject without a certificate, which is cleared later', () => {
  const one = applyClearing(without(['r2']), { kind: 'service', serviceId: 'r2' }, '2026-11-26')
  expect(one).toMatchObject({ issued: [], cancelled: [`${subjectNumber}-2`], certificate: 'replace' })
  expect(one.record.services.map(({ state, cancelledOn }) => [state, cancelledOn])).toEqual([['in-force', null], ['cancelled', '2026-11-26']])
  expect(one.record.subject).toEqual(record.subject)
  const both = without(['r1', 'r2'])
  const first = applyClearing(both, { kind: 'service', serviceId: 'r1' }, '2026-11-26')
  const last = applyClearing(first.record, { kind: 'service', serviceId: 'r2' }, '2026-11-26')
  expect(last).toMatchObject({ certificate: 'cancel', cancelled: [`${subjectNumber}-2`] })
  expect(hollowParts(last.record)).toEqual([{ kind: 'subject', serviceId: null }])
  const gone = applyClearing(last.record, { kind: 'subject', serviceId: null }, '2026-12-05')
  expect(gone).toMatchObject({ cancelled: [subjectNumber], certificate: 'cancel', record: { subject: { state: 'cancelled', cancelledOn: '2026-12-05', lastServiceIndex: record.subject!.lastServiceIndex } } })
})

test('what is not hollow any more is not cleared', () => {
  expect(() => applyClearing(record, { kind: 'service', serviceId: 'r2' }, '2026-11-26')).toThrow(expect.objectContaining({ code: 'not-hollow' }))
  expect(() => applyClearing(without(['r2']), { kind: 'subject', serviceId: null }, '2026-11-26')).toThrow(expect.objectContaining({ code: 'not-hollow' }))
})
