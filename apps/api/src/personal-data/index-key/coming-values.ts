import type { Client } from 'pg'
import { type FingerprintKey, fingerprint } from '../../platform/fingerprint-keys.js'
import type { Sealing } from '../../platform/sealing.js'
import { comingOf, isWaiting, type SearchedTable, searchedTables } from './searched-columns.js'
import { textsIn } from './searched-texts.js'

/** With what the stored values are made, and with what those beside them are. */
export interface Turn {
  readonly sealing: Sealing
  readonly from: FingerprintKey
  readonly to: FingerprintKey
}

const batch = 500

/** Of this connection alone, and gone with it: which fingerprint becomes which. */
export async function openTurns(client: Client): Promise<void> {
  await client.query('CREATE TEMP TABLE fingerprint_turns (old text PRIMARY KEY, new text NOT NULL)')
}

/** Every row that waits, in batches: those of `work`, each after the last. Answers how many there were. */
async function overWaiting(client: Client, table: SearchedTable, work: (ctids: readonly string[]) => Promise<void>): Promise<number> {
  let [last, seen] = ['(0,0)', 0]
  for (;;) {
    const { rows } = await client.query<{ tid: string }>(
      `SELECT t.ctid::text AS tid FROM "${table.table}" t WHERE t.ctid > $1::tid AND ${isWaiting('t', table)} ORDER BY t.ctid LIMIT ${batch}`, [last],
    )
    const end = rows.at(-1)?.tid
    if (end === undefined) return seen
    await work(rows.map(({ tid }) => tid))
    seen += rows.length
    last = end
  }
}

async function learn(client: Client, { sealing, from, to }: Turn, table: string, ctids: readonly string[]): Promise<void> {
  const said = await textsIn(client, sealing, table, ctids)
  const turns = new Map([['', ''], ...said.map((one): [string, string] => ('clear' in one ? [one.clear, one.clear] : [fingerprint(from, one.kind, one.text), fingerprint(to, one.kind, one.text)]))])
  await client.query('INSERT INTO fingerprint_turns (old, new) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING', [[...turns.keys()], [...turns.values()]])
}

/** Only rows that are still as they were read, whatever changes meanwhile waits for the next pass; and only where there is something to write, or a pass would meet the row again and again. */
async function fill(client: Client, { table, columns }: SearchedTable, ctids: readonly string[]): Promise<void> {
  const values = columns.map((column) => `"${comingOf(column)}" = (SELECT new FROM fingerprint_turns WHERE old = t."${column}")`).join(', ')
  const known = columns.map((column) => `(t."${comingOf(column)}" IS NULL AND EXISTS (SELECT FROM fingerprint_turns WHERE old = t."${column}"))`).join(' OR ')
  await client.query(`UPDATE "${table}" t SET ${values} WHERE t.ctid = ANY ($1::tid[]) AND (${known})`, [ctids])
}

/** One pass over everything. Answers how many rows waited when it came by. */
export async function fillWaiting(client: Client, turn: Turn): Promise<number> {
  let seen = 0
  for (const table of searchedTables) seen += await overWaiting(client, table, (ctids) => learn(client, turn, table.table, ctids))
  if (seen === 0) return 0
  await client.query('ANALYZE fingerprint_turns')
  for (const table of searchedTables) await overWaiting(client, table, (ctids) => fill(client, table, ctids))
  return seen
}

/** Columns with values whose text is stored nowhere, and how many they are. */
export async function unexplained(client: Client): Promise<string[]> {
  const found: string[] = []
  for (const { table, columns } of searchedTables) {
    for (const column of columns) {
      const { rows } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM "${table}" t WHERE ${isWaiting('t', { table, columns: [column] })}`)
      if (rows[0] && rows[0].n !== '0') found.push(`${rows[0].n} of ${table}.${column}`)
    }
  }
  return found
}
