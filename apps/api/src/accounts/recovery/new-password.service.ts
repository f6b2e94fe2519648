import type { AnswerOf, BodyOf } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actAs, house } from '../../platform/acting.js'
import { Clock } from '../../platform/clock.js'
import { sha256 } from '../../platform/digest.js'
import { Limits } from '../../platform/limits.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountsRepository } from '../accounts.repository.js'
import { AuthenticatorProof, wrongProof } from '../authenticator/authenticator-proof.js'
import { Passwords } from '../passwords.js'
import { NewPasswords } from '../passwords/new-passwords.js'
import { fromVisitor } from './recovery-limits.js'
import { deadLink, newPasswordRefused } from './recovery-refusals.js'
import { type RecoveryRequest, RecoveryRequestsRepository } from './recovery-requests.repository.js'

/** The last step: the link of the mailbox, once, and a new password. */
@Injectable()
export class NewPasswordService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly requests: RecoveryRequestsRepository,
    private readonly accounts: AccountsRepository,
    private readonly authenticator: AuthenticatorProof,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async look(token: string, ip: string): Promise<AnswerOf<'lookAtResetLink'>> {
    await this.limits.take(fromVisitor, ip)
    const found = await this.find(token)
    if (!found) throw deadLink()
    return {
      userName: found.account.userName, category: found.request.category, until: found.request.linkUntil ?? '',
      needsAuthenticator: await this.authenticator.isAsked(this.database.manager, found.account.id),
    }
  }

  /**
   * The password is judged and hashed before the link is used up, so that one that does not do costs nothing. A wrong code of the authenticator counts, and leaves
   * the link as it was.
   */
  async set({ token, password, authenticatorCode }: BodyOf<'setNewPassword'>, ip: string, once: Once | null): Promise<AnswerOf<'setNewPassword'>> {
    await this.limits.take(fromVisitor, ip)
    const found = await this.find(token)
    const findings = found ? await this.newPasswords.findings(found.account, password) : []
    if (findings.length > 0) throw newPasswordRefused(findings)
    const hashed = found ? await this.passwords.hash(password) : ''
    // Without a link that works only a repeat has an answer, which `write` gives before it looks at the link.
    const held = once?.heldBy(`reset-link:${sha256(token)}`) ?? null
    const outcome = await actAs(house('notices'), () => this.transactions.write(held, (tx) => this.use(tx, token, hashed, authenticatorCode ?? '')))
    if (outcome === null) throw wrongProof('authenticatorCode')
    return outcome
  }

  private async use(tx: EntityManager, token: string, hashed: string, code: string): Promise<AnswerOf<'setNewPassword'> | null> {
    const now = this.clock.now()
    const request = hashed === '' ? undefined : await this.requests.lockByLink(tx, token, now)
    if (!request?.accountId) throw deadLink()
    const account = await this.accounts.get(tx, request.accountId)
    if ((await this.authenticator.isAsked(tx, account.id)) && !(await this.authenticator.check(tx, account.id, code))) {
      await this.audit.append(tx, { actor: { role: 'clock' }, action: 'account.reset-authenticator-wrong', objectType: 'account', objectId: account.id })
      return null
    }
    if (!(await this.requests.useLink(tx, token, now))) throw deadLink()
    await this.newPasswords.put(tx, account, hashed)
    await this.audit.append(tx, { actor: { role: 'clock' }, action: 'account.password-reset', objectType: 'account', objectId: account.id })
    await this.newPasswords.tell(tx, account, 'password-reset')
    return { userName: account.userName }
  }

  private async find(token: string): Promise<{ request: RecoveryRequest; account: Account } | undefined> {
    const request = await this.requests.findByLink(this.database.manager, token, this.clock.now())
    if (!request?.accountId) return undefined
    const account = await this.accounts.get(this.database.manager, request.accountId)
    return account.disabledAt === null ? { request, account } : undefined
  }
}
