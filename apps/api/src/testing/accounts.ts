import { acceptanceDocuments, type AccountRole, categoryOf } from '@icp/domain'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { AcceptancesRepository, documents } from '../accounts/acceptances.repository.js'
import { AccountsApi, type NewAccount } from '../accounts/accounts.api.js'
import { Cookies } from '../accounts/cookies.js'
import { SessionsRepository } from '../accounts/sessions.repository.js'
import { Clock } from '../platform/clock.js'
import type { Portal } from '../platform/config.js'
import { Transactions } from '../platform/transaction.service.js'

export interface TestAccount {
  readonly id: string
  readonly role: AccountRole
  readonly userName: string
  readonly password: string
  readonly mobile: string
  readonly email: string
  /** The cookie header of a live session; follows the server when it gives the session a new one, as a browser does. */
  cookie: string
  readonly portal: Portal
}

/** Makes accounts and signs them in without the two steps of log-on. */
export class TestAccounts {
  private made = 0

  constructor(private readonly app: NestFastifyApplication) {}

  owner = (given: Partial<NewAccount> = {}) => this.logOnAs({ role: 'owner', ...given })
  /** An owner for whom every document in force waits. */
  ownerWithoutAcceptances = () => this.logOnAs({ role: 'owner' }, false)
  provider = (providerId: string, given: Partial<NewAccount> = {}) => this.logOnAs({ role: 'provider', providerId, ...given })
  /** `province`: six digits. */
  reviewer = (province: string, given: Partial<NewAccount> = {}) => this.logOnAs({ role: 'reviewer', province, ...given })
  operator = (given: Partial<NewAccount> = {}) => this.logOnAs({ role: 'operator', ...given })
  securityAdministrator = (given: Partial<NewAccount> = {}) => this.logOnAs({ role: 'security-administrator', ...given })
  auditAdministrator = (given: Partial<NewAccount> = {}) => this.logOnAs({ role: 'audit-administrator', ...given })

  /** A new session of the account, e.g. after the clock has ended the one before. */
  async logOnAgain(account: TestAccount): Promise<TestAccount> {
    const sessions = this.app.get(SessionsRepository, { strict: false })
    const cookie = await this.app.get(Transactions).write(null, (tx) => sessions.open(tx, account.id, this.app.get(Clock).now()))
    return { ...account, cookie: `${this.app.get(Cookies, { strict: false }).session(account.portal)}=${cookie}` }
  }

  /** A new account of the role with a session; what is not given is made up and unlike that of other accounts. */
  async logOnAs(given: Partial<NewAccount> & { role: AccountRole }, accepts = given.role === 'owner'): Promise<TestAccount> {
    const n = String(++this.made)
    const account: NewAccount = {
      userName: `${given.role}-${n}`, password: `correct horse ${n}`, name: `${given.role} ${n}`,
      mobile: `1380013${n.padStart(4, '0')}`, email: `${given.role}${n}@example.com`,
      ...(given.role === 'owner' ? { certificateType: '2', certificateNumber: `11010119900307${n.padStart(4, '0')}` } : {}),
      ...given,
    }
    const { id, cookie } = await this.app.get(Transactions).write(null, async (tx) => {
      const id = await this.app.get(AccountsApi).createStaffAccount(tx, account)
      const now = this.app.get(Clock).now()
      const acceptances = this.app.get(AcceptancesRepository, { strict: false })
      for (const document of accepts ? documents : []) await acceptances.insert(tx, id, { document, version: acceptanceDocuments[document].version, acceptedAt: now })
      return { id, cookie: await this.app.get(SessionsRepository, { strict: false }).open(tx, id, now) }
    })
    const portal = categoryOf(account.role)
    const { role, userName, password, mobile, email } = account
    return { id, role, userName, password, mobile, email, portal, cookie: `${this.app.get(Cookies, { strict: false }).session(portal)}=${cookie}` }
  }
}
