import { Config } from './platform/config.js'
import { makeConfinedLogin } from './platform/confined-login.js'
import { migrate } from './platform/migrate.js'
import { reasonOf } from './platform/start-fault.js'

// Migrates and ends: for deployments in which the API's own database user may not change tables. Makes that user, or gives it a new password, where it is named.
try {
  const { databaseUrl, apiLogin } = Config.from(process.env)
  await migrate(databaseUrl)
  if (apiLogin) await makeConfinedLogin(databaseUrl, apiLogin)
} catch (error) {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exitCode = 1
}
