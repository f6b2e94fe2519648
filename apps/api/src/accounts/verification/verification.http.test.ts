import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { VerificationAnswer } from '@icp/contract'
import { Sealing } from '../../platform/sealing.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { TestClock } from '../../testing/test-clock.js'
import { solvedVerification } from '../../testing/verification.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
})
afterAll(() => api.close())
beforeEach(() => api.db.query('DELETE FROM log_on_failures'))

/** Nobody can log on as this name, so the only question is whether the verification is let through. */
const judge = async (verification: VerificationAnswer) =>
  (await api.inject('logOn', { body: { category: 'owner', userName: 'nobody', password: 'wrong', verification } })).problem.code

async function knownPicture(text: string): Promise<string> {
  const { id } = (await api.inject('drawVerificationPicture')).body
  await api.db.query('UPDATE verification_pictures SET answer = $2 WHERE id = $1', [id, api.app.get(Sealing).index('picture', `${id}|${text}`)])
  return id
}

test('a picture is an SVG that does not hold its own answer', async () => {
  const { svg, expiresAt } = (await api.inject('drawVerificationPicture')).body
  expect(svg).toMatch(/^<svg/)
  expect(svg).not.toContain('<text')
  expect(Date.parse(expiresAt) - Date.parse(api.clock.now())).toBe(120_000)
})

test('a right answer is taken in either case and width, once', async () => {
  const id = await knownPicture('abcd')
  expect(await judge({ way: 'picture', id, text: ' ＡbCd ' })).toBe('log-on-failed')
  expect(await judge({ way: 'picture', id, text: 'abcd' })).toBe('verification-wrong')
})

test('a wrong answer uses the picture up, and the finding stands at the field', async () => {
  const id = await knownPicture('abcd')
  const refused = await api.inject('logOn', { body: { category: 'owner', userName: 'nobody', password: 'x', verification: { way: 'picture', id, text: 'abce' } } })
  expect(refused.status).toBe(422)
  expect(refused.problem.findings.map(({ path }) => path)).toEqual(['verification'])
  expect(await judge({ way: 'picture', id, text: 'abcd' })).toBe('verification-wrong')
})

test('a picture is good for two minutes', async () => {
  const id = await knownPicture('abcd')
  api.clock.advance(121)
  expect(await judge({ way: 'picture', id, text: 'abcd' })).toBe('verification-wrong')
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
  const sent = (value: unknown) => judge({ way: 'proof', payload: Buffer.from(JSON.stringify(value)).toString('base64') })
  expect(await sent({ ...payload, solution: { counter: 1, derivedKey: '00' } })).toBe('verification-wrong')
  expect(await sent({ ...payload, challenge: { ...payload.challenge, parameters: { ...payload.challenge.parameters, keyPrefix: '0' } } })).toBe('verification-wrong')
  expect(await judge({ way: 'proof', payload: 'no base64 of anything' })).toBe('verification-wrong')
  api.clock.advance(601)
  expect(await judge(verification)).toBe('verification-wrong')
})

test('a clock of another day does not matter to a proof', async () => {
  const other = await startTestApp({ clock: new TestClock('2031-05-01T00:00:00.000Z') })
  const verification = await solvedVerification(other)
  const refused = await other.inject('logOn', { body: { category: 'owner', userName: 'nobody', password: 'wrong', verification } })
  expect(refused.problem.code).toBe('log-on-failed')
  await other.close()
})
