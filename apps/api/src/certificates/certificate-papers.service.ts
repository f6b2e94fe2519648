import { createHash } from 'node:crypto'
import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { JobsApi } from '../platform/jobs.api.js'
import { Transactions } from '../platform/transaction.service.js'
import { Turns } from '../platform/turns.js'
import { AuthorityHolder } from './authority-holder.js'
import { CertificatesReader } from './certificates.reader.js'
import { CertificatesRepository } from './certificates.repository.js'
import { loadCertificateFonts } from './paper/certificate-fonts.js'
import { drawAndSign } from './paper/certificate-signing.js'
import { SignerStanding } from './signer-standing.js'

const queue = 'certificates-draw-paper'

/**
 * Draws the paper of an issued certificate and keeps it for good: the first paper is the paper. A job does it right after the approval; whoever
 * asks earlier has it drawn at once. One at a time per process, since drawing takes a processor for a third of a second and much memory.
 */
@Injectable()
export class CertificatePapers implements OnModuleInit, OnApplicationBootstrap {
  private readonly turns = new Turns()

  constructor(
    private readonly transactions: Transactions,
    private readonly certificates: CertificatesRepository,
    private readonly reader: CertificatesReader,
    private readonly authority: AuthorityHolder,
    private readonly standing: SignerStanding,
    private readonly audit: AuditApi,
    private readonly jobs: JobsApi,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.jobs.work<{ id: string }>(queue, async ({ id }) => {
      await this.paperOf(id)
    }, { reach: ['certificates'] })
  }

  /** Reads the fonts (21 MB) before the first approval needs them. */
  onApplicationBootstrap(): void {
    if (this.config.runsJobs) void loadCertificateFonts()
  }

  async drawAfterCommit(tx: EntityManager, id: string): Promise<void> {
    await this.jobs.send(tx, queue, { id })
  }

  /** The signed PDF. Throws when there is no such certificate, or its row is not what was signed at issue by a signer that counts. */
  async paperOf(id: string): Promise<Buffer> {
    return (await this.reader.findPaper(id)) ?? this.turns.take(() => this.draw(id))
  }

  private async draw(id: string): Promise<Buffer> {
    const stored = await this.reader.findPaper(id)
    if (stored) return stored
    const certificate = await this.reader.getIssued(id)
    const word = await this.standing.ofIssued(certificate)
    if (word !== 'genuine') throw new Error(`certificate ${certificate.code} is not what was signed when it was issued (${word}); no paper is drawn of it`)
    const authority = await this.authority.current()
    const pdf = await drawAndSign(certificate.payload, authority, new Date(this.clock.now()))
    const sha256 = createHash('sha256').update(pdf).digest('hex')
    const stands = await this.transactions.write(null, async (tx) => {
      await this.certificates.shareSigning(tx)
      if ((await this.authority.trust(tx)).revoked.has(authority.signerPrint)) return false
      if (!(await this.certificates.storePaper(tx, id, pdf, sha256))) return true
      await this.audit.append(tx, { actor: { role: 'clock' }, action: 'certificate.draw', objectType: 'certificate', objectId: id, digest: sha256 })
      return true
    })
    // Its signer was revoked while it was drawn.
    if (!stands) return this.draw(id)
    // Another instance may have been first; what is stored is what everyone gets.
    return (await this.reader.findPaper(id)) as Buffer
  }
}
