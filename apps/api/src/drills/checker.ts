import pg from 'pg'
import { columnTypes } from '../platform/database.js'
import type { TestApp } from '../testing/app.js'
import { approvalChecks } from './checks/approval-checks.js'
import { checkChains } from './checks/chain-check.js'
import { checkRevisions } from './checks/revision-check.js'
import { checkSealed } from './checks/sealed-check.js'
import { checkByVerify } from './checks/verify-check.js'
import { journalCheck } from './checks/journal-check.js'
import type { Journal } from './journal.js'

/** Looks at a whole database and answers one sentence for each thing that is wrong. Reads as the superuser, so that nothing is hidden from it, and writes nothing. */
export type Check = (database: pg.Client, api: TestApp, journal: Journal) => Promise<string[]>

/** What must hold in every database, whatever was done to it. A new promise about data adds its check here. */
const checks: readonly Check[] = [...approvalChecks, checkRevisions, checkSealed, checkChains, checkByVerify, journalCheck]

export async function checkDatabase(api: TestApp, journal: Journal): Promise<string[]> {
  const database = new pg.Client({ connectionString: api.databaseUrl, types: columnTypes, options: '-c default_transaction_read_only=on' })
  await database.connect()
  try {
    const wrong = []
    for (const check of checks) wrong.push(...(await check(database, api, journal)))
    return wrong
  } finally {
    await database.end()
  }
}
