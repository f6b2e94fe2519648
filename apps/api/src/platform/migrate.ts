import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { DataSource } from 'typeorm'
import { loadMigrations } from '../migrations/load-migrations.js'
import { appRole } from './database.js'

/** pg-boss keeps its tables in a schema of its own. */
export const jobSchema = 'pgboss'

/**
 * Brings the database to today's shape, as the user of `url`, who owns it. Our tables first, then those of the job queue.
 * An advisory lock lets one of several instances that start together do it; the others find it done.
 */
export async function migrate(url: string): Promise<void> {
  const database = new DataSource({ type: 'postgres', url, migrations: await loadMigrations(), synchronize: false, connectTimeoutMS: 5000 })
  await database.initialize()
  const runner = database.createQueryRunner()
  try {
    await runner.query('SELECT pg_advisory_lock(20261123)')
    await database.runMigrations({ transaction: 'each' })
    await installJobTables(url)
    await runner.query(`
      GRANT USAGE ON SCHEMA ${jobSchema} TO ${appRole};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${jobSchema} TO ${appRole};
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${jobSchema} TO ${appRole};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${jobSchema} TO ${appRole};
    `)
  } finally {
    await runner.query('SELECT pg_advisory_unlock_all()').catch(() => {})
    await runner.release()
    await database.destroy()
  }
}

/** Throws one sentence when the database has no tables of ours, and the driver's error when it does not answer: before anything is built on it. */
export async function ensureMigrated(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query(`SELECT to_regclass('public.accounts') IS NOT NULL AND to_regclass('${jobSchema}.version') IS NOT NULL AS made`)
    if (!rows[0]?.made) throw new Error('The database that DATABASE_URL names has no tables of this system; start once with MIGRATE=1.')
  } finally {
    await client.end()
  }
}

async function installJobTables(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: jobSchema, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
}
