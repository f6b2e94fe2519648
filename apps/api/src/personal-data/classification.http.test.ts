import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { emptySubject, type FilingContent, fieldAt, personalPaths } from '@icp/domain'
import fs from 'node:fs'
import { Sealing, sealedForm } from '../platform/sealing.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { FilingJourneys } from '../testing/filing-journey.js'
import { filledPlace } from './classification.js'
import { personalDataPage } from './classification-page.js'
import { tables } from './data/columns.js'
import { sealedColumns, turnSealed } from './reseal.js'

let api: TestApp
type Row = Record<string, unknown>
const rowsOf = (table: string) => ownerOf(api, async (client) => (await client.query<Row>(`SELECT * FROM ${table}`)).rows)

beforeAll(async () => {
  api = await startTestApp()
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  const journey = await journeys.finished([provider])
  const asked = await api.inject('openCorrectionRequest', { params: { id: journey.id }, body: { version: await journeys.version(journey), fields: ['subject.name'], reason: '更名 13800000001' } }, { as: provider.staff })
  const { version, content } = await journeys.see(journey.id, provider.staff)
  const renamed = { ...content, subject: { ...(content as { subject: object }).subject, name: '北京新名有限公司' } }
  await api.inject('correctFiling', { params: { id: journey.id }, body: { version, requestId: asked.body.id, reason: '已核实 13800000001', content: renamed as never } }, { as: provider.staff })
  await api.inject('revealField', { params: { id: journey.id }, body: { path: 'subject.person.mobile', reason: 'contact', note: '电话核实' } }, { as: provider.staff })
  await journeys.draft(await api.accounts.owner(), journeys.content([provider]))
  const approved = await journeys.approved([provider])
  await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } as never }, { as: approved.owner })
})
afterAll(() => api.close())

test('every column of the database has its place, and every place its column', async () => {
  const found = await ownerOf(api, async (client) => (await client.query<{ name: string }>(`
    SELECT c.relname || '.' || a.attname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations' AND a.attnum > 0 AND NOT a.attisdropped`)).rows)
  const placed = Object.entries(tables).flatMap(([table, { columns }]) => columns.map(({ column }) => `${table}.${column}`))
  expect(placed.toSorted()).toEqual(found.map(({ name }) => name).toSorted())
})

test('what lets somebody in and what is sensitive is never in clear', () => {
  const clear = Object.entries(tables).flatMap(([table, { columns }]) => columns
    .filter(({ dataClass, protection }) => (dataClass === 'sensitive' || dataClass === 'secret') && protection.as === 'clear').map(({ column }) => `${table}.${column}`))
  expect(clear).toEqual([])
})

test('what is about somebody is kept by no rule that says there is nothing of the kind', () => {
  const about = Object.entries(tables).flatMap(([table, { kept, columns }]) => (kept === 'system' ? columns : [])
    .filter(({ dataClass }) => dataClass !== 'none' && dataClass !== 'internal').map(({ column }) => `${table}.${column}`))
  expect(about).toEqual([])
})

test('what is said to be sealed is ciphertext that opens at the place named, in every row', async () => {
  const sealing = api.app.get(Sealing)
  const seen = new Set<string>()
  for (const column of sealedColumns) {
    for (const row of await rowsOf(column.table)) {
      turnSealed(column, row, (place, sealed) => {
        expect([column.table, column.column, sealed]).toEqual([column.table, column.column, expect.stringMatching(sealedForm)])
        sealing.open(place, sealed)
        seen.add(`${column.table}.${column.column}`)
        return sealed
      })
    }
  }
  expect([
    'accounts.mobile', 'accounts.email', 'accounts.certificate_number', 'confirmations.mobile', 'correction_requests.reason', 'corrections.changes', 'filing_events.note',
    'filing_revisions.content', 'filings.draft_content', 'idempotency_records.answer', 'notices.text_zh', 'outbox_messages.body', 'personal_reads.note',
    'register_subjects.content', 'review_decisions.opinion',
  ].filter((column) => !seen.has(column))).toEqual([])
})

const wrapped = (part: string, json: unknown): FilingContent =>
  (part === '' ? json : part === 'subject' ? { form: 'registration', subject: json, services: [] } : { form: 'registration', subject: emptySubject(), services: [json] }) as FilingContent

test('of a filing’s content every field that the field table calls personal is sealed or empty', async () => {
  let looked = 0
  for (const column of sealedColumns.filter(({ part }) => part !== undefined)) {
    for (const row of (await rowsOf(column.table)).filter((one) => one[column.column] !== null)) {
      const content = wrapped(filledPlace(column.part ?? '', row), row[column.column])
      for (const { path } of personalPaths(content)) {
        const value = String(fieldAt(content, path))
        if (value !== '') expect([path, value]).toEqual([path, expect.stringMatching(sealedForm)])
        looked++
      }
    }
  }
  expect(looked).toBeGreaterThan(50)
})

test('fingerprints and hashes tell nothing of what they stand for', async () => {
  const forms = { searched: /^[\w-]{43}$/, keyed: /^(?:[a-z-]+:)*[\w-]{43}$/, hashed: /^(?:[0-9a-f]{64}|\$argon2id\$.+|[\w-]{43})$/ }
  const telling: unknown[] = []
  for (const [table, { columns }] of Object.entries(tables)) {
    for (const { column, protection: { as } } of columns) {
      if (as !== 'searched' && as !== 'keyed' && as !== 'hashed') continue
      telling.push(...(await rowsOf(table)).map((row) => row[column]).filter((value) => value !== null && value !== '' && !forms[as].test(String(value))).map((value) => [table, column, value]))
    }
  }
  expect(telling).toEqual([])
})

test('a job holds ids and nothing that a person typed', async () => {
  const jobs = await rowsOf('pgboss.job')
  expect(jobs.length).toBeGreaterThan(0)
  for (const { data, output } of jobs) {
    for (const value of Object.values({ ...(data as Row | null), ...(output as Row | null) })) expect(String(value)).toMatch(/^[\w:.-]{1,64}$/)
  }
})

test('docs/personal-data.md is what this file says', () => {
  expect(fs.readFileSync(new URL('../../../../docs/personal-data.md', import.meta.url), 'utf8')).toBe(personalDataPage())
})
