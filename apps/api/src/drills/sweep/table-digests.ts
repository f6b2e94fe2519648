import type { Client } from 'pg'

/** Change with every request, whoever sends it. */
const restless = new Set(['limiter_points', 'sessions', 'log_on_failures', 'migrations'])

/** One digest for each table: what a refused request must leave as it was. Read as the superuser, so that nothing is hidden. */
export async function digestTables(database: Client, where: Readonly<Record<string, string>> = {}): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.query<{ name: string }>(`SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`)
  const names = Object.keys(where).length > 0 ? Object.keys(where) : rows.map(({ name }) => name).filter((name) => !restless.has(name))
  const each = names.map((name) => `SELECT '${name}' AS name, count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS digest FROM "${name}" t WHERE ${where[name] ?? 'true'}`)
  const digests = await database.query<{ name: string; digest: string }>(each.join(' UNION ALL '))
  return new Map(digests.rows.map(({ name, digest }) => [name, digest]))
}

export const changedTables = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...before].filter(([name, digest]) => after.get(name) !== digest).map(([name]) => name)
