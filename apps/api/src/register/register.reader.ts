import type { RegisterSubjectView } from '@icp/contract'
import type { Actor, RegisterService } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { type ForcedEnd, ForcedEndsApi } from '../forced/forced-ends.api.js'
import { FilingsApi } from '../filings/filings.api.js'
import { FingerprintKeys } from '../platform/fingerprint-keys.js'
import { type HeldSubject, RegisterRepository } from './register.repository.js'

/** What screens ask of the register; never writes. */
@Injectable()
export class RegisterReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly register: RegisterRepository,
    private readonly filings: FilingsApi,
    private readonly certificates: CertificatesApi,
    private readonly forced: ForcedEndsApi,
    private readonly prints: FingerprintKeys,
  ) {}

  /** The owner's subjects, newest first, cancelled ones too. */
  async listOwn(actor: Actor): Promise<{ rows: RegisterSubjectView[] }> {
    if (actor.role !== 'owner') return { rows: [] }
    return this.prints.steady(() => this.listOf(actor.accountId))
  }

  private async listOf(accountId: string): Promise<{ rows: RegisterSubjectView[] }> {
    const tx = this.database.manager
    const held = await this.register.listOfOwner(tx, accountId)
    const certificates = await this.certificates.of(tx, held.map(({ record }) => record.subject.id))
    const forced = await this.forced.of(tx, held.map(({ record }) => record.subject.id))
    const rows = await Promise.all(held.map(async (one) => ({
      ...subjectOf(one, forced), certificates: certificates.get(one.record.subject.id) ?? [],
      openFilings: (await this.filings.runningOfOwner(tx, accountId, one.certificateKey))
        .map(({ id, kind, status, reference, serviceNumbers }) => ({ id, kind, status, reference, serviceNumbers: [...serviceNumbers] })),
    })))
    return { rows }
  }
}

type Forced = ReadonlyMap<string, ForcedEnd>

const subjectOf = ({ record }: HeldSubject, forced: Forced) => {
  const { id, number, province, state, approvedOn, cancelledOn, content } = record.subject
  const services = record.services.map((service) => serviceOf(service, forced))
  return { id, number, name: content.name, nature: content.nature, province, state, approvedOn, cancelledOn, byForce: forced.get(number) ?? null, services }
}

const serviceOf = ({ id, number, type, content, state, approvedOn, cancelledOn, movedTo }: RegisterService, forced: Forced) => ({
  id, number, type, name: content.name, domain: content.domain, state, approvedOn, cancelledOn, movedTo, byForce: forced.get(number) ?? null,
  providers: [...new Map(content.accesses.map((access) => [access.providerId, { id: access.providerId, name: access.providerName }])).values()],
  accesses: content.accesses.map((access) => ({ id: access.id, providerName: access.providerName })),
})
