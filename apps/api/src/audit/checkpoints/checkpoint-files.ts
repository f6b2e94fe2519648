import fs from 'node:fs'
import path from 'node:path'
import { canonicalJson } from '../../platform/digest.js'
import { digestOfCheckpoint, type SignedCheckpoint } from './checkpoint.js'

/** A line of a checkpoint file: the checkpoint, and the hashes of the entries that it covers and the one before did not. */
export interface CheckpointLine extends SignedCheckpoint {
  readonly leaves: readonly string[]
}

const perFile = 1000
const named = /^checkpoints-\d{7}\.jsonl$/

/** By number, not by day: a clock that is wrong changes no order. */
const fileOf = (number: number) => `checkpoints-${String(number - ((number - 1) % perFile)).padStart(7, '0')}.jsonl`

/** The checkpoints outside of the database: JSON lines, a thousand in a file, only ever appended to. */
export class CheckpointFiles {
  constructor(readonly folder: string) {}

  /** The newest checkpoint of the folder; undefined while it is empty. */
  last(): SignedCheckpoint | undefined {
    const file = this.files().at(-1)
    return file === undefined ? undefined : linesOf(file).at(-1)
  }

  /** Oldest first. A line that is no JSON ends the reading with an error that names it. */
  *read(): Generator<CheckpointLine> {
    for (const file of this.files()) yield* linesOf(file)
  }

  /** Adds the next checkpoint, on disk before it returns. Throws when it does not follow the last one: then folder and database tell different stories. */
  append(line: CheckpointLine): void {
    const last = this.last()
    if (last && (line.number !== last.number + 1 || line.previous !== digestOfCheckpoint(last))) {
      throw new Error(`Checkpoint ${line.number} does not follow checkpoint ${last.number} in ${this.folder}; run verify`)
    }
    fs.mkdirSync(this.folder, { recursive: true, mode: 0o750 })
    const file = fs.openSync(path.join(this.folder, fileOf(line.number)), 'a', 0o640)
    try {
      fs.writeSync(file, `${canonicalJson(line)}\n`)
      fs.fsyncSync(file)
    } finally {
      fs.closeSync(file)
    }
  }

  private files(): string[] {
    if (!fs.existsSync(this.folder)) return []
    return fs.readdirSync(this.folder).filter((name) => named.test(name)).sort().map((name) => path.join(this.folder, name))
  }
}

function linesOf(file: string): CheckpointLine[] {
  return fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map((text, at) => {
    try {
      return JSON.parse(text) as CheckpointLine
    } catch {
      throw new Error(`Line ${at + 1} of ${file} is not a checkpoint`)
    }
  })
}
