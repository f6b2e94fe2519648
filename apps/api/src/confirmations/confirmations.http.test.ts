import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { type InjectOptions, startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff, secretOf } from '../testing/filing-journey.js'
import { sampleService, wang } from '../testing/filing-samples.js'
import { ConfirmationsService } from './confirmations.service.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())

let n = 0
const twoPersons = (): Promise<Journey> => {
  n++
  return journeys.passed([provider], journeys.content([provider], {
    services: [sampleService('s1', `heyan${n}.com`, [provider]), sampleService('s2', `heyan${n}.net`, [provider], { personSource: 'own', person: wang })],
  }))
}

const secrets = async ({ id, owner }: Journey) => (await journeys.see(id, owner)).confirmations.map(secretOf)
const answer = (token: string, body: { code: string; mobile: string; lastSix: string }, options: InjectOptions = {}) =>
  api.inject('confirm', { params: { token }, body }, options)
const li = { mobile: '13800000001', lastSix: '010016' }
const statusOf = async ({ id, owner }: Journey) => (await journeys.see(id, owner)).status

test('each person is asked once for all that she answers for, and the last answer leads to review', async () => {
  const journey = await twoPersons()
  const { confirmations } = await journeys.see(journey.id, journey.owner)
  expect(confirmations.map(({ name, covers, mobile }) => [name, covers, mobile])).toEqual([['李明', ['subject', 's1'], '138****0001'], ['王芳', ['s2'], '138****0002']])
  const [first, second] = await secrets(journey)
  const page = await answer(first!.token, { code: first!.code, ...li })
  expect(page.body).toMatchObject({ state: 'confirmed', othersWaiting: 1, content: null })
  expect(await statusOf(journey)).toBe('awaiting-confirmation')
  await answer(second!.token, { code: second!.code, mobile: '+86 138 0000 0002', lastSix: '070020' })
  expect(await statusOf(journey)).toBe('in-review')
  expect((await journeys.see(journey.id, journey.owner)).confirmations.map(({ state, onScreen }) => [state, onScreen])).toEqual([['confirmed', null], ['confirmed', null]])
})

test('the page shows the content that is consented to, with personal data masked', async () => {
  const journey = await twoPersons()
  const [{ token } = { token: '' }] = await secrets(journey)
  const { body, text } = await api.inject('getConfirmation', { params: { token } })
  expect(body).toMatchObject({ state: 'waiting', kind: 'new-subject', name: '李*', mobile: '138****0001', triesLeft: 5, resendsLeft: 2, othersWaiting: 1 })
  expect(body.reference).toMatch(/^BA20261123-\d{6}$/)
  for (const secret of ['13800000001', '110101189001010016', 'li@example.com', wang.certificateNumber]) expect(text.includes(secret)).toBe(false)
})

test('a link that nobody was sent leads nowhere', async () => {
  const token = 'a'.repeat(43)
  expect((await api.inject('getConfirmation', { params: { token } })).status).toBe(404)
  expect((await answer(token, { code: '000000', ...li })).status).toBe(404)
})

test('five wrong entries are counted though refused, and the sixth sends the filing back', async () => {
  const journey = await journeys.passed([provider])
  const [{ token, code } = { token: '', code: '' }] = await secrets(journey)
  const wrong = [{ code: '999999' === code ? '999998' : '999999', ...li }, { code, ...li, mobile: '13800000003' }, { code, ...li, lastSix: '010017' }]
  for (let tries = 0; tries < 5; tries++) {
    const refused = await answer(token, wrong[tries % 3]!)
    expect([refused.status, refused.problem.code]).toEqual([422, 'answer-wrong'])
    expect((await api.inject('getConfirmation', { params: { token } })).body.triesLeft).toBe(4 - tries)
  }
  expect((await answer(token, wrong[0]!)).problem.code).toBe('too-many-tries')
  expect(await statusOf(journey)).toBe('returned')
  expect((await answer(token, { code, ...li })).status).toBe(409)
  const view = await journeys.see(journey.id, journey.owner)
  expect(view.decisions).toMatchObject([{ decision: 'expire', by: 'responsible-person' }])
  expect(view.confirmations.every((one) => one.onScreen === null)).toBe(true)
})

test('of thirty-two entries of the right code at the same moment one is counted', async () => {
  const journey = await twoPersons()
  const [{ token, code } = { token: '', code: '' }] = await secrets(journey)
  const answers = await Promise.all(Array.from({ length: 32 }, () => answer(token, { code, ...li })))
  expect(answers.filter((one) => one.status === 200)).toHaveLength(1)
  expect(answers.filter((one) => one.status === 409)).toHaveLength(31)
})

test('of wrong entries at the same moment none escapes the count', async () => {
  const journey = await journeys.passed([provider])
  const [{ token, code } = { token: '', code: '' }] = await secrets(journey)
  const answers = await Promise.all(Array.from({ length: 8 }, () => answer(token, { code, mobile: '13800000009', lastSix: li.lastSix })))
  expect(answers.filter((one) => one.status === 422)).toHaveLength(5)
  expect(await statusOf(journey)).toBe('returned')
})

test('a code is sent again twice at most, under the same link, and only the newest works', async () => {
  const journey = await journeys.passed([provider])
  const [first] = await secrets(journey)
  const { token } = first!
  const resent = await api.inject('resendConfirmationCode', { params: { token } })
  expect(resent.body.resendsLeft).toBe(1)
  const [second] = await secrets(journey)
  expect(second!.token).toBe(token)
  if (second!.code !== first!.code) expect((await answer(token, { code: first!.code, ...li })).status).toBe(422)
  await api.inject('resendConfirmationCode', { params: { token } })
  expect((await api.inject('resendConfirmationCode', { params: { token } })).problem.code).toBe('no-resends-left')
  const [third] = await secrets(journey)
  expect((await answer(token, { code: third!.code, ...li })).status).toBe(200)
})

test('SMS and mail carry one code and one link', async () => {
  const before = await api.count('outbox_messages')
  const journey = await journeys.passed([provider])
  expect(await api.count('outbox_messages')).toBe(before + 2)
  const as = await api.accounts.operator()
  const [{ token, code } = { token: '', code: '' }] = await secrets(journey)
  const { rows } = (await api.inject('listMessages', { body: {} }, { as })).body
  const sent = rows.filter((row) => row.text.includes(`/confirm/${token}`))
  expect(sent.map(({ channel }) => channel).sort()).toEqual(['mail', 'sms'])
  for (const row of sent) expect(row.text).toContain(code)
})

test('what still waits in the outbox with the link of a filing that was taken back is not sent', async () => {
  const journey = await journeys.passed([provider])
  const good = async () => (await api.db.query('SELECT count(*)::int AS n FROM outbox_messages WHERE about IS NOT NULL AND expires_at > $1', [api.clock.now()]))[0].n
  const before = await good()
  expect((await api.inject('withdrawFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey) } }, { as: journey.owner })).status).toBe(200)
  expect(await good()).toBe(before - 2)
})

test('a wrong entry sent again with its key gets the same refusal and takes no further try', async () => {
  const journey = await journeys.passed([provider])
  const [{ token, code } = { token: '', code: '' }] = await secrets(journey)
  const idempotencyKey = randomUUID()
  const wrong = { code, ...li, lastSix: '010017' }
  const first = await answer(token, wrong, { idempotencyKey })
  const { requestId: _own, ...said } = first.problem
  // The same browser, by now signed in: the key is the link's, not the account's.
  for (const options of [{ idempotencyKey }, { idempotencyKey, as: journey.owner }]) {
    expect((await answer(token, wrong, options)).problem).toMatchObject(said)
  }
  expect((await api.inject('getConfirmation', { params: { token } })).body.triesLeft).toBe(4)
  expect((await answer(token, { code, ...li }, { idempotencyKey })).problem.code).toBe('idempotency-key-reused')
})

test('a right entry sent again with its key gets the same page, and one person’s key is no other’s', async () => {
  const journey = await twoPersons()
  const [first, second] = await secrets(journey)
  const idempotencyKey = randomUUID()
  const one = await answer(first!.token, { code: first!.code, ...li }, { idempotencyKey })
  const again = await answer(first!.token, { code: first!.code, ...li }, { idempotencyKey })
  expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([200, one.text, 'true'])
  expect((await answer(second!.token, { code: second!.code, mobile: '13800000002', lastSix: '070020' }, { idempotencyKey })).status).toBe(200)
  expect(await statusOf(journey)).toBe('in-review')
})

test('a code asked for again with the same key is sent once', async () => {
  const journey = await journeys.passed([provider])
  const [{ token } = { token: '' }] = await secrets(journey)
  const before = await api.count('outbox_messages')
  const idempotencyKey = randomUUID()
  const resend = () => api.inject('resendConfirmationCode', { params: { token } }, { idempotencyKey })
  const answers = [await resend(), await resend(), await resend()]
  expect(answers.map(({ body }) => body.resendsLeft)).toEqual([1, 1, 1])
  expect(await api.count('outbox_messages')).toBe(before + 2)
})

test('after 24 hours without an answer the filing goes back to its providers, once', async () => {
  const journey = await journeys.passed([provider])
  const [{ token, code } = { token: '', code: '' }] = await secrets(journey)
  await api.runJobs('confirmations-expire')
  expect(await statusOf(journey)).toBe('awaiting-confirmation')
  api.clock.advance(24 * 3600)
  expect((await api.inject('getConfirmation', { params: { token } })).body.state).toBe('expired')
  expect((await answer(token, { code, ...li })).status).toBe(409)
  const service = api.app.get(ConfirmationsService)
  await service.sweep()
  await service.sweep()
  // The sessions of yesterday have ended.
  const view = await journeys.see(journey.id, await api.accounts.reviewer('110000'))
  expect(view.status).toBe('returned')
  expect(view.history.at(-1)).toMatchObject({ action: 'expire', by: { role: 'clock' }, status: 'returned' })
  expect(view.decisions).toHaveLength(1)
  expect(view.providers.every((one) => one.state === 'waiting')).toBe(true)
  const as = await api.accounts.provider(provider.id)
  const again = await api.inject('passFiling', { params: { id: journey.id }, body: { version: view.version, sheet: await journeys.sheet(journey.id, as) } }, { as })
  expect(again.body.status).toBe('awaiting-confirmation')
})
