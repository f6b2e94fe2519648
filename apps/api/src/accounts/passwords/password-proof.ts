import { type Finding, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock, secondsUntil } from '../../platform/clock.js'
import { AccountsRepository } from '../accounts.repository.js'
import { LogOnRepository } from '../log-on/log-on.repository.js'
import { logOnStopped, waitFirst } from '../log-on/log-on-refusals.js'
import { Passwords } from '../passwords.js'

/**
 * Whether a signed-in account's own password is right. Wrong ones count together with those of the log-on, before anything is compared; what a stranger fails with
 * at the log-on keeps nobody waiting who is in.
 */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly logOns: LogOnRepository,
    private readonly passwords: Passwords,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** A wrong one is answered, not thrown: commit `tx`, which has counted the try, and then throw `wrongPassword`. Refuses (rate-limited) while a wait runs. */
  async check(tx: EntityManager, { id, userName }: Pick<SessionInfo, 'id' | 'userName'>, typed: string): Promise<boolean> {
    const now = this.clock.now()
    const counted = await this.logOns.takeTry(tx, userName, now, id)
    if ('stopped' in counted) throw logOnStopped()
    if ('refusedUntil' in counted) throw waitFirst(secondsUntil(now, counted.refusedUntil))
    const found = await this.accounts.findForLogOn(tx, userName)
    if (!(await this.passwords.matches(found?.password, typed))) return false
    await this.logOns.forgetTries(tx, userName, id)
    return true
  }

  /** As `check`, and a wrong one stands in the audit with what it was asked for. */
  async prove(tx: EntityManager, session: SessionInfo, typed: string, act: ProvenAct): Promise<boolean> {
    const right = await this.check(tx, session, typed)
    if (!right) await this.audit.append(tx, { actor: actorOf(session), action: 'account.password-wrong', objectType: 'account', objectId: session.accountId, detail: { act } })
    return right
  }
}

/** What the password is asked for again. A change of it and the removal of an authenticator have entries of their own. */
type ProvenAct = 'sessions' | 'contact' | 'authenticator' | 'lost-phone'

export const wrongPassword = (path: string): Refusal => {
  const text = { zh: '当前密码不正确。', en: 'The current password is not right.' }
  const fix = { zh: '请重新输入；忘记密码可以在登录页找回。', en: 'Type it again; a forgotten one is recovered from the log-on page.' }
  const finding: Finding = { rule: 'password', path, severity: 'block', text, fix, source: '' }
  return new Refusal('invalid', 'password-wrong', text, { findings: [finding] })
}
