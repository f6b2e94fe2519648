import path from 'node:path'
import { Injectable, type OnModuleInit } from '@nestjs/common'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { type CertificateAuthority, openOrCreateAuthority } from './paper/certificate-authority.js'

/** Holds the certificate authority of this installation, `{dataDir}/authority`, open. A missing or damaged one stops the start with one sentence. */
@Injectable()
export class AuthorityHolder implements OnModuleInit {
  private opened: CertificateAuthority | undefined

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.current()
  }

  /** The authority with a signer that is valid now; its signer is renewed in time. Throws AuthorityUnusable. */
  async current(): Promise<CertificateAuthority> {
    const now = new Date(this.clock.now())
    if (!this.opened || now >= this.opened.renewFrom) {
      this.opened = await openOrCreateAuthority(path.join(this.config.dataDir, 'authority'), now)
    }
    return this.opened
  }
}
