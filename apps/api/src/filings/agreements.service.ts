import { type Actor, agreementEnd, notFound } from '@icp/domain'
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common'
import { type EntityManager, LessThanOrEqual } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import type { Parsed } from '../http/serve.js'
import { actAs, house } from '../platform/acting.js'
import { Clock } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import type { Once } from '../platform/once.js'
import { findDatabaseFault } from '../platform/sqlstate.js'
import { Transactions } from '../platform/transaction.service.js'
import { changedAnswer } from './changed-answer.js'
import { FilingEntity } from './filing.entity.js'
import { FilingFindings } from './filing-findings.js'
import { FilingSteps } from './filing-steps.js'
import { FilingsRepository } from './filings.repository.js'
import { receiverBusy } from './finish-refusals.js'
import { OpenFilings } from './open-filings.js'

const expiryQueue = 'agreements-expire'

/** The receiving owner's answer to a migration, and what happens when none comes. */
@Injectable()
export class AgreementsService implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger('Agreements')

  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsRepository,
    private readonly steps: FilingSteps,
    private readonly findings: FilingFindings,
    private readonly open: OpenFilings,
    private readonly accounts: AccountsApi,
    private readonly jobs: JobsApi,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.work<{ filingId: string }>(expiryQueue, ({ filingId }) => this.expire(filingId), { reach: ['filings'] })
    // Should a clock's job be lost, the sweep finds what it was for.
    this.jobs.workAt('agreements-sweep', '*/5 * * * *', () => this.sweep(), { reach: ['filings'] })
  }

  async onApplicationBootstrap(): Promise<void> {
    await actAs(house('filings'), () => this.sweep()).catch((error: unknown) => this.log.error({ err: error }, 'the sweep at the start failed'))
  }

  async setClock(tx: EntityManager, filingId: string, finishedAt: string): Promise<void> {
    await this.jobs.send(tx, expiryQueue, { filingId }, { startAfter: agreementEnd(finishedAt) })
  }

  /**
   * Judges both sides once more, with both subjects held so that no other filing of either starts meanwhile. Refuses: invalid with what stands against it,
   * conflict when a document waits to be accepted or another filing came first.
   */
  agree(actor: Actor, id: string, { version }: Parsed<'agreeToMigration'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const { filing, row } = await this.steps.open(tx, actor, id, 'agree', version)
      if (actor.role !== 'owner' || !row.subjectKey || !row.receivingKey) throw notFound()
      await this.accounts.requireAcceptances(tx, actor.accountId)
      await this.open.reserve(tx, [row.subjectKey, row.receivingKey], [])
      const findings = await this.findings.of(tx, { id, kind: filing.kind, content: filing.content, isDraft: false, told: 'finished', isAgreed: true })
      return changedAnswer(await this.steps.take(tx, { filing, row }, { type: 'agree', findings }, actor).catch(translated))
    })
  }

  decline(actor: Actor, id: string, { version, reason }: Parsed<'declineMigration'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'decline', version)
      return changedAnswer(await this.steps.take(tx, record, { type: 'decline', reason }, actor, { note: reason }))
    })
  }

  /** Ends a migration whose days are over. Does nothing when it has moved on or has time left, so it may run any number of times. */
  expire(filingId: string): Promise<void> {
    return this.transactions.write(null, async (tx) => {
      const record = await this.filings.lock(tx, filingId)
      if (record?.filing.status !== 'awaiting-agreement') return
      if (this.clock.now() < agreementEnd(record.filing.finishedAt ?? record.filing.statusSince)) return
      await this.steps.take(tx, record, { type: 'expire' }, { role: 'clock' })
    })
  }

  /** `expire` for every migration that waits for an answer. */
  async sweep(): Promise<void> {
    const waiting = await this.transactions.write(null, (tx) => tx.find(FilingEntity, {
      where: { status: 'awaiting-agreement', finishedAt: LessThanOrEqual(this.clock.now()) }, select: { id: true },
    }))
    for (const { id } of waiting) await this.expire(id)
  }
}

/** The database's own word that the receiving subject has agreed to another migration first. */
const translated = (error: unknown): never => {
  throw findDatabaseFault(error)?.constraint === 'filings_one_received_per_subject' ? receiverBusy() : error
}
