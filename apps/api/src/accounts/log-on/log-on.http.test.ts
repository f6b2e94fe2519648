import type { BodyOf } from '@icp/contract'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { solvedVerification } from '../../testing/verification.js'

let api: TestApp
let owner: TestAccount

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
  owner = await api.accounts.owner()
})

const firstStep = async (given: Partial<BodyOf<'logOn'>> = {}, headers: Record<string, string> = {}) =>
  api.inject('logOn', {
    body: { category: 'owner', userName: owner.userName, password: owner.password, verification: await solvedVerification(api), ...given },
  }, { headers })

async function codeStep() {
  const { body, cookies } = await firstStep()
  if (!body.onScreen) throw new Error('the code is not on screen')
  return { cookie: cookies, code: body.onScreen.code }
}

const enter = (cookie: string, code: string) => api.inject('enterLogOnCode', { body: { code } }, { headers: { cookie } })
const me = (cookie: string) => api.inject('getMe', {}, { headers: { cookie } })
const unlike = (code: string) => (code === '111111' ? '222222' : '111111')

test('name, password and code lead inside, in that order', async () => {
  const { cookie, code } = await codeStep()
  expect((await me(cookie)).status).toBe(401)
  const entered = await enter(cookie, ` ${code.slice(0, 3)} ${code.slice(3)}`)
  expect(entered.body).toMatchObject({ userName: owner.userName, category: 'owner', role: 'owner', toAccept: [], unreadNotices: 0 })
  expect((await me(entered.cookies)).body.id).toBe(owner.id)
})

test('a wrong name, password and category get the same answer', async () => {
  const answers = [await firstStep({ userName: 'nobody-here' }), await firstStep({ password: 'wrong' }), await firstStep({ category: 'administration' })]
  const seen = answers.map(({ problem: { requestId: _own, ...problem } }) => problem)
  expect(seen[0]).toMatchObject({ status: 401, code: 'log-on-failed' })
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
})

test('the user name is found in either case', async () => {
  expect((await firstStep({ userName: ` ${owner.userName.toUpperCase()}` })).status).toBe(200)
})

test('five wrong tries bring a wait that doubles, for names that do not exist too', async () => {
  for (const userName of [owner.userName, 'nobody-there']) {
    for (let n = 0; n < 4; n++) expect((await firstStep({ userName, password: 'wrong' })).problem.retryAfter).toBeUndefined()
    expect((await firstStep({ userName, password: 'wrong' })).problem).toMatchObject({ status: 401, retryAfter: 30 })
    api.clock.advance(10)
    expect((await firstStep({ userName, password: owner.password })).problem).toMatchObject({ status: 429, code: 'log-on-wait', retryAfter: 20 })
    api.clock.advance(20)
    expect((await firstStep({ userName, password: 'wrong' })).problem).toMatchObject({ status: 401, retryAfter: 60 })
    api.clock.advance(60)
  }
  expect((await firstStep()).status).toBe(200)
  expect((await firstStep({ password: 'wrong' })).problem.retryAfter).toBeUndefined()
})

test('of twenty guesses at the same moment only five are compared with the password', async () => {
  const verifications = []
  for (let n = 0; n < 20; n++) verifications.push(await solvedVerification(api))
  const answers = await Promise.all(verifications.map((verification) => firstStep({ password: 'wrong', verification })))
  const codes = answers.map(({ problem }) => problem.code)
  expect(codes.filter((code) => code === 'log-on-failed')).toHaveLength(5)
  expect(codes.filter((code) => code !== 'log-on-failed')).toEqual(Array.from({ length: 15 }, () => 'log-on-wait'))
})

test('phone and mail get the same code, and the step names both masked', async () => {
  const { body } = await firstStep()
  expect(body.mobile).toMatch(/^138\*+\d{4}$/)
  expect(body.email).toMatch(/^o\*+@example\.com$/)
  const operator = await api.accounts.operator()
  const texts = []
  for (const q of [owner.mobile, owner.email]) texts.push((await api.inject('listMessages', { body: { recipient: q } }, { as: operator })).body.rows[0]?.text)
  expect(texts.map((text) => /\d{6}/.exec(text ?? '')?.[0])).toEqual([body.onScreen?.code, body.onScreen?.code])
})

test('the step is still there after a reload, and gone without its cookie', async () => {
  const { cookie, code } = await codeStep()
  expect((await api.inject('getLogOnStep', {}, { headers: { cookie } })).body.onScreen).toEqual({ code })
  expect((await api.inject('getLogOnStep')).problem.code).toBe('log-on-again')
})

test('with the SMS platform on, no answer holds a code, not even of a step that was running', async () => {
  const { cookie, code } = await codeStep()
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  const reloaded = await api.inject('getLogOnStep', {}, { headers: { cookie } })
  expect(reloaded.body.onScreen).toBeNull()
  expect(reloaded.text).not.toContain(code)
  expect((await firstStep()).body.onScreen).toBeNull()
  expect((await enter(cookie, code)).status).toBe(200)
})

test('a code used eight times at the same moment opens one session', async () => {
  const { cookie, code } = await codeStep()
  const before = await api.count('sessions')
  const answers = await Promise.all(Array.from({ length: 8 }, () => enter(cookie, code)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401, 401, 401, 401, 401, 401, 401])
  expect(await api.count('sessions')).toBe(before + 1)
})

test('a code opens only the attempt that it was sent for', async () => {
  const first = await codeStep()
  const second = await codeStep()
  expect(first.cookie).not.toBe(second.cookie)
  if (first.code !== second.code) expect((await enter(second.cookie, first.code)).status).toBe(422)
  expect((await enter(first.cookie, first.code)).status).toBe(200)
})

test('a code works for five minutes', async () => {
  const { cookie, code } = await codeStep()
  api.clock.advance(300)
  const refused = await enter(cookie, code)
  expect(refused.problem).toMatchObject({ status: 422, code: 'code-expired' })
  expect(refused.problem.findings[0]?.path).toBe('code')
})

test('a new code may be sent after a minute; then only the new one works, and wrong tries stay counted', async () => {
  const { cookie, code } = await codeStep()
  expect((await enter(cookie, unlike(code))).problem.code).toBe('code-wrong')
  expect((await api.inject('resendLogOnCode', {}, { headers: { cookie } })).problem).toMatchObject({ status: 429, retryAfter: 60 })
  api.clock.advance(60)
  const renewed = (await api.inject('resendLogOnCode', {}, { headers: { cookie } })).body
  expect(renewed.triesLeft).toBe(4)
  if (renewed.onScreen?.code !== code) expect((await enter(cookie, code)).status).toBe(422)
  expect((await enter(cookie, renewed.onScreen?.code ?? '')).status).toBe(200)
})

test('after five wrong codes it starts again with the first step', async () => {
  const { cookie, code } = await codeStep()
  const before = await api.count('sessions')
  const codes = []
  for (let n = 0; n < 5; n++) codes.push((await enter(cookie, unlike(code))).problem.code)
  expect(codes).toEqual(['code-wrong', 'code-wrong', 'code-wrong', 'code-wrong', 'log-on-again'])
  expect((await enter(cookie, code)).status).toBe(401)
  expect(await api.count('sessions')).toBe(before)
})

test('of eight wrong codes at the same moment five are compared', async () => {
  const { cookie, code } = await codeStep()
  const answers = await Promise.all(Array.from({ length: 8 }, () => enter(cookie, unlike(code))))
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(4)
  expect((await enter(cookie, code)).status).toBe(401)
})

test('twenty wrong codes in a day stop an account, however many attempts they are spread over', async () => {
  for (let round = 0; round < 4; round++) {
    const { cookie, code } = await codeStep()
    for (let n = 0; n < 5; n++) await enter(cookie, unlike(code))
  }
  const { cookie, code } = await codeStep()
  expect((await enter(cookie, code)).problem).toMatchObject({ status: 429, code: 'codes-locked', retryAfter: 24 * 3600 })
  api.clock.advance(24 * 3600)
  const next = await codeStep()
  expect((await enter(next.cookie, next.code)).status).toBe(200)
})

test('logging on again gives a new session and ends the one before', async () => {
  const { cookie, code } = await codeStep()
  expect((await me(owner.cookie)).status).toBe(200)
  const entered = await enter(`${cookie}; ${owner.cookie}`, code)
  expect(entered.cookies).not.toContain(owner.cookie)
  expect((await me(owner.cookie)).status).toBe(401)
})

test('each portal has its own cookie, so that three of them fit into one browser', async () => {
  const reviewer = await api.accounts.reviewer('330000')
  const both = `${owner.cookie}; ${reviewer.cookie}`
  expect((await me(both)).body.id).toBe(owner.id)
  expect((await api.inject('getMe', {}, { headers: { cookie: both, 'x-icp-portal': 'administration' } })).body.id).toBe(reviewer.id)
  expect((await api.inject('getMe', {}, { headers: { cookie: both, 'x-icp-portal': 'provider' } })).status).toBe(401)
})

test('a look that nobody at the page brought about keeps no session alive and tells its true end; an act counts whatever it says of itself', async () => {
  const look = async (minutes: number) => {
    api.clock.advance(minutes * 60)
    return api.inject('getMe', {}, { as: owner, headers: { 'x-icp-unattended': '1' } })
  }
  const end = (await api.inject('getMe', {}, { as: owner })).body.sessionEndsAt
  expect((await look(14)).body.sessionEndsAt).toBe(end)
  expect((await look(15)).body.sessionEndsAt).toBe(end)
  expect((await api.inject('endOtherSessions', { body: { password: owner.password } }, { as: owner, headers: { 'x-icp-unattended': '1' } })).status).toBe(204)
  expect((await look(25)).status).toBe(200)
  expect((await look(6)).status).toBe(401)
})

test('a session ends after thirty minutes without a request, and after twelve hours in any case', async () => {
  for (let minutes = 0; minutes < 60; minutes += 20) {
    api.clock.advance(20 * 60)
    expect((await me(owner.cookie)).status).toBe(200)
  }
  api.clock.advance(30 * 60)
  expect((await me(owner.cookie)).status).toBe(401)
  const other = await api.accounts.owner()
  for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
    api.clock.advance(20 * 60)
    await me(other.cookie)
  }
  expect((await me(other.cookie)).body.sessionEndsAt).toBe(new Date(Date.parse(api.clock.now()) + 20 * 60_000).toISOString())
  api.clock.advance(20 * 60)
  expect((await me(other.cookie)).status).toBe(401)
})

test('logging off ends the session on the server', async () => {
  expect((await api.inject('logOff', {}, { as: owner })).status).toBe(204)
  expect((await me(owner.cookie)).status).toBe(401)
})

test('the cookie of a session is nowhere in the database', async () => {
  const token = owner.cookie.split('=')[1] as string
  const rows = await api.db.query('SELECT * FROM sessions')
  expect(JSON.stringify(rows)).not.toContain(token)
})

const failuresInAudit = async () =>
  api.db.query<{ object_id: string; actor: object; detail: object }[]>(`SELECT object_id, actor, detail FROM audit_entries WHERE action = 'log-on.failed' ORDER BY at, position`)

test('a failed log-on stands in the audit with its category and a fingerprint of the name, and a wrong code with its account', async () => {
  const before = (await failuresInAudit()).length
  for (const userName of [owner.userName, ` ${owner.userName.toUpperCase()}`, 'nobody-at-all']) await firstStep({ userName, password: 'wrong' })
  const entries = (await failuresInAudit()).slice(before)
  expect(entries.map(({ actor, detail }) => ({ actor, detail }))).toEqual(Array.from({ length: 3 }, () => ({ actor: { role: 'clock' }, detail: { category: 'owner', record: expect.any(String) } })))
  expect(new Set(entries.map((entry) => entry.object_id)).size).toBe(2)
  expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${owner.userName}|nobody|wrong`, 'i'))
  const { cookie, code } = await codeStep()
  await enter(cookie, unlike(code))
  const [wrong] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'account.log-on-code-wrong' AND object_id = $1`, [owner.id])
  expect(wrong.detail).toEqual({ triesLeft: 4, record: expect.any(String) })
})
