import {
  type Actor, type Allocation, applyApproval, changedServices, emptyRecord, type Filing, type RegisterChange, type RegisterRecord, servicesInForce, shanghaiDay,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { type FilingResult, FilingsApi } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { RegisterApi } from '../register/register.api.js'

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
    const { subjectNumber } = filing.content
    const held = subjectNumber === undefined ? undefined : await this.register.lock(tx, subjectNumber)
    const before = held?.record ?? emptyRecord
    const change = applyApproval(filing, before, await this.allocation(tx, filing, at))
    const ownerAccountId = held?.ownerAccountId ?? filing.ownerAccountId
    await this.register.apply(tx, before, change, ownerAccountId, at)
    const certificateId = await this.certify(tx, change, ownerAccountId)
    return { subjectNumber: change.record.subject.number, serviceNumbers: touchedServices(filing, before, change), certificateId }
  }

  private async allocation(tx: EntityManager, filing: Filing, at: string): Promise<Allocation> {
    const day = shanghaiDay(at)
    if (filing.content.form === 'cancellation') return { day }
    const serviceIds = Object.fromEntries(filing.content.services.map((service) => [service.id, randomUUID()]))
    if (filing.kind !== 'new-subject') return { day, serviceIds }
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

/** Numbers of the services that the approval is about: given, ended, or changed. */
const touchedServices = (filing: Filing, before: RegisterRecord, { record, issued, cancelled }: RegisterChange): string[] => {
  if (issued.length > 0) return [...issued]
  if (filing.kind === 'cancel-access' && filing.content.form === 'cancellation') return [...filing.content.serviceNumbers]
  if (filing.content.form === 'cancellation') return cancelled.filter((number) => number !== record.subject.number)
  const touched = new Set(changedServices(filing.content, before).map((service) => service.id))
  return record.services.filter((service) => touched.has(service.id)).map((service) => service.number)
}
