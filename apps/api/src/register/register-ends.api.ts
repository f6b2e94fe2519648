import { type Actor, type RegisterChange, servicesInForce } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { CheckpointsApi } from '../audit/checkpoints/checkpoints.api.js'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { Clock } from '../platform/clock.js'
import { type HeldSubject, RegisterApi } from './register.api.js'
import { digestOfFacts, digestOfRecord, factsOf } from './register-facts.api.js'

/** Who ends what without a filing: `register.clear` what is hollow, `register.force` what is cancelled by force. */
export interface EndNote {
  readonly action: 'register.clear' | 'register.force'
  readonly detail: Readonly<Record<string, unknown>>
}

/** An administration ends by its own act what the register holds. Whoever calls it has locked the record. */
@Injectable()
export class RegisterEndsApi {
  constructor(
    private readonly register: RegisterApi,
    private readonly certificates: CertificatesApi,
    private readonly audit: AuditApi,
    private readonly checkpoints: CheckpointsApi,
    private readonly clock: Clock,
  ) {}

  /** Register, audit entry and certificate in the caller's transaction; verification reads the entry like that of an approval. */
  async end(tx: EntityManager, actor: Actor, held: HeldSubject, change: RegisterChange, { action, detail }: EndNote): Promise<void> {
    const { record, cancelled } = change
    await this.register.apply(tx, held.record, change, held.ownerAccountId, this.clock.now())
    await this.audit.append(tx, {
      actor, action, objectType: 'register-subject', objectId: record.subject.id, digest: digestOfRecord(record),
      detail: { ...detail, subjectNumber: record.subject.number, serviceNumbers: cancelled.filter((number) => number !== record.subject.number), facts: digestOfFacts(factsOf(record)) },
    })
    await this.certify(tx, actor, change, held)
    await this.checkpoints.takeAfterCommit(tx)
  }

  private async certify(tx: EntityManager, actor: Actor, { record, certificate }: RegisterChange, { ownerAccountId }: HeldSubject): Promise<void> {
    if (certificate === 'cancel') return this.certificates.endAll(tx, record.subject.id)
    const { id, payloadDigest, version } = await this.certificates.issue(tx, { subject: record.subject, services: servicesInForce(record), ownerAccountId })
    await this.audit.append(tx, { actor, action: 'certificate.issue', objectType: 'certificate', objectId: id, digest: payloadDigest, detail: { version } })
  }
}
