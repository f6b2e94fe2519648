import type { AnswerOf, Clearance } from '@icp/contract'
import { type Actor, applyClearing, type Bilingual, hollowClock, Refusal, type RegisterChange, servicesInForce, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { CheckpointsApi } from '../audit/checkpoints/checkpoints.api.js'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import { Clock } from '../platform/clock.js'
import { Once } from '../platform/once.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { digestOfFacts, digestOfRecord, factsOf } from '../register/register-facts.api.js'
import { type HollowFound, selectHollow } from './hollow-row.js'

/** An administration ends what stayed hollow in its province although the owner was told. */
@Injectable()
export class HollowClearances {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: RegisterApi,
    private readonly filings: FilingsApi,
    private readonly certificates: CertificatesApi,
    private readonly accounts: AccountsApi,
    private readonly audit: AuditApi,
    private readonly checkpoints: CheckpointsApi,
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
    const held = seen && (await this.register.lock(tx, seen.subjectNumber))
    if (held) await this.filings.reserveSubject(tx, held.certificateKey)
    // Read again behind the locks: a filing may have been approved or finished meanwhile.
    const { rows: [found] } = await statement<HollowFound>(tx, `${selectHollow} WHERE h.id = $1`, [id])
    if (!held || !found) throw new Refusal('not-found', 'hollow-not-found', { zh: '没有找到该空壳记录。', en: 'There is no such hollow record.' })
    const now = this.clock.now()
    const { standing } = hollowClock(found.toldAt, found.filings, now)
    if (standing !== 'due') throw new Refusal('conflict', `hollow-${standing}`, why[standing])
    const change = applyClearing(held.record, { kind: found.kind, serviceId: found.serviceId }, shanghaiDay(now))
    await this.register.apply(tx, held.record, change, held.ownerAccountId, now)
    await this.note(tx, actor, change, found)
    await this.certify(tx, actor, change, held)
    await this.checkpoints.takeAfterCommit(tx)
    return [...change.cancelled]
  }

  private async certify(tx: EntityManager, actor: Actor, { record, certificate }: RegisterChange, { ownerAccountId }: HeldSubject): Promise<void> {
    if (certificate === 'cancel') return this.certificates.endAll(tx, record.subject.id)
    const { id, payloadDigest, version } = await this.certificates.issue(tx, { subject: record.subject, services: servicesInForce(record), ownerAccountId })
    await this.audit.append(tx, { actor, action: 'certificate.issue', objectType: 'certificate', objectId: id, digest: payloadDigest, detail: { version } })
  }

  private async note(tx: EntityManager, actor: Actor, { record, cancelled }: RegisterChange, found: HollowFound): Promise<void> {
    await this.audit.append(tx, {
      actor, action: 'register.clear', objectType: 'register-subject', objectId: record.subject.id, digest: digestOfRecord(record),
      detail: { subjectNumber: record.subject.number, serviceNumbers: cancelled.filter((number) => number !== record.subject.number), hollowSince: found.since, toldAt: found.toldAt, facts: digestOfFacts(factsOf(record)) },
    })
    const { email } = await this.accounts.mailAndMobileOf(tx, found.ownerAccountId)
    const facts = { name: found.serviceName ?? found.subjectName, number: found.serviceNumber ?? found.subjectNumber, at: this.clock.now() }
    await this.accounts.tell(tx, { inbox: found.ownerAccountId, email }, 'hollow-cleared', facts)
  }
}

const textOf = ({ text }: Refusal): Bilingual => text

const why = {
  found: { zh: '尚未通知主办者，通知七日后才可以清理。', en: 'Its owner has not been told yet; it may be cleared seven days after that.' },
  told: { zh: '通知主办者未满七日，请在到期后清理。', en: 'Seven days have not passed since its owner was told. Clear it when they have.' },
  stopped: { zh: '该主体有备案正在办理，办结后再清理。', en: 'A filing of the subject is on its way. Clear it once that has ended.' },
} as const
