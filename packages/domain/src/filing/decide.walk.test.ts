import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Actor } from '../account/role.js'
import { Refusal } from '../refusal.js'
import { whatChanged, withFieldAt } from './changes.js'
import type { Command, Decision, PlannedConfirmation } from './command.js'
import { decide } from './decide.js'
import type { Filing } from './filing.js'
import { at, cancellation, content, filing, hours, nothingToVerify, owner, person, provider, record, reviewer } from './filing.fixture.js'
import { isCancellation, type FilingKind } from './kind.js'
import { confirmationsFor, providersOf } from './parties.js'
import { permittedActions } from './permitted.js'
import { isFinal, isLocked } from './status.js'

/** One attempt of anyone, sensible or not. `n` picks among ids and times. */
interface Attempt { readonly who: number; readonly what: number; readonly n: number; readonly pause: number }

const actors: readonly Actor[] = [
  owner, { role: 'owner', accountId: 'o2' }, provider('p1'), provider('p2'), provider('p9'), reviewer,
  { role: 'reviewer', accountId: 'g2', province: '330000' }, person('k1'), person('k2'), { role: 'clock' }, { role: 'operator', accountId: 'x' },
  { role: 'security-administrator', accountId: 'y' }, { role: 'audit-administrator', accountId: 'z' },
]

const paths = ['subject.name', 'services.s1.name', 'services.s2.name', 'services.s1.accesses.s1-a1.modes', 'services.s1.accesses.s1-a2.modes']

const plan = (state: Filing): PlannedConfirmation[] => confirmationsFor(state.kind, state.content, record).map((one, n) => ({ ...one, id: `k${n + 1}` }))

const command = (state: Filing, { what, n }: Attempt, step: number): Command => {
  const path = paths[n % paths.length] ?? ''
  const open = state.requests.filter((request) => request.state === 'open')
  const requestId = open[n % Math.max(1, open.length)]?.id ?? 'none'
  const all: readonly Command[] = [
    { type: 'finish', content: isCancellation(state.kind) ? state.content : content, findings: [], record },
    { type: 'withdraw' },
    { type: 'open-correction-request', requestId: `q${step}`, fields: [path], reason: '有误', ...(n % 2 ? { providerId: `p${(n % 3) + 1}` } : {}) },
    { type: 'decline-correction-request', requestId, answer: '不改' },
    { type: 'correct', requestId, reason: '改', content: withFieldAt(state.content, open[n % Math.max(1, open.length)]?.fields[0] ?? path, path.endsWith('modes') ? ['1', String(step)] : `新${step}`) },
    { type: 'pass', findings: [], sheet: nothingToVerify, confirmations: plan(state) },
    { type: 'pass', findings: [], sheet: nothingToVerify, confirmations: plan(state) },
    { type: 'confirm', confirmationId: `k${(n % 2) + 1}`, answer: n % 3 === 0 ? 'wrong' : 'right' },
    { type: 'confirm', confirmationId: `k${(n % 2) + 1}`, answer: 'right' },
    { type: 'resend-code', confirmationId: `k${(n % 2) + 1}` },
    { type: 'expire' },
    { type: 'approve', findings: [] },
    { type: 'return', opinion: '退回', findings: [{ path: '', reason: '不符', suggestion: '' }] },
    { type: 'refuse', reason: '不符' },
  ]
  // Ends of the line are tried less often, so that walks get long enough to be of interest.
  return (n % 4 !== 0 ? all.slice(0, 12).filter((one) => one.type !== 'withdraw')[what % 11] : all[what % all.length]) as Command
}

const providersPassedSince = (history: readonly (readonly [Command, Actor, Decision])[]): Set<string> => {
  const passed = new Set<string>()
  for (const [done, actor] of history) {
    if (done.type === 'return' || done.type === 'expire') passed.clear()
    if (done.type === 'pass' && actor.role === 'provider') passed.add(actor.providerId)
  }
  return passed
}

const requireSound = (before: Filing, done: Command, actor: Actor, { filing: after, effects }: Decision, history: Parameters<typeof providersPassedSince>[0]): void => {
  expect(after.version).toBe(before.version + 1)
  expect(isFinal(before.status)).toBe(false)
  expect([after.id, after.kind, after.ownerAccountId]).toEqual([before.id, before.kind, before.ownerAccountId])
  if (isLocked(before.status)) {
    const changes = whatChanged(before.content, after.content)
    if (changes.length > 0) expect([done.type, actor.role]).toEqual(['correct', 'provider'])
    expect(effects.some((effect) => effect.type === 'revision')).toBe(changes.length > 0)
  }
  expect(after.confirmations.length > 0).toBe(after.status === 'awaiting-confirmation')
  expect(after.reviewSince !== null).toBe(after.status === 'in-review' || (before.status === 'in-review' && after.status !== 'returned'))
  if (isLocked(after.status)) expect(after.passes.map((one) => one.providerId)).toEqual(providersOf(after.content, record))
  if (after.status === 'awaiting-confirmation' || after.status === 'in-review' || after.status === 'approved') {
    expect(after.passes.every((one) => one.state === 'passed')).toBe(true)
    for (const one of after.passes) expect(providersPassedSince(history)).toContain(one.providerId)
  }
  if (after.status === 'in-review' && before.status !== 'in-review' && after.kind !== 'cancel-access') {
    expect(done).toMatchObject({ type: 'confirm', answer: 'right' })
    expect(before.confirmations.filter((one) => one.state === 'waiting')).toHaveLength(1)
  }
  if (after.status === 'approved') expect([before.status, actor]).toEqual(['in-review', reviewer])
  const mayHaveOpen = after.status === 'with-providers' || after.status === 'returned'
  if (!mayHaveOpen) expect(after.requests.some((request) => request.state === 'open')).toBe(false)
  for (const request of after.requests.filter((one) => one.state === 'open')) {
    expect(after.passes.find((one) => one.providerId === request.providerId)?.state).toBe('waiting')
  }
  for (const one of after.confirmations) expect(one.wrongTries <= 5 && one.resends <= 2).toBe(true)
  expect(effects.some((effect) => effect.type === 'register-changes')).toBe(after.status === 'approved')
}

const attempts = fc.array(fc.record({ who: fc.nat(10), what: fc.nat(13), n: fc.nat(30), pause: fc.constantFrom(1, 1, 1, 1, hours, 30 * hours) }), { minLength: 30, maxLength: 120 })
const kinds: readonly FilingKind[] = ['new-subject', 'cancel-service', 'cancel-subject', 'cancel-access', 'change']

const startOf = (kind: FilingKind): Filing => filing('draft', kind, { content: kind === 'cancel-subject' ? cancellation() : filing('draft', kind).content })

test('whoever tries whatever in whatever order, no invariant of a filing breaks', () => {
  const reached = new Map<string, number>()
  fc.assert(fc.property(fc.constantFrom(...kinds), attempts, (kind, walk) => {
    let state = startOf(kind)
    let now = Date.parse(at)
    const history: [Command, Actor, Decision][] = []
    walk.forEach((attempt, step) => {
      now += attempt.pause
      const instant = new Date(now).toISOString()
      const actor = actors[attempt.who % actors.length] as Actor
      const tried = command(state, attempt, step)
      const permitted = permittedActions(state, actor, instant)
      const before = structuredClone(state)
      try {
        const decision = decide(state, tried, actor, { now: instant })
        expect(permitted).toContain(tried.type)
        history.push([tried, actor, decision])
        requireSound(before, tried, actor, decision, history)
        state = decision.filing
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        expect(error.text.zh !== '' && error.text.en !== '').toBe(true)
        expect(state).toEqual(before)
      }
    })
    reached.set(state.status, (reached.get(state.status) ?? 0) + 1)
  }), { numRuns: 300, seed: 20261123 })
  // A walk that never gets anywhere would prove nothing.
  expect([...reached.keys()].sort()).toEqual(expect.arrayContaining(['approved', 'refused', 'with-providers', 'withdrawn']))
})
