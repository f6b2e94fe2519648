import type { ConfirmationPage } from '@icp/contract'
import { allowedWrongTries, coverLabel, maskContent, maskField, resendsLeft, triesLeft } from '@icp/domain'
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common'
import { timingSafeEqual } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { type FilingRecord, FilingsApi } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import { actAs, house } from '../platform/acting.js'
import { Clock } from '../platform/clock.js'
import { JobsApi } from '../platform/jobs.api.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { Transactions } from '../platform/transaction.service.js'
import { ConfirmationEntity } from './confirmation.entity.js'
import { linkNotFound, wrongAnswer } from './confirmation-refusals.js'
import { answerKeysOf, tokenKeyOf } from './confirmation-secrets.js'
import { expiryQueue } from './confirmations.api.js'
import { ConfirmationsRepository } from './confirmations.repository.js'

interface Asked {
  readonly row: ConfirmationEntity
  readonly record: FilingRecord
}

/** The responsible person's side: the page behind the link, the answer, the code once more; and what happens when nobody answers. */
@Injectable()
export class ConfirmationsService implements OnModuleInit, OnApplicationBootstrap {
  private readonly log = new Logger('Confirmations')

  constructor(
    private readonly transactions: Transactions,
    private readonly confirmations: ConfirmationsRepository,
    private readonly filings: FilingsApi,
    private readonly jobs: JobsApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.work<{ filingId: string }>(expiryQueue, ({ filingId }) => this.expire(filingId), { reach: ['filings'] })
    // Should a clock's job be lost, the sweep finds what it was for.
    this.jobs.workAt('confirmations-sweep', '*/5 * * * *', () => this.sweep(), { reach: ['filings'] })
  }

  /** Rounds that ended while nothing ran go back at the start; should the database be away, the next sweep does it. */
  async onApplicationBootstrap(): Promise<void> {
    await actAs(house('filings'), () => this.sweep()).catch((error: unknown) => this.log.error({ err: error }, 'the sweep at the start failed'))
  }

  page(token: string): Promise<ConfirmationPage> {
    return this.asHolder(token, () => this.transactions.write(null, async (tx) => this.pageOf(tx, await this.asked(tx, token, false))))
  }

  /**
   * A wrong answer counts although it is refused: the try is committed before the refusal is thrown. It is a decision, and kept as one: the same request
   * sent again gets the same refusal and takes no further try.
   */
  async confirm(token: string, answer: Parsed<'confirm'>['body'], once: Once | null): Promise<ConfirmationPage> {
    const outcome = await this.asHolder(token, () => this.transactions.write(this.ofLink(once, token), async (tx) => {
      const { row } = await this.asked(tx, token, true)
      const actor = { role: 'responsible-person' as const, confirmationId: row.id }
      const record = await this.filings.open(tx, actor, row.filingId, 'confirm')
      const right = this.isRight(row, answer)
      const { filing } = await this.filings.take(tx, record, { type: 'confirm', confirmationId: row.id, answer: right ? 'right' : 'wrong' }, actor)
      if (right) return { page: await this.pageOf(tx, await this.asked(tx, token, false)) }
      return { triesLeft: filing.status === 'returned' ? null : allowedWrongTries - row.wrongTries - 1 }
    }))
    if (outcome.page) return outcome.page
    throw wrongAnswer(outcome.triesLeft ?? null)
  }

  resend(token: string, once: Once | null): Promise<ConfirmationPage> {
    return this.asHolder(token, () => this.transactions.write(this.ofLink(once, token), async (tx) => {
      const { row } = await this.asked(tx, token, true)
      const actor = { role: 'responsible-person' as const, confirmationId: row.id }
      const record = await this.filings.open(tx, actor, row.filingId, 'resend-code')
      await this.filings.take(tx, record, { type: 'resend-code', confirmationId: row.id }, actor)
      return this.pageOf(tx, await this.asked(tx, token, false))
    }))
  }

  /** Returns a filing whose 24 hours are over. Does nothing when it has moved on or has time left, so it may run any number of times. */
  expire(filingId: string): Promise<void> {
    return this.transactions.write(null, async (tx) => {
      const record = await this.filings.lock(tx, filingId)
      const now = this.clock.now()
      if (record?.filing.status !== 'awaiting-confirmation') return
      if (!record.filing.confirmations.some((one) => one.state === 'waiting' && now >= one.expiresAt)) return
      await this.filings.take(tx, record, { type: 'expire' }, { role: 'clock' })
    })
  }

  /** `expire` for every filing that waits for confirmations. */
  async sweep(): Promise<void> {
    const ids = await this.transactions.write(null, (tx) => this.filings.idsAwaitingConfirmation(tx))
    for (const id of ids) await this.expire(id)
  }

  private async asked(tx: EntityManager, token: string, lock: boolean): Promise<Asked> {
    const found = await this.confirmations.findByToken(tx, token)
    const record = found && (lock ? await this.filings.lock(tx, found.filingId) : await this.filings.find(tx, found.filingId))
    // Read again: another answer may have been counted while this one waited for the filing.
    const row = found && (lock ? await this.confirmations.findByToken(tx, token) : found)
    if (!row || !record) throw linkNotFound()
    return { row, record }
  }

  /** The link opens its own filing and no other, whoever else is signed in beside it. */
  private asHolder<T>(token: string, work: () => T): T {
    return actAs({ role: 'link', link: tokenKeyOf(this.sealing, token) }, work)
  }

  /** The link is the person's only account here. */
  private ofLink(once: Once | null, token: string): Once | null {
    return once?.heldBy(`confirmation:${tokenKeyOf(this.sealing, token)}`) ?? null
  }

  /** All three must match; which one did not is not told. */
  private isRight(row: ConfirmationEntity, answer: Parsed<'confirm'>['body']): boolean {
    const keys = answerKeysOf(this.sealing, row.id, answer)
    return [same(keys.codeKey, row.codeKey), same(keys.mobileKey, row.mobileKey), same(keys.lastSixKey, row.lastSixKey)].every(Boolean)
  }

  private async pageOf(tx: EntityManager, { row, record }: Asked): Promise<ConfirmationPage> {
    const { filing } = record
    const { name, mobile } = this.confirmations.opened(row)
    const state = this.stateOf(row)
    const round = await this.confirmations.ofRound(tx, row.filingId, row.round)
    return {
      state, kind: filing.kind, reference: record.row.reference ?? '', name: maskField('name', name), mobile: maskField('phone', mobile),
      covers: row.covers.map((cover) => coverLabel(cover, filing.content)),
      triesLeft: triesLeft(row), resendsLeft: resendsLeft(row), expiresAt: row.expiresAt,
      othersWaiting: row.closedAt ? 0 : round.filter((one) => one.id !== row.id && one.state === 'waiting').length,
      content: state === 'waiting' ? maskContent(filing.content) : null,
      corrections: state === 'waiting' ? await this.filings.correctionsForPerson(tx, filing.id, filing.content, row.id) : [],
    }
  }

  private stateOf(row: ConfirmationEntity): ConfirmationPage['state'] {
    if (row.state === 'confirmed') return 'confirmed'
    if (this.clock.now() >= row.expiresAt) return 'expired'
    return row.closedAt ? 'closed' : 'waiting'
  }
}

const same = (left: string, right: string): boolean => left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right))
