import { expect, test } from '@jest/globals'
import type { Actor } from '../account/role.js'
import type { Finding } from '../finding.js'
import { agreementEnd, isAgreed } from './agreement.js'
import { FilingAction } from './actions.js'
import { decide } from './decide.js'
import { at, clock, commandFor, filing, later, migration, owner, record, receivingRecord } from './filing.fixture.js'
import { confirmationsFor } from './parties.js'
import { permittedActions } from './permitted.js'

const receiver: Actor = { role: 'owner', accountId: 'o9' }
const asked = filing('awaiting-agreement', 'migrate-service', { receivingAccountId: 'o9', passes: [] })
const agreed = { ...filing('with-providers', 'migrate-service'), receivingAccountId: 'o9' }
const now = later(1)

const refusedWith = (code: unknown) => expect.objectContaining({ code })

test('a migration that is finished waits for the receiving owner, and no provider has it yet', () => {
  const draft = filing('draft', 'migrate-service')
  const { filing: after, effects } = decide(draft, { type: 'finish', content: migration(), findings: [], record, receivingAccountId: 'o9' }, owner, { now: at })
  expect(after).toMatchObject({ status: 'awaiting-agreement', receivingAccountId: 'o9', passes: [], province: '110000' })
  expect(effects).toEqual([{ type: 'revision', cause: 'finish' }, { type: 'notice', event: { type: 'agreement-asked' } }])
})

test('a number that leads to nobody waits just the same', () => {
  const { filing: after, effects } = decide(filing('draft', 'migrate-service'), { type: 'finish', content: migration(), findings: [], record, receivingAccountId: null }, owner, { now: at })
  const found = decide(filing('draft', 'migrate-service'), { type: 'finish', content: migration(), findings: [], record, receivingAccountId: 'o9' }, owner, { now: at })
  expect({ ...after, receivingAccountId: 'o9' }).toEqual(found.filing)
  expect(effects).toEqual(found.effects)
  expect(permittedActions(after, owner, now)).toEqual(permittedActions(found.filing, owner, now))
})

test('only the receiving owner answers, and the giving one only takes it back', () => {
  expect(permittedActions(asked, receiver, now)).toEqual(['agree', 'decline'])
  expect(permittedActions(asked, owner, now)).toEqual(['withdraw'])
  expect(() => decide(asked, { type: 'agree', findings: [] }, owner, { now })).toThrow(refusedWith('wrong-owner'))
  expect(() => decide(asked, { type: 'withdraw' }, receiver, { now })).toThrow(refusedWith('wrong-owner'))
})

test('agreeing hands it to the providers that serve the website, unless something stands against it', () => {
  const { filing: after, effects } = decide(asked, { type: 'agree', findings: [] }, receiver, { now })
  expect(after).toMatchObject({ status: 'with-providers', passes: [{ providerId: 'p2', state: 'waiting' }] })
  expect([isAgreed(asked), isAgreed(after)]).toEqual([false, true])
  expect(effects).toEqual([{ type: 'notice', event: { type: 'agreed' } }])
  const finding = { rule: 'T-22', path: 'receivingNumber', severity: 'block', text: { zh: '个人', en: 'individual' }, fix: { zh: '', en: '' }, source: '' } satisfies Finding
  expect(() => decide(asked, { type: 'agree', findings: [finding] }, receiver, { now })).toThrow(refusedWith('blocking-findings'))
})

test('declining ends it with a reason', () => {
  expect(decide(asked, { type: 'decline', reason: ' 域名尚未过户 ' }, receiver, { now })).toMatchObject({
    filing: { status: 'refused' }, effects: [{ type: 'notice', event: { type: 'agreement-declined', reason: '域名尚未过户' } }],
  })
  expect(() => decide(asked, { type: 'decline', reason: ' ' }, receiver, { now })).toThrow(refusedWith('reason-required'))
})

test('seven days without an answer end it, not a second earlier; then nobody agrees any more', () => {
  const end = agreementEnd(asked.finishedAt ?? '')
  const before = new Date(Date.parse(end) - 1000).toISOString()
  expect(end).toBe('2026-11-30T15:59:59.000Z')
  expect(() => decide(asked, { type: 'expire' }, clock, { now: before })).toThrow(refusedWith('not-expired'))
  expect(decide(asked, { type: 'expire' }, clock, { now: end })).toMatchObject({ filing: { status: 'refused' }, effects: [{ type: 'notice', event: { type: 'agreement-expired' } }] })
  expect(() => decide(asked, { type: 'agree', findings: [] }, receiver, { now: end })).toThrow(refusedWith('expired'))
  expect(permittedActions(asked, receiver, before)).toEqual(['agree', 'decline'])
})

test('after agreeing either owner takes it back until it is in review, and nobody during it', () => {
  for (const status of ['with-providers', 'awaiting-confirmation', 'returned'] as const) {
    for (const who of [owner, receiver]) expect(permittedActions({ ...filing(status, 'migrate-service'), receivingAccountId: 'o9' }, who, now)).toContain('withdraw')
  }
  expect(decide(agreed, { type: 'withdraw' }, receiver, { now }).filing.status).toBe('withdrawn')
  for (const who of [owner, receiver]) expect(permittedActions({ ...filing('in-review', 'migrate-service'), receivingAccountId: 'o9' }, who, now)).toEqual([])
})

test('the receiving owner never sees the draft, and has no other step in any status', () => {
  expect(permittedActions({ ...filing('draft', 'migrate-service'), receivingAccountId: 'o9' }, receiver, now)).toEqual([])
  for (const action of FilingAction.options.filter((one) => !['agree', 'decline', 'withdraw', 'resend-code'].includes(one))) {
    expect(() => decide(agreed, commandFor(action, agreed), receiver, { now })).toThrow(refusedWith(expect.any(String)))
  }
})

test('who confirms: the person of the website as filed, and the person of the receiving subject', () => {
  expect(confirmationsFor('migrate-service', migration(), record, receivingRecord)).toEqual([
    { covers: ['京ICP备2026000001号-2', 'receiving-subject'], name: '王芳', mobile: '13800000002', lastSix: '070020' },
  ])
})
