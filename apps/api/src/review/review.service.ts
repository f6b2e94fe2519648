import {
  type Actor, type Allocation, applyApproval, applyMigration, changedServices, emptyRecord, type Filing, type RegisterChange, type RegisterRecord, servicesInForce, shanghaiDay,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { CheckpointsApi } from '../audit/checkpoints/checkpoints.api.js'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { type FilingResult, FilingsApi } from '../filings/filings.api.js'
import type { Parsed } from '../http/serve.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { digestOfFacts, digestOfRecord, factsOf } from '../register/register-facts.api.js'

/** What the administration of the subject's province decides. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly register: RegisterApi,
    private readonly certificates: CertificatesApi,
    private readonly audit: AuditApi,
    private readonly checkpoints: CheckpointsApi,
  ) {}

  /** Register, number, certificate, audit entry and notices in one transaction: all of it is there, or nothing. */
  approve(actor: Actor, id: string, { version, opinion }: Parsed<'approveFiling'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.filings.open(tx, actor, id, 'approve', version)
      const findings = await this.filings.findingsOf(tx, record)
      const command = { type: 'approve' as const, findings, ...(opinion ? { opinion } : {}) }
      const { filing, at } = await this.filings.take(tx, record, command, actor, opinion ? { note: opinion } : {})
      const result = filing.content.form === 'migration' ? await this.move(tx, actor, filing, at) : await this.enter(tx, actor, filing, at)
      await this.filings.setResult(tx, id, result)
      await this.checkpoints.takeAfterCommit(tx)
      return { id, status: filing.status, version: filing.version, ...result }
    })
  }

  private async enter(tx: EntityManager, actor: Actor, filing: Filing, at: string): Promise<FilingResult> {
    const { subjectNumber } = filing.content
    const held = subjectNumber === undefined ? undefined : await this.register.lock(tx, subjectNumber)
    const before = held?.record ?? emptyRecord
    const change = applyApproval(filing, before, await this.allocation(tx, filing, at))
    const ownerAccountId = held?.ownerAccountId ?? filing.ownerAccountId
    await this.register.apply(tx, before, change, ownerAccountId, at)
    const certificate = await this.certify(tx, change, ownerAccountId)
    const serviceNumbers = touchedServices(filing, before, change)
    await this.note(tx, actor, filing.id, change, serviceNumbers, certificate)
    return { subjectNumber: change.record.subject.number, serviceNumbers, certificateId: certificate?.id ?? null }
  }

  /** Both subjects change, or none. What the filing gives is the receiving subject's, and so is noted last. */
  private async move(tx: EntityManager, actor: Actor, filing: Filing, at: string): Promise<FilingResult> {
    if (filing.content.form !== 'migration') throw new Error(`filing ${filing.id} moves nothing`)
    const { subjectNumber, receivingNumber, services } = filing.content
    const [giving, receiving] = await this.register.lockBoth(tx, subjectNumber, receivingNumber)
    const serviceIds = Object.fromEntries(services.map(({ id }) => [id, randomUUID()]))
    const change = applyMigration(filing, giving?.record ?? emptyRecord, receiving?.record ?? emptyRecord, { day: shanghaiDay(at), serviceIds })
    await this.side(tx, actor, filing, giving, change.giving, at)
    return this.side(tx, actor, filing, receiving, change.receiving, at)
  }

  private async side(tx: EntityManager, actor: Actor, { id }: Filing, held: HeldSubject | undefined, change: RegisterChange, at: string): Promise<FilingResult> {
    if (!held) throw new Error(`filing ${id} moves between subjects that are not there`)
    await this.register.apply(tx, held.record, change, held.ownerAccountId, at)
    const certificate = await this.certify(tx, change, held.ownerAccountId)
    const serviceNumbers = [...change.issued, ...change.cancelled]
    await this.note(tx, actor, id, change, serviceNumbers, certificate)
    return { subjectNumber: change.record.subject.number, serviceNumbers, certificateId: certificate?.id ?? null }
  }

  private async allocation(tx: EntityManager, filing: Filing, at: string): Promise<Allocation> {
    const day = shanghaiDay(at)
    if (filing.content.form !== 'registration') return { day }
    const serviceIds = Object.fromEntries(filing.content.services.map((service) => [service.id, randomUUID()]))
    if (filing.kind !== 'new-subject') return { day, serviceIds }
    const subjectNumber = await this.register.takeSubjectNumber(tx, filing.province, Number(day.slice(0, 4)))
    return { day, serviceIds, subjectId: randomUUID(), subjectNumber }
  }

  private async certify(tx: EntityManager, { record, certificate }: RegisterChange, ownerAccountId: string) {
    if (certificate === 'keep') return null
    if (certificate === 'cancel') {
      await this.certificates.endAll(tx, record.subject.id)
      return null
    }
    return this.certificates.issue(tx, { subject: record.subject, services: servicesInForce(record), ownerAccountId })
  }

  /** What the approval made of register and certificate, so that a row changed past the API contradicts the audit. */
  private async note(
    tx: EntityManager, actor: Actor, filingId: string, { record }: RegisterChange, serviceNumbers: readonly string[], certificate: Issued | null,
  ): Promise<void> {
    const { id, number } = record.subject
    await this.audit.append(tx, {
      actor, action: 'register.enter', filingId, objectType: 'register-subject', objectId: id, digest: digestOfRecord(record),
      detail: { subjectNumber: number, serviceNumbers, facts: digestOfFacts(factsOf(record)) },
    })
    if (!certificate) return
    await this.audit.append(tx, {
      actor, action: 'certificate.issue', filingId, objectType: 'certificate', objectId: certificate.id, digest: certificate.payloadDigest,
      detail: { version: certificate.version },
    })
  }

  return(actor: Actor, id: string, { version, opinion, findings }: Parsed<'returnFiling'>['body'], once: Once | null) {
    return this.transactions.write(once, async (tx) => {
      const record = await this.filings.open(tx, actor, id, 'return', version)
      const { filing } = await this.filings.take(tx, record, { type: 'return', opinion, findings }, actor, { note: opinion })
      return { id, status: filing.status, version: filing.version }
    })
  }
}

type Issued = Awaited<ReturnType<CertificatesApi['issue']>>

/** Numbers of the services that the approval is about: given, ended, or changed. */
const touchedServices = (filing: Filing, before: RegisterRecord, { record, issued, cancelled }: RegisterChange): string[] => {
  if (issued.length > 0) return [...issued]
  if (filing.kind === 'cancel-access' && filing.content.form === 'cancellation') return [...filing.content.serviceNumbers]
  if (filing.content.form !== 'registration') return cancelled.filter((number) => number !== record.subject.number)
  const touched = new Set(changedServices(filing.content, before).map((service) => service.id))
  return record.services.filter((service) => touched.has(service.id)).map((service) => service.number)
}
