import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../platform/statement.js'
import { CertificateEntity } from './certificate.entity.js'

export type NewCertificate = Omit<CertificateEntity, 'state' | 'endedAt' | 'replacedBy' | 'pdf' | 'sha256'>

@Injectable()
export class CertificatesRepository {
  /** Nobody's signer is revoked until the transaction ends. */
  async shareSigning(tx: EntityManager): Promise<void> {
    await statement(tx, `SELECT pg_advisory_xact_lock_shared(hashtextextended('signing', 17))`)
  }

  /** Waits for everybody who signs; nobody signs until the transaction ends. */
  async holdSigning(tx: EntityManager): Promise<void> {
    await statement(tx, `SELECT pg_advisory_xact_lock(hashtextextended('signing', 17))`)
  }

  /** The newest certificate of a subject, locked; undefined before the first. */
  async lockLatest(tx: EntityManager, subjectId: string): Promise<CertificateEntity | undefined> {
    const latest = await tx.findOne(CertificateEntity, { where: { subjectId }, order: { version: 'DESC' }, lock: { mode: 'pessimistic_write' } })
    return latest ?? undefined
  }

  async insert(tx: EntityManager, certificate: NewCertificate): Promise<void> {
    await tx.insert(CertificateEntity, { ...certificate, state: 'current' })
  }

  /** False when it had ended already. */
  async end(tx: EntityManager, id: string, state: 'replaced' | 'cancelled', at: string, replacedBy: string | null): Promise<boolean> {
    const { affected } = await statement(
      tx, `UPDATE certificates SET state = $2, ended_at = $3, replaced_by = $4 WHERE id = $1 AND state = 'current'`, [id, state, at, replacedBy],
    )
    return affected === 1
  }

  /** Keeps the first paper that arrives; a later one of another instance is dropped (false). */
  async storePaper(tx: EntityManager, id: string, pdf: Uint8Array, sha256: string): Promise<boolean> {
    const { affected } = await statement(tx, 'UPDATE certificates SET pdf = $2, sha256 = $3 WHERE id = $1 AND pdf IS NULL', [id, Buffer.from(pdf), sha256])
    return affected === 1
  }
}
