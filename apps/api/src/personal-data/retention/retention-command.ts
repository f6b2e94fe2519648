import 'reflect-metadata'
import { retentionRules } from '@icp/domain'
import { createApp } from '../../app.js'
import { actAs, house } from '../../platform/acting.js'
import { Config } from '../../platform/config.js'
import { requireKeys } from '../../platform/keys.js'
import { ensureMigrated } from '../../platform/migrate.js'
import { reasonOf } from '../../platform/start-fault.js'
import { retentionReach, RetentionService } from './retention.service.js'

// `npm run retention [-- --dry-run]`: docs/how-to/retention.md.

async function run(): Promise<void> {
  const dry = process.argv.includes('--dry-run')
  const config = Config.from(process.env)
  requireKeys(config.dataDir)
  await ensureMigrated(config.databaseUrl)
  const app = await createApp(config)
  try {
    const found = await actAs(house(...retentionReach), () => app.get(RetentionService, { strict: false }).run({ dry }))
    for (const { table, rule, rows } of found) process.stdout.write(`${table.padEnd(24)} ${String(rows).padStart(8)}  ${retentionRules[rule].text.en}\n`)
    process.stdout.write(dry ? 'Nothing was removed: this was a dry run.\n' : `${found.reduce((sum, { rows }) => sum + rows, 0)} rows removed.\n`)
  } finally {
    await app.close()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  // What the start had opened before it failed would hold the process.
  process.exit(1)
})
