import { createPublicKey } from 'node:crypto'
import fs from 'node:fs'
import readline from 'node:readline'
import { CheckpointFiles } from '../checkpoints/checkpoint-files.js'
import type { ExportLine } from './export-line.js'
import { type Verdict, verify } from './verify.js'

export interface Offline {
  /** JSON lines, as downloaded. */
  readonly export: string
  /** The folder of checkpoint files. */
  readonly checkpoints: string
  /** PEM of the checkpoint key, one after another when it was rotated. */
  readonly publicKey: string
  /** PEM of the certificate authority's root; without it signatures of certificates are not judged. */
  readonly root?: string | undefined
  /** The published list of revoked signers, to be held against the audit. */
  readonly revoked?: string | undefined
}

/** Verifies an export with nothing but files: no database, no secret key. */
export function verifyFile(files: Offline): Promise<Verdict> {
  return verify(linesOf(files.export), {
    checkpoints: [...new CheckpointFiles(files.checkpoints).read()],
    publicKeys: (fs.readFileSync(files.publicKey, 'utf8').match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []).map((pem) => createPublicKey(pem)),
    root: files.root === undefined ? undefined : fs.readFileSync(files.root, 'utf8'),
    revoked: files.revoked === undefined ? undefined : fs.readFileSync(files.revoked, 'utf8'),
  })
}

async function* linesOf(file: string): AsyncGenerator<ExportLine> {
  let number = 0
  for await (const text of readline.createInterface({ input: fs.createReadStream(file), crlfDelay: Infinity })) {
    number += 1
    yield lineOf(text, `${file}:${number}`)
  }
}

function lineOf(text: string, place: string): ExportLine {
  try {
    return JSON.parse(text) as ExportLine
  } catch {
    throw new Error(`${place} is not a line of an export`)
  }
}
