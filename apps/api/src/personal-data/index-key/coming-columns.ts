import type { Client } from 'pg'
import { comingOf, type SearchedTable, searchedTables } from './searched-columns.js'

const forgetting = (table: string, column: string) => `forget_${table}_${comingOf(column)}`
const namesOf = ({ columns }: SearchedTable) => columns.map((column) => `'${column}'`).join(', ')

/** Whether a rotation has begun and not come to its end. */
export async function areThere(client: Client): Promise<boolean> {
  const all = searchedTables.flatMap(({ columns }) => columns.map(comingOf))
  const { rows } = await client.query(
    `SELECT FROM pg_attribute WHERE attrelid = ANY ($1::text[]::regclass[]) AND attname = ANY ($2) AND NOT attisdropped LIMIT 1`, [searchedTables.map(({ table }) => table), all],
  )
  return rows.length > 0
}

/** Beside every searched column one for its value under the coming key, which is forgotten again when the value changes. What is there already stays. */
export async function addColumns(client: Client): Promise<void> {
  for (const { table, columns } of searchedTables) {
    for (const column of columns) {
      const [coming, trigger] = [comingOf(column), forgetting(table, column)]
      await inTurn(client, `
        ALTER TABLE "${table}" ADD COLUMN IF NOT EXISTS "${coming}" text;
        CREATE OR REPLACE FUNCTION "${trigger}"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW."${coming}" := NULL; RETURN NEW; END $$;
        CREATE OR REPLACE TRIGGER "${trigger}" BEFORE UPDATE ON "${table}" FOR EACH ROW WHEN (NEW."${column}" IS DISTINCT FROM OLD."${column}") EXECUTE FUNCTION "${trigger}"()
      `)
    }
  }
}

/** What was filled for another key. */
export async function emptyColumns(client: Client): Promise<void> {
  for (const { table, columns } of searchedTables) {
    const filled = columns.map((column) => `"${comingOf(column)}" IS NOT NULL`).join(' OR ')
    await client.query(`UPDATE "${table}" SET ${columns.map((column) => `"${comingOf(column)}" = NULL`).join(', ')} WHERE ${filled}`)
  }
}

interface Index {
  readonly name: string
  readonly definition: string
}

/** Those that say anything of a searched column, also in their condition. */
async function indexesOf(client: Client, table: SearchedTable): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = '"${table.table}"'::regclass AND EXISTS (
        SELECT FROM pg_depend d JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
         WHERE d.objid = i.indexrelid AND d.refobjid = i.indrelid AND a.attname IN (${namesOf(table)})) ORDER BY 1`,
  )
  return rows
}

const twinOf = ({ name, definition }: Index, { columns }: SearchedTable): string => {
  const at = definition.indexOf(' ON ')
  const body = columns.reduce((text, column) => text.replace(new RegExp(`(?<![\\w'])${column}(?![\\w'])`, 'g'), comingOf(column)), definition.slice(at))
  return `${definition.slice(0, at).replace(` INDEX ${name}`, ` INDEX CONCURRENTLY ${comingOf(name)}`)}${body}`
}

/** The same indexes for the coming values, built while everything goes on. One that a stop has left unfinished is built again. */
export async function buildIndexes(client: Client): Promise<void> {
  for (const table of searchedTables) {
    for (const index of await indexesOf(client, table)) {
      const { rows } = await client.query<{ indisvalid: boolean }>('SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass($1)', [comingOf(index.name)])
      if (rows[0]?.indisvalid) continue
      if (rows[0]) await client.query(`DROP INDEX CONCURRENTLY "${comingOf(index.name)}"`)
      await client.query(twinOf(index, table))
    }
  }
}

/** In the transaction of the switch: the coming columns, with their indexes, take the names and the constraints of the old ones, which go. */
export async function changeOver(client: Client): Promise<void> {
  await client.query(`LOCK TABLE ${searchedTables.map(({ table }) => `"${table}"`).join(', ')} IN ACCESS EXCLUSIVE MODE`)
  for (const table of searchedTables) {
    const indexes = await indexesOf(client, table)
    const { rows: checks } = await client.query<Index>(
      `SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint k WHERE conrelid = '"${table.table}"'::regclass AND contype = 'c' AND EXISTS (
         SELECT FROM pg_attribute a WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey) AND a.attname IN (${namesOf(table)}))`,
    )
    const { rows: required } = await client.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = '"${table.table}"'::regclass AND attnotnull AND attname IN (${namesOf(table)})`,
    )
    const alter = (what: string) => client.query(`ALTER TABLE "${table.table}" ${what}`)
    for (const { name } of checks) await alter(`DROP CONSTRAINT "${name}"`)
    for (const column of table.columns) {
      await client.query(`DROP TRIGGER "${forgetting(table.table, column)}" ON "${table.table}"; DROP FUNCTION "${forgetting(table.table, column)}"()`)
      await alter(`DROP COLUMN "${column}"`)
      await alter(`RENAME COLUMN "${comingOf(column)}" TO "${column}"`)
    }
    for (const { name } of indexes) await client.query(`ALTER INDEX "${comingOf(name)}" RENAME TO "${name}"`)
    for (const { name } of required) await alter(`ALTER COLUMN "${name}" SET NOT NULL`)
    for (const { name, definition } of checks) await alter(`ADD CONSTRAINT "${name}" ${definition}`)
  }
}

/** Changes of a table wait no longer than this, since everybody else waits behind them (2 s at most), and so long that an autovacuum, which gives way after one second, does. */
export const shortly = `SET LOCAL lock_timeout = '1500ms'`

/** In a transaction of its own, again and again until nobody was in the way. */
async function inTurn(client: Client, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`BEGIN; ${shortly}; ${sql}; COMMIT`)
      return
    } catch (error) {
      await client.query('ROLLBACK')
      if ((error as { code?: string }).code !== '55P03' || attempt === 60) throw error
    }
  }
}
