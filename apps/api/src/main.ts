import 'reflect-metadata'
import { Logger } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { FirstSetUpService } from './accounts/invitations/first-set-up.service.js'
import { createApp } from './app.js'
import { loadDemoData } from './demo/load-demo-data.js'
import { actAs, everyReach, house } from './platform/acting.js'
import { Config } from './platform/config.js'
import { requireKeys } from './platform/keys.js'
import { onLastResort } from './platform/last-resort.js'
import { ensureMigrated, migrate } from './platform/migrate.js'
import { reasonOf } from './platform/start-fault.js'

const patienceMs = 25_000
let isEnding = false

/** Config, keys, database, demo data, listen; the first that is not right ends the start with one sentence. */
async function start(): Promise<void> {
  const config = Config.from(process.env)
  config.requireWaysOut()
  requireKeys(config.dataDir)
  if (config.migrate) await migrate(config.databaseUrl)
  await ensureMigrated(config.databaseUrl)
  const app = await createApp(config)
  if (config.demo) await actAs(house(...everyReach), () => loadDemoData(app))
  // Before anybody can find it ready: whoever ends it at its first moment ends it in order too.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end(app))
  await app.listen(config.port, config.host)
  await actAs(house(), () => offerSetUp(app))
  const log = new Logger('LastResort')
  onLastResort(process, (entry, text) => log.error(entry, text), () => {
    process.exitCode = 1
    void end(app)
  })
}

/** Without a security administrator there is nobody who could invite one: whoever starts the system gets a link for the first. It goes to the terminal, into no log. */
async function offerSetUp(app: NestFastifyApplication): Promise<void> {
  const link = await app.get(FirstSetUpService, { strict: false }).offer()
  if (link) process.stdout.write(`Set up the first security administrator within 24 hours, once: ${link}\n`)
}

/** Answers what is being answered, lets running jobs finish, closes every connection; the process then ends by itself. */
async function end(app: NestFastifyApplication): Promise<void> {
  isEnding = true
  setTimeout(() => process.exit(1), patienceMs).unref()
  await app.close()
}

start().catch((error: unknown) => {
  // What was still on its way when the end began fails for want of what was closed.
  if (isEnding) return
  process.stderr.write(`${reasonOf(error)}\n`)
  process.exit(1)
})
