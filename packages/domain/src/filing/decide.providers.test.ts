import { expect, test } from '@jest/globals'
import type { Finding } from '../finding.js'
import type { Command } from './command.js'
import { decide } from './decide.js'
import type { Filing } from './filing.js'
import { at, cancellation, commandFor, content, filing, hours, later, nothingToVerify, owner, planned, provider, record, request, reviewer } from './filing.fixture.js'

const now = later(1000)
const run = (target: Filing, ...steps: readonly (readonly [Command, Parameters<typeof decide>[2]])[]): Filing =>
  steps.reduce((so, [command, actor]) => decide(so, command, actor, { now }).filing, target)
const pass: Command = { type: 'pass', findings: [], sheet: nothingToVerify, confirmations: planned }
const blockingFinding: Finding = {
  rule: 'W-01', path: 'services.s1.domain', severity: 'block', text: { zh: '错', en: 'wrong' }, fix: { zh: '改', en: 'fix' }, source: 'test',
}

test('finishing names every provider of the content once, locks the filing and keeps a revision', () => {
  const { filing: finished, effects } = decide(filing('draft'), { type: 'finish', content, findings: [] }, owner, { now })
  expect(finished).toMatchObject({ status: 'with-providers', finishedAt: now, province: '110000', version: 8 })
  expect(finished.passes.map((one) => [one.providerId, one.state])).toEqual([['p1', 'waiting'], ['p2', 'waiting']])
  expect(effects.map((effect) => effect.type)).toEqual(['revision', 'notice'])
})

test('a pass with a line of the sheet unanswered is invalid, names the line, and passes once it is answered', () => {
  const line = { rule: 'V-14', path: 'services.s1.domain', figure: '' }
  const passing = (answers: Extract<Command, { type: 'pass' }>['sheet']['answers']) => () =>
    decide(filing('with-providers'), { type: 'pass', findings: [], sheet: { asked: [line], answers }, confirmations: planned }, provider('p1'), { now })
  expect(passing([])).toThrow(expect.objectContaining({ kind: 'invalid', code: 'sheet-incomplete', findings: [expect.objectContaining({ rule: 'V-14', path: line.path, severity: 'block' })] }))
  expect(passing([{ ...line, answer: 'does-not-hold', reason: '' }])).toThrow(expect.objectContaining({ code: 'sheet-incomplete' }))
  expect(passing([{ ...line, answer: 'holds', reason: '' }])().filing.passes[0]).toMatchObject({ providerId: 'p1', state: 'passed' })
})

test('finishing with a blocking finding is invalid and gives every finding back', () => {
  const warning = { ...blockingFinding, severity: 'warn' as const }
  const finish = (findings: Finding[]) => () => decide(filing('draft'), { type: 'finish', content, findings }, owner, { now })
  expect(finish([blockingFinding, warning])).toThrow(expect.objectContaining({ kind: 'invalid', findings: [blockingFinding, warning] }))
  expect(finish([warning])).not.toThrow()
})

test('a filing without any provider cannot be finished', () => {
  const bare = { ...content, services: content.services.map((service) => ({ ...service, accesses: [] })) }
  expect(() => decide(filing('draft'), { type: 'finish', content: bare, findings: [] }, owner, { now })).toThrow(expect.objectContaining({ code: 'no-provider' }))
})

test('a cancellation goes to every provider that serves what falls, and to no other', () => {
  const finish = (kind: 'cancel-subject' | 'cancel-service', numbers: string[]) => decide(
    filing('draft', kind), { type: 'finish', content: cancellation(numbers), findings: [], record }, owner, { now },
  ).filing.passes.map((one) => one.providerId)
  expect(finish('cancel-subject', [])).toEqual(['p1', 'p2'])
  expect(finish('cancel-service', ['京ICP备2026000001号-2'])).toEqual(['p2'])
})

test('the province of the handed-in content decides which administration reviews, and that of the register for a cancellation', () => {
  const elsewhere = { ...content, subject: { ...content.subject, province: '330000' } }
  expect(decide(filing('draft'), { type: 'finish', content: elsewhere, findings: [] }, owner, { now }).filing.province).toBe('330000')
  const stale = filing('draft', 'cancel-subject', { province: '' })
  expect(decide(stale, { type: 'finish', content: cancellation(), findings: [], record }, owner, { now }).filing.province).toBe('110000')
})

test('a draft of one form cannot be finished with content of the other', () => {
  expect(() => decide(filing('draft'), { type: 'finish', content: cancellation(), findings: [], record }, owner, { now }))
    .toThrow(expect.objectContaining({ code: 'wrong-form' }))
})

test('with two providers the filing moves on only when both have passed', () => {
  const once = run(filing('with-providers'), [pass, provider('p1')])
  expect(once.status).toBe('with-providers')
  const twice = decide(once, pass, provider('p2'), { now })
  expect(twice.filing).toMatchObject({ status: 'awaiting-confirmation', statusSince: now })
  expect(twice.filing.confirmations.map((one) => [one.id, one.expiresAt])).toEqual([['k1', later(1000 + 24 * hours)], ['k2', later(1000 + 24 * hours)]])
  expect(twice.effects.map((effect) => effect.type)).toEqual(['notice', 'send-confirmations', 'notice'])
})

test('a provider cannot pass twice', () => {
  const once = run(filing('with-providers'), [pass, provider('p1')])
  expect(() => run(once, [pass, provider('p1')])).toThrow(expect.objectContaining({ kind: 'conflict', code: 'already-passed' }))
})

test('the last pass of cancel-access goes straight to review, since nobody has to confirm', () => {
  const { filing: next, effects } = decide(filing('with-providers', 'cancel-access'), { ...pass, confirmations: [] }, provider('p2'), { now })
  expect(next).toMatchObject({ status: 'in-review', reviewSince: now, confirmations: [] })
  expect(effects.map((effect) => effect.type)).toEqual(['notice', 'notice'])
})

test('a filing in which nobody could confirm never slips into review', () => {
  const once = run(filing('with-providers'), [pass, provider('p1')])
  expect(() => run(once, [{ ...pass, confirmations: [] }, provider('p2')])).toThrow(expect.objectContaining({ code: 'no-confirmation' }))
})

test('passing with blocking findings is invalid', () => {
  expect(() => run(filing('with-providers'), [{ ...pass, findings: [blockingFinding] }, provider('p1')]))
    .toThrow(expect.objectContaining({ kind: 'invalid', code: 'blocking-findings' }))
})

test('a provider with an open request cannot pass, while another one can', () => {
  const target = filing('with-providers', 'new-subject', { requests: [request()] })
  expect(() => run(target, [pass, provider('p2')])).toThrow(expect.objectContaining({ code: 'open-correction-request' }))
  expect(run(target, [pass, provider('p1')]).passes).toContainEqual({ providerId: 'p1', state: 'passed', at: now })
})

test('a request to a provider that has already passed makes it wait again, so that no request is left behind', () => {
  const once = run(filing('with-providers'), [pass, provider('p2')])
  const asked = run(once, [{ type: 'open-correction-request', requestId: 'q1', fields: ['services.s2.name'], reason: '有误', providerId: 'p2' }, owner])
  expect(asked.passes.find((one) => one.providerId === 'p2')).toEqual({ providerId: 'p2', state: 'waiting', at: null })
})

test('a return resets every pass; the filing stays returned until all have passed again, and then is confirmed anew', () => {
  const inReview = filing('in-review', 'new-subject', { passes: ['p1', 'p2'].map((providerId) => ({ providerId, state: 'passed', at })) })
  const returned = run(inReview, [commandFor('return', inReview), reviewer])
  expect(returned).toMatchObject({ status: 'returned', reviewSince: null })
  expect(returned.passes.every((one) => one.state === 'waiting')).toBe(true)
  const once = run(returned, [pass, provider('p1')])
  expect(once.status).toBe('returned')
  expect(run(once, [pass, provider('p2')]).status).toBe('awaiting-confirmation')
})

test('returning needs an opinion, at least one finding, a reason for each, and fields that exist', () => {
  const target = filing('in-review')
  const refused = (opinion: string, findings: { path: string; reason: string; suggestion: string }[]) => {
    try {
      decide(target, { type: 'return', opinion, findings }, reviewer, { now })
      return 'accepted'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  const good = { path: 'subject.name', reason: '与证件不符', suggestion: '' }
  expect(refused(' ', [good])).toBe('opinion-required')
  expect(refused('请修改', [])).toBe('findings-required')
  expect(refused('请修改', [{ ...good, reason: ' ' }])).toBe('reason-required')
  expect(refused('请修改', [{ ...good, path: 'subject.__proto__' }])).toBe('unknown-field')
  expect(refused('请修改', [good, { ...good, path: '' }])).toBe('accepted')
})

test('refusing needs a reason, closes what is open and ends the filing', () => {
  const target = filing('with-providers', 'new-subject', { requests: [request()] })
  expect(() => run(target, [{ type: 'refuse', reason: '  ' }, provider('p1')])).toThrow(expect.objectContaining({ code: 'reason-required' }))
  const { filing: refused, effects } = decide(target, { type: 'refuse', reason: '材料不符' }, provider('p1'), { now })
  expect(refused).toMatchObject({ status: 'refused', requests: [{ state: 'closed' }] })
  expect(effects.map((effect) => effect.type)).toEqual(['correction-request-answered', 'review-decision', 'notice'])
})

test('withdrawing during confirmation ends the codes', () => {
  const { filing: gone, effects } = decide(filing('awaiting-confirmation'), { type: 'withdraw' }, owner, { now })
  expect(gone).toMatchObject({ status: 'withdrawn', confirmations: [] })
  expect(effects).toContainEqual({ type: 'end-confirmations', confirmationIds: ['k1'] })
})

test('nobody withdraws during review, and the text says when it would have been possible', () => {
  expect(() => decide(filing('in-review'), { type: 'withdraw' }, owner, { now })).toThrow(/it is while the filing is “With access providers” or “Awaiting confirmation” or “Returned”/)
})

test('approval asks for the register to be changed, unless a finding blocks it', () => {
  const { filing: approved, effects } = decide(filing('in-review'), { type: 'approve', findings: [], opinion: ' 同意 ' }, reviewer, { now })
  expect(approved).toMatchObject({ status: 'approved', reviewSince: at })
  expect(effects.map((effect) => effect.type)).toEqual(['review-decision', 'register-changes', 'notice'])
  expect(() => decide(filing('in-review'), { type: 'approve', findings: [blockingFinding] }, reviewer, { now }))
    .toThrow(expect.objectContaining({ kind: 'invalid' }))
})
