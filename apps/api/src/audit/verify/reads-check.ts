import { digestOfBasis, digestOfRead } from '../../personal-data/read-digests.api.js'
import { digestOrNone } from './compare.js'
import type { ReadLine } from './export-line.js'
import type { Facts } from './facts.js'
import type { Report } from './report.js'

/** Recomputes the digest of the note of a look; throws when it cannot be opened. */
export type DigestOfReadNote = (read: ReadLine) => string

/** The rows by which people are told who looked at their data, against the entries of these looks. */
export class ReadsCheck {
  /** Whether the lines hold this kind; an older export does not. */
  hasLines = false
  private readonly seen = new Set<string>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    /** Undefined where the keys are not. */
    private readonly digestOf: DigestOfReadNote | undefined,
  ) {}

  read(line: ReadLine): void {
    const where = `read:${line.id}`
    const said = this.facts.reads.get(line.id)
    this.seen.add(line.id)
    this.report.saw('reads')
    if (!said) return this.report.wrong('reads', where, 'not-in-audit')
    if (digestOfBasis(line) !== said.basis) return this.report.wrong('reads', where, 'row')
    if (!said.row) return
    if (digestOfRead(line) !== said.row || line.noted !== (said.note !== undefined)) return this.report.wrong('reads', where, 'row')
    if (this.digestOf && line.noted) this.report.expect(digestOrNone(this.digestOf, line) === said.note, 'contents', where, 'changed')
  }

  end(): void {
    if (!this.hasLines) return
    for (const id of this.facts.reads.keys()) if (!this.seen.has(id)) this.report.expect(false, 'reads', `read:${id}`, 'missing')
  }
}
