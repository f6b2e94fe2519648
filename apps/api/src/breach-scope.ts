import 'reflect-metadata'
import fs from 'node:fs'
import pg from 'pg'
import { parseArgs } from 'node:util'
import { accountKey, accountSql, scopeCsv, scopeSql, type ScopeRow } from './audit/breach/breach-scope.js'
import { noteCommand } from './audit/command-entry.api.js'
import { Config } from './platform/config.js'
import { appRole, columnTypes, mayActAs, sessionOptions } from './platform/database.js'
import { reasonOf } from './platform/start-fault.js'

/** `breach-scope --account name --from instant --to instant [--csv file]`: every record that the account has read or acted on in the period. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { account: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, csv: { type: 'string' } } })
  const { account, from, to, csv } = values
  if (!account || !from || !to) throw new Error('Name --account (user name or id), --from and --to (e.g. 2026-11-01T00:00:00+08:00).')
  if ([from, to].some((instant) => Number.isNaN(Date.parse(instant)))) throw new Error('--from and --to must be instants, e.g. 2026-11-01T00:00:00+08:00.')
  const config = Config.from(process.env)
  const { databaseUrl } = config
  const role = (await mayActAs(databaseUrl, appRole)) ? appRole : undefined
  const client = new pg.Client({ connectionString: databaseUrl, types: columnTypes, options: `${sessionOptions(role)} -c icp.role=house -c icp.reach=filings,register` })
  await client.connect()
  try {
    const began = performance.now()
    const [found] = (await client.query<{ id: string; userName: string; role: string }>(accountSql, [accountKey(account)])).rows
    if (!found) throw new Error(`There is no account ${account}.`)
    const { rows } = await client.query<ScopeRow>(scopeSql, [found.id, from, to])
    await noteCommand(config, { action: 'audit.breach-scope', objectType: 'account', objectId: found.id, detail: { from, to, records: rows.length, by: 'breach-scope' } })
    if (csv !== undefined) fs.writeFileSync(csv, scopeCsv(rows), { flag: 'wx', mode: 0o600 })
    for (const { object, reference, reads, acts, first, last } of rows) {
      process.stdout.write(`${object} ${reference ?? ''}\t${reads} read, ${acts} acted\t${first} … ${last}\n`)
    }
    process.stdout.write(`${found.userName} (${found.role}): ${rows.length} records from ${from} to ${to}, found in ${((performance.now() - began) / 1000).toFixed(2)} s\n`)
  } finally {
    await client.end()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  // What the entry's start had opened before it failed would hold the process.
  process.exit(2)
})
