import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { beforeFirstLink, linkAfter } from '../../filings/receipt-link.api.js'
import { digestOfCorrection, digestOfListed } from '../../filings/row-digests.api.js'
import type { CorrectionLine, FilingLine, RevisionLine } from './export-line.js'
import type { Facts } from './facts.js'
import { digestOrNone, same } from './compare.js'
import type { Report } from './report.js'

/** Recomputes the digest of a stored content; throws when it cannot be opened. */
export type DigestOfRevision = (revision: RevisionLine) => string

/** Recomputes the digest of what a correction says; throws when it cannot be opened. */
export type DigestOfReason = (correction: CorrectionLine) => string

interface Seen {
  readonly reference: string
  revisions: number
  link: string
  readonly corrected: number[]
  readonly line: FilingLine
  /** Of the newest revision, where contents are read. */
  content?: unknown
}

/** Filings, their revisions, corrections and receipts against what the audit says of each step. */
export class FilingsCheck {
  private readonly seen = new Map<string, Seen>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    /** Undefined where the keys are not. */
    private readonly digests: { readonly ofRevision: DigestOfRevision; readonly ofReason: DigestOfReason } | undefined,
  ) {
    if (!digests) report.skip('contents', 'keys-needed')
  }

  filing(line: FilingLine): void {
    const { id, reference, status, version, result, ownerAccountId, round, kind } = line
    const where = `filing:${id}`
    const known = this.facts.filings.get(id)
    this.seen.set(id, { reference: reference ?? '', revisions: 0, link: beforeFirstLink, corrected: [], line })
    this.report.saw('approvals')
    if (status !== (known?.status ?? 'draft') || (known?.status !== undefined && version !== known.version)) this.report.wrong('approvals', where, 'status')
    else if (status === 'approved' && !known?.entered) this.report.wrong('approvals', where, 'not-in-audit')
    else if (!same(ownerAccountId, known?.createdBy) || !same(kind, known?.kind) || (known && round !== undefined && round !== known.rounds)) this.report.wrong('approvals', where, 'row')
    else if (!isDeepStrictEqual(result, this.expectedResult(id, status))) this.report.wrong('approvals', where, 'result')
  }

  private expectedResult(id: string, status: string): unknown {
    const known = this.facts.filings.get(id)
    if (status !== 'approved' || !known?.entered) return null
    return { subjectNumber: known.entered.subjectNumber, serviceNumbers: known.entered.serviceNumbers, certificateId: known.certificateId }
  }

  revision(line: RevisionLine): void {
    const { filingId, number, cause, digest } = line
    const where = `filing:${filingId}/${number}`
    const seen = this.seen.get(filingId)
    const said = this.facts.filings.get(filingId)?.revisions[number - 1]
    this.report.saw('revisions')
    if (!seen || !said || number !== seen.revisions + 1) return this.report.wrong('revisions', where, 'not-in-audit')
    seen.revisions = number
    if (said.cause !== cause) this.report.wrong('revisions', where, 'cause')
    else if (said.digest !== digest) this.report.wrong('revisions', where, 'digest')
    if (cause === 'correct') seen.corrected.push(number)
    const link = linkAfter(seen.reference, seen.link, line)
    seen.link = link.hash
    this.report.expect(link.hash === said.receipt, 'receipts', where, 'link-differs')
    seen.content = line.content
    if (this.digests) this.report.expect(digestOrNone(this.digests.ofRevision, line) === said.digest, 'contents', where, 'changed')
  }

  /** Comes after all revisions: each change of a locked filing must have been asked for. */
  correction(line: CorrectionLine): void {
    const { filingId, revision, requestState } = line
    const where = `filing:${filingId}/${revision}`
    const corrected = this.seen.get(filingId)?.corrected ?? []
    const at = corrected.indexOf(revision)
    this.report.expect(at >= 0 && requestState === 'corrected', 'corrections', where, 'request')
    if (at >= 0) corrected.splice(at, 1)
    const said = this.facts.filings.get(filingId)?.revisions[revision - 1]?.rows
    if (!said || line.at === undefined) return
    if (digestOfCorrection(line as Required<CorrectionLine>) !== said.correction) this.report.wrong('corrections', where, 'row')
    else if (this.digests) this.report.expect(digestOrNone(this.digests.ofReason, line) === said.reason, 'contents', where, 'changed')
  }

  end(): void {
    for (const [id, { revisions, corrected, line, content }] of this.seen) {
      if (!columnsHold(line, content, this.facts.filings.get(id)?.listed)) this.report.wrong('approvals', `filing:${id}`, 'row')
      const said = this.facts.filings.get(id)?.revisions.length ?? 0
      if (revisions !== said) this.report.wrong('revisions', `filing:${id}/${revisions + 1}`, 'missing')
      for (const revision of corrected) this.report.expect(false, 'corrections', `filing:${id}/${revision}`, 'request')
    }
    for (const [id, { status }] of this.facts.filings) {
      if (status !== undefined && status !== 'gone' && !this.seen.has(id)) this.report.expect(false, 'approvals', `filing:${id}`, 'missing')
    }
  }
}

const Subject = z.object({ form: z.literal('registration'), subject: z.object({ name: z.string(), province: z.string() }) })

/** What lists and rights of whoever works on a locked filing go by; a draft has no revision yet. */
function columnsHold({ id, status, province, subjectName }: FilingLine, content: unknown, listed: string | undefined): boolean {
  if (listed !== undefined && province !== undefined && subjectName !== undefined) return digestOfListed({ id, province, subjectName }) === listed
  const read = Subject.safeParse(content)
  return status === 'draft' || !read.success || (same(province, read.data.subject.province) && same(subjectName, read.data.subject.name))
}
