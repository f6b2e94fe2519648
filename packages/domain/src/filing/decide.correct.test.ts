import { expect, test } from '@jest/globals'
import { Refusal } from '../refusal.js'
import { withFieldAt } from './changes.js'
import type { Command } from './command.js'
import type { FilingContent } from './content.js'
import { decide } from './decide.js'
import type { CorrectionRequest, Filing } from './filing.js'
import { at, content, filing, later, owner, provider, renamed, request, service } from './filing.fixture.js'
import type { FilingKind } from './kind.js'

const now = later(1000)
const passed = (...providerIds: string[]): Filing['passes'] =>
  ['p1', 'p2'].map((providerId) => (providerIds.includes(providerId) ? { providerId, state: 'passed', at } : { providerId, state: 'waiting', at: null }))
const under = (fields: readonly string[], parts: Partial<Filing> = {}, kind: FilingKind = 'new-subject', to = 'p2'): Filing =>
  filing('with-providers', kind, { requests: [request({ fields, providerId: to })], ...parts })
const correct = (target: Filing, next: FilingContent, by = 'p2', reason = '按证件修改') =>
  decide(target, { type: 'correct', requestId: 'q1', content: next, reason }, provider(by), { now })
const refusalOf = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('was accepted')
}
const set = (path: string, value: unknown): FilingContent => withFieldAt(content, path, value)

test('a correction changes the named field, closes its request and keeps before and after', () => {
  const { filing: next, effects } = correct(under(['services.s2.name']), renamed('新名称'))
  expect(next.content).toEqual(renamed('新名称'))
  expect(next.requests[0]?.state).toBe('corrected')
  expect(next.status).toBe('with-providers')
  expect(effects).toContainEqual({
    type: 'correction', requestId: 'q1', providerId: 'p2', reason: '按证件修改',
    changes: [{ path: 'services.s2.name', before: '示例网站s2', after: '新名称' }],
  })
  expect(effects[0]).toEqual({ type: 'revision', cause: 'correct' })
})

test('a correction needs a reason and at least one change', () => {
  expect(refusalOf(() => correct(under(['services.s2.name']), renamed('新名称'), 'p2', ' ')).code).toBe('reason-required')
  expect(refusalOf(() => correct(under(['services.s2.name']), content)).code).toBe('nothing-changed')
})

test('a change that the request does not name is refused with a finding at that field, and nothing is changed', () => {
  const both = withFieldAt(renamed('新名称'), 'services.s2.domain', 'other.example.com')
  const refusal = refusalOf(() => correct(under(['services.s2.name']), both))
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'change-not-allowed' })
  expect(refusal.findings.map((one) => [one.rule, one.path])).toEqual([['K-01', 'services.s2.domain']])
})

test('naming a part covers every field in it', () => {
  expect(correct(under(['subject.person']), set('subject.person.mobile', '13900000000')).filing.requests[0]?.state).toBe('corrected')
})

test('naming the person in charge of a website covers both the choice and the person’s data', () => {
  const next = withFieldAt(set('services.s1.personSource', 'own'), 'services.s1.person.name', '赵强')
  expect(correct(under(['services.s1.personSource']), next).filing.content).toEqual(next)
})

test('websites and accesses are neither added nor removed by a correction', () => {
  const less = { ...content, services: content.services.slice(0, 1) }
  const more = { ...content, services: [...content.services, service('s3', 'example.org', ['p2'])] }
  for (const next of [less, more]) {
    const refusal = refusalOf(() => correct(under(['services.s2', 'services.s3', 'subject']), next))
    expect(refusal.findings.map((one) => one.rule)).toEqual(['K-03'])
  }
})

test('the access provider itself is not exchanged by a correction', () => {
  const refusal = refusalOf(() => correct(under(['services.s2.accesses.s2-a1']), set('services.s2.accesses.s2-a1.providerId', 'p9')))
  expect(refusal.findings.map((one) => one.rule)).toEqual(['K-02'])
})

test.each([
  ['services.s2.domain', 'other.example.com'], ['subject.certificateNumber', '91330106000000027P'], ['subject.province', '330000'],
])('%s is frozen in a change filing, while in a new filing it may be corrected', (path, value) => {
  expect(refusalOf(() => correct(under([path], {}, 'change'), set(path, value))).findings.map((one) => one.rule)).toEqual(['K-02'])
  expect(correct(under([path]), set(path, value)).filing.content).toEqual(set(path, value))
})

test('correcting the province moves the filing to the administration of the new one', () => {
  expect(correct(under(['subject.province']), set('subject.province', '330000')).filing.province).toBe('330000')
})

test('a provider corrects its own access and never another’s, also on a website that both serve', () => {
  const mine = under(['services.s1.accesses'], {}, 'new-subject', 'p1')
  expect(correct(mine, set('services.s1.accesses.s1-a1.modes', ['1']), 'p1').filing.requests[0]?.state).toBe('corrected')
  expect(refusalOf(() => correct(mine, set('services.s1.accesses.s1-a2.modes', ['1']), 'p1'))).toMatchObject({ kind: 'forbidden', code: 'not-your-field' })
})

test('a provider does not correct a website that it does not serve', () => {
  const target = under(['services.s2.name'], {}, 'new-subject', 'p1')
  expect(refusalOf(() => correct(target, renamed('新名称'), 'p1'))).toMatchObject({ kind: 'forbidden', code: 'not-your-field' })
})

test('a request addressed to another provider is not found', () => {
  const target = under(['services.s1.name'], { requests: [request({ providerId: 'p1', fields: ['services.s1.name'] }), request({ id: 'q9' })] })
  expect(refusalOf(() => correct(target, set('services.s1.name', '新名称'), 'p2')).kind).toBe('not-found')
})

test('a request is used once', () => {
  const done: CorrectionRequest[] = [request({ state: 'corrected' }), request({ id: 'q9' })]
  expect(refusalOf(() => correct(under([], { requests: done }), renamed('新名称'))).code).toBe('request-not-open')
})

test.each([
  ['subject.name', '新公司', ['p1', 'p2']],
  ['services.s1.name', '新名称', ['p1', 'p2']],
  ['services.s2.name', '新名称', ['p2']],
  ['services.s2.accesses.s2-a1.modes', ['1'], ['p2']],
] as const)('correcting %s reopens the passes that rest on it', (path, value, waiting) => {
  const { filing: next, effects } = correct(under([path], { passes: passed('p1') }), set(path, value))
  expect(next.passes.filter((one) => one.state === 'waiting').map((one) => one.providerId)).toEqual([...waiting])
  const notice = effects.find((effect) => effect.type === 'notice')
  expect(notice).toMatchObject({ event: { reopened: waiting.includes('p1' as never) ? ['p1'] : [] } })
})

test('reordering websites is no change, and the locked order stays', () => {
  const turned = { ...renamed('新名称'), services: [...renamed('新名称').services].reverse() }
  expect(correct(under(['services.s2.name']), turned).filing.content).toEqual(renamed('新名称'))
})

const open = (target: Filing, parts: Partial<Extract<Command, { type: 'open-correction-request' }>>, by = owner) =>
  decide(target, { type: 'open-correction-request', requestId: 'q5', fields: ['services.s2.name'], reason: '有误', ...parts }, by, { now })

test('the owner’s request goes to the only provider that can make the change', () => {
  expect(open(filing('with-providers'), {}).filing.requests).toEqual([
    { id: 'q5', openedBy: 'owner', providerId: 'p2', fields: ['services.s2.name'], reason: '有误', state: 'open' },
  ])
})

test('where several providers could make the change the owner has to choose one of them', () => {
  expect(refusalOf(() => open(filing('with-providers'), { fields: ['subject.name'] })).code).toBe('provider-required')
  expect(open(filing('with-providers'), { fields: ['subject.name'], providerId: 'p1' }).filing.requests[0]?.providerId).toBe('p1')
})

test('a request cannot go to a provider that cannot make the change, nor mix fields that no single one can', () => {
  expect(refusalOf(() => open(filing('with-providers'), { providerId: 'p1' })).code).toBe('provider-cannot-correct')
  const mixed = ['services.s1.accesses.s1-a1.modes', 'services.s2.name']
  expect(refusalOf(() => open(filing('with-providers'), { fields: mixed })).code).toBe('provider-cannot-correct')
})

test('a provider opens a request for its own fields only', () => {
  expect(open(filing('returned'), {}, provider('p2')).filing.requests[0]).toMatchObject({ openedBy: 'provider', providerId: 'p2' })
  expect(refusalOf(() => open(filing('returned'), {}, provider('p1')))).toMatchObject({ kind: 'forbidden' })
})

test('a request names existing fields that can be corrected, and says why', () => {
  const code = (fields: string[], reason = '有误') => refusalOf(() => open(filing('with-providers'), { fields, reason, providerId: 'p2' })).code
  expect(code([])).toBe('fields-required')
  expect(code(['services.s9.name'])).toBe('field-not-correctable')
  expect(code(['services.s2.accesses.s2-a1.providerName'])).toBe('field-not-correctable')
  expect(code([''])).toBe('field-not-correctable')
  expect(code(['services.s2.constructor'])).toBe('field-not-correctable')
  expect(code(['services.s2.name'], ' ')).toBe('reason-required')
})

test('declining needs an answer and leaves the content as it is', () => {
  const target = under(['services.s2.name'])
  const decline = (answer: string) => decide(target, { type: 'decline-correction-request', requestId: 'q1', answer }, provider('p2'), { now })
  expect(refusalOf(() => decline('')).code).toBe('answer-required')
  const { filing: next, effects } = decline('与证件一致')
  expect(next.content).toBe(target.content)
  expect(next.requests[0]?.state).toBe('declined')
  expect(effects[0]).toEqual({ type: 'correction-request-answered', requestId: 'q1', answer: '与证件一致' })
})
