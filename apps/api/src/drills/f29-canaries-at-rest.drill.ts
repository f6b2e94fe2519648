import fs from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { OutboxRepository } from '../notifications/outbox.repository.js'
import { statement } from '../platform/statement.js'
import type { TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { testFolder } from '../testing/test-folder.js'
import { Scanner } from './canaries/scanner.js'
import { spreadCanaries } from './canaries/spread.js'
import type { Drill } from './drill.js'

/** What people send, in all that lies on the disk: as a dump reads it and as the bytes of files, write-ahead log included. */
export const drill: Drill = {
  id: 'F29',
  promise: 'P13: numbers, phones, addresses, passwords, tokens and cookies stand in clear in no table, no data file, no write-ahead log and no file of the API, in 8 encodings',
  fault: 'the outbox keeps the recipient beside its ciphertext',
  run: async ({ startApi, random, full, planted }) => {
    const since = Date.now() - 1000
    const api = await startApi()
    if (planted) {
      keepRecipients(api)
      // Other canaries than the sound run has: what is planted stays in the write-ahead log.
      random.next()
    }
    const { canaries, requests } = await spreadCanaries(api, random, full ? 40 : 1)
    const scanner = new Scanner(canaries)
    return ownerOf(api, async (client) => {
      const violations: string[] = []
      let tables = 0
      for (const table of await tablesOf(client)) {
        // Values that the pages hold compressed are read as a dump reads them.
        const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`)
        violations.push(...scanner.find(Buffer.from(rows.map(({ row }) => row).join('\n'))).map((what) => `${table} holds ${what}`))
        tables++
      }
      await client.query('CHECKPOINT')
      let bytes = 0
      for (const file of await filesOf(client, api, since)) {
        const content = readIfThere(file)
        bytes += content.length
        violations.push(...scanner.find(content).map((what) => `${path.basename(path.dirname(file))}/${path.basename(file)} holds ${what}`))
      }
      return {
        figure: `${requests} requests, ${canaries.length} canaries in 8 encodings (${scanner.size} texts) sought in ${tables} tables and ${Math.round(bytes / 1e6)} MB of files: ${violations.length} hits`,
        violations,
      }
    })
  },
}

function keepRecipients(api: TestApp): void {
  const outbox = api.app.get(OutboxRepository, { strict: false })
  const insert = outbox.insert.bind(outbox)
  outbox.insert = async (tx, message) => {
    await insert(tx, message)
    await statement(tx, 'UPDATE outbox_messages SET last_error = $2 WHERE id = $1', [message.id, message.to])
  }
}

const tablesOf = async (client: Client): Promise<string[]> => (await client.query<{ name: string }>(
  `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND (n.nspname IN ('public', 'pgboss') OR c.relname = 'pg_statistic')`,
)).rows.map(({ name }) => name)

/** PostgreSQL gives files of its log another name, and removes those of work that is done, whenever it likes; under the new name they are in the list too. */
function readIfThere(file: string): Buffer {
  try {
    return fs.readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

/** The files of this database, the write-ahead log since the drill began, temporary files, and what the API keeps itself. */
async function filesOf(client: Client, api: TestApp, since: number): Promise<string[]> {
  const cluster = path.join(testFolder(), 'postgres/cluster')
  const { rows: [database] } = await client.query<{ oid: number }>('SELECT oid::int FROM pg_database WHERE datname = current_database()')
  const under = (folder: string, recursive = false): string[] => (fs.existsSync(folder)
    ? fs.readdirSync(folder, { withFileTypes: true, recursive }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name)) : [])
  const recent = (file: string) => (fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since
  return [
    ...under(path.join(cluster, 'base', String(database?.oid))), ...under(path.join(cluster, 'pg_wal')).filter(recent),
    ...under(path.join(cluster, 'base/pgsql_tmp')), ...under(api.dataDir, true),
  ]
}
