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

async function installJobTables(url: string): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: jobSchema, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  await boss.stop({ graceful: false })
}
