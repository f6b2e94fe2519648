import {
  type Actor, type Command, decide, type Effect, type Filing, type FilingAction, gateRefusal, isFinal, isRelated, notFound,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { ConfirmationsApi } from '../confirmations/confirmations.api.js'
import { ConflictKeysApi } from '../conflicts/conflict-keys.api.js'
import { changedMeanwhile } from '../platform/changed-meanwhile.js'
import { Clock } from '../platform/clock.js'
import { Sealing } from '../platform/sealing.js'
import type { HeldSubject } from '../register/register.api.js'
import { FilingChanges } from './filing-changes.js'
import type { FilingEntity } from './filing.entity.js'
import { FilingHistory } from './filing-history.js'
import { columnsOf, type FilingRecord } from './filing-record.js'
import { FilingWitnesses } from './filing-witnesses.js'
import { actorNameOf } from './actor-name.js'
import { linksOf } from './receipt-link.api.js'
import { FilingsRepository } from './filings.repository.js'
import { digestOfListed, type RowDigests } from './row-digests.api.js'
import { type KeptSheet, VerificationSheets } from './verification-sheets.js'

/** What only the caller of a step can know. */
export interface Circumstances {
  /** For cancellations and migrations, what the register holds of the subject. */
  readonly held?: HeldSubject
  /** For a migration that is finished: whom its number leads to. */
  readonly receiving?: Pick<FilingEntity, 'receivingAccountId' | 'receivingKey'>
  /** Mail addresses by confirmation id, for a pass that may be the last. */
  readonly mails?: ReadonlyMap<string, string>
  /** Said in the history beside the action: a reason, an opinion, a remark. */
  readonly note?: string
}

export interface Taken {
  readonly filing: Filing
  readonly at: string
  readonly revision: number
  readonly digest: string | null
  readonly reference: string
  /** Hash of the link that this step has added to the receipt; '' for a step that adds none. */
  readonly receipt: string
}

/**
 * The one staircase of every step in a filing's life, within the caller's transaction: lock → decide → revision → conditional update → witnesses →
 * audit entry → history.
 */
@Injectable()
export class FilingSteps {
  constructor(
    private readonly filings: FilingsRepository,
    private readonly changes: FilingChanges,
    private readonly confirmations: ConfirmationsApi,
    private readonly witnesses: FilingWitnesses,
    private readonly history: FilingHistory,
    private readonly audit: AuditApi,
    private readonly conflicts: ConflictKeysApi,
    private readonly sheets: VerificationSheets,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the filing for a step. Refuses: not-found for whoever has nothing to do with it, then what the life cycle rules out, then (conflict) a
   * version other than the one that the caller has `seen`.
   */
  async open(tx: EntityManager, actor: Actor, id: string, action: FilingAction, seen?: number): Promise<FilingRecord> {
    const record = await this.filings.lock(tx, id)
    if (!record) throw notFound()
    const refusal = gateRefusal(record.filing, action, actor, this.clock.now())
    if (refusal) throw refusal.kind === 'forbidden' && !isRelated(record.filing, actor) ? notFound() : refusal
    if (seen !== undefined && seen !== record.row.version) throw changedMeanwhile()
    return record
  }

  /** Decides and writes everything that follows from it, except the register's part of an approval. */
  async take(tx: EntityManager, before: FilingRecord, command: Command, actor: Actor, given: Circumstances = {}): Promise<Taken> {
    const now = this.clock.now()
    const { filing, effects } = decide(before.filing, command, actor, { now })
    const { row } = before
    if (effects.some((effect) => effect.type === 'delete')) {
      await this.filings.deleteDraft(tx, row)
      await this.note(tx, { before, filing, command, actor, digest: null })
      return { filing, at: now, revision: 0, digest: null, reference: '', receipt: '' }
    }
    const kept = await this.keepContent(tx, { before, filing, command, actor, effects, now }, given)
    const round = kept.columns.round ?? row.round
    const reference = kept.columns.reference ?? row.reference ?? ''
    const changes = isFinal(filing.status) ? await this.changes.proposed(tx, filing.kind, filing.content, command.type === 'approve' ? 'lock' : 'findToJudgeBy') : undefined
    const providerNames = new Map((kept.columns.summary ?? row.summary).providers.map(({ id, name }) => [id, name]))
    await this.filings.move(tx, before, filing, kept.columns)
    if (isFinal(filing.status)) await this.conflicts.forget(tx, { filingId: row.id })
    if (changes) await this.changes.keep(tx, row.id, changes, now)
    if (command.type === 'finish' || command.type === 'end-access' || command.type === 'agree') await this.filings.insertPasses(tx, row.id, filing.passes, providerNames)
    const passed = await this.keepSheet(tx, { before, command, actor, now, providerNames })
    await this.confirmations.save(tx, before.filing.confirmations, answered(before.filing, filing, command), now)
    const subjectName = kept.columns.subjectName ?? row.subjectName
    const mails = given.mails ?? new Map<string, string>()
    const attended = await this.witnesses.attend(tx, { filing, command, actor, now, round, reference, subjectName, providerNames, mails, revision: kept.revision }, effects)
    const receipt = await this.receiptOf(tx, row.id, reference, kept.digest)
    const told = await this.history.add(tx, {
      filingId: row.id, at: now, action: command.type, role: roleOf(actor), name: actorNameOf(actor, providerNames), status: filing.status, note: given.note ?? null,
    })
    await this.note(tx, { before, filing, command, actor, digest: kept.digest, receipt, sheet: passed.sheet, rows: { ...kept.rows, ...told, ...attended, ...passed.rows } })
    return { filing, at: now, revision: kept.revision, digest: kept.digest, reference, receipt: receipt ?? '' }
  }

  private async keepContent(tx: EntityManager, step: Step & { effects: readonly Effect[]; now: string }, { held, receiving }: Circumstances) {
    const { before, filing, command, actor, effects, now } = step
    const { row } = before
    const revision = effects.find((effect) => effect.type === 'revision')
    // Every provider has passed once more: what follows, confirmations and decision, belongs to a new round.
    const round = command.type === 'pass' && filing.status !== before.filing.status ? { round: row.round + 1 } : {}
    const none: Partial<FilingEntity> = round
    if (!revision || !('accountId' in actor)) return { columns: none, revision: row.revision, digest: null, rows: {} }
    if (command.type === 'correct') await this.filings.nameCorrectionRequest(tx, command.requestId)
    const { number, digest } = await this.filings.addRevision(tx, row, filing.content, revision.cause, actor.accountId, now)
    const worked = columnsOf(this.sealing, filing.content, held)
    const columns: Partial<FilingEntity> = { ...worked, revision: number }
    if (filing.content.form === 'registration' && worked.subjectKey) await this.conflicts.keep(tx, { filingId: row.id }, worked.subjectKey, filing.content)
    const rows: RowDigests = filing.content.form === 'registration' ? {} : { listed: digestOfListed({ id: row.id, ...worked }) }
    if (command.type !== 'finish' && command.type !== 'end-access') return { columns, revision: number, digest, rows }
    const reference = await this.filings.takeReference(tx, now)
    return { columns: { ...columns, ...receiving, reference, finishedAt: now, draftContent: null, draftCheck: null }, revision: number, digest, rows }
  }

  /** A pass rests on its sheet; the remark is beside it. */
  private async keepSheet(
    tx: EntityManager, { before: { row }, command, actor, now, providerNames }: Omit<Step, 'filing'> & { now: string; providerNames: ReadonlyMap<string, string> },
  ): Promise<{ readonly sheet?: KeptSheet; readonly rows?: RowDigests }> {
    if (actor.role !== 'provider' || (command.type !== 'pass' && command.type !== 'end-access')) return {}
    const { providerId, accountId } = actor
    const pass = await this.filings.notePass(tx, row.id, providerId, accountId, command.type === 'pass' ? command.remark ?? '' : '')
    // Whoever gives up its own access has nothing to verify.
    if (command.type === 'end-access') return { rows: pass }
    const provider = { id: providerId, name: providerNames.get(providerId) ?? '' }
    const sheet = await this.sheets.keep(tx, { filingId: row.id, provider, byAccountId: accountId, revision: row.revision, at: now, answers: command.sheet.answers })
    return { sheet, rows: { ...pass, sheet: sheet.row } }
  }

  /** The newest link of the owner's receipt, when this step has added one. */
  private async receiptOf(tx: EntityManager, filingId: string, reference: string, digest: string | null): Promise<string | undefined> {
    return digest === null ? undefined : linksOf(reference, await this.filings.listRevisions(tx, filingId)).at(-1)?.hash
  }

  private async note(tx: EntityManager, { before, filing, command, actor, digest, receipt, sheet, rows }: Noted): Promise<void> {
    const { id, kind, status } = before.filing
    await this.audit.append(tx, {
      actor, action: `filing.${command.type}`, filingId: id, objectType: 'filing', objectId: id, ...(digest ? { digest } : {}),
      detail: {
        kind, from: status, to: command.type === 'discard' ? 'gone' : filing.status, version: filing.version, ...(receipt ? { receipt } : {}),
        ...(sheet ? { sheet: sheet.id, sheetDigest: sheet.digest } : {}), ...(rows ? { rows } : {}),
        // Nobody has begun it before, and whose it is no other entry says.
        ...(command.type === 'end-access' ? { ownerAccountId: filing.ownerAccountId } : {}),
      },
    })
  }
}

interface Step {
  readonly before: FilingRecord
  readonly filing: Filing
  readonly command: Command
  readonly actor: Actor
}

interface Noted extends Step {
  readonly digest: string | null
  readonly receipt?: string | undefined
  readonly sheet?: KeptSheet | undefined
  readonly rows?: RowDigests
}

/** The running round after the step. The answer that ends a round is marked too, though the filing then holds no round any more. */
const answered = (before: Filing, after: Filing, command: Command): Filing['confirmations'] => {
  if (after.confirmations.length > 0 || command.type !== 'confirm') return after.confirmations
  const how = command.answer === 'right' ? { state: 'confirmed' as const } : {}
  return before.confirmations.filter((one) => one.id === command.confirmationId)
    .map((one) => ({ ...one, ...how, wrongTries: one.wrongTries + (command.answer === 'wrong' ? 1 : 0) }))
}

const roleOf = (actor: Actor) => {
  if (actor.role === 'operator' || actor.role === 'security-administrator' || actor.role === 'audit-administrator') throw new Error(`the ${actor.role} takes no step in a filing`)
  return actor.role
}
