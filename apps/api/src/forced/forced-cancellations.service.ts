import type { ForcedCancellation } from '@icp/contract'
import { cutOrdered, forcedByColleague, forcedFindings, forcedReasons, offeredCodes, shanghaiDay, standingCodes } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { BlacklistApi } from '../conflicts/blacklist.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { changedMeanwhile } from '../platform/changed-meanwhile.js'
import { Clock } from '../platform/clock.js'
import type { Once } from '../platform/once.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { RegisterEndsApi } from '../register/register-ends.api.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { ForcedCancellationsReader } from './forced-cancellations.reader.js'
import { type ForcedPlan, listedDomain } from './forced-preview.js'
import { forcedInvalid, noSuchRecord } from './forced-refusals.js'
import { ForcibleRecords } from './forcible-records.js'
import type { Reviewer } from './parties.js'

type Order = Parsed<'cancelByForce'>['body']

interface Act {
  readonly id: string
  readonly actor: Reviewer
  readonly held: HeldSubject
  readonly plan: ForcedPlan
  readonly order: Order
  readonly now: string
}

/** An administration of the record's province cancels by force (docs/decisions/0068): register, certificate, filings, orders to cut, blacklist and notices in one transaction. */
@Injectable()
export class ForcedCancellations {
  constructor(
    private readonly transactions: Transactions,
    private readonly records: ForcibleRecords,
    private readonly reader: ForcedCancellationsReader,
    private readonly register: RegisterApi,
    private readonly ends: RegisterEndsApi,
    private readonly filings: FilingsApi,
    private readonly blacklist: BlacklistApi,
    private readonly accounts: AccountsApi,
    private readonly notifications: NotificationsApi,
    private readonly ruleData: RuleDataApi,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses: not-found outside of the province, invalid with findings at number, reason and ground, conflict when it is not in force or what would fall is not
   * what was shown.
   */
  cancel(actor: Reviewer, subjectId: string, order: Order, once: Once | null): Promise<ForcedCancellation> {
    return this.transactions.write(once, async (tx) => {
      const known = await this.records.held(tx, actor, subjectId)
      const findings = forcedFindings(order, order.number, offeredCodes(await this.ruleData.newest(tx), 'forcedReasons', shanghaiDay(this.clock.now())))
      if (findings.length > 0) throw forcedInvalid(findings)
      // Filings, then the subject, then its record: the order in which everybody locks.
      await this.filings.runningAbout(tx, known.certificateKey, true)
      await this.filings.reserveSubject(tx, known.certificateKey)
      const held = await this.register.lock(tx, known.record.subject.number)
      if (!held) throw noSuchRecord()
      // A filing that was finished before the subject was reserved and after the first look is not locked; it is not among what was shown either.
      const plan = await this.records.plan(tx, held, order.number, await this.filings.runningAbout(tx, held.certificateKey))
      if (plan.shown.seen !== order.seen) throw changedMeanwhile()
      const act = { id: randomUUID(), actor, held, plan, order, now: this.clock.now() }
      await this.endFilings(tx, act)
      await this.end(tx, act)
      await this.keep(tx, act)
      await this.list(tx, act)
      await this.tell(tx, act)
      return this.reader.get(tx, act.id)
    })
  }

  /** Before the record ends, so that what they proposed is kept as it was against what stood. */
  private async endFilings(tx: EntityManager, { plan, order: { ground } }: Act): Promise<void> {
    const command = { type: 'end-with-record' as const, numbers: plan.change.cancelled, ground }
    for (const record of plan.falling) await this.filings.take(tx, record, command, { role: 'clock' }, { note: ground })
  }

  private end(tx: EntityManager, { id, actor, held, plan, order }: Act): Promise<void> {
    const { number, reason, listSubject, listDomains } = order
    const detail = { cancellation: id, number, reason, listSubject, listDomains, filings: plan.falling.map(({ filing }) => filing.id), providers: providersOf(plan).size }
    return this.ends.end(tx, actor, held, plan.change, { action: 'register.force', detail })
  }

  private async keep(tx: EntityManager, { id, actor, held, plan, order, now }: Act): Promise<void> {
    const { subject } = held.record
    const serviceId = plan.shown.whole ? null : (plan.fall.services[0]?.id ?? null)
    await statement(
      tx,
      `INSERT INTO forced_cancellations (id, subject_id, service_id, province, number, numbers, reason, ground, at, by_account, subject_listed, domains_listed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [id, subject.id, serviceId, subject.province, order.number, [...plan.change.cancelled], order.reason, order.ground, now, actor.accountId, order.listSubject, domainsOf(plan, order).length > 0],
    )
    for (const service of plan.fall.services) {
      for (const { providerId, providerName } of new Map(service.content.accesses.map((access) => [access.providerId, access])).values()) {
        await statement(
          tx,
          `INSERT INTO cut_orders (id, cancellation_id, province, provider_id, provider_name, service_number, service_name, service_type, domain, subject_name, ordered_at, due_on)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [randomUUID(), id, subject.province, providerId, providerName, service.number, service.content.name, service.type, service.content.domain, subject.content.name, now, plan.shown.dueOn],
        )
      }
    }
  }

  private async list(tx: EntityManager, { actor, held, plan, order, now }: Act): Promise<void> {
    const today = shanghaiDay(now)
    const words = { reason: (await this.reasonOf(tx, order.reason)).zh, source: order.ground, validFrom: today, validUntil: '' }
    if (order.listSubject) {
      const { certificateType, certificateNumber } = held.record.subject.content
      await this.blacklist.enterUnlessListed(tx, actor, { ...words, kind: 'subject', certificateType, certificateNumber, domain: '' })
    }
    for (const domain of domainsOf(plan, order)) await this.blacklist.enterUnlessListed(tx, actor, { ...listedDomain(domain, today), ...words })
  }

  private async tell(tx: EntityManager, { actor, held, plan, order, now }: Act): Promise<void> {
    const { shown, change } = plan
    const { email } = await this.accounts.mailAndMobileOf(tx, held.ownerAccountId)
    const name = shown.whole ? shown.subjectName : (shown.services[0]?.name ?? '')
    const facts = { name, numbers: [...change.cancelled], reason: await this.reasonOf(tx, order.reason), ground: order.ground, at: now }
    await this.accounts.tell(tx, { inbox: held.ownerAccountId, email }, 'cancelled-by-force', facts)
    for (const [providerId, numbers] of providersOf(plan)) {
      await this.notifications.notice(tx, { accountIds: await this.accounts.accountIdsOfProvider(tx, providerId), ...cutOrdered([...numbers], shown.dueOn) })
    }
    const colleagues = (await this.accounts.reviewerIdsOf(tx, held.record.subject.province)).filter((id) => id !== actor.accountId)
    await this.notifications.notice(tx, { accountIds: colleagues, ...forcedByColleague(order.number, order.ground) })
  }

  private async reasonOf(tx: EntityManager, code: string) {
    const { row } = standingCodes(await this.ruleData.newest(tx), 'forcedReasons', shanghaiDay(this.clock.now())).find((one) => one.row.id === code) ?? { row: forcedReasons[0] }
    return { zh: row?.zh ?? code, en: row?.en ?? code }
  }
}

/** By provider, the numbers that it served. */
const providersOf = ({ fall }: ForcedPlan): ReadonlyMap<string, ReadonlySet<string>> => {
  const served = new Map<string, Set<string>>()
  for (const { providerId, serviceNumber } of fall.accesses) served.set(providerId, (served.get(providerId) ?? new Set()).add(serviceNumber))
  return served
}

const domainsOf = ({ shown }: ForcedPlan, { listDomains }: Order): readonly string[] => (listDomains ? shown.domains : [])
