import type { AnswerOf, BodyOf } from '@icp/contract'
import { Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock, later } from '../../platform/clock.js'
import { codeAsTyped } from '../../platform/codes.js'
import type { Once } from '../../platform/once.js'
import { Sealing } from '../../platform/sealing.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { wrongFirstCode } from '../invitations/invitation-refusals.js'
import { PasswordProof, wrongPassword } from '../passwords/password-proof.js'
import { SessionsRepository } from '../sessions.repository.js'
import { Rises } from '../sessions/rises.js'
import { AuthenticatorProof, wrongProof } from './authenticator-proof.js'
import { pictureOf } from './authenticator-picture.js'
import { Authenticators } from './authenticators.js'
import { AuthenticatorsRepository } from './authenticators.repository.js'
import { newSecret, stepOf } from './time-codes.js'

const setupSeconds = 30 * 60

interface Setup {
  readonly secret: string
  readonly until: string
}

/** An owner adds an authenticator, which log-ons then ask for, or goes back to codes by message. */
@Injectable()
export class OwnAuthenticatorService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountsRepository,
    private readonly authenticators: Authenticators,
    private readonly store: AuthenticatorsRepository,
    private readonly proof: AuthenticatorProof,
    private readonly passwords: PasswordProof,
    private readonly sessions: SessionsRepository,
    private readonly rises: Rises,
    private readonly notices: AccountNotices,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** The secret goes to the browser twice: to be scanned, and sealed for this session, to come back with its first code. A wrong password counts. */
  async start(session: SessionInfo, { password }: BodyOf<'startOwnAuthenticator'>): Promise<AnswerOf<'startOwnAuthenticator'>> {
    const right = await this.transactions.write(null, async (tx) => {
      if (await this.authenticators.has(tx, session.accountId)) throw thereAlready()
      return this.passwords.prove(tx, session, password, 'authenticator')
    })
    if (!right) throw wrongPassword('password')
    const secret = newSecret()
    const setup: Setup = { secret, until: later(this.clock.now(), setupSeconds) }
    return { setup: this.sealing.seal(placeOf(session), JSON.stringify(setup)), authenticator: await pictureOf(secret, session.userName) }
  }

  async add(session: SessionInfo, { setup, code }: BodyOf<'addOwnAuthenticator'>): Promise<AnswerOf<'addOwnAuthenticator'>> {
    const now = this.clock.now()
    const opened = this.opened(session, setup)
    if (!opened || opened.until <= now) throw setupOver()
    const step = stepOf(opened.secret, codeAsTyped(code), now)
    if (step === undefined) throw new Refusal('invalid', 'code-wrong', wrongFirstCode().text, { findings: [wrongFirstCode()] })
    return this.transactions.write(null, async (tx) => {
      const account = await this.accounts.lock(tx, session.accountId)
      if (await this.authenticators.has(tx, account.id)) throw thereAlready()
      const recoveryCodes = await this.authenticators.add(tx, account.id, opened.secret, step)
      await this.witness(tx, session, account, 'authenticator-added')
      return { recoveryCodes }
    })
  }

  /** Wrong tries are kept although the request is refused. */
  async remove(session: SessionInfo, { password, code }: BodyOf<'removeOwnAuthenticator'>, once: Once | null): Promise<void> {
    const outcome = await this.transactions.write(once, async (tx) => {
      const account = await this.accounts.lock(tx, session.accountId)
      if (!(await this.authenticators.has(tx, account.id))) throw notThere()
      const wrong = !(await this.passwords.check(tx, session, password)) ? 'password' as const : !(await this.proof.check(tx, account.id, code)) ? 'code' as const : undefined
      if (wrong) {
        await this.audit.append(tx, { actor: actorOf(session), action: 'account.authenticator-remove-wrong', objectType: 'account', objectId: account.id, detail: { wrong } })
        return { wrong }
      }
      await this.store.remove(tx, account.id)
      await this.witness(tx, session, account, 'authenticator-removed')
      return {}
    })
    if (outcome.wrong) throw outcome.wrong === 'password' ? wrongPassword('password') : wrongProof('code')
  }

  /** The session goes on under a new cookie, the others end, and the account hears of it. */
  private async witness(tx: EntityManager, session: SessionInfo, { id, mobile, email }: Account, what: 'authenticator-added' | 'authenticator-removed'): Promise<void> {
    await this.sessions.closeAll(tx, id, session.id)
    this.rises.note()
    await this.audit.append(tx, { actor: actorOf(session), action: `account.${what}`, objectType: 'account', objectId: id })
    await this.notices.tell(tx, { inbox: id, mobile, email }, what, { at: this.clock.now() })
  }

  private opened(session: SessionInfo, setup: string): Setup | undefined {
    try {
      return JSON.parse(this.sealing.open(placeOf(session), setup)) as Setup
    } catch {
      return undefined
    }
  }
}

const placeOf = ({ id, accountId }: SessionInfo) => ({ table: 'authenticators', column: 'setup', row: `${accountId}|${id}` })

const thereAlready = () => new Refusal('conflict', 'authenticator-there', { zh: '账号已绑定身份验证器。', en: 'The account has an authenticator already.' })
const notThere = () => new Refusal('conflict', 'authenticator-not-there', { zh: '账号没有绑定身份验证器。', en: 'The account has no authenticator.' })
const setupOver = () => new Refusal('conflict', 'setup-over', { zh: '绑定步骤已失效，请重新开始。', en: 'This set-up is over. Start again.' })
