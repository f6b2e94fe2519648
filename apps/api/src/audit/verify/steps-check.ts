import { isDeepStrictEqual } from 'node:util'
import { digestOfPass, digestOfSheetRow, type RowDigests } from '../../filings/row-digests.api.js'
import { digestOrNone } from './compare.js'
import type { ConfirmationLine, DecisionLine, PassLine, SheetLine } from './export-line.js'
import type { Facts } from './facts.js'
import type { Report } from './report.js'

/** Recomputes the digest of a stored sheet; throws when it cannot be opened. */
export type DigestOfSheet = (sheet: SheetLine) => string

/** Recomputes the digest of the remark of a pass; throws when it cannot be opened. */
export type DigestOfRemark = (pass: PassLine) => string

/** What an approval rests on: each provider's pass with its sheet, and each person's confirmation, against the entries of these steps. */
export class StepsCheck {
  /** Whether the lines hold these kinds: its header says so; an older export has none. */
  hasLines = false
  private readonly sheets = new Set<string>()
  private readonly confirmations = new Set<string>()
  private readonly decided = new Map<string, string[]>()
  private readonly passed = new Map<string, Set<string>>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    /** Undefined where the keys are not. */
    private readonly digests: { readonly ofSheet: DigestOfSheet; readonly ofRemark: DigestOfRemark } | undefined,
  ) {}

  sheet(line: SheetLine): void {
    const where = `sheet:${line.id}`
    const said = this.facts.sheets.get(line.id)
    this.sheets.add(line.id)
    this.report.saw('approvals')
    if (!said) return this.report.wrong('approvals', where, 'not-in-audit')
    const row = { filingId: line.filingId, providerId: line.providerId, byAccountId: line.byAccountId }
    if (!isDeepStrictEqual(row, { filingId: said.filingId, providerId: said.providerId, byAccountId: said.byAccountId })) return this.report.wrong('approvals', where, 'row')
    if (!rowHolds(line, said.row)) return this.report.wrong('approvals', where, 'row')
    if (this.digests) this.report.expect(digestOrNone(this.digests.ofSheet, line) === said.digest, 'contents', where, 'changed')
  }

  /** Of an approved filing each pass was given, by whom an entry names. */
  pass(line: PassLine): void {
    const { filingId, providerId, state } = line
    const known = this.facts.filings.get(filingId)
    this.newestPass(line, known?.passes.get(providerId))
    if (known?.status !== 'approved') return
    this.report.expect(state === 'passed' && known.passedBy.has(providerId), 'approvals', `filing:${filingId}`, 'row')
    this.passed.set(filingId, (this.passed.get(filingId) ?? new Set()).add(providerId))
  }

  /** A pass that stands is the newest that the provider gave; one that was opened again keeps who gave it, and neither day nor remark. */
  private newestPass(line: PassLine, said: RowDigests | undefined): void {
    const { filingId, providerId, providerName, byAccountId = null, at = null, noted, state } = line
    if (!said || state !== 'passed' || providerName === undefined) return
    const where = `filing:${filingId}`
    if (digestOfPass({ filingId, providerId, providerName, byAccountId, at }) !== said.pass || noted !== (said.remark !== undefined)) this.report.wrong('approvals', where, 'row')
    else if (this.digests && noted) this.report.expect(digestOrNone(this.digests.ofRemark, line) === said.remark, 'contents', where, 'changed')
  }

  /** In the newest round of an approved filing everybody has confirmed, as entries name them. */
  confirmation({ id, filingId, state, newest }: ConfirmationLine): void {
    const known = this.facts.filings.get(filingId)
    this.confirmations.add(id)
    if (newest && known?.status === 'approved') this.report.expect(state === 'confirmed' && known.confirmed.has(id), 'approvals', `filing:${filingId}`, 'row')
  }

  /** What the clock decides is none of the review's. */
  decision({ filingId, decision, byAccountId }: DecisionLine): void {
    this.decided.set(filingId, [...(this.decided.get(filingId) ?? []), ...(byAccountId === null || decision === 'expire' ? [] : [`${decision} ${byAccountId}`])])
  }

  end(): void {
    if (!this.hasLines) return
    for (const id of this.facts.sheets.keys()) if (!this.sheets.has(id)) this.report.expect(false, 'approvals', `sheet:${id}`, 'missing')
    for (const [id, { status, passedBy, confirmed, decisions }] of this.facts.filings) {
      if (!isDeepStrictEqual(this.decided.get(id) ?? [], decisions)) this.report.wrong('approvals', `filing:${id}`, 'row')
      const there = this.passed.get(id)
      if (status !== 'approved') continue
      const whole = [...passedBy].every((provider) => there?.has(provider)) && [...confirmed].every((one) => this.confirmations.has(one))
      if (!whole) this.report.expect(false, 'approvals', `filing:${id}`, 'missing')
    }
  }
}

/** An older export or entry does not say it. */
const rowHolds = ({ id, providerName, at }: SheetLine, said: string | undefined): boolean =>
  said === undefined || providerName === undefined || at === undefined || digestOfSheetRow({ id, providerName, at }) === said
