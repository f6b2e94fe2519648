import { expect, test } from '@jest/globals'
import { FilingStatus } from '../filing/status.js'
import { at, filing } from '../filing/filing.fixture.js'
import { afterPaper, asksPaperReason, maySeePaper, paperRefusal } from './paper-rights.js'

const ofSubject = { purpose: '2', about: 'subject', providerId: null }
const ofSecond = { purpose: '4', about: 'services.s2', providerId: null }
const photoOf = (providerId: string) => ({ purpose: '5', about: 'services.s1', providerId })
const base = filing('with-providers')
const owner = { role: 'owner', accountId: base.ownerAccountId } as const
const staff = (providerId: string) => ({ role: 'provider', accountId: 'a', providerId }) as const
const reviewer = { role: 'reviewer', accountId: 'r', province: base.province } as const
const told = (status: FilingStatus, ...[actor, place]: [Parameters<typeof paperRefusal>[1], Parameters<typeof paperRefusal>[2]]) => paperRefusal({ ...filing(status) }, actor, place)?.code ?? 'may'

test('an owner changes its papers while it fills in the filing and when it came back, and never those of providers', () => {
  const may = FilingStatus.options.filter((status) => told(status, owner, ofSubject) === 'may')
  expect(may).toEqual(['draft', 'returned'])
  for (const status of FilingStatus.options.filter((one) => !may.includes(one))) expect([status, told(status, owner, ofSubject)]).toEqual([status, 'locked'])
  expect(told('draft', owner, photoOf('p1'))).toBe('paper-of-provider')
})

test('a provider changes papers while it verifies: its own, those of the subject and of what it serves', () => {
  const may = FilingStatus.options.filter((status) => told(status, staff('p1'), photoOf('p1')) === 'may')
  expect(may).toEqual(['with-providers', 'returned'])
  expect([told('with-providers', staff('p1'), ofSubject), told('with-providers', staff('p2'), ofSecond)]).toEqual(['may', 'may'])
  expect([told('with-providers', staff('p1'), ofSecond), told('with-providers', staff('p1'), photoOf('p2')), told('draft', staff('p1'), ofSubject), told('with-providers', staff('p9'), ofSubject)])
    .toEqual(['filing-not-found', 'filing-not-found', 'filing-not-found', 'filing-not-found'])
  const passed = { ...base, passes: base.passes.map((pass) => ({ ...pass, state: 'passed' as const, at })) }
  expect(paperRefusal(passed, staff('p1'), photoOf('p1'))?.code).toBe('already-passed')
  expect([asksPaperReason(staff('p1'), ofSubject), asksPaperReason(staff('p1'), photoOf('p1')), asksPaperReason(owner, ofSubject)]).toEqual([true, false, false])
})

test('the administration of the province reads all and changes nothing; another, and every other office, sees nothing', () => {
  expect([maySeePaper(base, reviewer, photoOf('p2')), told('in-review', reviewer, ofSubject)]).toEqual([true, 'wrong-role'])
  expect(told('in-review', { ...reviewer, province: '310000' }, ofSubject)).toBe('filing-not-found')
  expect(maySeePaper(base, { role: 'operator', accountId: 'o' }, ofSubject)).toBe(false)
})

test('a changed paper of the owner’s opens the passes that rested on it, one version on; what a provider brought opens none', () => {
  const passed = { ...base, passes: base.passes.map((pass) => ({ ...pass, state: 'passed' as const, at })) }
  const reopened = [afterPaper(passed, ofSubject), afterPaper(passed, ofSecond), afterPaper(base, ofSubject), afterPaper(passed, photoOf('p1')), afterPaper({ ...base, status: 'draft' }, ofSubject)]
  expect(reopened.map((after) => after?.reopened)).toEqual([['p1', 'p2'], ['p2'], [], undefined, undefined])
  expect(afterPaper(passed, ofSecond)?.filing).toMatchObject({ version: passed.version + 1, status: passed.status, passes: [{ providerId: 'p1', state: 'passed' }, { providerId: 'p2', state: 'waiting', at: null }] })
})
