import type { Actor, Command, Effect, Filing } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { ConfirmationsApi } from '../confirmations/confirmations.api.js'
import { Sealing } from '../platform/sealing.js'
import { ReviewApi } from '../review/review.api.js'
import { actorNameOf } from './actor-name.js'
import { CorrectionEntity } from './correction.entity.js'
import { FilingNotices } from './filing-notices.js'
import { FilingsRepository } from './filings.repository.js'
import { digestOfCorrection, digestOfReason, type RowDigests } from './row-digests.api.js'

/** What a decision was about, for those who write down that it happened. */
export interface Act {
  readonly filing: Filing
  readonly command: Command
  readonly actor: Actor
  readonly now: string
  readonly revision: number
  readonly round: number
  readonly reference: string
  readonly subjectName: string
  readonly providerNames: ReadonlyMap<string, string>
  /** Mail addresses of the persons who are asked to confirm, by confirmation id. */
  readonly mails: ReadonlyMap<string, string>
}

type Effects<Type extends Effect['type']> = Extract<Effect, { readonly type: Type }>

/** Carries out what a decision asks of others, in its transaction. Content, status and the register are not its business. */
@Injectable()
export class FilingWitnesses {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly confirmations: ConfirmationsApi,
    private readonly review: ReviewApi,
    private readonly notices: FilingNotices,
    private readonly accounts: AccountsApi,
    private readonly sealing: Sealing,
  ) {}

  /** Answers by what the entry of the step names the rows that were written. */
  async attend(tx: EntityManager, act: Act, effects: readonly Effect[]): Promise<RowDigests> {
    const rows: RowDigests = {}
    for (const effect of effects) Object.assign(rows, await this.one(tx, act, effect))
    return rows
  }

  private async one(tx: EntityManager, act: Act, effect: Effect): Promise<RowDigests | void> {
    const { filing, now } = act
    switch (effect.type) {
      case 'correction-request': return this.request(tx, act, effect)
      case 'correction-request-answered': {
        const state = filing.requests.find((request) => request.id === effect.requestId)?.state ?? 'closed'
        return this.filings.answerRequest(tx, effect.requestId, state, effect.answer, now)
      }
      case 'correction': return this.correction(tx, act, effect)
      case 'send-confirmations':
        return this.confirmations.open(tx, {
          filingId: filing.id, round: act.round, confirmations: effect.confirmations, mails: act.mails, reference: act.reference,
          subjectName: act.subjectName, now, expiresAt: effect.expiresAt,
        })
      case 'resend-confirmation': return this.confirmations.resend(tx, effect.confirmationId, act, now)
      case 'end-confirmations': return this.confirmations.close(tx, filing.id, now)
      case 'review-decision': return this.decision(tx, act, effect)
      case 'notice': return this.notices.tell(tx, effect.event, filing, act)
      // Kept before the status moves; the register's part is the approval's own.
      case 'revision': case 'delete': case 'register-changes': return undefined
    }
  }

  private async request(tx: EntityManager, { filing, actor, now }: Act, { requestId }: Effects<'correction-request'>): Promise<void> {
    const request = filing.requests.find((one) => one.id === requestId)
    if (!request || !('accountId' in actor)) throw new Error(`correction request ${requestId} is not in filing ${filing.id}`)
    await this.filings.insertRequest(tx, filing.id, request, actor.accountId, now)
  }

  private async correction(tx: EntityManager, act: Act, { requestId, providerId, reason, changes }: Effects<'correction'>): Promise<RowDigests> {
    const { actor, filing, now, revision } = act
    if (!('accountId' in actor)) throw new Error('only staff of a provider corrects')
    const id = randomUUID()
    const [account] = await this.accounts.findByIds([actor.accountId], tx)
    const seal = (column: string, text: string) => this.sealing.seal({ table: 'corrections', column, row: id }, text)
    await this.filings.answerRequest(tx, requestId, 'corrected', null, now)
    const row = { filingId: filing.id, requestId, revision, providerId, providerName: act.providerNames.get(providerId) ?? '', byAccountId: actor.accountId, at: now }
    const byName = account?.name ?? ''
    await tx.insert(CorrectionEntity, { id, ...row, byName, reason: seal('reason', reason), changes: seal('changes', JSON.stringify(changes)) })
    return { correction: digestOfCorrection(row), reason: digestOfReason(row, { byName, reason, changes }) }
  }

  private async decision(tx: EntityManager, act: Act, { decision, opinion, findings }: Effects<'review-decision'>): Promise<RowDigests> {
    const { actor, filing, now, round } = act
    const byAccountId = 'accountId' in actor ? actor.accountId : null
    return this.review.add(tx, { filingId: filing.id, round, decision, byAccountId, byName: actorNameOf(actor, act.providerNames), at: now, opinion, findings })
  }
}
