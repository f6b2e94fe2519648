import { digestOfDecision, digestOfEvent } from '../../filings/row-digests.api.js'
import { digestOrNone } from './compare.js'
import type { DecisionLine, EventLine } from './export-line.js'
import type { Facts, FilingFacts } from './facts.js'
import type { Report } from './report.js'
import { NamedRows } from './named-rows.js'

/** Computes again the digest of what is said in a row; throws when it cannot be opened. */
export type DigestOfText<Line> = (line: Line) => string

interface List<Line> {
  readonly rowOf: (line: Line) => string | undefined
  readonly namedIn: (filing: FilingFacts) => NamedRows
  /** Undefined where the keys are not. */
  readonly textOf: DigestOfText<Line> | undefined
}

/**
 * Rows that each step of a filing adds and names in its entry, in their order: its history, its decisions. Those that steps of an older release added come first and are not looked
 * at. Lines of one filing stand together, so that no more than one filing's are kept.
 */
export class HistoryCheck<Line extends EventLine | DecisionLine> {
  /** Whether the lines hold this kind as it is compared here; an older export does not. */
  hasLines = false
  private filingId: string | undefined
  private lines: Line[] = []
  private readonly seen = new Set<string>()

  constructor(
    private readonly report: Report,
    private readonly facts: Facts,
    private readonly list: List<Line>,
  ) {}

  line(line: Line): void {
    if (line.filingId !== this.filingId) this.judge(line.filingId)
    this.lines.push(line)
  }

  end(): void {
    this.judge(undefined)
    if (!this.hasLines) return
    for (const [id, filing] of this.facts.filings) {
      if (!this.seen.has(id) && this.list.namedIn(filing).count > 0 && !filing.discarded) this.report.expect(false, 'approvals', `filing:${id}`, 'missing')
    }
  }

  /** Judges the filing whose lines have all come, and goes on to the next one. */
  private judge(next: string | undefined): void {
    const [id, lines, filing] = [this.filingId, this.lines, this.facts.filings.get(this.filingId ?? '')]
    this.filingId = next
    this.lines = []
    if (id === undefined || !this.hasLines) return
    this.seen.add(id)
    this.report.saw('approvals')
    if (!filing) return
    const named = this.list.namedIn(filing)
    const newer = lines.slice(Math.max(0, lines.length - named.count))
    const there = new NamedRows()
    for (const line of newer) there.add(this.list.rowOf(line), this.list.textOf && ('noted' in line && !line.noted ? undefined : digestOrNone(this.list.textOf, line) ?? 'cannot be opened'))
    if (there.rows !== named.rows || (filing.namesAll && lines.length !== named.count)) this.report.wrong('approvals', `filing:${id}`, 'row')
    else if (this.list.textOf) this.report.expect(there.texts === named.texts, 'contents', `filing:${id}`, 'changed')
  }
}

/** Whether something is said beside it belongs to the row: that shows without keys too. */
export const rowOfEvent = (line: EventLine): string => `${digestOfEvent(line)} ${line.noted}`

/** Undefined in an export that does not say all of it. */
export const rowOfDecision = ({ round, byName, at, ...line }: DecisionLine): string | undefined =>
  round === undefined || byName === undefined || at === undefined ? undefined : digestOfDecision({ ...line, round, byName, at })
