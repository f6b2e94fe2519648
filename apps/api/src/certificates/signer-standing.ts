import { createHash } from 'node:crypto'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { AuthorityHolder } from './authority-holder.js'
import type { IssuedCertificate } from './certificates.reader.js'
import { digestOfPayload, isBefore, judgePayload, type Word } from './payload-signature.api.js'

/** What a signature is worth where the audit can be asked: what a revoked signer has signed counts if the audit noted exactly that before (docs/decisions/0072). */
@Injectable()
export class SignerStanding {
  constructor(
    private readonly authority: AuthorityHolder,
    private readonly audit: AuditApi,
    @InjectDataSource() private readonly database: DataSource,
  ) {}

  /** Judges what the row of a certificate says that was issued. */
  async ofIssued({ id, payload, signature, signer }: IssuedCertificate): Promise<Word> {
    const trust = await this.authority.trust()
    const word = judgePayload(payload, { signature, signer }, trust, null)
    return word === 'revoked-signer' ? judgePayload(payload, { signature, signer }, trust, await this.notedAt('certificate.issue', id, digestOfPayload(payload))) : word
  }

  /** Whether a file that this signer's key has signed counts as the paper of the certificate `id`. */
  async paperCounts(pdf: Buffer, signerPrint: string, id: string | undefined): Promise<boolean> {
    const since = (await this.authority.trust()).revoked.get(signerPrint)?.since
    if (since === undefined) return true
    return id !== undefined && isBefore(await this.notedAt('certificate.draw', id, createHash('sha256').update(pdf).digest('hex')), since)
  }

  /** When the audit wrote down that this was done with exactly these bytes; null when it did not. */
  private async notedAt(action: string, id: string, digest: string): Promise<string | null> {
    return (await this.audit.entriesOf(this.database.manager, action, id)).find((entry) => entry.digest === digest)?.at ?? null
  }
}
