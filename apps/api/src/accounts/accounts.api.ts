import { type AccountFacts, type AccountRole, type Actor, heldUntil } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { randomUUID } from 'node:crypto'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import type { SessionInfo } from '../http/request.js'
import { Clock, secondsUntil } from '../platform/clock.js'
import { statement } from '../platform/statement.js'
import { acceptDocumentsFirst } from './acceptance-refusals.js'
import { AcceptancesRepository, missingFrom } from './acceptances.repository.js'
import type { Account } from './account.js'
import { numberChanged } from './contacts/number-changed.js'
import { AccountNotices, type ToldAt } from './account-notices.js'
import { AccountsRepository } from './accounts.repository.js'
import { Authenticators } from './authenticator/authenticators.js'
import { newSecret } from './authenticator/time-codes.js'
import type { CodeOutcome } from './codes/one-time-codes.js'
import { ExpiryService } from './expiry.service.js'
import { type AccountData, ClosedAccounts } from './closed-accounts.js'
import { PhoneRecoveriesRepository } from './lost-phone/phone-recoveries.repository.js'
import { Passwords } from './passwords.js'
import { StepUpService } from './step-up.service.js'

export { wrongCode as wrongStepUpCode } from './codes/code-refusals.js'

export interface NewAccount {
  readonly role: AccountRole
  readonly userName: string
  readonly password: string
  readonly name: string
  readonly mobile: string
  readonly email: string
  /** Of a provider's staff. */
  readonly providerId?: string
  /** Six digits; of a reviewer. */
  readonly province?: string
  readonly certificateType?: string
  readonly certificateNumber?: string
}

/** What other capabilities may ask of accounts. */
@Injectable()
export class AccountsApi {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly accounts: AccountsRepository,
    private readonly passwords: Passwords,
    private readonly stepUp: StepUpService,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
    private readonly acceptances: AcceptancesRepository,
    private readonly authenticators: Authenticators,
    private readonly notices: AccountNotices,
    private readonly closed: ClosedAccounts,
    private readonly expiry: ExpiryService,
    private readonly phones: PhoneRecoveriesRepository,
  ) {}

  /** Whether the account works and is still what it acts as. */
  async standsAs(tx: EntityManager, { accountId, role, ...post }: Extract<Actor, { role: 'owner' | 'provider' }>): Promise<boolean> {
    const { rows } = await statement(
      tx, 'SELECT 1 FROM accounts WHERE id = $1 AND role = $2 AND provider_id IS NOT DISTINCT FROM $3 AND disabled_at IS NULL AND closed_at IS NULL',
      [accountId, role, 'providerId' in post ? post.providerId : null],
    )
    return rows.length === 1
  }

  /** Accounts by id, in no order; ids that are no account's are left out. Pass the `tx` when there is one. */
  findByIds(ids: readonly string[], tx: EntityManager = this.database.manager): Promise<Account[]> {
    return this.accounts.findByIds(tx, ids)
  }

  /** Everybody who works for the provider. */
  accountIdsOfProvider(tx: EntityManager, providerId: string): Promise<string[]> {
    return this.accounts.idsOfProvider(tx, providerId)
  }

  /** The reviewers of a province's administration, six digits. */
  reviewerIdsOf(tx: EntityManager, province: string): Promise<string[]> {
    return this.accounts.reviewerIds(tx, province)
  }

  operatorIds(tx: EntityManager): Promise<string[]> {
    return this.accounts.operatorIds(tx)
  }

  /** In clear, for messages; never to be shown or logged. */
  async mailAndMobileOf(tx: EntityManager, accountId: string): Promise<{ readonly email: string; readonly mobile: string }> {
    const { email, mobile } = await this.accounts.get(tx, accountId)
    return { email, mobile }
  }

  /** Refuses (conflict, `accept-first`) while a document in force is not accepted by the account. */
  async requireAcceptances(tx: EntityManager, accountId: string): Promise<void> {
    const missing = missingFrom(await this.acceptances.listOf(tx, accountId))
    if (missing.length > 0) throw acceptDocumentsFirst(missing)
  }

  /** Refuses (conflict, `number-changed`, with the time) while a new mobile number is too fresh for an act that cannot be undone. */
  async requireSettledNumber(tx: EntityManager, accountId: string): Promise<void> {
    const now = this.clock.now()
    const until = heldUntil(await this.accounts.mobileChangedAt(tx, accountId), now)
    if (until) throw numberChanged(until, secondsUntil(now, until))
  }

  /**
   * Uses up the code that `sendStepUpCode` has sent to this session for `purpose`. Refuses (invalid, finding at `code`) when it is old or used. A wrong one is
   * answered, not thrown: commit `tx`, which has counted the try, and then throw `wrongStepUpCode`. Rolled back, the code is as good as before and no try is gone.
   */
  checkStepUpCode(tx: EntityManager, session: Pick<SessionInfo, 'id' | 'accountId'>, purpose: 'cancel' | 'export' | 'closure', code: string | undefined): Promise<CodeOutcome> {
    return this.stepUp.check(tx, session, purpose, code ?? '')
  }

  /** What an account itself holds of its owner, in clear: for nobody else. */
  dataOf(tx: EntityManager, accountId: string): Promise<AccountData> {
    return this.closed.dataOf(tx, accountId)
  }

  /** Tells the account by SMS and mail, and in its inbox if `inbox` is given. */
  tell<Event extends 'data-exported' | 'closed' | 'draft-ending' | 'hollow' | 'hollow-cleared' | 'cancelled-by-force'>(tx: EntityManager, to: ToldAt, event: Event, facts: AccountFacts[Event]): Promise<void> {
    return this.notices.tell(tx, to, event, facts)
  }

  /** Registrations, codes, sessions, devices, limits and stored answers that have served their time. */
  removeExpired(tx: EntityManager): Promise<void> {
    return this.expiry.removeFrom(tx)
  }

  /** Numbers of new phones in place of lost ones, of what ended before the instant. */
  eraseLostPhones(tx: EntityManager, before: string): Promise<void> {
    return this.phones.eraseEnded(tx, before)
  }

  /** Nobody else changes the account until the transaction ends. False when it is closed already. */
  lockForClosing(tx: EntityManager, accountId: string): Promise<boolean> {
    return this.closed.lock(tx, accountId)
  }

  /** Ends the account and erases whose it was; ids stay, by which filings and audit name it. */
  erase(tx: EntityManager, accountId: string): Promise<void> {
    return this.closed.erase(tx, accountId)
  }

  /** Erases, as a closure does, whose the staff accounts were that were disabled before the instant and stayed so; each is an entry of the audit. */
  async eraseFormerStaff(tx: EntityManager, before: string): Promise<void> {
    for (const id of await this.closed.lockFormerStaff(tx, before)) {
      await this.closed.erase(tx, id)
      await this.audit.append(tx, { actor: { role: 'clock' }, action: 'account.empty', objectType: 'account', objectId: id, detail: { rule: 'former-staff' } })
    }
  }

  /** Makes an account without registration: staff, and the owners of the demo data. Answers its id. A taken user name fails with 23505. */
  async createStaffAccount(tx: EntityManager, account: NewAccount): Promise<string> {
    const id = randomUUID()
    const { password, ...rest } = account
    const hashed = await this.passwords.hash(password)
    await this.accounts.insert(
      tx,
      {
        ...rest, id, certificateType: rest.certificateType ?? '', certificateNumber: rest.certificateNumber ?? '', providerId: rest.providerId ?? null,
        province: rest.province ?? null, registeredAt: this.clock.now(), lastLogOnAt: null,
      },
      hashed,
    )
    await this.audit.append(tx, { actor: { role: 'clock' }, action: 'account.create', objectType: 'account', objectId: id, detail: { role: account.role } })
    return id
  }

  /** Marks accounts of the demo data and gives those that have none an authenticator, whose codes the log-on page shows (with DEMO=1 only). */
  async makeDemoStaff(tx: EntityManager, userNames: readonly string[]): Promise<void> {
    for (const id of await this.accounts.markDemo(tx, userNames)) {
      if (!(await this.authenticators.has(tx, id))) await this.authenticators.add(tx, id, newSecret(), 0)
    }
  }

  /** True while there is none; demo data is loaded only then. */
  async isEmpty(tx: EntityManager): Promise<boolean> {
    return (await statement(tx, 'SELECT 1 FROM accounts LIMIT 1')).rows.length === 0
  }
}
