import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startTestApp, type TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { FilingJourneys } from '../testing/filing-journey.js'
import { checkDatabase } from './checker.js'
import { Journal } from './journal.js'

let api: TestApp

beforeAll(async () => {
  api = await startTestApp()
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  await journeys.approved([provider])
  await journeys.finished([provider])
})
afterAll(() => api.close())

const check = () => checkDatabase(api, new Journal())

test('nothing is wrong where nothing was damaged', async () => {
  expect(await check()).toEqual([])
})

test.each([
  ['filings', `UPDATE filings SET result = result - 'subjectNumber' WHERE status = 'approved'`, /^approved without a number: /],
  ['filings', `UPDATE filings SET result = jsonb_set(result, '{certificateId}', 'null') WHERE status = 'approved'`, /^approved without a certificate: /],
  ['filings', `UPDATE filings SET result = jsonb_set(result, '{subjectNumber}', '"京ICP备2026000099号"') WHERE status = 'approved'`, /^approved under a number that is not in the register: /],
  ['filings', `UPDATE filings SET status = 'in-review', result = NULL WHERE status = 'approved'`, /^a number that no approval gave: /],
  ['notices', `DELETE FROM notices`, /^approved, and the owner was not told: /],
  ['audit_entries', `DELETE FROM audit_entries WHERE action = 'filing.approve'`, /^approved without an audit entry: /],
  ['audit_entries', `UPDATE audit_entries SET detail = detail || '{"x":1}' WHERE action = 'filing.finish'`, /^the chain .+ is broken at /],
  ['number_counters', `UPDATE number_counters SET last = last + 1`, /^a gap in the numbers: /],
  ['filing_revisions', `UPDATE filing_revisions SET digest = repeat('b', 64)`, /^revision .+ is not what its digest says/],
  ['filing_revisions', `DELETE FROM filing_revisions`, /^a finished filing without its revision: /],
  ['accounts', `UPDATE accounts SET mobile = email`, /^accounts\.mobile of .+ cannot be opened/],
  ['certificates', `UPDATE certificates SET signature = set_byte(signature, 5, (get_byte(signature, 5) + 1) % 256)`, /^verify: 1 wrong of certificates, first .+: signature/],
  ['register_subjects', `UPDATE register_subjects SET name = '别的公司'`, /^verify: 1 wrong of register, first .+: row/],
] as const)('damage to %s (%s) is found', async (table, sql, found) => {
  const damage = (text: string) => ownerOf(api, (client) => client.query(`SET session_replication_role = replica; ${text}`))
  const { rows: [row] } = await ownerOf(api, (client) => client.query<{ columns: string }>(
    `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`, [table],
  ))
  const columns = row!.columns
  await damage(`CREATE TABLE kept AS SELECT ${columns} FROM ${table}`)
  try {
    await damage(sql)
    expect(await check()).toContainEqual(expect.stringMatching(found))
  } finally {
    await damage(`DELETE FROM ${table}; INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM kept; DROP TABLE kept`)
  }
  expect(await check()).toEqual([])
})
