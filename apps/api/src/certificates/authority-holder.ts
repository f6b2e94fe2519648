import fs from 'node:fs'
import path from 'node:path'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { CertificatesReader } from './certificates.reader.js'
import { AuthorityUnusable, type CertificateAuthority, openOrCreateAuthority } from './paper/certificate-authority.js'

/** Holds the certificate authority of this installation, `{dataDir}/authority`, open. A missing or damaged one stops the start with one sentence. */
@Injectable()
export class AuthorityHolder implements OnModuleInit {
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
    await this.current()
  }

  /** The authority with a signer that is valid now; its signer is renewed in time. Throws AuthorityUnusable. */
  async current(): Promise<CertificateAuthority> {
    const now = new Date(this.clock.now())
    if (!this.opened || now >= this.opened.renewFrom) {
      this.opened = await openOrCreateAuthority(this.folder, now)
    }
    return this.opened
  }
}
