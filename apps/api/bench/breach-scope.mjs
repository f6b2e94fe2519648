// `node bench/breach-scope.mjs`, after a build: how long the scope of one account takes among many entries. `node bench/breach-scope.mjs 10000000` for the figure of the promise.
// Nothing here is a test: times of one machine prove nothing on another.
import { createDatabase, startPostgres } from '@icp/postgres'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { scopeSql } from '../dist/audit/breach/breach-scope.js'
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
  const plan = await client.query(`EXPLAIN ${scopeSql.replace('$1', `'${asked[0]}'`).replace('$2', `'${asked[1]}'`).replace('$3', `'${asked[2]}'`)}`)
  process.stdout.write(`${plan.rows.map((row) => row['QUERY PLAN']).filter((line) => line.includes('audit_entries')).join('\n')}\n`)
  process.stdout.write(`${found.length} records of one account among ${rows} entries in ${seconds} s\n`)
  await client.end()
} finally {
  await postgres.stop()
  fs.rmSync(folder, { recursive: true, force: true })
}
