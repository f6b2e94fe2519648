import { keptSeconds, type RetentionId, retentionRules } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../../accounts/accounts.api.js'
import { AuditApi } from '../../audit/audit.api.js'
import { BlacklistApi } from '../../conflicts/blacklist.api.js'
import { FilingsApi } from '../../filings/filings.api.js'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Clock, later } from '../../platform/clock.js'
import { JobsApi } from '../../platform/jobs.api.js'
import { statement } from '../../platform/statement.js'
import { Transactions } from '../../platform/transaction.service.js'
import { tables } from '../data/columns.js'
import { DryRun } from './dry-run.js'

const retentionQueue = 'personal-data-retention'
/** What the job reaches of the tenants' data. */
export const retentionReach = ['filings', 'notices'] as const

export interface Removed {
  readonly table: string
  readonly rule: RetentionId
  readonly rows: number
}

/** The tables whose rows go after a time, as the classification says. */
export const passingTables = Object.entries(tables).flatMap(([table, { kept }]) => (retentionRules[kept].seconds === null ? [] : [{ table, rule: kept }]))

/** Removes what has served its time, once a night (PIPL 47). Codes, sessions and limits also go each hour, by `accounts/expiry.service.ts`. */
@Injectable()
export class RetentionService {
  constructor(
    jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly accounts: AccountsApi,
    private readonly filings: FilingsApi,
    private readonly notifications: NotificationsApi,
    private readonly blacklist: BlacklistApi,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {
    jobs.workAt(retentionQueue, '23 3 * * *', async () => void (await this.run()), { reach: retentionReach })
  }

  /** What went from each table. With `dry` the same is done, counted and taken back. */
  async run({ dry = false } = {}): Promise<Removed[]> {
    const found: Removed[] = []
    try {
      await this.transactions.write(null, async (tx) => {
        // By hand while the job runs: whoever comes second leaves it to the first.
        const { rows: [turn] } = await statement<{ mine: boolean }>(tx, `SELECT pg_try_advisory_xact_lock(hashtextextended('retention', 13)) AS mine`)
        if (!turn?.mine) return
        // Half a year's rows at once, the first time, take longer than a request may.
        await statement(tx, `SET LOCAL statement_timeout = '120s'`)
        const before = await countRows(tx)
        await this.accounts.removeExpired(tx)
        await this.filings.removeStaleDrafts(tx)
        await this.accounts.eraseLostPhones(tx, later(this.clock.now(), -keptSeconds('lost-phone')))
        await this.accounts.eraseFormerStaff(tx, later(this.clock.now(), -keptSeconds('former-staff')))
        await this.blacklist.eraseEnded(tx, later(this.clock.now(), -keptSeconds('blacklist')))
        await this.notifications.removeOld(tx, later(this.clock.now(), -keptSeconds('message')))
        const after = await countRows(tx)
        found.push(...passingTables.map(({ table, rule }) => ({ table, rule, rows: (before.get(table) ?? 0) - (after.get(table) ?? 0) })))
        if (dry) throw new DryRun()
        const detail = Object.fromEntries(found.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows]))
        if (Object.keys(detail).length > 0) await this.audit.append(tx, { actor: { role: 'clock' }, action: 'retention.run', objectType: 'system', objectId: 'retention', detail })
      })
    } catch (error) {
      if (!(error instanceof DryRun)) throw error
    }
    return found
  }
}

/** Of these the row stays as a witness, and what says who it was goes. */
export const holding: Readonly<Record<string, string>> = {
  accounts: `role <> 'owner' AND closed_at IS NULL`, invitations: `mobile_index <> ''`, blacklist_entries: `certificate_number <> ''`, phone_recoveries: `mobile <> ''`,
}

async function countRows(tx: EntityManager): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { table } of passingTables) {
    const { rows } = await statement<{ n: number }>(tx, `SELECT count(*)::int AS n FROM ${table} WHERE ${holding[table] ?? 'true'}`)
    counts.set(table, rows[0]?.n ?? 0)
  }
  return counts
}
