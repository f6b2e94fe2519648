import type { BodyOf } from '@icp/contract'
import { type Finding, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import { AccountsRepository } from '../accounts.repository.js'
import { wrongCode } from '../codes/code-refusals.js'
import { Passwords } from '../passwords.js'
import { newPasswordRefused } from '../recovery/recovery-refusals.js'
import { AuthenticatorProof, wrongProof } from '../authenticator/authenticator-proof.js'
import { Rises } from '../sessions/rises.js'
import { StepUpService } from '../step-up.service.js'
import { NewPasswords } from './new-passwords.js'
import { PasswordProof, wrongPassword } from './password-proof.js'

type Outcome = { readonly done: true } | { readonly wrong: 'password' | 'authenticator' } | { readonly wrong: 'code'; readonly triesLeft: number }

/** A signed-in account changes its password: the old one, a code of its phone or authenticator, the new one. The session that acts goes on under a new cookie; the others end. */
@Injectable()
export class ChangePasswordService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountsRepository,
    private readonly proof: PasswordProof,
    private readonly stepUp: StepUpService,
    private readonly authenticator: AuthenticatorProof,
    private readonly rises: Rises,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly audit: AuditApi,
  ) {}

  /** Wrong tries are kept although the request is refused; what is wrong with the new password costs none. */
  async change(session: SessionInfo, given: BodyOf<'changePassword'>, once: Once | null): Promise<void> {
    const outcome = await this.transactions.write<Outcome>(once, (tx) => this.judge(tx, session, given))
    if ('done' in outcome) return
    if (outcome.wrong === 'code') throw wrongCode('code', outcome.triesLeft)
    throw outcome.wrong === 'authenticator' ? wrongProof('code') : wrongPassword('current')
  }

  private async judge(tx: EntityManager, session: SessionInfo, { current, password, code }: BodyOf<'changePassword'>): Promise<Outcome> {
    const account = await this.accounts.get(tx, session.accountId)
    const findings = [...(await this.newPasswords.findings(account, password)), ...(current === password ? [sameAsBefore()] : [])]
    if (password === '') throw new Refusal('invalid', 'password-invalid', missing.text, { findings: [missing] })
    if (findings.length > 0) throw newPasswordRefused(findings)
    if (!(await this.proof.check(tx, session, current))) return this.refused(tx, session, { wrong: 'password' })
    if (await this.authenticator.isAsked(tx, account.id)) {
      if (!(await this.authenticator.check(tx, account.id, code))) return this.refused(tx, session, { wrong: 'authenticator' })
      this.rises.note()
    } else {
      const compared = await this.stepUp.check(tx, session, 'password', code)
      if (!compared.right) return this.refused(tx, session, { wrong: 'code', triesLeft: compared.triesLeft })
    }
    await this.newPasswords.put(tx, account, await this.passwords.hash(password), session.id)
    await this.audit.append(tx, { actor: actorOf(session), action: 'account.password-change', objectType: 'account', objectId: account.id })
    await this.newPasswords.tell(tx, account, 'password-changed')
    return { done: true }
  }

  private async refused(tx: EntityManager, session: SessionInfo, outcome: Exclude<Outcome, { readonly done: true }>): Promise<Outcome> {
    await this.audit.append(tx, {
      actor: actorOf(session), action: 'account.password-change-wrong', objectType: 'account', objectId: session.accountId, detail: { wrong: outcome.wrong },
    })
    return outcome
  }
}

const finding = (zh: string, en: string): Finding =>
  ({ rule: 'password', path: 'password', severity: 'block', text: { zh, en }, fix: { zh: '请换一个密码。', en: 'Choose another one.' }, source: '' })
const missing: Finding = { ...finding('尚未填写新密码。', 'The new password is missing.'), fix: { zh: '', en: '' } }
const sameAsBefore = (): Finding => finding('新密码与当前密码相同。', 'The new password is the same as the current one.')
