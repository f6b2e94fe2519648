import { type Actor, paperInfected, type PaperSlot } from '@icp/domain'
import { Injectable, Logger } from '@nestjs/common'
import { AuditApi } from '../audit/audit.api.js'
import { sha256 } from '../platform/digest.js'
import { Transactions } from '../platform/transaction.service.js'
import { notScanned, paperFindings } from './paper-refusals.js'
import { PictureScanner, ScannerFault, type Verdict } from './picture-scanner.js'

interface HandedIn {
  readonly actor: Extract<Actor, { role: 'owner' | 'provider' }>
  readonly filingId: string
  readonly slot: PaperSlot
  /** As it was sent. */
  readonly file: Uint8Array
  /** As it would be kept: what the frame leaves out must not hide what it holds. */
  readonly kept: Uint8Array
}

/** No picture is kept that a scanner has not found clean (ASVS 5.4.3). */
@Injectable()
export class PictureCheck {
  private readonly log = new Logger('PictureCheck')

  constructor(
    private readonly scanner: PictureScanner,
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
  ) {}

  /**
   * Outside of any transaction: a scanner may take its time. Refuses: invalid with F-07 for what it finds something in, which stands in the audit then;
   * unavailable while nothing can be told.
   */
  async pass({ actor, filingId, slot, file, kept }: HandedIn): Promise<void> {
    const sent = await this.scan(file)
    const verdict = sent.clean && !isSame(file, kept) ? await this.scan(kept) : sent
    if (verdict.clean) return
    const { purpose, about } = slot
    const { signature } = verdict
    this.log.warn({ account: actor.accountId, signature }, 'the scanner has found something in a picture, so it was not taken')
    // There is no paper that it could be an entry of.
    const event = { actor, action: 'paper.refused', filingId, objectType: 'filing', objectId: filingId, digest: sha256(file), detail: { purpose, about, signature } }
    await this.transactions.write(null, (tx) => this.audit.append(tx, event))
    throw paperFindings([paperInfected(slot)])
  }

  private scan(file: Uint8Array): Promise<Verdict> {
    return this.scanner.scan(file).catch((error: unknown) => {
      this.log.error({ scanner: error instanceof ScannerFault ? error.kind : 'away' }, 'a picture could not be scanned, so it was not taken')
      throw notScanned()
    })
  }
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
