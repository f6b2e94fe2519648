import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { VerificationAnswer, VerificationPurpose } from '@icp/contract'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { TestClock } from '../../testing/test-clock.js'
import { madeIn, solvedVerification, visitOf } from '../../testing/verification.js'
import { bentPath } from './bent-path.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(() => api.db.query('DELETE FROM log_on_failures; DELETE FROM limiter_points; DELETE FROM sliding_counts'))

/** Nobody can log on as this name, so the only question is whether the verification is let through. */
const judge = async (verification: VerificationAnswer) =>
  (await api.inject('logOn', { body: { category: 'owner', userName: 'nobody', password: 'wrong', verification } })).problem.code

/** A picture whose answer the test knows, in a browser of its own: `typed` answers it there. */
async function knownPicture(text: string, purpose: VerificationPurpose = 'log-on') {
  const { body: { id }, cookies } = await api.inject('drawVerificationPicture', { body: { purpose } })
  const visit = sha256(cookies.split('=')[1] ?? '')
  await api.db.query('UPDATE verification_pictures SET answer = $2 WHERE id = $1', [id, api.app.get(Sealing).mark('picture', `${purpose}|${visit}|${id}|${text}`)])
  return (typed: string, browser = cookies) => madeIn({ way: 'picture' as const, id, text: typed }, browser)
}

test('a picture is an SVG that does not hold its own answer', async () => {
  const { svg, expiresAt } = (await api.inject('drawVerificationPicture', { body: { purpose: 'log-on' } })).body
  expect(svg).toMatch(/^<svg/)
  expect(svg).not.toContain('<text')
  expect(Date.parse(expiresAt) - Date.parse(api.clock.now())).toBe(120_000)
})

test('two pictures of one character are drawn with other commands and other numbers', () => {
  const outline = 'M10 10L30 10Q40 20 30 30C20 35 15 35 10 30ZM15 15L25 15L25 25L15 25Z'
  const drawn = Array.from({ length: 50 }, () => bentPath(outline))
  expect(new Set(drawn).size).toBe(50)
  expect(new Set(drawn.map((path) => path.replace(/[^A-Z]/g, ''))).size).toBeGreaterThan(10)
  for (const path of drawn) {
    expect(path).toMatch(/^(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+)+Z){2}$/)
    for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) expect([Number(x) > 0, Number(x) < 50, Number(y) > 0, Number(y) < 50]).toEqual([true, true, true, true])
  }
})

test('a right answer is taken in either case and width, once', async () => {
  const typed = await knownPicture('abcd')
  expect(await judge(typed(' ＡbCd '))).toBe('log-on-failed')
  expect(await judge(typed('abcd'))).toBe('verification-wrong')
})

test('a wrong answer uses the picture up, and the finding stands at the field', async () => {
  const typed = await knownPicture('abcd')
  const refused = await api.inject('logOn', { body: { category: 'owner', userName: 'nobody', password: 'x', verification: typed('abce') } })
  expect(refused.status).toBe(422)
  expect(refused.problem.findings.map(({ path }) => path)).toEqual(['verification'])
  expect(await judge(typed('abcd'))).toBe('verification-wrong')
})

test('a picture is good for two minutes', async () => {
  const typed = await knownPicture('abcd')
  api.clock.advance(121)
  expect(await judge(typed('abcd'))).toBe('verification-wrong')
})

test.each(['picture', 'proof'] as const)('a %s is good for what it was asked for and in the browser that asked', async (way) => {
  const answer = async (purpose: VerificationPurpose = 'log-on') => (way === 'picture' ? (await knownPicture('abcd', purpose))('abcd') : solvedVerification(api, purpose))
  expect(await judge(await answer())).toBe('log-on-failed')
  expect(await judge(await answer('recovery'))).toBe('verification-wrong')
  expect(await judge(await answer('registration'))).toBe('verification-wrong')
  // Another browser, and one without the cookie.
  expect(await judge(madeIn(await answer(), 'icp-owner-visit=another'))).toBe('verification-wrong')
  expect(await judge({ ...(await answer()) })).toBe('verification-wrong')
})

test('one address gets twenty pictures in a minute; the way without a picture is still open', async () => {
  const draw = (address: string) => api.inject('drawVerificationPicture', { body: { purpose: 'log-on' } }, { headers: { 'x-forwarded-for': address } })
  const statuses = []
  for (let n = 0; n < 21; n++) statuses.push((await draw('203.0.113.9')).status)
  expect(statuses).toEqual([...Array.from({ length: 20 }, () => 201), 429])
  expect((await draw('203.0.113.10')).status).toBe(201)
  expect((await api.inject('askProofChallenge', { body: { purpose: 'log-on' } }, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(201)
  api.clock.advance(60)
  expect((await draw('203.0.113.9')).status).toBe(201)
})

test('a proof of work is taken once, also when it is shown eight times at the same moment', async () => {
  const verification = await solvedVerification(api)
  const codes = await Promise.all(Array.from({ length: 8 }, () => judge(verification)))
  expect(codes.filter((code) => code === 'verification-wrong')).toHaveLength(7)
})

test('a proof is refused when it is too old, not solved, or altered', async () => {
  const verification = await solvedVerification(api)
  if (verification.way !== 'proof') throw new Error('asked for a proof')
  const payload = JSON.parse(Buffer.from(verification.payload, 'base64').toString()) as { challenge: { parameters: { cost: number; keyPrefix: string } }; solution: object }
  const sent = (value: unknown) => judge(madeIn({ way: 'proof', payload: Buffer.from(JSON.stringify(value)).toString('base64') }, `icp-owner-visit=${visitOf(verification)}`))
  expect(await sent({ ...payload, solution: { counter: 1, derivedKey: '00' } })).toBe('verification-wrong')
  expect(await sent({ ...payload, challenge: { ...payload.challenge, parameters: { ...payload.challenge.parameters, keyPrefix: '0' } } })).toBe('verification-wrong')
  expect(await judge({ way: 'proof', payload: 'no base64 of anything' })).toBe('verification-wrong')
  api.clock.advance(121)
  expect(await judge(verification)).toBe('verification-wrong')
})

test('a clock of another day does not matter to a proof', async () => {
  const other = await startTestApp({ clock: new TestClock('2031-05-01T00:00:00.000Z') })
  const verification = await solvedVerification(other)
  const refused = await other.inject('logOn', { body: { category: 'owner', userName: 'nobody', password: 'wrong', verification } })
  expect(refused.problem.code).toBe('log-on-failed')
  await other.close()
})
