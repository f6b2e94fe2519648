import { Config } from './platform/config.js'
import { migrate } from './platform/migrate.js'
import { reasonOf } from './platform/start-fault.js'

// Migrates and ends: for deployments in which the API's own database user may not change tables.
try {
  await migrate(Config.from(process.env).databaseUrl)
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exitCode = 1
}
