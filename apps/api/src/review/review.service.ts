import { type Actor, applyApproval, emptyRecord, type Filing, type RegisterChange, servicesInForce, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { type FilingResult, FilingsApi } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'

/** What the administration of the subject's province decides. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly register: RegisterApi,
    private readonly certificates: CertificatesApi,
  ) {}

  /** Register, number, certificate, audit entry and notices in one transaction: all of it is there, or nothing. */
  approve(actor: Actor, id: string, { version, opinion }: Parsed<'approveFiling'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.filings.open(tx, actor, id, 'approve', version)
      const findings = await this.filings.findingsOf(tx, record)
      const command = { type: 'approve' as const, findings, ...(opinion ? { opinion } : {}) }
      const { filing, at } = await this.filings.take(tx, record, command, actor, opinion ? { note: opinion } : {})
      const result = await this.enter(tx, filing, at)
      await this.filings.setResult(tx, id, result)
      return { id, status: filing.status, version: filing.version, ...result }
    })
  }

  private async enter(tx: EntityManager, filing: Filing, at: string): Promise<FilingResult> {
    const held = filing.content.form === 'cancellation' ? await this.register.lock(tx, filing.content.subjectNumber) : undefined
    const before = held?.record ?? emptyRecord
    const change = applyApproval(filing, before, await this.allocation(tx, filing, at))
    const ownerAccountId = held?.ownerAccountId ?? filing.ownerAccountId
    await this.register.apply(tx, before, change, ownerAccountId, at)
    const certificateId = await this.certify(tx, change, ownerAccountId)
    return { subjectNumber: change.record.subject.number, serviceNumbers: [...(change.issued.length > 0 ? change.issued : cancelledServicesOf(change, held))], certificateId }
  }

  private async allocation(tx: EntityManager, filing: Filing, at: string) {
    const day = shanghaiDay(at)
    if (filing.content.form === 'cancellation') return { day }
    const serviceIds = Object.fromEntries(filing.content.services.map((service) => [service.id, randomUUID()]))
    const subjectNumber = await this.register.takeSubjectNumber(tx, filing.province, Number(day.slice(0, 4)))
    return { day, serviceIds, subjectId: randomUUID(), subjectNumber }
  }

  private async certify(tx: EntityManager, { record, certificate }: RegisterChange, ownerAccountId: string): Promise<string | null> {
    if (certificate === 'keep') return null
    if (certificate === 'cancel') {
      await this.certificates.endAll(tx, record.subject.id)
      return null
    }
    const issued = await this.certificates.issue(tx, { subject: record.subject, services: servicesInForce(record), ownerAccountId })
    return issued.id
  }

  return(actor: Actor, id: string, { version, opinion, findings }: Parsed<'returnFiling'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.filings.open(tx, actor, id, 'return', version)
      const { filing } = await this.filings.take(tx, record, { type: 'return', opinion, findings }, actor, { note: opinion })
      return { id, status: filing.status, version: filing.version }
    })
  }
}

const cancelledServicesOf = ({ cancelled }: RegisterChange, held: HeldSubject | undefined): string[] =>
  cancelled.filter((number) => number !== held?.record.subject.number)
