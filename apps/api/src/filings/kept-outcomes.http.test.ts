import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { EntityManager } from 'typeorm'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let approved: Journey
let asked: Journey
let inReview: Journey

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  approved = await journeys.approved([provider])
  asked = await journeys.passed([provider])
  inReview = await journeys.inReview([provider])
})
afterAll(() => api.close())

class TakenBack extends Error {}

/** As the role of the running API, in a transaction that writes the filing first, as a step does. What succeeds is taken back. */
const inStep = (id: string, ...texts: string[]): Promise<string> => api.db.transaction(async (tx: EntityManager) => {
  for (const text of ['UPDATE filings SET urged_at = now() WHERE id = $1', ...texts]) await tx.query(text, [id])
  throw new TakenBack()
}).catch(codeOf)
const alone = (text: string, values: unknown[]): Promise<string> => api.db.transaction(async (tx: EntityManager) => {
  await tx.query(text, values)
  throw new TakenBack()
}).catch(codeOf)
const codeOf = (error: unknown): string => (error instanceof TakenBack ? 'done' : (error as { driverError: { code: string } }).driverError.code)

const madeUpPass = `INSERT INTO filing_passes (filing_id, provider_id, provider_name, position, state) VALUES ($1, gen_random_uuid(), 'x', 9, 'passed')`
const another = (round: string) => `INSERT INTO confirmations (id, filing_id, round, position, covers, name, mobile, mail, mobile_key, last_six_key, token_key, code_key, state, created_at, expires_at)
  SELECT gen_random_uuid(), id, ${round}, 9, '{}', '', '', '', '', '', gen_random_uuid()::text, '', 'waiting', now(), now() FROM filings WHERE id = $1`
const event = (status: string) => `INSERT INTO filing_events (filing_id, at, action, role, name, status) VALUES ($1, now(), 'approve', 'reviewer', 'x', '${status}')`

test.each([
  ['a pass', `UPDATE filing_passes SET state = 'waiting' WHERE filing_id = $1`],
  ['by whom it was passed', `UPDATE filing_passes SET by_account_id = gen_random_uuid(), remark = NULL WHERE filing_id = $1`],
  ['a made-up pass', madeUpPass],
  ['an answer', `UPDATE confirmations SET state = 'waiting' WHERE filing_id = $1`],
  ['one more who was asked', another('round')],
  ['a line that approves it once more', event('approved')],
  ['a line of a step that it did not take', event('refused')],
])('a filing that has ended keeps what it came to rest on: %s', async (_, text) => {
  expect(await alone(text, [approved.id])).toBe('IC001')
  expect(await inStep(approved.id, text)).toBe('IC001')
})

test('the passes of a refused filing stay as they were', async () => {
  const refused = await journeys.finished([provider])
  const version = await journeys.version(refused)
  expect((await api.inject('refuseFiling', { params: { id: refused.id }, body: { version, reason: '材料不全' } }, { as: provider.staff })).status).toBeLessThan(300)
  for (const text of [`UPDATE filing_passes SET state = 'passed' WHERE filing_id = $1`, 'UPDATE filing_passes SET by_account_id = gen_random_uuid() WHERE filing_id = $1', madeUpPass]) {
    expect(await inStep(refused.id, text)).toBe('IC001')
  }
})

test.each([
  ['who was asked', `UPDATE confirmations SET name = 'x' WHERE filing_id = $1`],
  ['where the code went', `UPDATE confirmations SET mobile = 'x', mobile_key = 'x' WHERE filing_id = $1`],
  ['which provider passes', 'UPDATE filing_passes SET provider_id = gen_random_uuid() WHERE filing_id = $1'],
  ['what that provider was called', `UPDATE filing_passes SET provider_name = 'x' WHERE filing_id = $1`],
])('the running API may not write at all: %s', async (_, text) => {
  expect(await inStep(inReview.id, text)).toBe('42501')
})

test.each([
  ['that is already in review', `'in-review', NULL, NULL`],
  ['that is approved', `'approved', '{}', now()`],
])('no filing begins as one %s', async (_, values) => {
  expect(await alone(`INSERT INTO filings (id, kind, owner_account_id, reference, revision, subject_key, created_at, saved_at, status_since, status, result, finished_at)
    VALUES (gen_random_uuid(), 'new-subject', $1, 'BA20261127-000001', 1, 'x', now(), now(), now(), ${values})`, [inReview.owner.id])).toBe('IC002')
})

test.each(['confirmations', 'filing_passes'])('rows of %s are never deleted', async (table) => {
  expect(await alone(`DELETE FROM ${table} WHERE filing_id = $1`, [approved.id])).toBe('42501')
})

test.each([
  ['its result taken away', 'NULL'],
  ['another number', `jsonb_set(result, '{subjectNumber}', '"京ICP备2026000099号"')`],
])('an approved filing keeps its result: %s', async (_, result) => {
  expect(await inStep(approved.id, `UPDATE filings SET result = ${result}, version = version + 1 WHERE id = $1`)).toBe('IC001')
})

test('a filing that was not approved has no result', async () => {
  expect(await inStep(inReview.id, `UPDATE filings SET result = '{}' WHERE id = $1`)).toBe('IC001')
})

test.each([
  ['a pass taken back', `UPDATE filing_passes SET state = 'waiting', at = NULL WHERE filing_id = $1`, 'IC002'],
  ['a made-up pass', madeUpPass, 'IC002'],
  ['an answer taken back once the round is closed', `UPDATE confirmations SET state = 'waiting' WHERE filing_id = $1`, 'IC001'],
  ['a link that opens again', `UPDATE confirmations SET closed_at = NULL WHERE filing_id = $1`, 'IC001'],
  ['somebody who is asked out of turn', another('round'), 'IC002'],
  ['a line that approves it', event('approved'), 'IC001'],
])('a filing in review changes only as the life cycle has it: %s', async (_, text, code) => {
  expect(await inStep(inReview.id, text)).toBe(code)
})

test('while persons are asked, nobody is asked for another round', async () => {
  expect(await inStep(asked.id, another('round + 1'))).toBe('IC002')
})

test('an answer that was given is not taken back, though others are still asked', async () => {
  expect(await inStep(asked.id, `UPDATE confirmations SET state = 'confirmed', confirmed_at = now() WHERE filing_id = $1`,
    `UPDATE confirmations SET state = 'waiting' WHERE filing_id = $1`)).toBe('IC002')
})

test('passes, answers and history of a running filing are written only in a transaction that moves it', async () => {
  for (const text of [
    `UPDATE filing_passes SET remark = NULL WHERE filing_id = $1`, `UPDATE confirmations SET wrong_tries = 0 WHERE filing_id = $1`, event('awaiting-confirmation'),
  ]) {
    expect(await alone(text, [asked.id])).toBe('IC001')
    expect(await inStep(asked.id, text)).toBe('done')
  }
})

test('of a filing that is taken back while persons are asked, links are closed and nothing else', async () => {
  const journey = await journeys.passed([provider])
  const ending = `UPDATE filings SET status = 'withdrawn', version = version + 1 WHERE id = $1`
  const ended = (text: string) => api.db.transaction(async (tx: EntityManager) => {
    await tx.query(ending, [journey.id])
    await tx.query(text, [journey.id])
    throw new TakenBack()
  }).catch(codeOf)
  expect(await ended('UPDATE confirmations SET closed_at = now(), secret = NULL WHERE filing_id = $1')).toBe('done')
  expect(await ended('UPDATE confirmations SET closed_at = now() WHERE filing_id = $1')).toBe('IC001')
  expect(await ended(`UPDATE confirmations SET closed_at = now(), secret = NULL, state = 'confirmed' WHERE filing_id = $1`)).toBe('IC001')
})

test('a record stays whose it is', async () => {
  expect(await alone(`UPDATE register_subjects SET owner_account_id = $2 WHERE owner_account_id = $1`, [approved.owner.id, asked.owner.id])).toBe('IC001')
})

test('an account that was closed stays so, and closed when it was', async () => {
  const { id } = await api.accounts.owner()
  await api.db.query(`UPDATE accounts SET name = '', disabled_at = now(), closed_at = now() WHERE id = $1`, [id])
  expect(await alone('UPDATE accounts SET closed_at = NULL, disabled_at = NULL WHERE id = $1', [id])).toBe('IC001')
  expect(await alone(`UPDATE accounts SET closed_at = closed_at - interval '1 day' WHERE id = $1`, [id])).toBe('IC001')
  expect(await alone('UPDATE accounts SET last_log_on_at = NULL WHERE id = $1', [id])).toBe('done')
})
