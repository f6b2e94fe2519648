import 'reflect-metadata'
import { createApp } from './app.js'
import { loadDemoData } from './demo/load-demo-data.js'
import { Config } from './platform/config.js'
import { readKeys } from './platform/keys.js'
import { migrate } from './platform/migrate.js'
import { reasonOf } from './platform/start-fault.js'

/** Config, keys, database, demo data, listen; the first that is not right ends the start with one sentence. */
async function start(): Promise<void> {
  const config = Config.from(process.env)
  readKeys(config.dataDir)
  if (config.migrate) await migrate(config.databaseUrl)
  const app = await createApp(config)
  if (config.demo) await loadDemoData(app)
  await app.listen(config.port, config.host)
}

start().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exit(1)
})
