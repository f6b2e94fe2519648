import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { VerificationAnswer } from '@icp/contract'
import { randomUUID } from 'node:crypto'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { later } from '../../platform/clock.js'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { madeIn, solvedVerification } from '../../testing/verification.js'
import { SlidingLimits, type SlidingLimit } from '../../platform/sliding-limits.js'
import { Transactions } from '../../platform/transaction.service.js'
import { ExpiryService } from '../expiry.service.js'
import { Passwords } from '../passwords.js'
import { fromAddress, fromNetwork } from './log-on-limits.js'

let api: TestApp
let owner: TestAccount

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts; DELETE FROM log_on_failures')
  owner = await api.accounts.owner()
})

const logOn = async (given: { userName?: string; password?: string } = {}, from = '203.0.113.7', verification = solvedVerification(api)) =>
  api.inject('logOn', { body: { category: 'owner', userName: owner.userName, password: owner.password, verification: await verification, ...given } }, { headers: { 'x-forwarded-for': from } })

/** As if so many log-ons had failed from there. */
const failed = (limit: SlidingLimit, who: string, times: number) => api.app.get(Transactions).write(null, async (tx) => {
  for (let n = 0; n < times; n++) await api.app.get(SlidingLimits, { strict: false }).take(tx, limit, who)
})

test.each([
  ['an address', fromAddress, '203.0.113.7', 30, '203.0.113.8'], ['the /64 of an address', fromAddress, '2001:db8:1:2', 30, '2001:db8:1:3::1'],
  ['a network of 256 addresses', fromNetwork, '203.0.113', 100, '203.0.114.7'],
] as const)('after its failures %s is refused for every name, before anything is compared; another one is not, and an hour later it may again', async (_, limit, who, times, elsewhere) => {
  const here = who.includes(':') ? '2001:db8:1:2:aaaa::5' : '203.0.113.7'
  await failed(limit, who, times - 1)
  expect((await logOn({ password: 'wrong' }, here)).problem.code).toBe('log-on-failed')
  for (const userName of [owner.userName, 'nobody-here']) {
    expect((await logOn({ userName }, here)).problem).toMatchObject({ status: 429, code: 'log-on-too-many', retryAfter: 3600 })
  }
  expect((await logOn({}, elsewhere)).status).toBe(200)
  api.clock.advance(3600)
  expect((await logOn({}, here)).status).toBe(200)
})

test('right passwords are not counted as failures of an address', async () => {
  await failed(fromAddress, '203.0.113.7', 29)
  for (let n = 0; n < 3; n++) expect((await logOn()).status).toBe(200)
})

test('counts are the same for every instance and survive a restart', async () => {
  const beside = await startTestApp({ beside: api })
  await failed(fromAddress, '203.0.113.7', 29)
  expect((await logOn({ password: 'wrong' })).problem.code).toBe('log-on-failed')
  const body = { category: 'owner' as const, userName: owner.userName, password: owner.password, verification: await solvedVerification(beside) }
  expect((await beside.inject('logOn', { body }, { headers: { 'x-forwarded-for': '203.0.113.7' } })).problem.code).toBe('log-on-too-many')
  await beside.close()
})

test('a hundred failures in a row stop a name, of somebody or nobody, until it is cleared; resting does not help', async () => {
  for (const userName of [owner.userName, 'nobody-there']) {
    await logOn({ userName, password: 'wrong' })
    await api.db.query('UPDATE log_on_failures SET failures = 99, wait_until = NULL WHERE failures = 1')
    expect((await logOn({ userName, password: 'wrong' })).problem.code).toBe('log-on-failed')
  }
  api.clock.advance(400 * 24 * 3600)
  await api.app.get(ExpiryService, { strict: false }).removeExpired()
  const stopped = [await logOn(), await logOn({ userName: 'nobody-there' })].map(({ problem: { requestId: _own, ...problem } }) => problem)
  expect(stopped[0]).toMatchObject({ status: 403, code: 'log-on-stopped' })
  expect(stopped[1]).toEqual(stopped[0])
  const security = await api.accounts.securityAdministrator()
  expect((await api.inject('getAccount', { params: { id: owner.id } }, { as: security })).body).toMatchObject({ stopped: true, waitUntil: null })
  expect((await api.inject('clearLogOnStop', { params: { id: owner.id } }, { as: security })).body.account.stopped).toBe(false)
  expect((await logOn()).status).toBe(200)
})

test('when more than fifty hashes wait, a log-on is refused with a time to try again, and neither its try nor its verification code is gone', async () => {
  const passwords = api.app.get(Passwords, { strict: false })
  const verification = await solvedVerification(api)
  // Who is done asks again at once, so that the queue is full for as long as the log-on needs to reach it.
  const over = new AbortController()
  const flood = Array.from({ length: 52 }, async () => { while (!over.signal.aborted) await passwords.hash('one of very many') })
  const refused = await logOn({}, '203.0.113.7', Promise.resolve(verification))
  expect(refused.problem).toMatchObject({ status: 503, code: 'too-busy', retryAfter: 5 })
  expect(refused.headers['retry-after']).toBe('5')
  over.abort()
  await Promise.all(flood)
  expect(await api.count('log_on_failures')).toBe(0)
  expect((await logOn({}, '203.0.113.7', Promise.resolve(verification))).status).toBe(200)
})

/** A picture as if it had been drawn for a browser that nobody else has; what it shows is known here. */
async function drawnPicture(): Promise<VerificationAnswer> {
  const [id, visit, text] = [randomUUID(), randomUUID(), 'abcd']
  const answer = api.app.get(Sealing, { strict: false }).mark('picture', `log-on|${sha256(visit)}|${id}|${text}`)
  await api.db.query('INSERT INTO verification_pictures (id, answer, expires_at) VALUES ($1, $2, $3)', [id, answer, later(api.clock.now(), 100)])
  return madeIn({ way: 'picture', id, text }, `visit=${visit}`)
}

test('of two hundred log-ons at the same moment, whoever is refused for want of room has no failure counted and may use the same picture again', async () => {
  const tries: { userName: string; picture: VerificationAnswer; from: string }[] = []
  for (let n = 0; n < 200; n++) tries.push({ userName: `nobody-at-once-${n}`, picture: await drawnPicture(), from: `198.18.${n}.1` })
  const ask = ({ userName, picture, from }: (typeof tries)[number]) => logOn({ userName }, from, Promise.resolve(picture))
  const first = await Promise.all(tries.map(ask))
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([401, 503]))
  const refused = tries.filter((_, n) => first[n]?.status === 503)
  expect(await api.count('log_on_failures')).toBe(tries.length - refused.length)
  expect(await api.count('verification_pictures')).toBe(refused.length)
  for (const one of refused.slice(0, 20)) expect((await ask(one)).problem).toMatchObject({ status: 401, code: 'log-on-failed' })
})
