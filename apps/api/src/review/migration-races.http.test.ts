import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { FilingContent, MigrationContent } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import { type MigrationJourney, MigrationJourneys } from '../testing/migration-journey.js'

let api: TestApp
let journeys: FilingJourneys
let moves: MigrationJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider('甲方云')
  moves = new MigrationJourneys(api, journeys, provider)
})
afterAll(() => api.close())

let n = 0
const withTwo = (): Promise<Journey> => {
  n++
  return journeys.approved([provider], journeys.content([provider], {
    services: [sampleService('s1', `jingzhu${n}.com`, [provider]), sampleService('s2', `jingzhu${n}.net`, [provider])],
  }))
}

const busyOrConflict = [409, 423]

/** Exactly one of `answers` went through; the others were told that something else came first. */
const expectOneWinner = (answers: readonly { readonly status: number }[]): void => {
  const statuses = answers.map(({ status }) => status).toSorted((one, other) => one - other)
  expect(statuses[0]).toBe(200)
  for (const status of statuses.slice(1)) expect(busyOrConflict).toContain(status)
}

/** A draft that cancels one website, with the code that its finish asks for. */
async function cancellationOf(owner: TestAccount, subjectNumber: string, serviceNumber: string) {
  const draft = (await api.inject('createFiling', { body: { kind: 'cancel-service', subjectNumber, serviceNumbers: [serviceNumber] } }, { as: owner })).body
  const content = { ...draft.content, reason: '1', note: '不再经营' } as FilingContent
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
  const code = (await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body.onScreen!.code
  return { id: draft.id, version, code }
}

test('one website proposed several times at the same moment is proposed once', async () => {
  const { owner } = await withTwo()
  const { number, services } = await moves.recordOf(owner)
  const start = () => api.inject('createFiling', { body: { kind: 'migrate-service', subjectNumber: number, serviceNumbers: [services[0]!.number] } }, { as: owner })
  const drafts = new Map((await Promise.all([1, 2, 3, 4].map(start))).filter(({ status }) => status === 201).map(({ body }) => [body.id, body]))
  expect(drafts.size).toBeGreaterThan(0)
  const finishes = []
  for (const { id, version, content } of drafts.values()) {
    const filled = { ...(content as MigrationContent), receivingNumber: '京ICP备2026999999号', domainHolder: 'receiver' as const }
    const saved = (await api.inject('saveDraft', { params: { id }, body: { version, content: filled } }, { as: owner })).body
    // Each twice, so that there is a race however many drafts the starts have led to.
    for (const again of [1, 2]) finishes.push(() => api.inject('finishFiling', { params: { id }, body: { version: saved.version } }, { as: owner, idempotencyKey: `proposed-${id}-${again}` }))
  }
  expectOneWinner(await Promise.all(finishes.map((finish) => finish())))
  const { rows } = (await api.inject('listFilings', { query: { status: 'awaiting-agreement' } }, { as: owner })).body
  expect(rows).toHaveLength(1)
})

test('of a website’s move and its cancellation that are handed in at the same moment one goes through', async () => {
  const { owner } = await withTwo()
  const move = await moves.saved(owner, '京ICP备2026999999号')
  const cancellation = await cancellationOf(owner, move.givingNumber, move.moving)
  const answers = await Promise.all([
    api.inject('finishFiling', { params: { id: move.id }, body: { version: move.version } }, { as: owner }),
    api.inject('finishFiling', { params: { id: cancellation.id }, body: { version: cancellation.version, code: cancellation.code } }, { as: owner }),
  ])
  expectOneWinner(answers)
  const { rows } = (await api.inject('listFilings', { query: { state: 'open' } }, { as: owner })).body
  expect(rows.filter(({ status }) => status !== 'draft').map(({ id }) => id)).toEqual([answers[0]!.status === 200 ? move.id : cancellation.id])
})

test('while a website is on its way nobody starts to cancel it or its subject', async () => {
  const { owner } = await withTwo()
  const { answer, givingNumber, moving } = await moves.handIn(owner, '京ICP备2026999999号')
  expect(answer.status).toBe(200)
  for (const body of [
    { kind: 'cancel-service' as const, subjectNumber: givingNumber, serviceNumbers: [moving] }, { kind: 'cancel-subject' as const, subjectNumber: givingNumber },
  ]) {
    const { status, problem } = await api.inject('createFiling', { body }, { as: owner })
    expect([body.kind, status, problem.code]).toEqual([body.kind, 409, '1017'])
  }
})

test('when the giving owner takes a move back while the receiving one agrees, the later finds what the earlier did', async () => {
  const journey = await moves.asked()
  const { version } = await journeys.see(journey.id, journey.owner)
  const [agreed, withdrawn] = await Promise.all([
    api.inject('agreeToMigration', { params: { id: journey.id }, body: { version } }, { as: journey.receiver }),
    api.inject('withdrawFiling', { params: { id: journey.id }, body: { version } }, { as: journey.owner }),
  ])
  expectOneWinner([agreed, withdrawn])
  expect((await journeys.see(journey.id, journey.owner)).status).toBe(agreed.status === 200 ? 'with-providers' : 'withdrawn')
})

/** Two subjects that ask each other for a website. */
async function crossing(): Promise<readonly MigrationJourney[]> {
  const [left, right] = [await withTwo(), await withTwo()]
  const [leftNumber, rightNumber] = [(await moves.recordOf(left.owner)).number, (await moves.recordOf(right.owner)).number]
  const there = await moves.handIn(left.owner, rightNumber)
  const back = await moves.handIn(right.owner, leftNumber)
  return [
    { ...left, ...there, receiver: right.owner, receivingNumber: rightNumber },
    { ...right, ...back, receiver: left.owner, receivingNumber: leftNumber },
  ]
}

test('two subjects that agree to each other’s move at the same moment lock nothing up: each is busy with its own', async () => {
  const both = await crossing()
  const answers = await Promise.all(both.map((journey) => moves.agree(journey)))
  expect(answers.map(({ status, problem }) => [status, problem.findings?.some(({ rule }) => rule === 'X-04')])).toEqual([[422, true], [422, true]])
  for (const { id, owner } of both) expect((await journeys.see(id, owner)).status).toBe('awaiting-agreement')
  // One steps back, and the other goes on.
  const [first, second] = both as [MigrationJourney, MigrationJourney]
  const { version } = await journeys.see(first.id, first.owner)
  expect((await api.inject('withdrawFiling', { params: { id: first.id }, body: { version } }, { as: first.owner })).status).toBe(200)
  expect((await moves.agree(second)).status).toBe(200)
})

test('approved and withdrawn at the same moment, the register knows the website once', async () => {
  const journey = await moves.inReview()
  const version = await journeys.version(journey)
  const [approved, withdrawn] = await Promise.all([
    api.inject('approveFiling', { params: { id: journey.id }, body: { version } }, { as: journey.reviewer }),
    api.inject('withdrawFiling', { params: { id: journey.id }, body: { version } }, { as: journey.receiver }),
  ])
  expect([approved.status, withdrawn.status === 200]).toEqual([200, false])
  const inForce = [...(await moves.recordOf(journey.owner)).services, ...(await moves.recordOf(journey.receiver)).services].filter(({ state, domain }) => state === 'in-force' && domain !== '')
  expect(inForce.map(({ number }) => number)).toEqual([1, 2].map((index) => `${journey.receivingNumber}-${index}`))
})
