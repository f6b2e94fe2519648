import { createApp } from '../app.js'
import { actAs, house } from '../platform/acting.js'
import type { Config } from '../platform/config.js'
import { requireKeys } from '../platform/keys.js'
import { ensureMigrated } from '../platform/migrate.js'
import { Transactions } from '../platform/transaction.service.js'
import { AuditApi, type Event } from './audit.api.js'

/**
 * No entry, no act, also by hand: what a command of the operator does outside of the API's own services stands in the audit before it is done. Who it was, nobody here knows: whoever may
 * log on to the machine and to the database. Throws when no entry can be written, and the command then does nothing.
 */
export async function noteCommand(config: Config, event: Omit<Event, 'actor'>): Promise<void> {
  requireKeys(config.dataDir)
  await ensureMigrated(config.databaseUrl)
  const app = await createApp(config)
  try {
    await actAs(house(), () => app.get(Transactions, { strict: false }).write(null, (tx) => app.get(AuditApi, { strict: false }).append(tx, { ...event, actor: { role: 'clock' } })))
  } finally {
    await app.close()
  }
}
