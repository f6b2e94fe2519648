import { randomUUID } from 'node:crypto'
import { acceptanceDocuments, maskField } from '@icp/domain'
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { BodyOf } from '@icp/contract'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { solvedVerification } from '../../testing/verification.js'

type Form = BodyOf<'completeRegistration'>

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  await api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
})

// Synthetic resident IDs with right check digits.
const residentId = (serial: number): string => withCheckDigit(`110101199003${String(10 + (serial % 18)).padStart(2, '0')}${String(100 + serial).slice(-3)}`)

const withCheckDigit = (body: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  return body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (weights[at] as number), 0) % 11]
}

let serial = 0
const person = () => {
  const n = ++serial
  return {
    userName: `zhang-san-${n}`, password: 'four unrelated words here', name: '张三', certificateType: '2', certificateNumber: residentId(n),
    mobile: `1390000${String(n).padStart(4, '0')}`, email: `zhang${n}@example.com`,
  }
}

async function startedRegistration() {
  const started = await api.inject('startRegistration')
  return { cookie: started.cookies }
}

const accept = (cookie: string, document: 'terms' | 'pledge', version = acceptanceDocuments[document].version) =>
  api.inject('acceptForRegistration', { body: { document, version } }, { headers: { cookie } })

async function acceptedRegistration() {
  const { cookie } = await startedRegistration()
  await accept(cookie, 'terms')
  await accept(cookie, 'pledge')
  return cookie
}

async function sendCodes(cookie: string, { mobile, email }: { mobile: string; email: string }) {
  return api.inject('sendRegistrationCodes', { body: { mobile, email, verification: await solvedVerification(api, 'registration') } }, { headers: { cookie } })
}

async function filledForm(cookie: string, given = person()): Promise<Form> {
  const { onScreen } = (await sendCodes(cookie, given)).body
  if (!onScreen) throw new Error('the codes are not on screen')
  return { ...given, ...onScreen }
}

const complete = (cookie: string, body: Form, idempotencyKey?: string) =>
  api.inject('completeRegistration', { body }, { headers: { cookie }, ...(idempotencyKey ? { idempotencyKey } : {}) })

test('nothing of a registration is there without its cookie', async () => {
  expect((await api.inject('getRegistration')).problem.code).toBe('no-registration')
  expect((await complete('icp-registration=made-up', { ...person(), mobileCode: '1', emailCode: '2' })).status).toBe(404)
})

test('the cookie is out of reach of scripts and other sites', async () => {
  const started = await api.inject('startRegistration')
  expect(String(started.headers['set-cookie'])).toMatch(/^icp-registration=[\w-]{43}; Path=\/api; HttpOnly; SameSite=Strict$/)
})

test('the pledge cannot be accepted before the terms, nor an old version of either', async () => {
  const { cookie } = await startedRegistration()
  expect((await accept(cookie, 'pledge')).problem.code).toBe('accept-first')
  expect((await accept(cookie, 'terms', '2020-01-01')).problem.code).toBe('document-outdated')
  expect((await accept(cookie, 'terms')).body.accepted.map(({ document }) => document)).toEqual(['terms'])
  expect((await accept(cookie, 'terms')).body.accepted).toHaveLength(1)
  expect((await accept(cookie, 'pledge')).body.accepted.map(({ document }) => document)).toEqual(['terms', 'pledge'])
})

test('neither codes nor an account are to be had before both are accepted', async () => {
  const { cookie } = await startedRegistration()
  await accept(cookie, 'terms')
  const before = [await api.count('accounts'), await api.count('outbox_messages')]
  expect((await sendCodes(cookie, person())).problem.code).toBe('accept-first')
  expect((await complete(cookie, { ...person(), mobileCode: '000000', emailCode: '000000' })).problem.code).toBe('accept-first')
  expect([await api.count('accounts'), await api.count('outbox_messages')]).toEqual(before)
})

test('a registration makes the account with both acceptances, and says so', async () => {
  const cookie = await acceptedRegistration()
  const form = await filledForm(cookie)
  expect((await complete(cookie, form)).body).toEqual({ userName: form.userName })
  const [account] = await api.db.query('SELECT * FROM accounts WHERE user_name = $1', [form.userName])
  expect(account.role).toBe('owner')
  expect(JSON.stringify(account)).not.toContain(form.certificateNumber)
  expect(JSON.stringify(account)).not.toContain(form.mobile)
  expect(JSON.stringify(account)).not.toContain(form.password)
  const acceptances = await api.db.query('SELECT document, version FROM acceptances WHERE account_id = $1 ORDER BY document', [account.id])
  expect(acceptances.map(({ document }: { document: string }) => document)).toEqual(['pledge', 'terms'])
  expect((await api.inject('getRegistration', {}, { headers: { cookie } })).body.done).toBe(true)
  expect((await api.db.query(`SELECT action FROM audit_entries WHERE object_id = $1`, [account.id])).map((row: { action: string }) => row.action)).toEqual([
    'account.register',
  ])
})

test('a double click, a reload and the same form sent again make one account and get the same answer', async () => {
  const cookie = await acceptedRegistration()
  const form = await filledForm(cookie)
  const before = await api.count('accounts')
  const clicks = await Promise.all([complete(cookie, form, 'double-click'), complete(cookie, form, 'double-click'), complete(cookie, form)])
  const later = await complete(cookie, form, 'double-click')
  const answers = [...clicks, later, await complete(cookie, form)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(answers.map(({ body }) => body.userName)).toEqual(Array.from({ length: 5 }, () => form.userName))
  expect(later.headers['idempotency-replayed']).toBe('true')
  expect(await api.count('accounts')).toBe(before + 1)
})

test('an empty form gets a finding for each field at once', async () => {
  const cookie = await acceptedRegistration()
  const before = await api.count('accounts')
  const empty: Form = { userName: '', password: '', name: '', certificateType: '', certificateNumber: '', mobile: '', email: '', mobileCode: '', emailCode: '' }
  const refused = await complete(cookie, empty)
  expect(refused.status).toBe(422)
  expect(new Set(refused.problem.findings.map(({ path }) => path))).toEqual(new Set(Object.keys(empty)))
  expect(await api.count('accounts')).toBe(before)
})

test('a child of thirteen at most makes no account', async () => {
  const born = `${Number(api.clock.now().slice(0, 4)) - 13}0101`
  const cookie = await acceptedRegistration()
  const refused = await complete(cookie, await filledForm(cookie, { ...person(), certificateNumber: withCheckDigit(`110101${born}001`) }))
  expect([refused.status, refused.problem.findings.map(({ rule, path }) => `${rule} ${path}`)]).toEqual([422, ['R-22 certificateNumber']])
})

test('a user name, mobile, mail address or certificate that is in use is named, each with its own text, to who holds the codes', async () => {
  const first = await acceptedRegistration()
  const mine = await filledForm(first)
  await complete(first, mine)
  const before = await api.count('accounts')
  const pathsFor = async (change: Partial<Form>) => {
    await api.db.query('DELETE FROM sliding_counts')
    const cookie = await acceptedRegistration()
    const form = await filledForm(cookie, { ...person(), ...change })
    return (await complete(cookie, form)).problem.findings.map(({ rule, path }) => `${rule} ${path}`)
  }
  expect(await pathsFor({ userName: mine.userName.toUpperCase() })).toEqual(['R-11 userName'])
  expect(await pathsFor({ certificateNumber: ` ${mine.certificateNumber.toLowerCase()}` })).toEqual(['R-14 certificateNumber'])
  expect(await pathsFor({ mobile: `+86 ${mine.mobile}` })).toEqual(['R-12 mobile'])
  expect(await pathsFor({ email: mine.email.toUpperCase() })).toEqual(['R-13 email'])
  expect(await api.count('accounts')).toBe(before)
})

test('who holds no codes cannot learn from the form whose number, mailbox, certificate or name is known', async () => {
  const first = await acceptedRegistration()
  const known = await filledForm(first)
  await complete(first, known)
  const stranger = person()
  const answers = []
  for (const given of [known, stranger]) {
    await api.db.query('DELETE FROM sliding_counts')
    const cookie = await acceptedRegistration()
    const sent = await sendCodes(cookie, given)
    const form = { ...given, mobileCode: '0', emailCode: '0' }
    const { requestId: _own, ...problem } = (await complete(cookie, form)).problem
    answers.push([sent.status, Object.keys(sent.body), problem, (await api.db.query('SELECT channel FROM outbox_messages ORDER BY at DESC, id LIMIT 2')).length])
  }
  expect(answers[0]).toEqual(answers[1])
})

test('two registrations for one mobile at the same moment make one account', async () => {
  const shared = person()
  const forms: [string, Form][] = []
  for (let n = 0; n < 2; n++) {
    const cookie = await acceptedRegistration()
    forms.push([cookie, await filledForm(cookie, { ...person(), mobile: shared.mobile })])
    api.clock.advance(61)
  }
  const before = await api.count('accounts')
  const answers = await Promise.all(forms.map(([cookie, form]) => complete(cookie, form)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
  expect(answers.find(({ status }) => status === 422)?.problem.findings.map(({ path }) => path)).toEqual(['mobile'])
  expect(await api.count('accounts')).toBe(before + 1)
})

test('a wrong code is refused five times, then the right one too', async () => {
  const cookie = await acceptedRegistration()
  const form = await filledForm(cookie)
  const before = await api.count('accounts')
  const wrong = { ...form, mobileCode: form.mobileCode === '111111' ? '222222' : '111111' }
  for (let left = 4; left >= 0; left--) {
    const { findings } = (await complete(cookie, wrong)).problem
    expect(findings.map(({ path }) => path)).toEqual(['mobileCode'])
    expect(findings[0]?.text.en).toContain(`${left} more`)
  }
  expect((await complete(cookie, form)).problem.findings.map(({ path }) => path)).toEqual(['mobileCode', 'emailCode'])
  expect(await api.count('accounts')).toBe(before)
})

test('codes work for five minutes, and only the newest', async () => {
  const cookie = await acceptedRegistration()
  const given = person()
  const old = await filledForm(cookie, given)
  const soon = await sendCodes(cookie, given)
  expect(soon.status).toBe(429)
  expect(soon.headers['retry-after']).toBe('60')
  api.clock.advance(60)
  const newer = await filledForm(cookie, given)
  expect((await complete(cookie, old)).status).toBe(422)
  api.clock.advance(301)
  expect((await complete(cookie, newer)).status).toBe(422)
})

test('with the SMS platform on, no code is on screen, not even that of a running registration', async () => {
  const cookie = await acceptedRegistration()
  const given = person()
  const sent = await sendCodes(cookie, given)
  expect(sent.body.onScreen).not.toBeNull()
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  const now = await api.inject('getRegistration', {}, { headers: { cookie } })
  expect(now.body.codes?.onScreen).toBeNull()
  expect(now.text).not.toContain(sent.body.onScreen?.mobileCode)
  api.clock.advance(60)
  expect((await sendCodes(cookie, given)).body.onScreen).toBeNull()
  const operator = await api.accounts.operator()
  const { rows } = (await api.inject('listMessages', { body: { recipient: given.mobile } }, { as: operator })).body
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ channel: 'sms', to: maskField('phone', given.mobile), text: expect.stringMatching(/\d{6}/) })
})

test('codes go to nobody without a solved verification', async () => {
  const cookie = await acceptedRegistration()
  const before = await api.count('outbox_messages')
  const { mobile, email } = person()
  const refused = await api.inject('sendRegistrationCodes', { body: { mobile, email, verification: { way: 'proof', payload: 'e30=' } } }, { headers: { cookie } })
  expect(refused.problem.code).toBe('verification-wrong')
  expect(await api.count('outbox_messages')).toBe(before)
})

test('a registration that takes longer than two hours starts again', async () => {
  const cookie = await acceptedRegistration()
  api.clock.advance(2 * 3600 + 1)
  expect((await api.inject('getRegistration', {}, { headers: { cookie } })).status).toBe(404)
})

test('an acceptance sent again with its key has one effect, and the key is the registration’s whatever else the browser sends', async () => {
  const { cookie } = await startedRegistration()
  const idempotencyKey = randomUUID()
  const send = (headers: Record<string, string>) =>
    api.inject('acceptForRegistration', { body: { document: 'terms', version: acceptanceDocuments.terms.version } }, { idempotencyKey, headers })
  const first = await send({ cookie })
  api.clock.advance(1)
  const again = await send({ cookie: `other=1; ${cookie}` })
  expect([again.status, again.text, again.headers['idempotency-replayed']]).toEqual([200, first.text, 'true'])
  const { cookie: another } = await startedRegistration()
  expect((await send({ cookie: another })).headers['idempotency-replayed']).toBeUndefined()
})
