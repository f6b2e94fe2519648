import { type KeyObject, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { SuiteName } from '../../platform/crypto-suite.js'
import { type KeyPair, signatureSuites } from './checkpoint-signature.js'

export interface CheckpointKeys {
  readonly signing: KeyPair
  /** The key in use first, then those that a rotation has left as `checkpoint-….key`, each in both suites: what they signed still holds. */
  readonly publicKeys: readonly [KeyObject, ...KeyObject[]]
}

/**
 * Reads `{dataDir}/keys/checkpoint.key` (32 bytes, base64) and retired ones beside it; the suite says how it signs from now on. Makes it at the first start; `mayMake` says whether this is one.
 * Throws one sentence when it is lost or broken: a new key could not vouch for what the old one signed.
 */
export function openCheckpointKeys(dataDir: string, suite: SuiteName, mayMake: boolean): CheckpointKeys {
  const folder = path.join(dataDir, 'keys')
  const file = path.join(folder, 'checkpoint.key')
  if (!fs.existsSync(file)) {
    if (!mayMake) throw new Error(`The key ${file} is missing although checkpoints were signed. Put it back from your backup.`)
    make(file)
  }
  const seed = seedOf(file)
  const signing = signatureSuites[suite].pairOf(seed)
  const retired = fs.readdirSync(folder).filter((name) => /^checkpoint-.+\.key$/.test(name)).sort()
  return { signing, publicKeys: [signing.publicKey, ...publicKeysOf(seed, suite), ...retired.flatMap((name) => publicKeysOf(seedOf(path.join(folder, name))))] }
}

/** In every suite but the one that is left out. */
const publicKeysOf = (seed: Buffer, except?: SuiteName): KeyObject[] =>
  Object.entries(signatureSuites).filter(([name]) => name !== except).map(([, suite]) => suite.pairOf(seed).publicKey)

/** Of several instances that start together the first to place the file wins; the others read it. */
function make(file: string): void {
  const made = `${file}.${randomBytes(6).toString('hex')}`
  try {
    fs.writeFileSync(made, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    fs.linkSync(made, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw new Error(`The key ${file} cannot be made: the folder cannot be written.`, { cause: error })
  } finally {
    fs.rmSync(made, { force: true })
  }
}

function seedOf(file: string): Buffer {
  const seed = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64')
  if (seed.length !== 32) throw new Error(`The key ${file} is broken: it must be 32 bytes in base64.`)
  return seed
}
