import type { KeyObject } from 'node:crypto'
import { checkpointHolds, digestOfCheckpoint, noCheckpoint, type SignedCheckpoint } from '../checkpoints/checkpoint.js'
import type { CheckpointLine } from '../checkpoints/checkpoint-files.js'
import { emptyTree, grow, rootOf, type Tree } from '../checkpoints/merkle.js'
import type { Report } from './report.js'

/**
 * Holds the log against the checkpoints that were kept outside of the database: a tail that was cut, and a history that was written anew with right hashes,
 * contradict them. The hashes that stand with each checkpoint name the first entry that differs. The database's own newer ones go on from there: entries are numbered
 * only together with a checkpoint, so a number beyond the last one was given by somebody else.
 */
export class CheckpointsCheck {
  private tree: Tree = emptyTree
  private readonly outside: Iterator<CheckpointLine>
  private next: CheckpointLine | undefined
  private before: SignedCheckpoint | undefined
  private readonly own = new Map<number, SignedCheckpoint>()
  private outsideLast: SignedCheckpoint | undefined
  /** From the first difference on every root differs; one is enough to say so. */
  private broken = false

  constructor(
    private readonly report: Report,
    outside: Iterable<CheckpointLine>,
    private readonly keys: readonly KeyObject[],
  ) {
    this.outside = outside[Symbol.iterator]()
    this.advance()
    if (!this.next) report.skip('checkpoints', 'none-given')
  }

  /** The newest checkpoint outside of the database. */
  get last(): SignedCheckpoint | null {
    return this.outsideLast ?? this.before ?? null
  }

  /** The database's own copy. */
  copy(checkpoint: SignedCheckpoint): void {
    this.own.set(checkpoint.number, checkpoint)
  }

  leaf(hash: string): void {
    const leaf = this.next?.leaves[this.tree.size - (this.before?.size ?? 0)]
    if (!this.broken && this.next && leaf !== undefined && leaf !== hash) {
      this.broken = true
      this.report.wrong('checkpoints', `${this.tree.size + 1} (checkpoint ${this.next.number})`, 'leaf')
    }
    this.tree = grow(this.tree, hash)
    while (this.next && this.next.size === this.tree.size) this.judge(this.next)
  }

  end(): void {
    const { next, before, tree } = this
    if (next) this.report.wrong('checkpoints', `${tree.size + 1} (checkpoint ${next.number})`, 'cut')
    else if (before && tree.size > before.size) this.report.wrong('checkpoints', `${before.size + 1} (checkpoint ${before.number + 1})`, 'unsigned')
  }

  private judge(checkpoint: CheckpointLine): void {
    const { report, before } = this
    const where = `checkpoint ${checkpoint.number}`
    report.saw('checkpoints')
    if (!checkpointHolds(checkpoint, this.keys)) report.wrong('checkpoints', where, 'signature')
    else if (checkpoint.number !== (before?.number ?? 0) + 1) report.wrong('checkpoints', where, 'number')
    else if (checkpoint.previous !== (before ? digestOfCheckpoint(before) : noCheckpoint)) report.wrong('checkpoints', where, 'previous')
    else if (!this.broken && checkpoint.root !== rootOf(this.tree)) {
      this.broken = true
      report.wrong('checkpoints', where, 'root')
    } else if (!this.isOwn(checkpoint)) report.wrong('checkpoints', where, 'differs')
    this.before = checkpoint
    this.advance()
  }

  private isOwn(checkpoint: SignedCheckpoint): boolean {
    const own = this.own.get(checkpoint.number)
    return own !== undefined && digestOfCheckpoint(own) === digestOfCheckpoint(checkpoint)
  }

  private advance(): void {
    const { value, done } = this.outside.next()
    if (done) {
      this.outsideLast ??= this.before
      const newer = this.before && this.own.get(this.before.number + 1)
      this.next = newer && { ...newer, leaves: [] }
    } else this.next = value
  }
}
