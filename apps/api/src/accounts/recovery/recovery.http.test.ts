import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { solvedVerification } from '../../testing/verification.js'
import { userNameQueue } from './recovery.service.js'
import { resetCodeQueue } from './reset-code.service.js'

let api: TestApp
let owner: TestAccount
let operator: TestAccount

beforeAll(async () => {
  api = await startTestApp()
  operator = await api.accounts.operator()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  operator = await api.accounts.logOnAgain(operator)
  owner = await api.accounts.owner()
})

const messagesTo = async (to: string) => (await api.inject('listMessages', { body: { recipient: to } }, { as: operator })).body.rows
const newest = async (to: string) => (await messagesTo(to))[0]?.text ?? ''
const ask = async (userName: string, headers: Record<string, string> = {}, category: 'owner' | 'provider' = 'owner') =>
  api.inject('askPasswordReset', { body: { category, userName, verification: await solvedVerification(api, 'recovery') } }, { headers })
const enter = (cookie: string, code: string, headers: Record<string, string> = {}) => api.inject('enterResetCode', { body: { code } }, { headers: { cookie, ...headers } })
const unlike = (code: string) => (code === '111111' ? '222222' : '111111')

/** Asked for, and the code of the phone at hand. */
async function coded(headers: Record<string, string> = {}) {
  const { cookies } = await ask(owner.userName, headers)
  await api.runJobs(resetCodeQueue)
  return { cookie: cookies, code: /\d{6}/.exec(await newest(owner.mobile))?.[0] ?? '' }
}
async function linked(headers: Record<string, string> = {}) {
  const { cookie, code } = await coded(headers)
  expect((await enter(cookie, code, headers)).status).toBe(200)
  const link = /http\S+/.exec(await newest(owner.email))?.[0] ?? ''
  return { link, token: link.split('#')[1] ?? '' }
}
const set = (token: string, password = 'a new pass phrase', idempotencyKey?: string) =>
  api.inject('setNewPassword', { body: { token, password } }, idempotencyKey ? { idempotencyKey } : {})
const logOn = async (password: string) =>
  api.inject('logOn', { body: { category: 'owner', userName: owner.userName, password, verification: await solvedVerification(api) } })

test('the code of the phone and the link of the mailbox set a new password; old sessions end and both contacts hear of it', async () => {
  const { link, token } = await linked()
  expect(link).toMatch(/^http:\/\/localhost:\d+\/recover\/new-password#[\w-]{43}$/)
  expect((await api.inject('lookAtResetLink', { body: { token } })).body).toMatchObject({ userName: owner.userName, category: 'owner', needsAuthenticator: false })
  expect((await set(token)).body).toEqual({ userName: owner.userName })
  expect((await api.inject('getMe', {}, { headers: { cookie: owner.cookie } })).status).toBe(401)
  expect((await logOn(owner.password)).status).toBe(401)
  expect((await logOn('a new pass phrase')).status).toBe(200)
  expect((await messagesTo(owner.mobile)).some(({ text }) => text.includes('密码已于'))).toBe(true)
  expect((await messagesTo(owner.email)).some(({ subject }) => subject.includes('账号密码已重设'))).toBe(true)
})

test('a name of nobody gets the same answers, step for step, and no message leaves', async () => {
  const before = await api.count('outbox_messages')
  const known = await ask(owner.userName)
  const unknown = await ask('nobody-here')
  expect([unknown.status, Object.keys(unknown.body)]).toEqual([known.status, Object.keys(known.body)])
  await api.runJobs(resetCodeQueue)
  expect(await api.count('outbox_messages')).toBe(before + 1)
  const code = /\d{6}/.exec(await newest(owner.mobile))?.[0] ?? ''
  for (let n = 0; n < 5; n++) {
    const [right, none] = [(await enter(known.cookies, unlike(code))).problem, (await enter(unknown.cookies, unlike(code))).problem]
    expect({ ...none, requestId: '' }).toEqual({ ...right, requestId: '' })
  }
  expect((await enter(known.cookies, code)).problem.code).toBe('recover-again')
})

/** Asks for new passwords of a name until as many wrong codes were entered; answers what came back. */
async function wrongCodesFor(userName: string, most: number, category: 'owner' | 'provider' = 'owner'): Promise<string[]> {
  const answers: string[] = []
  for (let cookie = '', n = 0; n < most; n += 1) {
    if (n % 5 === 0) {
      api.clock.advance(13 * 60)
      cookie = (await ask(userName, {}, category)).cookies
      await api.runJobs(resetCodeQueue)
    }
    const { status, code } = (await enter(cookie, 'no code')).problem
    answers.push(`${status} ${code}`)
  }
  return answers
}

test('a stranger who enters wrong codes for a name is stopped after ten a day, and its holder still logs on', async () => {
  const answers = await wrongCodesFor(owner.userName, 15)
  expect(answers.slice(10)).toEqual(Array.from({ length: 5 }, () => '429 codes-locked'))
  const { cookies, body } = await logOn(owner.password)
  expect((await api.inject('enterLogOnCode', { body: { code: body.onScreen?.code ?? '' } }, { headers: { cookie: cookies } })).status).toBe(200)
})

test('wrong codes are counted alike for a name that is taken, a name that is not, and a name in another category', async () => {
  const taken = [await wrongCodesFor(owner.userName, 12), await wrongCodesFor(owner.userName, 12, 'provider')]
  expect([await wrongCodesFor('nobody-at-all', 12), await wrongCodesFor('nobody-at-all', 12, 'provider')]).toEqual(taken)
})

test('no code of a recovery is on screen, although the SMS platform is off', async () => {
  const { code } = await coded()
  const asked = await ask('another-name')
  expect(asked.text).not.toMatch(/\d{6}"/)
  expect(code).toMatch(/^\d{6}$/)
})

test('a forged host changes nothing in the link', async () => {
  const { link } = await linked({ host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' })
  expect(link).not.toContain('evil')
})

test('the link works for fifteen minutes and once, and of 32 at the same moment one gets it', async () => {
  const first = await linked()
  api.clock.advance(15 * 60)
  expect((await set(first.token)).problem).toMatchObject({ status: 404, code: 'link-dead' })
  const { token } = await linked()
  const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => set(token, `a new pass phrase ${n}`)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await set(token)).status).toBe(404)
})

test('the same request again gets the same answer, and a password that does not do costs no link', async () => {
  const { token } = await linked()
  expect((await set(token, 'short')).problem.findings[0]?.path).toBe('password')
  expect((await set(token, 'a new pass phrase', 'key-of-this-page')).status).toBe(200)
  expect((await set(token, 'a new pass phrase', 'key-of-this-page')).headers['idempotency-replayed']).toBe('true')
})

test('of two links the older dies with the use of the newer', async () => {
  const first = await linked()
  api.clock.advance(61)
  const second = await linked()
  expect((await set(second.token)).status).toBe(200)
  expect((await set(first.token)).status).toBe(404)
})

test('about one name it is asked once a minute, whether or not somebody has it', async () => {
  for (const name of [owner.userName, 'nobody-at-all']) {
    expect((await ask(name)).status).toBe(200)
    expect((await ask(name)).problem).toMatchObject({ status: 429, code: 'recovery-too-many', retryAfter: 60 })
  }
})

test('the user name goes to the mailbox of the account, and nowhere when there is none', async () => {
  const askName = async (email: string) => api.inject('askUserName', { body: { category: 'owner', email, verification: await solvedVerification(api, 'recovery') } })
  const before = await api.count('outbox_messages')
  expect([(await askName(owner.email.toUpperCase())).status, (await askName('nobody@example.com')).status]).toEqual([204, 204])
  await api.runJobs(userNameQueue)
  expect(await api.count('outbox_messages')).toBe(before + 1)
  const [told] = await messagesTo(owner.email)
  expect(told?.text).not.toContain(owner.userName)
  const inFull = await api.inject('revealMessage', { params: { id: told!.id }, body: { reason: 'delivery', note: '用户反映未收到' } }, { as: operator })
  expect(inFull.body.text).toContain(owner.userName)
  expect(await api.count('recovery_requests')).toBeGreaterThanOrEqual(0)
  expect(JSON.stringify(await api.db.query(`SELECT * FROM recovery_requests`))).not.toContain('nobody@example.com')
})
