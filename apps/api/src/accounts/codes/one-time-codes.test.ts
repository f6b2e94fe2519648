import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { Refusal } from '@icp/domain'
import type { EntityManager } from 'typeorm'
import { OutboxReader } from '../../notifications/outbox.reader.js'
import { Transactions } from '../../platform/transaction.service.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { type CodePurpose, codePurposes } from './code-purposes.js'
import { type CodeBinding, OneTimeCodes } from './one-time-codes.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(() => api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`))

let serial = 0
const bindingOf = (given: Partial<CodeBinding> = {}): CodeBinding => {
  const n = String(++serial).padStart(4, '0')
  return { purpose: 'log-on', holder: randomUUID(), mobile: `1370000${n}`, email: `person${n}@example.com`, ...given }
}
const purposes = Object.keys(codePurposes) as CodePurpose[]
const codes = () => api.app.get(OneTimeCodes, { strict: false })

const write = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> => api.app.get(Transactions).write(null, work)
/** From the screen, or from the message of a code that is never on screen. */
const send = async (bound: CodeBinding): Promise<string> => {
  const { onScreen } = await write((tx) => codes().send(tx, bound))
  const [message] = onScreen ? [] : (await api.app.get(OutboxReader, { strict: false }).list({ role: 'operator', accountId: randomUUID() }, { recipient: bound.mobile })).rows
  return onScreen?.code ?? /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
}
const check = (bound: CodeBinding, code: string) => write((tx) => codes().check(tx, bound, code))
const refusal = async (asked: Promise<unknown>): Promise<Refusal> => asked.then(() => { throw new Error('not refused') }, (error: unknown) => error as Refusal)
const unlike = (code: string) => (code === '111111' ? '222222' : '111111')

test('a code works for the purpose that it was sent for, and for no other', async () => {
  for (const sentFor of purposes) {
    for (const usedFor of purposes) {
      const bound = bindingOf({ purpose: sentFor })
      const code = await send(bound)
      const outcome = await check({ ...bound, purpose: usedFor }, code).then(({ right }) => right, (error: Refusal) => error.code)
      expect([sentFor, usedFor, outcome]).toEqual([sentFor, usedFor, sentFor === usedFor ? true : 'code-expired'])
    }
  }
})

test('a code works for its holder and at its address, and nowhere else, also where another code runs', async () => {
  const [one, other] = [bindingOf(), bindingOf()]
  const code = await send(one)
  await send(other)
  expect((await check({ ...one, holder: other.holder }, code)).right).toBe(false)
  expect((await check({ ...one, mobile: other.mobile as string }, code)).right).toBe(false)
  expect((await check({ ...one, email: other.email as string }, code)).right).toBe(false)
  expect((await check({ ...one, mobile: `+86 ${one.mobile}`, email: String(one.email).toUpperCase() }, code)).right).toBe(true)
})

test('a new code ends the messages of the one before, of its own purpose and holder alone; what no holder asked for is marked so', async () => {
  await api.db.query('DELETE FROM outbox_messages')
  const bound = bindingOf()
  const other = bindingOf({ purpose: 'contact-new', holder: bound.holder })
  await send(bound)
  await send(other)
  api.clock.advance(61)
  await send(bound)
  const rows: { live: boolean; stranger: boolean }[] = await api.db.query('SELECT expires_at > $1 AS live, by_stranger AS stranger FROM outbox_messages', [api.clock.now()])
  const of = (stranger: boolean) => rows.filter((row) => row.stranger === stranger).map(({ live }) => live).toSorted()
  expect([of(false), of(true)]).toEqual([[false, false, true, true], [true, true]])
})

test('of thirty-two who use one code at the same moment one gets in', async () => {
  const bound = bindingOf()
  const code = await send(bound)
  const outcomes = await Promise.allSettled(Array.from({ length: 32 }, () => check(bound, code)))
  expect(outcomes.filter((one) => one.status === 'fulfilled' && one.value.right)).toHaveLength(1)
})

test('five wrong tries end a code, and a new one keeps what is left', async () => {
  const bound = bindingOf()
  const code = await send(bound)
  const left = []
  for (let n = 0; n < 2; n++) left.push((await check(bound, unlike(code))) as { triesLeft: number })
  api.clock.advance(60)
  const renewed = await send(bound)
  for (let n = 0; n < 3; n++) left.push((await check(bound, unlike(renewed))) as { triesLeft: number })
  expect(left.map(({ triesLeft }) => triesLeft)).toEqual([4, 3, 2, 1, 0])
  expect((await refusal(check(bound, renewed))).code).toBe('code-expired')
})

test('twenty wrong codes stop an account over all purposes and holders for a day, and another account not at all', async () => {
  const accountId = randomUUID()
  for (let n = 0; n < 20; n++) {
    const bound = bindingOf({ accountId, purpose: purposes[n % purposes.length] as CodePurpose })
    await check(bound, unlike(await send(bound)))
  }
  const bound = bindingOf({ accountId })
  const code = await send(bound)
  expect(await refusal(check(bound, code))).toMatchObject({ code: 'codes-locked', retryAfter: 24 * 3600 })
  const other = bindingOf({ accountId: randomUUID() })
  expect((await check(other, await send(other))).right).toBe(true)
})

test('right codes are not counted as wrong ones', async () => {
  const accountId = randomUUID()
  for (let n = 0; n < 25; n++) {
    const bound = bindingOf({ accountId })
    expect((await check(bound, await send(bound))).right).toBe(true)
  }
})

test('a transaction that is rolled back counts no try and uses nothing up', async () => {
  const bound = bindingOf()
  const code = await send(bound)
  for (let n = 0; n < 7; n++) {
    await expect(write(async (tx) => {
      await codes().check(tx, bound, n % 2 ? code : unlike(code))
      throw new Error('something else')
    })).rejects.toThrow('something else')
  }
  expect((await check(bound, code)).right).toBe(true)
})

test('whoever asks, a number gets one code a minute, five an hour and ten a day, however it is written', async () => {
  const spellings = ['13611110001', '+8613611110001', '0086 136 1111 0001', '１３６１１１１０００１', '136-1111-0001']
  const ask = (mobile: string) => write((tx) => codes().send(tx, { purpose: 'registration-mobile', holder: randomUUID(), mobile }))
  const sent: number[] = []
  const start = Date.parse(api.clock.now())
  for (let n = 0; n < 150; n++) {
    await ask(spellings[n % spellings.length] as string).then(() => sent.push(Date.parse(api.clock.now()) - start), (error: Refusal) => expect(error.code).toBe('codes-too-many'))
    api.clock.advance(n % 2 ? 541 : 59)
  }
  const within = (ms: number) => Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + ms).length))
  expect([within(60_000), within(3_600_000), within(86_400_000)]).toEqual([1, 5, 10])
})

test('a stranger who floods a number does not keep its holder from a code', async () => {
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  const { mobile } = bindingOf()
  const flood = () => write((tx) => codes().send(tx, { purpose: 'registration-mobile', holder: randomUUID(), mobile: mobile as string }))
  await flood()
  expect((await refusal(flood())).kind).toBe('rate-limited')
  const holder = bindingOf({ mobile: mobile as string })
  await expect(write((tx) => codes().send(tx, holder))).resolves.toMatchObject({ triesLeft: 5, onScreen: null })
  expect((await refusal(write((tx) => codes().send(tx, { ...holder, holder: randomUUID() })))).code).toBe('codes-too-many')
})

test.each(['contact-new', 'lost-phone'] as const)('what accounts have sent to a number as their own new one (%s) counts with the codes of strangers, and keeps its holder from nothing', async (purpose) => {
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  const { mobile } = bindingOf()
  const ask = (given: Partial<CodeBinding>) => write((tx) => codes().send(tx, { ...bindingOf({ mobile: mobile as string, accountId: randomUUID(), ...given }), email: '' }))
  const outcomes: string[] = []
  for (let n = 0; n < 12; n++) {
    outcomes.push(await ask({ purpose: n % 4 === 3 ? 'registration-mobile' : purpose }).then(() => 'sent', (error: Refusal) => error.code))
    api.clock.advance(61)
  }
  expect(outcomes).toEqual([...Array<string>(5).fill('sent'), ...Array<string>(7).fill('codes-too-many')])
  const { text } = await refusal(ask({ purpose }))
  expect(text.en).toMatch(/\(1 in 1 minute, 5 in 1 hour, 10 in 1 day at most\)\. Another can be sent in \d+ minutes\.$/)
  expect(text.zh).toContain('每 1 分钟最多 1 条、每 1 小时最多 5 条、每 1 天最多 10 条')
  await expect(ask({ purpose: 'log-on' })).resolves.toMatchObject({ triesLeft: 5 })
  await expect(ask({ purpose: 'reset' })).resolves.toMatchObject({ triesLeft: 5 })
})

test('one account has five codes an hour and ten a day sent to new numbers and mailboxes, whatever their number; a mistyped one may be corrected at once', async () => {
  const accountId = randomUUID()
  const start = Date.parse(api.clock.now())
  const sent: number[] = []
  for (let n = 0; n < 60; n++) {
    const bound = bindingOf({ accountId, purpose: n % 2 ? 'contact-new' : 'lost-phone' })
    await write((tx) => codes().send(tx, bound)).then(() => sent.push(Date.parse(api.clock.now()) - start), (error: Refusal) => expect(error.code).toBe('codes-too-many-new'))
    api.clock.advance(n < 10 ? 1 : 1200)
  }
  const within = (ms: number) => Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + ms).length))
  expect([sent[1], within(3_600_000), within(86_400_000)]).toEqual([1000, 5, 10])
})

test('once strangers have spent their part of the day’s messages, an account has none sent to a new number either; its own still come', async () => {
  await api.db.query(`UPDATE switches SET value = 'on' WHERE name = 'sms-platform'`)
  await api.db.query(`UPDATE switches SET value = '0' WHERE name = 'sms-daily-budget'`)
  const { code } = await refusal(write((tx) => codes().send(tx, bindingOf({ purpose: 'contact-new', accountId: randomUUID() }))))
  const own = await write((tx) => codes().send(tx, bindingOf())).then(() => 'sent')
  await api.db.query(`UPDATE switches SET value = '20000' WHERE name = 'sms-daily-budget'`)
  expect([code, own]).toEqual(['sms-spent', 'sent'])
})

test('the database holds neither a code nor where it went', async () => {
  const bound = bindingOf()
  const code = await send(bound)
  const rows = JSON.stringify([await api.db.query('SELECT * FROM one_time_codes WHERE holder = $1', [bound.holder]), await api.db.query('SELECT * FROM sliding_counts')])
  expect(rows).not.toContain(bound.mobile)
  expect(rows).not.toContain(bound.email)
  expect(rows).not.toMatch(new RegExp(`\\b${code}\\b`))
})
