import 'reflect-metadata'
import fs from 'node:fs'
import { entryOfNotice, Refusal, shanghaiDay, YearNotice } from '@icp/domain'
import { createApp } from '../app.js'
import { actAs, house } from '../platform/acting.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { requireKeys } from '../platform/keys.js'
import { ensureMigrated } from '../platform/migrate.js'
import { reasonOf } from '../platform/start-fault.js'
import { RuleChangesService } from './rule-changes.service.js'

// `npm run working-days -- 2027.json`: docs/how-to/publish-working-days.md.

/** What is wrong with the file, a line each. */
function faultsOf(error: unknown): string[] {
  if (!(error instanceof Refusal)) throw error
  return error.findings.length > 0 ? error.findings.map(({ path, text, fix }) => [`${path}:`, text.en, fix.en].filter(Boolean).join(' ')) : [error.text.en]
}

async function publish(file: string, app: Awaited<ReturnType<typeof createApp>>): Promise<readonly string[]> {
  const notice = YearNotice.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
  if (!notice.success) return notice.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`)
  const entry = entryOfNotice(notice.data, shanghaiDay(app.get(Clock, { strict: false }).now()))
  try {
    await actAs(house(), () => app.get(RuleChangesService, { strict: false }).publishByHand(entry))
    return []
  } catch (error) {
    return faultsOf(error)
  }
}

async function run(): Promise<void> {
  const file = process.argv[2]
  if (file === undefined) throw new Error('Name the file with the notice of the year: docs/how-to/publish-working-days.md.')
  const config = Config.from(process.env)
  requireKeys(config.dataDir)
  await ensureMigrated(config.databaseUrl)
  const app = await createApp(config)
  try {
    const faults = await publish(file, app)
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
