// `node bench/row-guards.mjs`, after a build: what row-level security costs. Each statement runs with the policies on and off by turns, on the same data and
// connections; printed is the ratio of the medians, on ÷ off. Nothing here is a test: times of one machine prove nothing on another.
import { createDatabase, startPostgres } from '@icp/postgres'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '../dist/platform/migrate.js'

const filings = 20_000
const rounds = 20
const callsEach = 60
const tables = [
  'filings', 'filing_revisions', 'filing_passes', 'correction_requests', 'corrections', 'confirmations', 'filing_events', 'review_decisions', 'notices',
  'register_subjects', 'register_services', 'register_accesses',
]

/** Rows that no step has led to: the database's guards stand aside. */
const fill = `
  SET session_replication_role = replica;
  INSERT INTO filings (id, reference, kind, status, owner_account_id, province, subject_key, subject_name, revision, created_at, saved_at, finished_at, status_since)
  SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'BA' || n, 'new-subject', (ARRAY['with-providers', 'in-review', 'approved', 'refused'])[n % 4 + 1],
         ('10000000-0000-4000-8000-' || lpad((n % 5000)::text, 12, '0'))::uuid, (ARRAY['110000', '330000', '440000', '310000'])[n / 4 % 4 + 1], 'key ' || n, 'name ' || n, 1,
         now(), now(), now(), now() - n * interval '1 minute' FROM generate_series(1, ${filings}) n;
  INSERT INTO filing_passes (filing_id, provider_id, provider_name, position, state)
  SELECT id, ('20000000-0000-4000-8000-' || lpad((row_number() OVER () % 50)::text, 12, '0'))::uuid, 'provider', 0, 'waiting' FROM filings;
  INSERT INTO notices (id, account_id, at, title_zh, title_en, text_zh, text_en)
  SELECT gen_random_uuid(), owner_account_id, now(), '', '', '', '' FROM filings;
  INSERT INTO register_subjects (id, number, certificate_key, name, nature, province, owner_account_id, content, state, last_service_index, approved_at)
  SELECT ('30000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'subject ' || n, 'key ' || n, 'name ' || n, '1', '110000',
         ('10000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '{}', 'in-force', 2, now() FROM generate_series(0, 4999) n;
  SET session_replication_role = DEFAULT`

/** Of one type at a time: each service takes a lock, and a transaction has room for some thousands. */
const services = [1, 2].map((i) => `
  INSERT INTO register_services (id, subject_id, number, service_index, type, name, domain, domain_key, content, state, approved_at)
  SELECT gen_random_uuid(), id, number || '-${i}', ${i}, 'website', name, '${i}.' || number, '${i}.' || number, '{}', 'in-force', now() - ${i} * interval '1 day'
    FROM register_subjects`)

const accesses = `
  INSERT INTO register_accesses (id, service_id, position, provider_id, provider_name, modes, places, ip_ranges)
  SELECT gen_random_uuid(), id, i, ('20000000-0000-4000-8000-' || lpad(((row_number() OVER () + i) % 50)::text, 12, '0'))::uuid, 'provider', '{}', '{}', '[]'
    FROM register_services, generate_series(0, 1) i;
  ANALYZE`

const owner = ['owner', '10000000-0000-4000-8000-000000000007', '', '', '', '']
const provider = ['provider', owner[1], '20000000-0000-4000-8000-000000000007', '', '', '']
const reviewer = ['reviewer', owner[1], '', '330000', '', '']
const passes = `(SELECT json_agg(p.provider_id) FROM filing_passes p WHERE p.filing_id = f.id)`
/** Name, who asks, statement, values, and what is asked with the policies off, where that is another statement. */
const cases = [
  ['one filing of an owner', owner, 'SELECT * FROM filings f WHERE f.id = $1', ['00000000-0000-4000-8000-000000000007']],
  ['an owner’s list', owner, `SELECT f.*, ${passes} FROM filings f WHERE f.owner_account_id = $1 ORDER BY f.status_since DESC, f.id DESC LIMIT 21`, [owner[1]]],
  ['a provider’s list, first page', provider, `SELECT f.*, ${passes} FROM filings f WHERE f.status <> 'draft'
     AND EXISTS (SELECT FROM filing_passes p WHERE p.filing_id = f.id AND p.provider_id = $1) ORDER BY f.status_since DESC, f.id DESC LIMIT 21`, [provider[2]]],
  ['a reviewer’s queue, first page', reviewer, `SELECT f.*, ${passes} FROM filings f WHERE f.province = $1 AND f.status = 'in-review' ORDER BY f.review_since, f.id LIMIT 21`, ['330000']],
  ['what a provider serves, first page', provider, `SELECT a.id, a.service_number, a.subject_name, a.ip_ranges, access_is_last(a.id)
     FROM served_accesses a WHERE a.provider_id = $1 ORDER BY a.approved_at DESC, a.id DESC LIMIT 21`, [provider[2]], `SELECT a.id, s.number, b.name, a.ip_ranges, access_is_last(a.id)
     FROM register_accesses a JOIN register_services s ON s.id = a.service_id JOIN register_subjects b ON b.id = s.subject_id
     WHERE a.provider_id = $1 AND s.state = 'in-force' ORDER BY s.approved_at DESC, a.id DESC LIMIT 21`, [provider[2]]],
  ['unread notices', owner, 'SELECT count(*) FROM notices WHERE account_id = $1 AND read_at IS NULL', [owner[1]]],
]

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-bench-'))
const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), durable: false })
try {
  const url = await createDatabase(postgres.url, 'icp')
  await migrate(url)
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  for (const part of [fill, ...services, accesses]) await admin.query(part)
  const app = new pg.Client({ connectionString: url, options: '-c role=icp_app' })
  await app.connect()
  const dress = (settings) => app.query({
    name: 'act', values: settings,
    text: `SELECT set_config('icp.role', $1, false), set_config('icp.account', $2, false), set_config('icp.provider', $3, false),
           set_config('icp.province', $4, false), set_config('icp.link', $5, false), set_config('icp.reach', $6, false)`,
  })
  const guard = (on) => admin.query(tables.map((table) => `ALTER TABLE ${table} ${on ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`).join(';'))
  const median = (values) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]
  const times = cases.map(() => ({ on: [], off: [], dressed: [] }))
  for (let round = 0; round < rounds; round++) {
    for (const on of [true, false]) {
      await guard(on)
      for (const [at, [, settings, guarded, values, plain = guarded]] of cases.entries()) {
        const text = on ? guarded : plain
        await dress(settings)
        for (let call = 0; call < callsEach; call++) {
          const from = performance.now()
          if (on && call % 2) await dress(settings)
          await app.query({ name: `case-${at}-${on}`, text, values })
          times[at][on ? (call % 2 ? 'dressed' : 'on') : 'off'].push(performance.now() - from)
        }
      }
    }
  }
  for (const [at, [name]] of cases.entries()) {
    const { on, off, dressed } = times[at]
    process.stdout.write(`${name}: policies ${(median(on) / median(off)).toFixed(2)}, policies and setting up the connection ${(median(dressed) / median(off)).toFixed(2)}\n`)
  }
  await Promise.all([app.end(), admin.end()])
} finally {
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
