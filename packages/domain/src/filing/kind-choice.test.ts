import { expect, test } from '@jest/globals'
import { ballTexts } from './ball.js'
import { entryScope, isFixedAt } from './entry-scope.js'
import { FilingKind, isCancellation } from './kind.js'
import { choicesOnRecord, kindObstacle, type RecordStanding } from './kind-choice.js'
import { wayOf } from './timeline.js'

const served = { type: 'website', accesses: 2 } as const
const hollow = { type: 'website', accesses: 0 } as const
const two: RecordStanding = { services: [served, { type: 'app', accesses: 1 }], open: [], province: '110000', hollowAdds: true }
const obstacles = (standing: RecordStanding) => choicesOnRecord.flatMap(({ kind }) => (kindObstacle(kind, standing) ? [kind] : []))

test('every kind but a first filing is offered for a subject in force, once each, in both languages', () => {
  expect(choicesOnRecord.map(({ kind }) => kind).sort()).toEqual(FilingKind.options.filter((kind) => kind !== 'new-subject').sort())
  for (const { wish, hint, effect } of choicesOnRecord) for (const text of [wish, hint, effect]) expect(text.zh !== '' && text.en !== '').toBe(true)
})

test('with two websites and nothing running everything can be started', () => {
  expect(choicesOnRecord.map(({ kind }) => [kind, kindObstacle(kind, two)])).toEqual(choicesOnRecord.map(({ kind }) => [kind, null]))
})

test('the last website is not closed alone, and without websites there is nothing to serve or to close', () => {
  expect(obstacles({ ...two, services: [served] })).toEqual(['cancel-service'])
  expect(obstacles({ ...two, services: [] })).toEqual(['new-access', 'change', 'migrate-service', 'cancel-access', 'cancel-service', 'cancel-subject'])
})

test('a subject that has nothing left adds a service only where the province lets it, and is told of the way out elsewhere', () => {
  const left = (hollowAdds: boolean) => kindObstacle('new-service', { ...two, services: [], province: '440000', hollowAdds })
  expect(left(true)).toBeNull()
  expect(left(false)?.en).toBe('Nothing is left under this subject. Guangdong asks for it to be cancelled first and filed anew. The administration clears a hollow subject once the time of its notice is over, or cancels it when asked; then make a first filing.')
  expect(kindObstacle('change', { ...two, services: [], hollowAdds: false })?.zh).toBe('该主体下没有有效的网站。')
  expect(kindObstacle('new-service', { ...two, hollowAdds: false })).toBeNull()
})

test('what nobody serves nobody can verify: only a new website or a new access begins', () => {
  expect(obstacles({ ...two, services: [hollow, hollow] })).toEqual(['change', 'migrate-service', 'cancel-access', 'cancel-service', 'cancel-subject'])
  expect(kindObstacle('cancel-subject', { ...two, services: [hollow] })?.en).toMatch(/The administration clears such hollow records/)
  expect(obstacles({ ...two, services: [hollow, served] })).toEqual([])
})

test('apps are not moved to another subject', () => {
  expect(obstacles({ ...two, services: [{ type: 'app', accesses: 1 }, { type: 'quick-app', accesses: 1 }] })).toEqual(['migrate-service'])
  expect(kindObstacle('migrate-service', { ...two, services: [hollow, { type: 'app', accesses: 1 }] })?.en).toMatch(/no provider could verify/)
})

test('a running filing stands in the way of every kind, a draft of none', () => {
  const running = { kind: 'change' as const, status: 'in-review' as const, serviceNumbers: [] }
  for (const { kind } of choicesOnRecord) {
    expect([kind, kindObstacle(kind, { ...two, open: [running] })?.en]).toEqual([kind, expect.stringContaining('running')])
    expect(kindObstacle(kind, { ...two, open: [{ ...running, status: 'draft' }] })).toBeNull()
  }
})

test('the way of each kind is told before it begins; only the end of an access needs nobody’s confirmation', () => {
  for (const kind of FilingKind.options) {
    expect(wayOf(kind).map(({ key }) => key)).toEqual([
      ...(kind === 'migrate-service' ? ['agreed'] : []), 'verified', ...(kind === 'cancel-access' ? [] : ['confirmed']), 'reviewed',
    ])
    expect(wayOf(kind).at(-1)?.time).toEqual(ballTexts['in-review'].owner.untilWhen)
  }
})

test('each kind asks for its own part of a filing', () => {
  const asked = FilingKind.options.map((kind) => [kind, Object.entries(entryScope(kind)).filter(([, open]) => open).map(([part]) => part)])
  expect(Object.fromEntries(asked)).toEqual({
    'new-subject': ['subject', 'newServices', 'serviceFields', 'newAccesses', 'accessFields'],
    'new-service': ['newServices', 'serviceFields', 'newAccesses', 'accessFields'],
    'new-access': ['newAccesses', 'accessFields'],
    change: ['subject', 'serviceFields', 'accessFields'],
    'migrate-service': [],
    ...Object.fromEntries(FilingKind.options.filter(isCancellation).map((kind) => [kind, []])),
  })
})

test('a change keeps certificate, province, domain, type and providers; no other kind fixes a field that it asks', () => {
  const fixed = ['subject.certificateType', 'subject.certificateNumber', 'subject.province', 'services.s1.domain', 'services.s1.type', 'services.s1.accesses.a1.providerName']
  const free = ['subject.name', 'subject.city', 'subject.person.certificateNumber', 'services.s1.name', 'services.s1.person.certificateType', 'services.s1.accesses.a1.ipRanges']
  expect(fixed.map((path) => isFixedAt('change', path))).toEqual(fixed.map(() => true))
  expect(free.map((path) => isFixedAt('change', path))).toEqual(free.map(() => false))
  for (const kind of ['new-subject', 'new-service', 'new-access'] as const) for (const path of fixed) expect(isFixedAt(kind, path)).toBe(false)
})
