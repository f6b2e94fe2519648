import type { Client } from 'pg'
import { setTimeout as pause } from 'node:timers/promises'
import type { SuiteName } from '../../platform/crypto-suite.js'
import { type FingerprintKeyRow, fingerprintKeyRows, fingerprintLock } from '../../platform/fingerprint-keys.js'
import { KeyFolder } from '../../platform/keys.js'
import { Sealing } from '../../platform/sealing.js'
import { renewKey } from '../rotate-keys.js'
import { addColumns, areThere, buildIndexes, changeOver, emptyColumns, shortly } from './coming-columns.js'
import { fillWaiting, openTurns, type Turn, unexplained } from './coming-values.js'

/** The keys that the database's fingerprints are made with. */
export async function fingerprintKeysOf(client: Client): Promise<Readonly<Record<'search' | 'mark', FingerprintKeyRow>>> {
  const { rows } = await client.query<FingerprintKeyRow>(fingerprintKeyRows)
  const [search, mark] = (['search', 'mark'] as const).map((use) => rows.find((row) => row.use === use))
  if (!search || !mark) throw new Error('No instance has started on this database yet, so it holds no fingerprints.')
  return { search, mark }
}

export interface Rotated {
  readonly keyId: string
  readonly rows: number
  /** How long nobody could write. */
  readonly stoodMs: number
}

/**
 * Every fingerprint under a new index key, and under the configured suite. All of them are worked out beside the old ones while the system runs; then, with no
 * transaction under way, the new ones take their place in one. A rotation that was stopped goes on with the key that it had begun with.
 */
export async function rotateIndexKey(client: Client, dataDir: string, suite: SuiteName): Promise<Rotated> {
  const { rows: [alone] } = await client.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1, 1) AS alone', [fingerprintLock])
  if (!alone?.alone) throw new Error('Another rotation of the index key is under way.')
  try {
    const { search } = await fingerprintKeysOf(client)
    if (new KeyFolder(dataDir).index.id === search.keyId) renewKey(dataDir, 'index')
    const keys = new KeyFolder(dataDir)
    const old = keys.findIndex(search.keyId)
    if (!old) throw new Error(`The index key ${search.keyId} is missing: put it back, or nothing can be compared with what is stored.`)
    const turn: Turn = { sealing: new Sealing(keys, suite), from: { key: old, suite: search.suite }, to: { key: keys.index, suite } }
    return await turnAll(client, turn, search.generation)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1, 1); DROP TABLE IF EXISTS pg_temp.fingerprint_turns', [fingerprintLock]).catch(() => undefined)
  }
}

const passes = 10
const attempts = 60

async function turnAll(client: Client, turn: Turn, generation: number): Promise<Rotated> {
  await openTurns(client)
  // The suite may have been changed since the values of a rotation that was stopped were worked out.
  if (await areThere(client)) await addColumns(client).then(() => emptyColumns(client))
  else await addColumns(client)
  let rows = 0
  for (let pass = 0; pass < passes; pass++) {
    const seen = await fillWaiting(client, turn)
    rows += seen
    if (seen < 100) break
  }
  await buildIndexes(client)
  for (let attempt = 1; attempt <= attempts; attempt++) {
    rows += await fillWaiting(client, turn)
    const stoodMs = await changeNow(client, turn, generation)
    if (stoodMs !== undefined) return { keyId: turn.to.key.id, rows, stoodMs }
    await pause(500)
  }
  throw new Error('There was no moment without a long transaction, such as that of a backup. Nothing has changed; run the command again later.')
}

/** Undefined when somebody was in the way. */
async function changeNow(client: Client, turn: Turn, generation: number): Promise<number | undefined> {
  const from = performance.now()
  try {
    await client.query(`BEGIN; ${shortly}; SELECT pg_advisory_xact_lock(${fingerprintLock})`)
    await fillWaiting(client, turn)
    const left = await unexplained(client)
    if (left.length > 0) throw new Error(`The texts of some fingerprints are stored nowhere (${left.join(', ')}), so they cannot be made anew. Nothing has changed.`)
    await changeOver(client)
    await client.query(`UPDATE fingerprint_keys SET generation = generation + 1, key_id = $1, suite = $2 WHERE use = 'search' AND generation = $3`, [turn.to.key.id, turn.to.suite, generation])
    await client.query('COMMIT')
    return performance.now() - from
  } catch (error) {
    await client.query('ROLLBACK')
    if (['55P03', '40P01'].includes((error as { code?: string }).code ?? '')) return undefined
    throw error
  }
}
