import 'reflect-metadata'
import fs from 'node:fs'
import { createApp } from '../../app.js'
import { actAs, house } from '../../platform/acting.js'
import { Config } from '../../platform/config.js'
import { requireKeys } from '../../platform/keys.js'
import { ensureMigrated } from '../../platform/migrate.js'
import { reasonOf } from '../../platform/start-fault.js'
import { WorkingYearsService } from './working-years.service.js'

// `npm run working-days -- 2027.json`: docs/how-to/publish-working-days.md.

async function run(): Promise<void> {
  const file = process.argv[2]
  if (file === undefined) throw new Error('Name the file with the notice of the year: docs/how-to/publish-working-days.md.')
  const notice: unknown = JSON.parse(fs.readFileSync(file, 'utf8'))
  const config = Config.from(process.env)
  requireKeys(config.dataDir)
  await ensureMigrated(config.databaseUrl)
  const app = await createApp(config)
  try {
    const faults = await actAs(house(), () => app.get(WorkingYearsService, { strict: false }).publish(notice))
    for (const fault of faults) process.stderr.write(`${fault}\n`)
    process.stdout.write(faults.length > 0 ? 'Nothing was published.\n' : 'Published. Every due day is worked out with it from now on.\n')
    process.exitCode = faults.length > 0 ? 1 : 0
  } finally {
    await app.close()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exitCode = 1
})
