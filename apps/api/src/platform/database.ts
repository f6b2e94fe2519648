import type { TypeOrmModuleOptions } from '@nestjs/typeorm'
import pg from 'pg'
import { actingDriver } from './acting-pool.js'
import type { Config } from './config.js'

/** The role of the running API: no DDL, and only INSERT and SELECT where history is kept. */
export const appRole = 'icp_app'
/** The role of public look-ups: sees the public view and nothing else. */
export const readerRole = 'icp_reader'

const { builtins } = pg.types

/**
 * How values leave PostgreSQL: timestamptz as ISO 8601 in UTC, date as `YYYY-MM-DD`, bigint (counts, positions) as a number.
 * Passed to our pools only; pg-boss keeps the driver's own.
 */
export const columnTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (format === 'binary') return pg.types.getTypeParser(oid, format)
    if (oid === builtins.TIMESTAMPTZ) return (text: string) => new Date(text).toISOString()
    if (oid === builtins.DATE) return (text: string) => text
    if (oid === builtins.INT8) return Number
    return pg.types.getTypeParser(oid, format)
  },
}

/**
 * Seconds that one statement may take, times DATABASE_PATIENCE: a public look-up, and any other read. In a transaction it is less (Transactions). Our tools that read
 * everything (verify, breach-scope) have no such limit.
 */
export const statementSeconds = { lookUp: 3, read: 15 } as const

export const statementTimeout = (seconds: number, patience: number) => `-c statement_timeout=${Math.round(1000 * seconds * patience)}`

/** Options that every connection of ours carries: it acts as `role`, and nothing on it waits for ever. `patience`: DATABASE_PATIENCE. */
export const sessionOptions = (role: string | undefined, patience = 1): string =>
  [...(role ? [`-c role=${role}`] : []), '-c timezone=UTC', `-c idle_in_transaction_session_timeout=${15_000 * patience}`].join(' ')

/**
 * May the user of `url` act as `role`? False where an operator gave the API a user that already is confined and no member of our roles.
 * Throws when the database does not answer.
 */
export async function mayActAs(url: string, role: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1 AND pg_has_role(current_user, oid, $2)', [role, 'MEMBER'])
    return rows.length === 1
  } finally {
    await client.end()
  }
}

/** The main pool: everything but public look-ups. Entities register themselves through `TypeOrmModule.forFeature`. */
export async function mainDatabase(config: Config): Promise<TypeOrmModuleOptions> {
  const role = (await mayActAs(config.databaseUrl, appRole)) ? appRole : undefined
  return {
    type: 'postgres',
    url: config.databaseUrl,
    applicationName: 'icp-api',
    poolSize: 16,
    // Also the longest wait for a free connection of the pool: a burst of decisions queues here instead of being turned away.
    connectTimeoutMS: 10_000 * config.databasePatience,
    synchronize: false,
    autoLoadEntities: true,
    retryAttempts: 0,
    logging: false,
    driver: actingDriver,
    extra: { types: columnTypes, options: `${sessionOptions(role, config.databasePatience)} ${statementTimeout(statementSeconds.read, config.databasePatience)}` },
  }
}
