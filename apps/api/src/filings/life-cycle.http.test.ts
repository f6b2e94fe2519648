import { operations } from '@icp/contract'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { filingActions, FilingStatus, statusesFor, type FilingAction } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { MigrationJourneys } from '../testing/migration-journey.js'
import { FilingJourneys, type Journey, type ProviderWithStaff, secretOf } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())

const fault = [{ path: 'subject.name', reason: '名称与证件不符', suggestion: '请与证件一致' }]

/** Brings a new filing to the status, through HTTP only. */
const reach: Record<FilingStatus, () => Promise<Journey>> = {
  draft: async () => {
    const owner = await api.accounts.owner()
    const { id } = await journeys.draft(owner, journeys.content([provider]))
    return { id, owner, staff: [provider.staff], reviewer: await api.accounts.reviewer('110000') }
  },
  'awaiting-agreement': () => new MigrationJourneys(api, journeys, provider).asked(),
  'with-providers': () => journeys.finished([provider]),
  'awaiting-confirmation': () => journeys.passed([provider]),
  'in-review': () => journeys.inReview([provider]),
  returned: async () => {
    const journey = await journeys.inReview([provider])
    await step(journey, 'return', journey.reviewer)
    return journey
  },
  approved: () => journeys.approved([provider]),
  refused: async () => {
    const journey = await journeys.finished([provider])
    await step(journey, 'refuse', provider.staff)
    return journey
  },
  withdrawn: async () => {
    const journey = await journeys.finished([provider])
    await step(journey, 'withdraw', journey.owner)
    return journey
  },
}

/**
 * The receiving owner's two answers, the provider's end of an access and what ends with a record that is cancelled by force have tests of their own:
 * `migrations.http.test.ts`, `access-ends.http.test.ts`, `forced.http.test.ts`.
 */
type SentAction = Exclude<FilingAction, 'end-with-record' | 'end-access' | 'agree' | 'decline' | 'confirm' | 'resend-code' | 'expire'>

const sends: Record<SentAction, { operation: keyof typeof operations; body: (requestId: string, content: unknown) => object }> = {
  finish: { operation: 'finishFiling', body: () => ({}) },
  discard: { operation: 'discardDraft', body: () => ({}) },
  withdraw: { operation: 'withdrawFiling', body: () => ({}) },
  'open-correction-request': { operation: 'openCorrectionRequest', body: () => ({ fields: ['subject.name'], reason: '名称有误' }) },
  'decline-correction-request': { operation: 'declineCorrectionRequest', body: () => ({ answer: '与证件一致，无需修改' }) },
  correct: { operation: 'correctFiling', body: (requestId, content) => ({ requestId, reason: '按证件更正', content: renamed(content) }) },
  pass: { operation: 'passFiling', body: () => ({}) },
  refuse: { operation: 'refuseFiling', body: () => ({ reason: '材料不实' }) },
  approve: { operation: 'approveFiling', body: () => ({}) },
  return: { operation: 'returnFiling', body: () => ({ opinion: '请更正', findings: fault }) },
}

const renamed = (content: unknown) => {
  const copy = structuredClone(content) as { subject?: { name: string } }
  if (copy.subject) copy.subject.name = '北京晨光更名有限公司'
  return copy
}

async function step({ id, owner }: Journey, action: SentAction, as: TestAccount) {
  const { version, content, requests } = await journeys.see(id, owner)
  const requestId = requests.find((request) => request.state === 'open')?.id ?? randomUUID()
  const { operation, body } = sends[action]
  return api.inject(operation, { params: { id, requestId }, body: { version, ...body(requestId, content), ...(action === 'pass' && as === provider.staff ? { sheet: await journeys.sheet(id, as) } : {}) } } as never, { as })
}

const actors = (journey: Journey) => ({ owner: journey.owner, provider: provider.staff, reviewer: journey.reviewer })
const roles = ['owner', 'provider', 'reviewer'] as const

/** Whether somebody of this role who is named by the filing can know of it: drafts are their owner's, and no provider is asked before two owners have agreed. */
const knows = (status: FilingStatus, role: (typeof roles)[number]): boolean => !(status === 'draft' && role !== 'owner') && !(status === 'awaiting-agreement' && role === 'provider')

/** A correction and its refusal need an open request. */
const prepare = async (journey: Journey, action: SentAction) => {
  if (action === 'correct' || action === 'decline-correction-request') await step(journey, 'open-correction-request', provider.staff)
}

const state = async (id: string) => (await api.db.query(
  `SELECT f.status, f.version, f.revision, (SELECT count(*) FROM audit_entries WHERE filing_id = f.id) AS entries,
          (SELECT count(*) FROM notices WHERE filing_id = f.id) AS notices FROM filings f WHERE id = $1`, [id]))[0]

describe.each(FilingStatus.options)('in status %s', (status) => {
  test('every action that the table does not open is refused for every role and leaves nothing written', async () => {
    const journey = await reach[status]()
    const before = await state(journey.id)
    expect(before.status).toBe(status)
    for (const action of Object.keys(sends) as SentAction[]) {
      for (const role of roles) {
        const open = statusesFor(action, role).includes(status) && !['correct', 'decline-correction-request'].includes(action)
        if (open) continue
        const answer = await step(journey, action, actors(journey)[role])
        const mayCall = (operations[sends[action].operation].roles as readonly string[]).includes(role)
        const expected = !mayCall ? [403] : knows(status, role) ? [409, 423] : [404]
        expect([action, role, expected.includes(answer.status) ? 'refused' : answer.text]).toEqual([action, role, 'refused'])
      }
    }
    expect(await state(journey.id)).toEqual(before)
  })

  const opened = (Object.keys(sends) as SentAction[]).flatMap((action) =>
    roles.filter((role) => statusesFor(action, role).includes(status)).map((role) => ({ action, role })))

  if (opened.length > 0) {
    test.each(opened)('$role may $action', async ({ action, role }) => {
      const journey = await reach[status]()
      await prepare(journey, action)
      const answer = await step(journey, action, actors(journey)[role])
      expect([200, 201, 204]).toContain(answer.status)
      if (action === 'discard') {
        expect(await state(journey.id)).toBeUndefined()
        return
      }
      const { status: reached } = await journeys.see(journey.id, journey.owner)
      const leadsTo = filingActions[action].to.map((to) => (to === 'same' ? status : to))
      expect(leadsTo).toContain(reached)
    })
  }

  test('what the view offers to each role is what the table opens', async () => {
    const journey = await reach[status]()
    for (const role of roles) {
      if (!knows(status, role)) continue
      const { actions } = await journeys.see(journey.id, actors(journey)[role])
      for (const action of actions) expect(statusesFor(action, role)).toContain(status)
    }
  })

  test('a draft is saved by its owner only, and nothing else is saved by anyone', async () => {
    const journey = await reach[status]()
    const { version, content } = await journeys.see(journey.id, journey.owner)
    const save = (as: TestAccount) => api.inject('saveDraft', { params: { id: journey.id }, body: { version, content } }, { as })
    expect((await save(journey.reviewer)).status).toBe(403)
    expect((await save(provider.staff)).status).toBe(403)
    expect((await save(journey.owner)).status).toBe(status === 'draft' ? 200 : 423)
  })
})

test('a responsible person answers only while the filing awaits confirmation', async () => {
  const journey = await journeys.passed([provider])
  const [confirmation] = (await journeys.see(journey.id, journey.owner)).confirmations
  const { token, code } = secretOf(confirmation!)
  const answer = { params: { token }, body: { code, mobile: '13800000001', lastSix: '010016' } }
  await step(journey, 'withdraw', journey.owner)
  expect((await api.inject('confirm', answer)).status).toBe(409)
  expect((await api.inject('resendConfirmationCode', { params: { token } })).status).toBe(409)
  expect((await api.inject('getConfirmation', { params: { token } })).body).toMatchObject({ state: 'closed', content: null })
})
