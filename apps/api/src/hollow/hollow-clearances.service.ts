import type { AnswerOf, Clearance } from '@icp/contract'
import { type Actor, applyClearing, type Bilingual, hollowClock, Refusal, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import { Clock } from '../platform/clock.js'
import { Once } from '../platform/once.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { RegisterApi } from '../register/register.api.js'
import { RegisterEndsApi } from '../register/register-ends.api.js'
import { type HollowFound, selectHollow } from './hollow-row.js'

/** An administration ends what stayed hollow in its province although the owner was told. */
@Injectable()
export class HollowClearances {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: RegisterApi,
    private readonly filings: FilingsApi,
    private readonly ends: RegisterEndsApi,
    private readonly accounts: AccountsApi,
    private readonly clock: Clock,
  ) {}

  /**
   * Each in a transaction of its own, under a key made from the batch's: whatever becomes of one, the others stand, and a repeat does what is not done yet and
   * answers the same of what is.
   */
  async clear(actor: Actor, ids: readonly string[], once: Once | null): Promise<AnswerOf<'clearHollow'>> {
    const parts = [...new Set(ids)].map((id) => ({ id, once: once ? new Once(once.actor, once.operation, `${once.key}:${id}`, once.request) : null }))
    const results: Clearance[] = []
    for (const part of parts) results.push(await this.one(actor, part.id, part.once))
    if (once) {
      once.taken = true
      once.replayed = parts.every((part) => part.once?.replayed)
    }
    return { results }
  }

  private async one(actor: Actor, id: string, once: Once | null): Promise<Clearance> {
    try {
      return await this.transactions.write(once, async (tx): Promise<Clearance> => ({ id, outcome: 'cleared', numbers: await this.end(tx, actor, id), text: null }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return error.kind === 'not-found' ? { id, outcome: 'gone', numbers: [], text: null } : { id, outcome: 'refused', numbers: [], text: textOf(error) }
    }
  }

  /** Refuses: not-found when nothing of this id is hollow here, conflict before its day has come or while a filing of the subject runs. */
  private async end(tx: EntityManager, actor: Actor, id: string): Promise<string[]> {
    const { rows: [seen] } = await statement<HollowFound>(tx, `${selectHollow} WHERE h.id = $1`, [id])
    // The subject's filings before its record: the order in which everybody locks.
    const known = seen && (await this.register.find(tx, seen.subjectNumber))
    if (known) await this.filings.reserveSubject(tx, known.certificateKey)
    const held = known && (await this.register.lock(tx, seen.subjectNumber))
    // Read again behind the locks: a filing may have been approved or finished meanwhile.
    const { rows: [found] } = await statement<HollowFound>(tx, `${selectHollow} WHERE h.id = $1`, [id])
    if (!held || !found) throw new Refusal('not-found', 'hollow-not-found', { zh: '没有找到该空壳记录。', en: 'There is no such hollow record.' })
    const now = this.clock.now()
    const { standing } = hollowClock(found.toldAt, found.filings, now)
    if (standing !== 'due') throw new Refusal('conflict', `hollow-${standing}`, why[standing])
    const change = applyClearing(held.record, { kind: found.kind, serviceId: found.serviceId }, shanghaiDay(now))
    await this.ends.end(tx, actor, held, change, { action: 'register.clear', detail: { hollowSince: found.since, toldAt: found.toldAt } })
    await this.tell(tx, found, now)
    return [...change.cancelled]
  }

  private async tell(tx: EntityManager, found: HollowFound, at: string): Promise<void> {
    const { email } = await this.accounts.mailAndMobileOf(tx, found.ownerAccountId)
    const facts = { name: found.serviceName ?? found.subjectName, number: found.serviceNumber ?? found.subjectNumber, at }
    await this.accounts.tell(tx, { inbox: found.ownerAccountId, email }, 'hollow-cleared', facts)
  }
}

const textOf = ({ text }: Refusal): Bilingual => text

const why = {
  found: { zh: '尚未通知主办者，通知七日后才可以清理。', en: 'Its owner has not been told yet; it may be cleared seven days after that.' },
  told: { zh: '通知主办者未满七日，请在到期后清理。', en: 'Seven days have not passed since its owner was told. Clear it when they have.' },
  stopped: { zh: '该主体有备案正在办理，办结后再清理。', en: 'A filing of the subject is on its way. Clear it once that has ended.' },
} as const
