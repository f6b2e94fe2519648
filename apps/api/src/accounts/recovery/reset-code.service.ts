import type { AnswerOf } from '@icp/contract'
import { categoryOf, Refusal, safetyPeriods } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { Clock, later } from '../../platform/clock.js'
import { Config } from '../../platform/config.js'
import { randomToken, sha256 } from '../../platform/digest.js'
import { JobsApi } from '../../platform/jobs.api.js'
import type { Once } from '../../platform/once.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { Account } from '../account.js'
import { AccountNotices } from '../account-notices.js'
import { AccountsRepository } from '../accounts.repository.js'
import { wrongCode } from '../codes/code-refusals.js'
import { type CodeBinding, OneTimeCodes } from '../codes/one-time-codes.js'
import { recoverAgain } from './recovery-refusals.js'
import { type RecoveryRequest, RecoveryRequestsRepository } from './recovery-requests.repository.js'

export const resetCodeQueue = 'accounts-send-reset-code'

type Outcome = { readonly until: string } | { readonly triesLeft: number }

/** The second step of a new password: a code on the phone, for which a link goes to the mailbox. Who has only one of the two gets nowhere. */
@Injectable()
export class ResetCodeService {
  constructor(
    jobs: JobsApi,
    private readonly transactions: Transactions,
    private readonly requests: RecoveryRequestsRepository,
    private readonly accounts: AccountsRepository,
    private readonly codes: OneTimeCodes,
    private readonly notices: AccountNotices,
    private readonly audit: AuditApi,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    jobs.work<{ id: string }>(resetCodeQueue, ({ id }) => this.sendCode(id), { reach: [] })
  }

  /** Sends the link once the code is right. A wrong one counts, for an account as for none, and five end the recovery. */
  async enter(cookie: string, typed: string, once: Once | null): Promise<AnswerOf<'enterResetCode'>> {
    const outcome = await this.transactions.write<Outcome>(once?.heldBy(`recovery:${sha256(cookie)}`) ?? null, (tx) => this.judge(tx, cookie, typed))
    if ('until' in outcome) return outcome
    throw outcome.triesLeft > 0 ? wrongCode('code', outcome.triesLeft) : recoverAgain()
  }

  private async judge(tx: EntityManager, cookie: string, typed: string): Promise<Outcome> {
    const now = this.clock.now()
    const request = await this.requests.lockByCookie(tx, cookie, later(now, -safetyPeriods.recoveryMinutes * 60))
    if (!request) throw recoverAgain()
    if (request.linkUntil) return { until: request.linkUntil }
    // An account is looked for in any case, so that the time tells nothing: nobody's id is the recovery's.
    const [account] = await this.accounts.findByIds(tx, [request.accountId ?? request.id])
    const compared = await this.codes.check(tx, boundTo(request, account), typed)
    if (!compared.right) {
      if (compared.triesLeft === 0) await this.requests.remove(tx, request.id)
      await this.note(tx, request, 'recovery.code-wrong')
      return { triesLeft: compared.triesLeft }
    }
    const token = randomToken()
    const until = later(now, safetyPeriods.resetLinkMinutes * 60)
    await this.requests.setLink(tx, request.id, token, until)
    if (account) {
      // Behind the `#` it reaches no server and no Referer; the host is the configured one, whatever the request said.
      const link = `${this.config.portals[request.category]}/recover/new-password#${token}`
      await this.notices.tell(tx, { email: account.email }, 'reset-link', { userName: account.userName, link, minutes: safetyPeriods.resetLinkMinutes })
    }
    await this.note(tx, request, 'recovery.link')
    return { until }
  }

  /** After the first step was answered. For no account, and for a phone that has had too many codes, a code is stored that nobody gets: entering goes on alike. */
  private async sendCode(id: string): Promise<void> {
    await this.transactions.write(null, async (tx) => {
      const request = await this.requests.lock(tx, id)
      if (!request || request.accountId !== null) return
      const found = (await this.accounts.findForLogOn(tx, request.given))?.account
      const account = found && found.disabledAt === null && categoryOf(found.role) === request.category ? found : undefined
      if (account && (await this.sent(tx, boundTo(request, account)))) {
        await this.requests.setAccount(tx, id, account.id)
        await this.note(tx, request, 'recovery.code')
      } else await this.sent(tx, boundTo(request, undefined))
    })
  }

  private async sent(tx: EntityManager, bound: CodeBinding): Promise<boolean> {
    try {
      await this.codes.send(tx, bound)
      return true
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }

  /** Under the recovery's id, for an account as for none; whose it is stands with the recovery, and in the account's own chain once the password is set. */
  private note(tx: EntityManager, { id }: RecoveryRequest, action: string): Promise<void> {
    return this.audit.append(tx, { actor: { role: 'clock' }, action, objectType: 'recovery', objectId: id })
  }
}

/** Wrong codes count for what was typed, with its category, whether or not somebody has it. Where nobody does, the recovery stands for the account, so that the work is the same. */
const boundTo = ({ id, category, givenIndex }: RecoveryRequest, account: Account | undefined): CodeBinding =>
  ({ purpose: 'reset', holder: id, named: `${category}|${givenIndex}`, ...(account ? { accountId: account.id, mobile: account.mobile } : { accountId: id }) })
