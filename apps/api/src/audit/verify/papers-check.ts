import { digestOrNone } from './compare.js'
import type { PaperLine } from './export-line.js'
import type { Facts } from './facts.js'
import type { Report } from './report.js'

/** Recomputes the digest of a stored picture; throws when it cannot be opened. */
export type DigestOfPaper = (paper: PaperLine) => string

/** The papers that are there against what the audit says was handed in, replaced and taken away. */
export class PapersCheck {
  private readonly seen = new Set<string>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    /** Undefined where the keys are not. */
    private readonly digestOf: DigestOfPaper | undefined,
  ) {}

  paper(line: PaperLine): void {
    const where = `paper:${line.id}`
    const said = this.facts.filingPapers.get(line.filingId)?.get(line.id)
    this.seen.add(line.id)
    this.report.saw('papers')
    if (!said) return this.report.wrong('papers', where, 'not-in-audit')
    if (said.digest !== line.digest) return this.report.wrong('papers', where, 'digest')
    if (said.purpose !== line.purpose || said.about !== line.about || said.earlier !== (line.earlier ?? false)) return this.report.wrong('papers', where, 'row')
    if (this.digestOf && digestOrNone(this.digestOf, line) !== said.digest) this.report.wrong('papers', where, 'changed')
  }

  end(): void {
    for (const papers of this.facts.filingPapers.values()) {
      for (const id of papers.keys()) if (!this.seen.has(id)) this.report.expect(false, 'papers', `paper:${id}`, 'missing')
    }
  }
}
