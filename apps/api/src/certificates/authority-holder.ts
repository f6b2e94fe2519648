import fs from 'node:fs'
import path from 'node:path'
import { Refusal } from '@icp/domain'
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { Config } from '../platform/config.js'
import { CertificatesReader } from './certificates.reader.js'
import { placeRevokedFile } from './paper/authority-files.js'
import { AuthorityUnusable, type CertificateAuthority, listedAsRevoked, openOrCreateAuthority } from './paper/certificate-authority.js'
import { findRevocation, revokeAction, revokedBy, type RevokedSigners, revokedText } from './revoked-signers.api.js'

/** Holds the certificate authority of this installation, `{dataDir}/authority`, open. A missing or damaged one stops the start with one sentence. */
@Injectable()
export class AuthorityHolder implements OnModuleInit {
  readonly folder: string
  private readonly logger = new Logger(AuthorityHolder.name)
  private opened: CertificateAuthority | undefined

  constructor(
    config: Config,
    private readonly clock: Clock,
    private readonly reader: CertificatesReader,
    private readonly audit: AuditApi,
    @InjectDataSource() private readonly database: DataSource,
  ) {
    this.folder = path.join(config.dataDir, 'authority')
  }

  async onModuleInit(): Promise<void> {
    // A new authority would disown every certificate that the lost one has signed.
    if (!fs.existsSync(this.folder) && (await this.reader.hasAny())) {
      throw new AuthorityUnusable(`The signing authority ${this.folder} is missing although certificates were issued. Put it back from your backup.`)
    }
    this.opened = await openOrCreateAuthority(this.folder, this.now())
    await this.revoked(this.database.manager)
  }

  /**
   * The authority with a signer that is valid now and was not revoked; its signer is renewed in time, and one that cannot be renewed yet signs until its end.
   * Refuses (unavailable) when nothing can be signed: whoever runs the system finds the cause in the log. Inside of a transaction give its `tx`: a second
   * connection might have to wait.
   */
  async current(tx?: EntityManager): Promise<CertificateAuthority> {
    const now = this.now()
    const { revoked } = await this.trust(tx)
    const usable = this.opened && !revoked.has(this.opened.signerPrint) ? this.opened : undefined
    if (usable && now < usable.renewFrom) return usable
    try {
      this.opened = await openOrCreateAuthority(this.folder, now, revoked)
      return this.opened
    } catch (error) {
      if (!(error instanceof AuthorityUnusable)) throw error
      this.logger.error(error.message)
      if (usable && now < usable.signerUntil) return usable
      throw cannotSign()
    }
  }

  /** By what certificates are judged, also when nothing can be signed any more: PEM of the root, and which signers count no more. Refuses (unavailable) while that cannot be told. */
  async trust(tx: EntityManager = this.database.manager): Promise<{ readonly root: string; readonly revoked: RevokedSigners }> {
    try {
      return { root: this.root, revoked: await this.revoked(tx) }
    } catch (error) {
      if (!(error instanceof AuthorityUnusable)) throw error
      this.logger.error(error.message)
      throw cannotJudge()
    }
  }

  /**
   * As the list beside the authority and the audit say together, asked at each use: a revocation counts everywhere at once, and a list that was taken away, or
   * put back from an older backup, is made whole from the audit. What the root has not signed revokes nobody.
   */
  async revoked(tx: EntityManager): Promise<RevokedSigners> {
    const listed = await listedAsRevoked(this.folder, this.root)
    const noted = (await this.audit.entriesOf(tx, revokeAction)).flatMap(({ detail }) => findRevocation(detail['revocation'], this.root) ?? [])
    const all = revokedBy([...listed.values(), ...noted])
    if (all.size > listed.size) await this.publish(all)
    return all
  }

  /** Puts the list of revoked signers in the place of the one before. */
  publish(revoked: RevokedSigners): Promise<void> {
    return placeRevokedFile(this.folder, revokedText(revoked))
  }

  private get root(): string {
    if (!this.opened) throw new Error('The signing authority is opened when the application starts')
    return this.opened.rootPem
  }

  private now(): Date {
    return new Date(this.clock.now())
  }
}

const laterOrTell = { zh: '请一小时后重试；仍不行的，请告知系统运维人员，原因见其日志。', en: 'Try again in an hour; if it stays so, tell whoever runs the system, whose log says why.' }

const cannotSign = (): Refusal => new Refusal('unavailable', 'cannot-sign', {
  zh: `电子凭证暂时无法签发，本次操作未生效。${laterOrTell.zh}`, en: `No certificate can be signed at the moment, and nothing was done. ${laterOrTell.en}`,
}, { retryAfter: 3600 })

const cannotJudge = (): Refusal => new Refusal('unavailable', 'cannot-judge', {
  zh: `电子凭证暂时无法签发和核验，本次操作未生效。${laterOrTell.zh}`, en: `Certificates can neither be signed nor verified at the moment, and nothing was done. ${laterOrTell.en}`,
}, { retryAfter: 3600 })
