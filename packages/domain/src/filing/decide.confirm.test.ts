import { expect, test } from '@jest/globals'
import type { Command } from './command.js'
import { decide } from './decide.js'
import type { Filing } from './filing.js'
import { at, clock, filing, hours, later, owner, person, waiting } from './filing.fixture.js'

const two = filing('awaiting-confirmation', 'new-subject', {
  confirmations: [waiting('k1', ['subject', 's1']), waiting('k2', ['s2'])],
  passes: ['p1', 'p2'].map((providerId) => ({ providerId, state: 'passed', at })),
})
const answer = (target: Filing, id: string, what: 'right' | 'wrong', now = later(hours)) =>
  decide(target, { type: 'confirm', confirmationId: id, answer: what }, person(id), { now })
const resend: Command = { type: 'resend-code', confirmationId: 'k1' }

test('the filing enters review when the last person has confirmed, and its review clock starts then', () => {
  const first = answer(two, 'k2', 'right').filing
  expect(first).toMatchObject({ status: 'awaiting-confirmation', confirmations: [{ state: 'waiting' }, { state: 'confirmed' }] })
  const second = answer(first, 'k1', 'right', later(2 * hours))
  expect(second.filing).toMatchObject({ status: 'in-review', reviewSince: later(2 * hours), confirmations: [] })
  expect(second.effects).toContainEqual({ type: 'notice', event: { type: 'in-review' } })
})

test('five wrong tries are counted and allowed; the sixth sends the filing back with every pass reset', () => {
  const fifth = [1, 2, 3, 4, 5].reduce((so) => answer(so, 'k1', 'wrong').filing, two)
  expect(fifth).toMatchObject({ status: 'awaiting-confirmation', confirmations: [{ wrongTries: 5 }, { wrongTries: 0 }] })
  const sixth = answer(fifth, 'k1', 'wrong')
  expect(sixth.filing).toMatchObject({ status: 'returned', confirmations: [] })
  expect(sixth.filing.passes.every((one) => one.state === 'waiting')).toBe(true)
  expect(sixth.effects).toContainEqual({ type: 'end-confirmations', confirmationIds: ['k1', 'k2'] })
  expect(sixth.effects).toContainEqual({ type: 'notice', event: { type: 'confirmation-failed', cause: 'wrong-tries' } })
})

test('a right answer after five wrong ones still counts', () => {
  const fifth = [1, 2, 3, 4, 5].reduce((so) => answer(so, 'k1', 'wrong').filing, two)
  expect(answer(fifth, 'k1', 'right').filing.confirmations[0]?.state).toBe('confirmed')
})

test('wrong tries of one person do not touch another’s', () => {
  const tried = answer(answer(two, 'k1', 'wrong').filing, 'k2', 'wrong').filing
  expect(tried.confirmations.map((one) => one.wrongTries)).toEqual([1, 1])
})

test('someone who has confirmed cannot do so again', () => {
  const first = answer(two, 'k2', 'right').filing
  expect(() => answer(first, 'k2', 'right')).toThrow(expect.objectContaining({ kind: 'conflict', code: 'already-confirmed' }))
})

test('from the 24th hour on even a right answer is refused', () => {
  expect(answer(two, 'k1', 'right', later(24 * hours - 1)).filing.confirmations[0]?.state).toBe('confirmed')
  expect(() => answer(two, 'k1', 'right', later(24 * hours))).toThrow(expect.objectContaining({ kind: 'conflict', code: 'expired' }))
})

test('the clock sends the filing back at the 24th hour and not a moment before', () => {
  const expire = (now: string) => decide(two, { type: 'expire' }, clock, { now })
  expect(() => expire(later(24 * hours - 1))).toThrow(expect.objectContaining({ code: 'not-expired' }))
  const { filing: returned, effects } = expire(later(24 * hours))
  expect(returned).toMatchObject({ status: 'returned', confirmations: [] })
  expect(returned.passes.every((one) => one.state === 'waiting')).toBe(true)
  expect(effects).toContainEqual({ type: 'notice', event: { type: 'confirmation-failed', cause: 'expired' } })
})

test('instants are compared as times, not as texts', () => {
  const zoned = { ...two, confirmations: [waiting('k1', ['subject'], { expiresAt: '2026-11-24T10:00:00+08:00' })] }
  expect(decide(zoned, { type: 'expire' }, clock, { now: '2026-11-24T02:00:00.000Z' }).filing.status).toBe('returned')
})

test('a code is sent again at most twice, by the person or by the owner, within the same 24 hours', () => {
  const once = decide(two, resend, person('k1'), { now: later(hours) })
  expect(once.effects).toEqual([{ type: 'resend-confirmation', confirmationId: 'k1' }])
  expect(once.filing.confirmations[0]).toMatchObject({ resends: 1, expiresAt: later(24 * hours) })
  const twice = decide(once.filing, resend, owner, { now: later(hours) }).filing
  expect(() => decide(twice, resend, owner, { now: later(hours) })).toThrow(expect.objectContaining({ code: 'no-resends-left' }))
  expect(() => decide(once.filing, resend, owner, { now: later(25 * hours) })).toThrow(expect.objectContaining({ code: 'expired' }))
})

test('a person acts for no confirmation but the own one', () => {
  expect(() => decide(two, { type: 'confirm', confirmationId: 'k2', answer: 'right' }, person('k1'), { now: later(1) }))
    .toThrow(expect.objectContaining({ kind: 'not-found' }))
  expect(() => answer(two, 'k9', 'right')).toThrow(expect.objectContaining({ kind: 'not-found' }))
})
