import { type Actor, conflictingFilings, type FilingContent, normaliseContent, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { Answer, Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import type { Once } from '../platform/once.js'
import { Sealing } from '../platform/sealing.js'
import { Transactions } from '../platform/transaction.service.js'
import { RegisterApi } from '../register/register.api.js'
import { changedAnswer } from './changed-answer.js'
import { FilingFindings } from './filing-findings.js'
import { columnsOf } from './filing-record.js'
import { FilingSteps } from './filing-steps.js'
import { FilingsRepository } from './filings.repository.js'
import { busyInstead } from './finish-refusals.js'
import { OpenFilings } from './open-filings.js'

const kind = 'cancel-access'

/** A provider gives up an access of its own (icp-filing.md §8): begun, verified and sent to review in one transaction. */
@Injectable()
export class AccessEndsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: RegisterApi,
    private readonly open: OpenFilings,
    private readonly filings: FilingsRepository,
    private readonly findings: FilingFindings,
    private readonly steps: FilingSteps,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses: not-found for an access that is not the provider's or no longer in force, conflict (1017 and its kin) while another filing of the subject is on its
   * way, invalid with the findings about reason and note.
   */
  end(actor: Actor, accessId: string, { reason, note }: Parsed<'endAccess'>['body'], once: Once | null): Promise<Answer<'endAccess'>> {
    return this.transactions.write(once, async (tx) => {
      const about = actor.role === 'provider' ? await this.register.servedBy(tx, accessId, actor.providerId) : undefined
      const seen = about && (await this.register.findToJudgeBy(tx, about.subjectNumber))
      if (!about || !seen || actor.role !== 'provider') throw accessNotFound()
      await this.open.reserve(tx, [seen.certificateKey], [])
      const refusal = conflictingFilings(kind, await this.open.ofSubject(tx, seen.certificateKey), { serviceNumbers: [about.serviceNumber], accessIds: [accessId] })
      if (refusal) throw refusal
      // Read again behind the lock: another filing may have ended it meanwhile, or moved its service to another subject.
      const still = await this.register.servedBy(tx, accessId, actor.providerId)
      const held = still?.serviceNumber === about.serviceNumber ? await this.register.findToJudgeBy(tx, about.subjectNumber) : undefined
      if (!held) throw accessNotFound()
      const content: FilingContent = normaliseContent({ form: 'cancellation', ...about, serviceNumbers: [about.serviceNumber], accessIds: [accessId], reason, note })
      const [id, now] = [randomUUID(), this.clock.now()]
      await this.filings.insertDraft(tx, {
        id, kind, ownerAccountId: held.ownerAccountId, content, columns: columnsOf(this.sealing, content, held), fromFilingId: null, applicantProviderId: actor.providerId, now,
      })
      const record = await this.steps.open(tx, actor, id, 'end-access')
      const findings = await this.findings.of(tx, { id, kind, content, isDraft: true, told: 'finish' })
      const taken = await this.steps.take(tx, record, { type: 'end-access', content, findings, record: held.record }, actor, { held, note }).catch(busyInstead)
      return { ...changedAnswer(taken), reference: taken.reference }
    })
  }
}

const accessNotFound = (): Refusal =>
  new Refusal('not-found', 'access-not-found', { zh: '没有找到贵司的这一有效接入。', en: 'There is no such access of yours in force.' })
