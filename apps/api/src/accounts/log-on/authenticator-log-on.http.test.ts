import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { codeOf, wrongCodeOf } from '../../testing/authenticator.js'
import { invite, join, type Joined, newProvider } from '../../testing/staff.js'
import { solvedVerification } from '../../testing/verification.js'

let api: TestApp
let clerk: Joined

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(async () => {
  const { token } = await invite(api, await api.accounts.securityAdministrator())
  clerk = await join(api, token)
  // The code of the enrolment is used up.
  api.clock.advance(60)
})

const portal = { 'x-icp-portal': 'provider' }
const firstStep = async ({ userName, password }: Pick<Joined, 'userName' | 'password'> = clerk) =>
  api.inject('logOn', { body: { category: 'provider', userName, password, verification: await solvedVerification(api) } }, { headers: portal })
const enter = (cookies: string, code: string) => api.inject('enterLogOnCode', { body: { code } }, { headers: { ...portal, cookie: cookies } })
const now = () => codeOf(clerk.secret, api.clock.now())

test('staff are asked for the code of their authenticator; no message leaves and no code is shown', async () => {
  const messages = await api.count('outbox_messages')
  const step = await firstStep()
  expect(step.body).toMatchObject({ way: 'authenticator', mobile: '', email: '', onScreen: null, triesLeft: 5 })
  expect(await api.count('outbox_messages')).toBe(messages)
  expect((await enter(step.cookies, now())).body).toMatchObject({ role: 'provider', category: 'provider', userName: clerk.userName })
})

test('a clock that is half a minute wrong is forgiven, one that is a minute wrong is not', async () => {
  for (const [steps, status] of [[-2, 422], [2, 422], [-1, 200]] as const) {
    const { cookies } = await firstStep()
    expect((await enter(cookies, codeOf(clerk.secret, api.clock.now(), steps))).status).toBe(status)
  }
  const { cookies } = await firstStep()
  expect((await enter(cookies, codeOf(clerk.secret, api.clock.now(), 1))).status).toBe(200)
})

test('each code works once: not in a second log-on, and of eight at the same moment in one', async () => {
  const code = now()
  const steps = []
  for (let n = 0; n < 8; n++) steps.push(await firstStep())
  const answers = await Promise.all(steps.map(({ cookies }) => enter(cookies, code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const later = await firstStep()
  expect((await enter(later.cookies, code)).problem).toMatchObject({ status: 422, code: 'code-wrong' })
})

test('the fifth wrong code leads back to the first step, and twenty in a day stop the account', async () => {
  for (let round = 0; round < 4; round++) {
    const { cookies } = await firstStep()
    const answers = []
    for (let n = 0; n < 5; n++) answers.push(await enter(cookies, wrongCodeOf(clerk.secret, api.clock.now())))
    expect(answers.map(({ problem }) => problem.code)).toEqual(['code-wrong', 'code-wrong', 'code-wrong', 'code-wrong', 'log-on-again'])
    expect((await enter(cookies, now())).status).toBe(401)
  }
  const { cookies } = await firstStep()
  expect((await enter(cookies, now())).problem).toMatchObject({ status: 429 })
})

test('a recovery code stands in for a lost authenticator, once, however it is typed; the account is told by mail', async () => {
  const [first = ''] = clerk.recoveryCodes
  const step = await firstStep()
  expect((await enter(step.cookies, first.toUpperCase().replace('-', ''))).status).toBe(200)
  expect((await enter((await firstStep()).cookies, first)).status).toBe(422)
  const [told] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'account.log-on' ORDER BY at DESC, position DESC LIMIT 1`)
  expect(told.detail).toEqual({ by: 'recovery-code', record: expect.any(String) })
})

test('staff without an authenticator do not get in by a message either; that is said only after the right password', async () => {
  const { userName, password } = await api.accounts.provider(await newProvider(api))
  expect((await firstStep({ userName, password: 'wrong' })).status).toBe(401)
  const messages = await api.count('outbox_messages')
  expect((await firstStep({ userName, password })).problem).toMatchObject({ status: 403, code: 'no-authenticator' })
  expect(await api.count('outbox_messages')).toBe(messages)
})

test('neither the secret nor a recovery code lies in the database', async () => {
  for (const table of ['authenticators', 'recovery_codes', 'invitations', 'audit_entries']) {
    const text = JSON.stringify(await api.db.query(`SELECT * FROM ${table}`))
    for (const canary of [clerk.secret, ...clerk.recoveryCodes, ...clerk.recoveryCodes.map((code) => code.replace('-', ''))]) expect(text).not.toContain(canary)
  }
})

test('a code is shown for accounts of the demo data only, and only where demo data is asked for', async () => {
  await api.db.query('UPDATE accounts SET demo = true WHERE user_name = $1', [clerk.userName])
  expect((await firstStep()).body.onScreen).toBeNull()
  const demo = await startTestApp({ env: { DEMO: '1' } })
  try {
    const { token } = await invite(demo, await demo.accounts.securityAdministrator())
    const { userName, password, secret } = await join(demo, token)
    demo.clock.advance(60)
    const step = async () => (await demo.inject('logOn', { body: { category: 'provider', userName, password, verification: await solvedVerification(demo) } }, { headers: portal }))
    expect((await step()).body.onScreen).toBeNull()
    await demo.db.query('UPDATE accounts SET demo = true WHERE user_name = $1', [userName])
    const shown = await step()
    expect(shown.body.onScreen).toEqual({ code: codeOf(secret, demo.clock.now()) })
    expect((await demo.inject('enterLogOnCode', { body: { code: shown.body.onScreen?.code ?? '' } }, { headers: { ...portal, cookie: shown.cookies } })).status).toBe(200)
    expect((await step()).body.onScreen).toEqual({ code: codeOf(secret, demo.clock.now(), 1) })
  } finally {
    await demo.close()
  }
})
