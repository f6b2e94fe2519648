import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from '@icp/domain'
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { CertificatesReader } from './certificates.reader.js'
import { AuthorityUnusable, type CertificateAuthority, openOrCreateAuthority } from './paper/certificate-authority.js'

/** Holds the certificate authority of this installation, `{dataDir}/authority`, open. A missing or damaged one stops the start with one sentence. */
@Injectable()
export class AuthorityHolder implements OnModuleInit {
  private readonly logger = new Logger(AuthorityHolder.name)
  private opened: CertificateAuthority | undefined
  private readonly folder: string

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly reader: CertificatesReader,
  ) {
    this.folder = path.join(config.dataDir, 'authority')
  }

  async onModuleInit(): Promise<void> {
    // A new authority would disown every certificate that the lost one has signed.
    if (!fs.existsSync(this.folder) && (await this.reader.hasAny())) {
      throw new AuthorityUnusable(`The signing authority ${this.folder} is missing although certificates were issued. Put it back from your backup.`)
    }
    this.opened = await openOrCreateAuthority(this.folder, this.now())
  }

  /**
   * The authority with a signer that is valid now; its signer is renewed in time, and one that cannot be renewed yet signs until its end. Refuses (unavailable)
   * when nothing can be signed: whoever runs the system finds the cause in the log.
   */
  async current(): Promise<CertificateAuthority> {
    const now = this.now()
    if (this.opened && now < this.opened.renewFrom) return this.opened
    try {
      this.opened = await openOrCreateAuthority(this.folder, now)
      return this.opened
    } catch (error) {
      if (!(error instanceof AuthorityUnusable)) throw error
      this.logger.error(error.message)
      if (this.opened && now < this.opened.signerUntil) return this.opened
      throw cannotSign()
    }
  }

  /** PEM of the root that papers are verified by, also when nothing can be signed any more. */
  async root(): Promise<string> {
    return (this.opened ?? (await this.current())).rootPem
  }

  private now(): Date {
    return new Date(this.clock.now())
  }
}

const cannotSign = (): Refusal => new Refusal('unavailable', 'cannot-sign', {
  zh: '电子凭证暂时无法签发，本次操作未生效。请一小时后重试；仍不行的，请告知系统运维人员，原因见其日志。',
  en: 'No certificate can be signed at the moment, and nothing was done. Try again in an hour; if it stays so, tell whoever runs the system, whose log says why.',
}, { retryAfter: 3600 })
