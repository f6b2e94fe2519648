// `node bench/breach-scope.mjs`, after a build: how long the scope of one account, and the looks at the filings of one owner, take among many entries, and what the index for the latter costs
// whoever reads. `node bench/breach-scope.mjs 10000000` for the figure of the promise.
// Nothing here is a test: times of one machine prove nothing on another.
import { createDatabase, startPostgres } from '@icp/postgres'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { scopeSql } from '../dist/audit/breach/breach-scope.js'
import { ownReadsSql } from '../dist/personal-data/own-reads.js'
import { migrate } from '../dist/platform/migrate.js'

const rows = Number(process.argv[2] ?? 100_000)
const accounts = 1000
const accountOf = (n) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'icp-bench-'))
const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), durable: false })
try {
  const url = await createDatabase(postgres.url, 'icp')
  await migrate(url)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query('ALTER TABLE audit_entries DISABLE TRIGGER await_checkpoint')
  for (let from = 0; from < rows; from += 500_000) {
    await client.query(
      `INSERT INTO audit_entries (chain, position, at, actor, action, object_type, object_id, detail, previous, hash)
       SELECT 'account-reads:' || account, n, timestamptz '2026-01-01' + n * interval '1 second', jsonb_build_object('role', 'provider', 'accountId', account), 'filing.open', 'account-reads',
              account, jsonb_build_object('revision', 1, 'objects', jsonb_build_array('filing:' || md5((n % 300000)::text)::uuid)), repeat('0', 64), repeat('0', 64)
       FROM (SELECT n, '10000000-0000-4000-8000-' || lpad((n % ${accounts})::text, 12, '0') AS account FROM generate_series($1::int, $2::int) n) made`,
      [from + 1, Math.min(rows, from + 500_000)],
    )
  }
  await client.query('ANALYZE audit_entries')
  const asked = [accountOf(7), '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z']
  const began = performance.now()
  const { rows: found } = await client.query(scopeSql, asked)
  const seconds = ((performance.now() - began) / 1000).toFixed(2)
  const plan = await client.query(`EXPLAIN ${scopeSql.replaceAll('$1', `'${asked[0]}'`).replaceAll('$2', `'${asked[1]}'`).replaceAll('$3', `'${asked[2]}'`)}`)
  process.stdout.write(`${plan.rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('audit_entries')).join('\n')}\n`)
  process.stdout.write(`${found.length} records of one account among ${rows} entries in ${seconds} s\n`)
  await measureOwner(client)
  await measureReading(client)
  await client.end()
} finally {
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}

/** Ten filings of one owner, each opened as often as every other among 300,000. */
async function measureOwner(db) {
  const owner = '20000000-0000-4000-8000-000000000001'
  // Without the owner's account, and without what a filing has to hold.
  await db.query(`SET session_replication_role = replica; ALTER TABLE filings DROP CONSTRAINT filings_check2`)
  await db.query(
    `INSERT INTO filings (id, reference, kind, status, version, owner_account_id, created_at, saved_at, finished_at, status_since)
     SELECT md5(n::text)::uuid, 'BA20260101-' || n, 'new-subject', 'approved', 1, $1, now(), now(), now(), now() FROM generate_series(1, 10) n`, [owner],
  )
  await db.query('ANALYZE filings')
  const began = performance.now()
  const { rows: [{ days, looks }] } = await db.query(`${ownReadsSql} SELECT count(*) AS days, coalesce(sum(times), 0) AS looks FROM own_reads`, [owner])
  process.stdout.write(`${looks} looks at the filings of one owner, on ${days} rows, among ${rows} entries in ${((performance.now() - began) / 1000).toFixed(2)} s\n`)
}

/** One entry as often with the index as without, in turns, since the machine is never twice the same. */
async function measureReading(db) {
  const account = accountOf(0)
  let position = 10_000_000
  const note = () => db.query(
    `INSERT INTO audit_entries (chain, position, at, actor, action, object_type, object_id, detail, previous, hash)
     VALUES ('bench', $1, now(), jsonb_build_object('role', 'provider', 'accountId', $2::text), 'filing.open', 'account-reads', $2, jsonb_build_object('revision', 1, 'objects', jsonb_build_array('filing:' || gen_random_uuid())),
             repeat('0', 64), repeat('0', 64))`, [++position, account],
  )
  const { rows: [{ indexdef }] } = await db.query(`SELECT indexdef FROM pg_indexes WHERE indexname = 'audit_entries_readings'`)
  const spent = { with: 0, without: 0 }
  for (let round = 0; round < 6; round++) {
    const way = round % 2 === 0 ? 'with' : 'without'
    await db.query(way === 'with' ? indexdef.replace('CREATE INDEX', 'CREATE INDEX IF NOT EXISTS') : 'DROP INDEX audit_entries_readings')
    const began = performance.now()
    for (let n = 0; n < 2000; n++) await note()
    spent[way] += performance.now() - began
  }
  process.stdout.write(`an entry of reading: ${(spent.with / 6000).toFixed(3)} ms with the index, ${(spent.without / 6000).toFixed(3)} ms without it, ${(spent.with / spent.without).toFixed(2)} times as long\n`)
}
