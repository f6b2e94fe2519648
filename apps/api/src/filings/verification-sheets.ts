import type { AnswerOf, VerificationSheetView } from '@icp/contract'
import { type Actor, type AnsweredLine, type AskedSheetLine, type Filing, type RegisterRecord, shanghaiDay, statusesFor, verificationSheet } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { Clock } from '../platform/clock.js'
import { canonicalJson, sha256 } from '../platform/digest.js'
import { Sealing } from '../platform/sealing.js'
import { RegisterApi } from '../register/register.api.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import type { FilingRecord } from './filing-record.js'
import { digestOfSheetRow } from './row-digests.api.js'
import { VerificationSheetEntity } from './verification-sheet.entity.js'

const place = (id: string) => ({ table: 'verification_sheets', column: 'lines', row: id })

export interface Answered {
  readonly filingId: string
  readonly provider: { readonly id: string; readonly name: string }
  readonly byAccountId: string
  readonly revision: number
  readonly at: string
  readonly answers: readonly AnsweredLine[]
}

/** By what an audit entry names a sheet: which one, and what it said. */
export interface KeptSheet {
  readonly id: string
  /** SHA-256, hex, of the answers in clear, with the filing and the revision that they are about. */
  readonly digest: string
  /** Of the row beside the answers. */
  readonly row: string
}

/** What providers have to verify before they pass a filing, and what they answered. */
@Injectable()
export class VerificationSheets {
  constructor(
    private readonly register: RegisterApi,
    private readonly ruleData: RuleDataApi,
    private readonly accounts: AccountsApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** `record`: what the register holds of the subject. */
  async asked(tx: EntityManager, { kind, content, province, applicantProviderId }: Filing, providerId: string, record: RegisterRecord | undefined): Promise<AskedSheetLine[]> {
    return verificationSheet({ kind, content, providerId, applicantProviderId, province, record, today: shanghaiDay(this.clock.now()), ruleData: await this.ruleData.newest(tx) })
  }

  async keep(tx: EntityManager, { filingId, provider, byAccountId, revision, at, answers }: Answered): Promise<KeptSheet> {
    const id = randomUUID()
    const [account] = await this.accounts.findByIds([byAccountId], tx)
    const lines = answers.map(({ rule, path, figure, answer, reason }): AnsweredLine => ({ rule, path, figure, answer, reason: answer === 'does-not-apply' ? reason : '' }))
    await tx.insert(VerificationSheetEntity, {
      id, filingId, providerId: provider.id, providerName: provider.name, revision, byAccountId, byName: account?.name ?? '', at,
      lines: this.sealing.seal(place(id), JSON.stringify(lines)),
    })
    return { id, digest: sha256(canonicalJson({ filingId, revision, lines })), row: digestOfSheetRow({ id, providerName: provider.name, at }) }
  }

  /** For whoever may see the filing: what it has to verify now, and the sheets that it may read. */
  async shown(tx: EntityManager, { row, filing }: FilingRecord, actor: Actor): Promise<AnswerOf<'getVerificationSheet'>> {
    return { asked: actor.role === 'provider' ? await this.askedNow(tx, filing, actor.providerId) : [], given: await this.given(tx, row.id, filing, actor) }
  }

  private async askedNow(tx: EntityManager, filing: Filing, providerId: string): Promise<AskedSheetLine[]> {
    const waits = filing.passes.some((pass) => pass.providerId === providerId && pass.state === 'waiting')
    if (!waits || !statusesFor('pass', 'provider').includes(filing.status)) return []
    const { subjectNumber } = filing.content
    const held = subjectNumber === undefined ? undefined : await this.register.findToJudgeBy(tx, subjectNumber)
    return this.asked(tx, filing, providerId, held?.record)
  }

  private async given(tx: EntityManager, filingId: string, filing: Filing, actor: Actor): Promise<VerificationSheetView[]> {
    const own = actor.role === 'provider' ? { providerId: actor.providerId } : {}
    const rows = await tx.find(VerificationSheetEntity, { where: { filingId, ...own }, order: { number: 'DESC' } })
    const newest = new Map(rows.toReversed().map((row) => [row.providerId, row.id]))
    const passed = new Set(filing.passes.filter(({ state }) => state === 'passed').map(({ providerId }) => providerId))
    return rows.map((row) => ({
      id: row.id, provider: { id: row.providerId, name: row.providerName }, by: row.byName, at: row.at, revision: row.revision,
      stands: passed.has(row.providerId) && newest.get(row.providerId) === row.id,
      lines: JSON.parse(this.sealing.open(place(row.id), row.lines)) as AnsweredLine[],
    }))
  }
}
