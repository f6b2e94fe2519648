import type { CorrectionView, RequestView } from '@icp/contract'
import { type Actor, normaliseContent } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import type { Parsed } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { changedAnswer } from './changed-answer.js'
import { contentFor } from './content-for-reader.js'
import { CorrectionViews } from './correction-views.js'
import type { FilingRecord } from './filing-record.js'
import { FilingSteps } from './filing-steps.js'
import { restoreHidden } from './restore-hidden.js'

/** The only way in which a finished filing is changed: someone names the fields, the provider changes those, the owner sees both. */
@Injectable()
export class CorrectionsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: FilingSteps,
    private readonly views: CorrectionViews,
  ) {}

  request(actor: Actor, id: string, body: Parsed<'openCorrectionRequest'>['body'], once: Once | null): Promise<RequestView> {
    const { version, fields, reason, providerId } = body
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'open-correction-request', version)
      const requestId = randomUUID()
      const command = { type: 'open-correction-request' as const, requestId, fields, reason, ...(providerId ? { providerId } : {}) }
      await this.steps.take(tx, record, command, actor, { note: reason })
      const requests = await this.views.requestsOf(tx, id, record.filing.content, actor, namesOf(record))
      return requests.find((request) => request.id === requestId) as RequestView
    })
  }

  decline(actor: Actor, id: string, requestId: string, { version, answer }: Parsed<'declineCorrectionRequest'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'decline-correction-request', version)
      return changedAnswer(await this.steps.take(tx, record, { type: 'decline-correction-request', requestId, answer }, actor, { note: answer }))
    })
  }

  /** `content` is the whole filing as the provider was shown it, with its changes; what was hidden from it stays as it is. */
  correct(actor: Actor, id: string, body: Parsed<'correctFiling'>['body'], once: Once | null): Promise<CorrectionView> {
    const { version, requestId, reason, content: sent } = body
    return this.transactions.write(once, async (tx) => {
      const record = await this.steps.open(tx, actor, id, 'correct', version)
      const before = record.filing.content
      const meant = restoreHidden(before, contentFor(before, actor), sent)
      // Put right as at finish, but never so that a field which nobody touched becomes a change.
      const content = restoreHidden(before, normaliseContent(before), normaliseContent(meant))
      const taken = await this.steps.take(tx, record, { type: 'correct', requestId, content, reason }, actor, { note: reason })
      return this.latest(tx, id, taken.revision, record, actor)
    })
  }

  private async latest(tx: EntityManager, id: string, revision: number, record: FilingRecord, actor: Actor): Promise<CorrectionView> {
    const corrections = await this.views.correctionsOf(tx, id, record.filing.content, { actor, masked: false })
    return corrections.find((correction) => correction.revision === revision) as CorrectionView
  }
}

const namesOf = ({ row }: FilingRecord) => new Map(row.summary.providers.map(({ id, name }) => [id, name]))
