import type { AnswerOf } from '@icp/contract'
import {
  type Actor, afterPaper, asksPaperReason, type Bilingual, type Filing, isRelated, isSamePlace, judgePaper, notFound, paperChanged, type PaperChange, paperNotWanted, type PaperPlace, type PaperReason,
  paperRefusal, paperReopened, paperSlots, type PaperSlot, type Picture, type RulesInForce, tooManyPapers,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { type FilingRecord, FilingsApi } from '../filings/filings.api.js'
import type { RowDigests } from '../filings/row-digests.api.js'
import { type Parsed, unauthenticated } from '../http/serve.js'
import { NotificationsApi } from '../notifications/notifications.api.js'
import { Clock } from '../platform/clock.js'
import { sha256 } from '../platform/digest.js'
import { type Limit, Limits } from '../platform/limits.js'
import type { Once } from '../platform/once.js'
import { Transactions } from '../platform/transaction.service.js'
import { paperTitle, slotsNow } from './paper-places.js'
import { noSuchPaper, notScanned, paperFindings, paperReasonMissing, placeTaken } from './paper-refusals.js'
import { PaperRules } from './paper-rules.js'
import { type Gone, type HeldPaper, type NewPaper, PapersRepository, paperView } from './papers.repository.js'
import { PictureCheck } from './picture-check.service.js'

type Party = Extract<Actor, { role: 'owner' | 'provider' }>
type Asked = Parsed<'putPaper'>['query']

/** A filing has some tens of papers at most; whoever sends hundreds an hour is no person. */
const putLimit: Limit = { name: 'paper-put', points: 300, seconds: 3600 }

/** Papers are handed in, replaced and taken away behind the lock of their filing, so that neither a finish nor a pass comes between. */
@Injectable()
export class PapersService {
  constructor(
    private readonly transactions: Transactions,
    private readonly filings: FilingsApi,
    private readonly papers: PapersRepository,
    private readonly rules: PaperRules,
    private readonly check: PictureCheck,
    private readonly accounts: AccountsApi,
    private readonly notifications: NotificationsApi,
    private readonly audit: AuditApi,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses: not-found to strangers; locked, forbidden or conflict by whose turn it is; invalid with findings for a file that does not do; conflict when the place changed meanwhile;
   * unavailable while the file cannot be scanned.
   */
  async put(actor: Party, filingId: string, asked: Asked, file: Uint8Array, once: Once | null): Promise<AnswerOf<'putPaper'>> {
    await this.limits.take(putLimit, actor.accountId)
    const isScanned = await this.scanned(actor, filingId, asked, file, once)
    return this.transactions.write(once, async (tx) => {
      // Who was let in before the scanner was asked may have been stopped meanwhile.
      if (!(await this.accounts.standsAs(tx, actor))) throw unauthenticated()
      const record = related(await this.filings.lock(tx, filingId), actor)
      const { slot, position, replaced, picture } = await this.decided(tx, record, actor, asked, file)
      if (!isScanned) throw notScanned()
      const paper = this.newPaper(record, actor, asked, slot, position, picture)
      const kept = replaced ? await this.gone(tx, record, actor, replaced, { reason: paper.reason, replacedBy: paper.id }) : {}
      await this.papers.insert(tx, paper)
      const { purpose, about, digest, format, size } = paper
      const { version, followed } = await this.changed(tx, record, actor, slot, { title: slot.title, how: replaced ? 'replaced' : 'put', reason: paper.reason })
      const detail = { purpose, about, format, size, ...(replaced ? { replaces: replaced.id, replacedDigest: replaced.digest, ...kept } : {}), ...(paper.reason ? { reason: paper.reason } : {}), ...followed }
      await this.audit.append(tx, { actor, action: 'paper.put', filingId, objectType: 'paper', objectId: paper.id, digest, detail })
      return { paper: paperView(paper), version }
    })
  }

  /** Refuses as `put` does. A paper that the filing has no place for any more goes like any other. */
  async takeAway(actor: Party, filingId: string, id: string, reason: PaperReason | undefined, once: Once | null): Promise<AnswerOf<'takePaperAway'>> {
    return this.transactions.write(once, async (tx) => {
      const record = related(await this.filings.lock(tx, filingId), actor)
      const { filing } = record
      const paper = await this.papers.find(tx, filingId, id)
      const refusal = paper && paperRefusal(filing, actor, paper)
      if (!paper || refusal?.kind === 'not-found') throw noSuchPaper()
      if (refusal) throw refusal
      const asksReason = asksPaperReason(actor, paper)
      if (asksReason && !reason) throw paperReasonMissing()
      const kept = await this.gone(tx, record, actor, paper, { reason: (asksReason && reason) || null, replacedBy: null })
      const { purpose, about, digest } = paper
      const title = paperTitle(purpose, await this.rules.of(tx, filing))
      const { version, followed } = await this.changed(tx, record, actor, paper, { title, how: 'taken-away', reason: (asksReason && reason) || null })
      const detail = { purpose, about, ...(asksReason ? { reason } : {}), ...kept, ...followed }
      await this.audit.append(tx, { actor, action: 'paper.take-away', filingId, objectType: 'paper', objectId: id, digest, detail })
      return { version }
    })
  }

  /**
   * Scanned before the filing is locked, so that nobody waits at a lock for a scanner, and only where the file would be kept as things stand: what a stranger sends does not get there.
   * False for a repeat, which is answered as the first request was.
   */
  private async scanned(actor: Party, filingId: string, asked: Asked, file: Uint8Array, once: Once | null): Promise<boolean> {
    const decided = await this.transactions.write(null, async (tx) => {
      if (once && (await this.transactions.isRepeat(tx, once))) return null
      return this.decided(tx, related(await this.filings.find(tx, filingId), actor), actor, asked, file)
    })
    if (decided) await this.check.pass({ actor, filingId, slot: decided.slot, file, kept: decided.picture.bytes })
    return decided !== null
  }

  /** Where the file goes, and as what. Refuses all that `put` refuses of it but what a scanner finds. */
  private async decided(tx: EntityManager, { filing }: FilingRecord, actor: Party, asked: Asked, file: Uint8Array): Promise<Decided> {
    const data = await this.rules.of(tx, filing)
    const slot = slotFor(filing, actor, asked, data)
    const refusal = paperRefusal(filing, actor, slot)
    if (refusal) throw refusal
    if (asksPaperReason(actor, slot) && !asked.reason) throw paperReasonMissing()
    const there = (await this.papers.listOf(tx, filing.id)).filter((paper) => isSamePlace(paper, slot))
    const replaced = replacedBy(asked, slot, there)
    return { slot, replaced, position: positionOf(slot, there, replaced), picture: pictureOf(file, slot, data) }
  }

  private newPaper({ row, filing }: FilingRecord, actor: Party, { reason }: Asked, slot: PaperSlot, position: number, { format, width, height, bytes }: Picture): NewPaper {
    const { purpose, about, providerId } = slot
    return {
      id: randomUUID(), filingId: filing.id, purpose, about, providerId, position, format, width, height, size: bytes.length, digest: sha256(bytes), at: this.clock.now(), byAccountId: actor.accountId,
      byRole: actor.role, byName: providerName(row, actor), reason: (asksPaperReason(actor, slot) && reason) || null, bytes,
    }
  }

  /** Nobody decides on a draft, so what goes from it is gone; of a filing that was handed in it is kept. Answers what the audit says of that. */
  private async gone(tx: EntityManager, { row, filing }: FilingRecord, actor: Party, { id }: HeldPaper, { reason, replacedBy }: Pick<Gone, 'reason' | 'replacedBy'>): Promise<{ readonly kept?: true }> {
    const isKept = filing.status !== 'draft'
    if (isKept) await this.papers.keep(tx, id, { at: this.clock.now(), byAccountId: actor.accountId, byRole: actor.role, byName: providerName(row, actor), reason, replacedBy })
    await this.papers.remove(tx, id)
    return isKept ? { kept: true } : {}
  }

  /** What follows for the filing and for whom it is told; answers the filing's version, and what the audit says of it. */
  private async changed(tx: EntityManager, record: FilingRecord, actor: Party, place: PaperPlace, { title, how, reason }: Change): Promise<Followed> {
    const { row, filing } = record
    const after = afterPaper(filing, place)
    if (!after) return { version: filing.version, followed: {} }
    const rows = await this.filings.moveForPaper(tx, record, after.filing, { actor, action: how === 'taken-away' ? 'take-paper-away' : 'put-paper' })
    const reference = row.reference ?? ''
    if (actor.role === 'provider' && reason) {
      const text = paperChanged({ reference, provider: providerName(row, actor), paper: title, how, reason })
      await this.notifications.notice(tx, { accountIds: [filing.ownerAccountId], filingId: filing.id, ...text })
    }
    for (const providerId of after.reopened) {
      await this.notifications.notice(tx, { accountIds: await this.accounts.accountIdsOfProvider(tx, providerId), filingId: filing.id, ...paperReopened(reference, title) })
    }
    return { version: after.filing.version, followed: { version: after.filing.version, rows, ...(after.reopened.length > 0 ? { reopened: after.reopened } : {}) } }
  }
}

interface Decided {
  readonly slot: PaperSlot
  /** From 1, among the pictures of the place. */
  readonly position: number
  readonly replaced: HeldPaper | undefined
  readonly picture: Picture
}

interface Change {
  readonly title: Bilingual
  readonly how: PaperChange['how']
  readonly reason: PaperReason | null
}

interface Followed {
  readonly version: number
  /** For the audit, and only where a locked filing moved on. */
  readonly followed: { readonly version?: number; readonly rows?: RowDigests; readonly reopened?: readonly string[] }
}

function related(record: FilingRecord | undefined, actor: Party): FilingRecord {
  if (!record || !isRelated(record.filing, actor)) throw notFound()
  return record
}

/** The name of the provider that acts, as the filing knows it; '' for the owner. */
const providerName = ({ summary }: FilingRecord['row'], actor: Party): string => (actor.role === 'provider' && summary.providers.find(({ id }) => id === actor.providerId)?.name) || ''

/** A provider puts at its own place where it has one, and else at the owner's. */
function slotFor(filing: Filing, actor: Party, { purpose, about }: Asked, data: RulesInForce): PaperSlot {
  const named = slotsNow(filing, paperSlots(filing.content, filing.kind, data)).filter((slot) => slot.purpose === purpose && slot.about === about)
  const slot = (actor.role === 'provider' && named.find(({ providerId }) => providerId === actor.providerId)) || named[0]
  if (!slot) throw paperFindings([paperNotWanted({ purpose, about, providerId: null })])
  return slot
}

function pictureOf(file: Uint8Array, slot: PaperSlot, data: RulesInForce): Picture {
  const { picture, findings } = judgePaper(file, slot, data)
  if (!picture || findings.length > 0) throw paperFindings(findings)
  return picture
}

/** Whoever replaces names what was seen there. */
function replacedBy({ replaces }: Asked, slot: PaperSlot, there: readonly HeldPaper[]): HeldPaper | undefined {
  const replaced = there.find(({ id }) => id === replaces)
  if (replaces !== undefined && !replaced) throw placeTaken()
  if (replaced || there.length < slot.most) return replaced
  throw slot.most === 1 ? placeTaken() : paperFindings([tooManyPapers(slot)])
}

const positionOf = ({ most }: PaperSlot, there: readonly HeldPaper[], replaced: HeldPaper | undefined): number =>
  replaced?.position ?? Array.from({ length: most }, (_, index) => index + 1).find((position) => !there.some((paper) => paper.position === position)) ?? most
