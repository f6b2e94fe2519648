import { beforeFirst, hashOf } from '../chain.js'
import type { EntryLine, ExportLine } from './export-line.js'
import type { Report } from './report.js'

/** An entry that no checkpoint covers although one that is this much younger exists was put in later. */
const lagMs = 10 * 60_000

const placeOf = ({ chain, position }: { readonly chain: string; readonly position: number }) => `${chain} #${position}`

/** Each entry by itself, its link to the one before, and its place in the log. */
export class EntriesCheck {
  private readonly ends = new Map<string, { readonly position: number; readonly hash: string }>()
  private sequence = 0

  constructor(
    private readonly report: Report,
    /** When the newest checkpoint was signed; undefined without one. */
    private readonly coveredUntil: string | undefined,
  ) {}

  entry(line: EntryLine): void {
    const { line: _, hash, sequence, logged, ...entry } = line
    this.report.expect(hashOf(entry) === hash, 'entries', placeOf(entry), 'changed')
    this.link(line)
    if (sequence === null) this.uncovered(line)
    else this.logged(line, sequence, logged)
  }

  gap({ sequence, ...place }: Extract<ExportLine, { line: 'gap' }>): void {
    this.sequence = sequence
    this.report.expect(false, 'log', `${sequence}: ${placeOf(place)}`, 'missing')
  }

  private link({ chain, position, previous, hash }: EntryLine): void {
    const end = this.ends.get(chain) ?? { position: 0, hash: beforeFirst }
    this.report.saw('chains')
    if (position !== end.position + 1) this.report.wrong('chains', placeOf({ chain, position: Math.min(position, end.position + 1) }), 'position')
    else if (previous !== end.hash) this.report.wrong('chains', placeOf({ chain, position }), 'link')
    this.ends.set(chain, { position, hash })
  }

  private logged(line: EntryLine, sequence: number, logged: string | null): void {
    const follows = sequence === this.sequence + 1
    this.report.expect(follows && logged === line.hash, 'log', `${sequence}: ${placeOf(line)}`, follows ? 'log-differs' : 'sequence')
    this.sequence = sequence
  }

  private uncovered(line: EntryLine): void {
    const late = this.coveredUntil !== undefined && Date.parse(line.at) < Date.parse(this.coveredUntil) - lagMs
    this.report.expect(!late, 'log', placeOf(line), 'not-logged')
  }
}
