import { expect, test } from '@jest/globals'
import { Role } from '../account/role.js'
import { Refusal } from '../refusal.js'
import { FilingAction, filingActions, statusesFor } from './actions.js'
import { decide } from './decide.js'
import type { Filing } from './filing.js'
import { commandFor, filing, later, hours, related, request } from './filing.fixture.js'
import { FilingKind } from './kind.js'
import { permittedActions } from './permitted.js'
import { FilingStatus, isFinal } from './status.js'

/** A filing in which nothing but the table can stand in the way of the action. */
const ready = (status: FilingStatus, kind: FilingKind, action: FilingAction): Filing => {
  const answersRequest = action === 'correct' || action === 'decline-correction-request'
  const fields = kind === 'new-access' ? ['services.s2.accesses.s2-a1.modes'] : ['services.s2.name']
  const applies = action === 'end-access' ? { applicantProviderId: 'p2' } : {}
  return filing(status, kind, answersRequest ? { requests: [request({ fields })] } : applies)
}

const when = (action: FilingAction): string => (action === 'expire' ? later(9 * 24 * hours) : later(hours))

const verdict = (target: Filing, action: FilingAction, role: Role): string => {
  try {
    return decide(target, commandFor(action, target), related[role], { now: when(action) }).filing.status
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `refused: ${error.kind}`
  }
}

/** What the table says should happen. */
const expected = (target: Filing, action: FilingAction, role: Role): RegExp => {
  const row = filingActions[action]
  if (!row.by.includes(role)) return /^refused: forbidden$/
  const seesDrafts = role === 'owner' || target.applicantProviderId || role === 'clock' || role === 'responsible-person'
  if (target.status === 'draft' && !seesDrafts) return /^refused: not-found$/
  if (row.kinds && !row.kinds.includes(target.kind)) return /^refused: conflict$/
  if (statusesFor(action, role).includes(target.status)) {
    return new RegExp(`^(${row.to.map((to) => (to === 'same' || to === 'gone' ? target.status : to)).join('|')})$`)
  }
  return role === 'owner' && (action === 'finish' || action === 'discard') ? /^refused: locked$/ : /^refused: conflict$/
}

const cells = FilingStatus.options.flatMap((status) => FilingAction.options.map((action) => [action, status] as const))

test.each(cells)('“%s” on a filing that is “%s” ends as the table says, for every role and kind', (action, status) => {
  for (const kind of FilingKind.options) {
    for (const role of Role.options) {
      const target = ready(status, kind, action)
      expect(`${kind} ${role} ${verdict(target, action, role)}`).toMatch(new RegExp(`^${kind} ${role} ${expected(target, action, role).source.slice(1)}`))
    }
  }
})

test.each(cells)('the button “%s” on a filing that is “%s” is drawn exactly when deciding allows it', (action, status) => {
  for (const kind of FilingKind.options) {
    for (const role of Role.options) {
      const target = ready(status, kind, action)
      const allowed = !verdict(target, action, role).startsWith('refused: ')
      expect(`${kind} ${role} ${permittedActions(target, related[role], when(action)).includes(action)}`).toBe(`${kind} ${role} ${allowed}`)
    }
  }
})

test('every decision raises the version by exactly one and leaves the given value as it was', () => {
  for (const [action, status] of cells) {
    for (const role of Role.options) {
      const target = ready(status, 'new-subject', action)
      const before = structuredClone(target)
      try {
        expect(decide(target, commandFor(action, target), related[role], { now: when(action) }).filing.version).toBe(before.version + 1)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
      }
      expect(target).toEqual(before)
    }
  }
})

test('the owner of a locked filing is told who can change it and how', () => {
  const target = filing('with-providers')
  expect(() => decide(target, commandFor('finish', target), related.owner, { now: later(1) })).toThrow(/Ask the access provider/)
})

test('a stranger to a filing learns nothing about it, whatever its status', () => {
  for (const status of FilingStatus.options) {
    const target = filing(status)
    const strangers = [
      { role: 'owner', accountId: 'o2' }, { role: 'provider', accountId: 'x', providerId: 'p9' }, { role: 'reviewer', accountId: 'x', province: '330000' },
    ] as const
    for (const stranger of strangers) {
      for (const action of FilingAction.options.filter((one) => filingActions[one].by.includes(stranger.role))) {
        expect(() => decide(target, commandFor(action, target), stranger, { now: later(1) })).toThrow(expect.objectContaining({ kind: 'not-found' }))
      }
      expect(permittedActions(target, stranger, later(1))).toEqual([])
    }
  }
})

test('every status can be reached from a draft', () => {
  const reached = new Set<FilingStatus>(['draft'])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const row of Object.values(filingActions)) {
      if (!row.from.some((from) => reached.has(from))) continue
      for (const to of row.to) if (to !== 'same' && to !== 'gone') reached.add(to)
    }
  }
  expect([...reached].sort()).toEqual([...FilingStatus.options].sort())
})

test('only final statuses are dead ends, and from every other one a final status can be reached', () => {
  const leads = (status: FilingStatus): FilingStatus[] => Object.values(filingActions).filter((row) => row.from.includes(status))
    .flatMap((row) => row.to.filter((to): to is FilingStatus => to !== 'same' && to !== 'gone'))
  for (const status of FilingStatus.options) {
    const seen = new Set<FilingStatus>([status])
    for (const one of seen) leads(one).forEach((to) => seen.add(to))
    expect([status, leads(status).length === 0]).toEqual([status, isFinal(status)])
    expect([status, [...seen].some(isFinal)]).toEqual([status, true])
  }
})
