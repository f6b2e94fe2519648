import type { KeyObject } from 'node:crypto'
import { checkpointHolds, digestOfCheckpoint, noCheckpoint, type SignedCheckpoint } from '../checkpoints/checkpoint.js'
import type { CheckpointLine } from '../checkpoints/checkpoint-files.js'
import { emptyTree, grow, rootOf, type Tree } from '../checkpoints/merkle.js'
import type { Report } from './report.js'

/**
 * Holds the log against the checkpoints that were kept outside of the database: a tail that was cut, and a history that was written anew with right hashes,
 * contradict them. The hashes that stand with each checkpoint name the first entry that differs.
 */
export class CheckpointsCheck {
  private tree: Tree = emptyTree
  private readonly outside: Iterator<CheckpointLine>
  private next: CheckpointLine | undefined
  private before: SignedCheckpoint | undefined
  private readonly own = new Map<number, string>()
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

  /** The newest checkpoint that was looked at. */
  get last(): SignedCheckpoint | null {
    return this.before ?? null
  }

  /** The database's own copy. */
  copy(checkpoint: SignedCheckpoint): void {
    this.own.set(checkpoint.number, digestOfCheckpoint(checkpoint))
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
    if (this.next) this.report.wrong('checkpoints', `${this.tree.size + 1} (checkpoint ${this.next.number})`, 'cut')
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
    } else if (this.own.get(checkpoint.number) !== digestOfCheckpoint(checkpoint)) report.wrong('checkpoints', where, 'differs')
    this.before = checkpoint
    this.advance()
  }

  private advance(): void {
    const { value, done } = this.outside.next()
    this.next = done ? undefined : value
  }
}
