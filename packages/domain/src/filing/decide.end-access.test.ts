import { expect, test } from '@jest/globals'
import { findingOf } from '../rules/rule.js'
import { ballOf } from './ball.js'
import type { CommandOf } from './command.js'
import { decide } from './decide.js'
import { nothingToVerify, at, cancellation, filing, later, owner, provider, record, reviewer, subjectNumber } from './filing.fixture.js'
import { permittedActions } from './permitted.js'
import { timelineOf } from './timeline.js'

const applied = filing('draft', 'cancel-access', { applicantProviderId: 'p2' })
const ending = (accessIds: readonly string[], n = 2): CommandOf<'end-access'> =>
  ({ type: 'end-access', content: { ...cancellation([`${subjectNumber}-${n}`]), accessIds: [...accessIds], note: '合同到期' }, findings: [], record })
const now = { now: later(1000) }
const ended = (command: CommandOf<'end-access'>, by = provider('p2')) => decide(applied, command, by, now)

test('a provider that gives up its own access has verified it by that, and the administration reviews it at once', () => {
  const { filing: after, effects } = ended(ending(['s1-a2'], 1))
  expect(after).toMatchObject({
    status: 'in-review', reviewSince: now.now, finishedAt: now.now, province: '110000', passes: [{ providerId: 'p2', state: 'passed', at: now.now }], confirmations: [],
  })
  expect(effects).toEqual([
    { type: 'revision', cause: 'finish' },
    { type: 'notice', event: { type: 'access-ending', providerId: 'p2', serviceNumbers: [`${subjectNumber}-1`], reason: '合同到期', isLast: false } },
  ])
})

test('the owner is told when it is the last access of the service', () => {
  expect(ended(ending(['s2-a1'])).effects[1]).toMatchObject({ event: { isLast: true } })
})

test('nobody ends an access that another provider serves, alone or together with its own', () => {
  const refused = expect.objectContaining({ kind: 'invalid', code: '1047' })
  for (const ids of [['s1-a1'], ['s1-a1', 's1-a2'], ['gone'], []]) expect(() => ended(ending(ids, 1))).toThrow(refused)
  expect(() => ended(ending(['s1-a2'], 1), provider('p1'))).toThrow(expect.objectContaining({ kind: 'not-found' }))
})

test('what blocks is told and nothing ends', () => {
  const rule = { id: 'C-02', severity: 'block' as const, source: 's', title: { zh: '理由', en: 'Reason' } }
  const findings = [findingOf(rule, { path: 'reason', text: { zh: '缺', en: 'Missing' }, fix: { zh: '选', en: 'Choose' } })]
  expect(() => ended({ ...ending(['s1-a2'], 1), findings })).toThrow(expect.objectContaining({ code: 'blocking-findings' }))
})

test('the owner sees it and can neither withdraw nor finish it; its provider gives it up by refusing after a return', () => {
  const { filing: running } = ended(ending(['s1-a2'], 1))
  expect(permittedActions(running, owner, now.now)).toEqual([])
  const returned = decide(running, { type: 'return', opinion: '请说明', findings: [{ path: '', reason: '理由不清', suggestion: '' }] }, reviewer, now).filing
  expect(permittedActions(returned, owner, now.now)).toEqual([])
  expect(() => decide(returned, { type: 'withdraw' }, owner, now)).toThrow(expect.objectContaining({ kind: 'forbidden', code: 'provider-applied' }))
  expect(permittedActions(returned, provider('p2'), now.now)).toEqual(['pass', 'refuse'])
  expect(decide(returned, { type: 'pass', findings: [], sheet: nothingToVerify, confirmations: [] }, provider('p2'), now).filing.status).toBe('in-review')
})

test('the owner of such an application reads that the provider asks for it, and is promised no withdrawal', () => {
  for (const status of ['in-review', 'returned'] as const) {
    const { meaning, whoActs } = ballOf('cancel-access', status, 'owner', { byProvider: true })
    expect(meaning.en).toContain('provider')
    expect(`${meaning.en} ${whoActs.en}`).not.toMatch(/you can withdraw/i)
  }
})

test('its way goes from the application to the review, by the provider', () => {
  const by = { role: 'provider' as const, name: '示例云' }
  const { stages, current } = timelineOf([{ at, action: 'end-access', by, status: 'in-review' }], { kind: 'cancel-access', status: 'in-review' }, later(5000))
  expect(stages.map(({ key, state }) => `${key} ${state}`)).toEqual(['finished done', 'reviewed current', 'decided ahead'])
  expect(stages[0]?.by).toEqual(by)
  expect(current?.key).toBe('reviewed')
})
