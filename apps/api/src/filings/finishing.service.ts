import { type Actor, conflictingFilings, type FilingContent, isCancellation, type MigrationContent, normaliseContent } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AccountsApi, wrongStepUpCode } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../http/request.js'
import type { Parsed } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { Transactions } from '../platform/transaction.service.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { AgreementsService } from './agreements.service.js'
import { changedAnswer } from './changed-answer.js'
import { DraftKeeper } from './draft-keeper.js'
import { FilingFindings } from './filing-findings.js'
import { columnsOf, type FilingRecord } from './filing-record.js'
import { FilingSteps } from './filing-steps.js'
import { FinishContests } from './finish-contests.js'
import { busyInstead, subjectBusy } from './finish-refusals.js'
import { OpenFilings } from './open-filings.js'

/** The owner's two ends of a filing on its way: hand in and lock, or take back. */
@Injectable()
export class FinishingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: DraftKeeper,
    private readonly open: OpenFilings,
    private readonly findings: FilingFindings,
    private readonly steps: FilingSteps,
    private readonly contests: FinishContests,
    private readonly agreements: AgreementsService,
    private readonly register: RegisterApi,
    private readonly accounts: AccountsApi,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
  ) {}

  /**
   * Judges the draft once more on what is stored, gives it a submission number and locks it. Refuses: invalid with every finding when one blocks or the
   * code of a cancellation is wrong, conflict when another filing of the subject is on its way or a
   * document waits to be accepted.
   */
  async finish(session: SessionInfo, id: string, { version, code }: Parsed<'finishFiling'>['body'], once: Once | null) {
    const actor = actorOf(session)
    await this.contests.check(session.accountId)
    const outcome = await this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'finish', version)
      if (actor.role === 'owner') await this.accounts.requireAcceptances(tx, actor.accountId)
      if (actor.role === 'owner' && record.filing.content.form !== 'registration') await this.accounts.requireSettledNumber(tx, actor.accountId)
      const typedContent = normaliseContent(record.filing.content)
      const seen = await this.drafts.prepare(tx, record.filing, typedContent)
      await this.reserve(tx, record, seen.content, seen.held)
      // Read again behind the lock: an administration may have cleared what the filing is about.
      const { content, held } = seen.held ? await this.drafts.prepare(tx, record.filing, typedContent) : seen
      const judged = { id, kind: record.filing.kind, content, isDraft: true }
      // Whoever has not filled in the whole filing is told no more than while typing.
      const typed = await this.findings.of(tx, { ...judged, told: 'typing' })
      const findings = this.contests.onlyContests(typed) ? await this.findings.of(tx, { ...judged, told: 'finish' }) : typed
      if (await this.contests.note(tx, actor, record, content, findings)) return { refused: findings }
      const receiving = content.form === 'migration' ? await this.receiverOf(tx, content) : { receivingAccountId: null, receivingKey: null }
      const command = { type: 'finish' as const, content, findings, ...(held ? { record: held.record } : {}), ...receiving }
      // Compared only when nothing else stands in the way, since each comparison costs a try; a wrong one is all that this transaction then writes.
      const asks = isCancellation(record.filing.kind) && !findings.some(({ severity }) => severity === 'block')
      const compared = asks && actor.role === 'owner' ? await this.accounts.checkStepUpCode(tx, session, 'cancel', code) : { right: true as const }
      if (!compared.right) {
        await this.audit.append(tx, { actor, action: 'filing.wrong-code', filingId: id, objectType: 'filing', objectId: id, detail: { triesLeft: compared.triesLeft } })
        return { triesLeft: compared.triesLeft }
      }
      const taken = await this.steps.take(tx, record, command, actor, { ...(held ? { held } : {}), receiving }).catch(busyInstead)
      if (content.form === 'migration') await this.agreements.setClock(tx, id, taken.at)
      return { receipt: { ...changedAnswer(taken), reference: taken.reference, finishedAt: taken.at, digest: taken.digest ?? '', hash: taken.receipt } }
    })
    if (outcome.refused) throw await this.contests.refusal(session.accountId, outcome.refused)
    if (outcome.receipt) return outcome.receipt
    throw wrongStepUpCode('code', outcome.triesLeft)
  }

  /** So that of several finishes of one subject or one domain at the same moment, the later ones see the first. */
  private async reserve(tx: EntityManager, { filing }: FilingRecord, content: FilingContent, held: HeldSubject | undefined): Promise<void> {
    const { subjectKey, domainKeys } = columnsOf(this.sealing, content, held)
    if (!subjectKey) return
    await this.open.reserve(tx, [subjectKey], domainKeys)
    const running = await this.open.ofSubject(tx, subjectKey, filing.id)
    if (running.length > 0) throw (content.form === 'cancellation' && conflictingFilings(filing.kind, running, content)) || subjectBusy()
  }

  /** Whom the number leads to. The answer to whoever typed it is the same when it leads to nobody. */
  private async receiverOf(tx: EntityManager, content: MigrationContent) {
    const { receivingAccountId, receivingKey } = await this.register.migrationStanding(tx, content)
    return { receivingAccountId, receivingKey }
  }

  withdraw(actor: Actor, id: string, version: number, once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'withdraw', version)
      return changedAnswer(await this.steps.take(tx, record, { type: 'withdraw' }, actor))
    })
  }
}
