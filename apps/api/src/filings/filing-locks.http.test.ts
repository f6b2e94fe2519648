import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let journey: Journey

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  journey = await journeys.finished([provider])
})
afterAll(() => api.close())

/** As the role of the running API, which is the one that a bug in it would act as. */
const refusal = async (text: string, values: unknown[] = []): Promise<string> => {
  try {
    await api.db.query(text, values)
    return 'done'
  } catch (error) {
    return (error as { driverError: { code: string } }).driverError.code
  }
}

test('the tests ask as the database role of the running API', async () => {
  expect((await api.db.query('SELECT current_user AS name'))[0].name).toBe('icp_app')
})

test.each([
  ['its subject', `UPDATE filings SET subject_name = 'other' WHERE id = $1`],
  ['its province', `UPDATE filings SET province = '310000' WHERE id = $1`],
  ['its subject key', `UPDATE filings SET subject_key = 'other' WHERE id = $1`],
  ['its domains', `UPDATE filings SET domain_keys = '{}' WHERE id = $1`],
  ['its summary', `UPDATE filings SET summary = '{"services": [], "providers": []}' WHERE id = $1`],
  ['its current revision', `UPDATE filings SET revision = 2 WHERE id = $1`],
  ['its submission number', `UPDATE filings SET reference = 'BA20261123-999999' WHERE id = $1`],
  ['its owner', `UPDATE filings SET owner_account_id = gen_random_uuid() WHERE id = $1`],
  ['the row itself', 'DELETE FROM filings WHERE id = $1'],
  ['a new revision', `INSERT INTO filing_revisions (filing_id, number, content, digest, cause, author_account_id, at) VALUES ($1, 2, '{}', '', 'correct', gen_random_uuid(), now())`],
  ['a second finish', `INSERT INTO filing_revisions (filing_id, number, content, digest, cause, author_account_id, at) VALUES ($1, 2, '{}', '', 'finish', gen_random_uuid(), now())`],
])('a locked filing cannot be changed past the life cycle: %s', async (_, text) => {
  expect(await refusal(text, [journey.id])).toBe('IC001')
})

test.each([
  ['back to a draft', `UPDATE filings SET status = 'draft', version = version + 1 WHERE id = $1`],
  ['straight to approved', `UPDATE filings SET status = 'approved', version = version + 1 WHERE id = $1`],
  ['on without a new version', `UPDATE filings SET status = 'withdrawn' WHERE id = $1`],
])('a status does not move %s', async (_, text) => {
  expect(await refusal(text, [journey.id])).toBe('IC002')
})

test('a revision is neither changed nor deleted', async () => {
  expect(await refusal(`UPDATE filing_revisions SET digest = 'x' WHERE filing_id = $1`, [journey.id])).toBe('42501')
  expect(await refusal('DELETE FROM filing_revisions WHERE filing_id = $1', [journey.id])).toBe('42501')
})

test('history is neither changed nor deleted', async () => {
  expect(await refusal(`UPDATE filing_events SET action = 'pass' WHERE filing_id = $1`, [journey.id])).toBe('42501')
  expect(await refusal('DELETE FROM filing_events WHERE filing_id = $1', [journey.id])).toBe('IC001')
})

const withRequest = async (requestId: string, text: string) => api.db.transaction(async (tx) => {
  await tx.query(`SELECT set_config('icp.correction_request', $1, true)`, [requestId])
  return tx.query(text, [journey.id])
}).then(() => 'done', (error: { driverError: { code: string } }) => error.driverError.code)

test('only an open correction request of this very filing opens it, and only for the transaction that names it', async () => {
  const rename = `UPDATE filings SET subject_name = subject_name || '!' WHERE id = $1`
  expect(await withRequest(randomUUID(), rename)).toBe('IC001')
  const open = async (of: Journey) => (await api.inject('openCorrectionRequest', {
    params: { id: of.id }, body: { version: await journeys.version(of), fields: ['subject.name'], reason: '更名' },
  }, { as: of.owner })).body.id
  const other = await journeys.finished([provider])
  expect(await withRequest(await open(other), rename)).toBe('IC001')
  const requestId = await open(journey)
  expect(await withRequest(requestId, rename)).toBe('done')
  expect(await refusal(rename, [journey.id])).toBe('IC001')
  await api.inject('declineCorrectionRequest', {
    params: { id: journey.id, requestId }, body: { version: await journeys.version(journey), answer: '与证件一致' },
  }, { as: provider.staff })
  expect(await withRequest(requestId, rename)).toBe('IC001')
})

test('an answered request cannot be opened again, and what it asks for never changes', async () => {
  expect(await refusal(`UPDATE correction_requests SET state = 'open' WHERE filing_id = $1 AND state <> 'open'`, [journey.id])).toBe('IC001')
  expect(await refusal(`UPDATE correction_requests SET fields = '{subject}' WHERE filing_id = $1`, [journey.id])).toBe('IC001')
})

test('what a filing changed is settled once it has ended, not before, and never again', async () => {
  expect(await refusal(`INSERT INTO filing_changes (filing_id, changes, at) VALUES ($1, '', now())`, [journey.id])).toBe('IC001')
  const { id } = await journeys.approved([provider])
  await api.db.query(`INSERT INTO filing_changes (filing_id, changes, at) VALUES ($1, '', now())`, [id])
  expect(await refusal('UPDATE filing_changes SET at = now() WHERE filing_id = $1', [id])).toBe('42501')
  expect(await refusal('DELETE FROM filing_changes WHERE filing_id = $1', [id])).toBe('42501')
  expect(await refusal(`INSERT INTO filing_changes (filing_id, changes, at) VALUES ($1, '', now())`, [id])).toBe('23505')
})

test('a number in the register never changes, never goes, and a cancelled record stays cancelled', async () => {
  const { id } = await journeys.approved([provider])
  const number = (await journeys.see(id, await api.accounts.reviewer('110000'))).result!.subjectNumber
  expect(await refusal(`UPDATE register_subjects SET number = number || 'x' WHERE number = $1`, [number])).toBe('IC003')
  expect(await refusal('DELETE FROM register_subjects WHERE number = $1', [number])).toBe('42501')
  await api.db.query(`UPDATE register_subjects SET state = 'cancelled', cancelled_at = now() WHERE number = $1`, [number])
  expect(await refusal(`UPDATE register_subjects SET state = 'in-force', cancelled_at = NULL WHERE number = $1`, [number])).toBe('IC003')
})

test('personal data is nowhere in clear in the tables of filings', async () => {
  const secrets = ['110101189001010016', '13800000001', 'li@example.com', '李明', '示例路1号', '与证件一致']
  for (const table of ['filings', 'filing_revisions', 'confirmations', 'correction_requests', 'corrections', 'review_decisions', 'filing_events', 'filing_changes', 'register_subjects', 'register_services']) {
    const [{ text }] = await api.db.query(`SELECT coalesce(string_agg(t::text, ' '), '') AS text FROM ${table} t`)
    for (const secret of secrets) expect([table, (text as string).includes(secret)]).toEqual([table, false])
  }
})
