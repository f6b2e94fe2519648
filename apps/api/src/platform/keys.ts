import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export interface Key {
  /** Names the key in what it sealed; tells nothing about it. */
  readonly id: string
  readonly bytes: Buffer
}

/** `field[0]` seals; the others, left from a rotation, only open what they sealed. */
export interface Keys {
  readonly field: readonly [Key, ...Key[]]
  readonly index: Key
}

/**
 * Reads `{dataDir}/keys/field.key` and `index.key` (32 bytes, base64). Retired field keys stay beside them as `field-….key`.
 * Throws one sentence that names the missing or broken file. Never makes a key: one that is lost must come back from a backup.
 */
export function readKeys(dataDir: string): Keys {
  const folder = path.join(dataDir, 'keys')
  const current = readKey(path.join(folder, 'field.key'))
  const index = readKey(path.join(folder, 'index.key'))
  const retired = fs.readdirSync(folder).filter((name) => /^field-.+\.key$/.test(name)).sort()
  return { field: [current, ...retired.map((name) => readKey(path.join(folder, name)))], index }
}

function readKey(file: string): Key {
  let text: string
  try {
    text = fs.readFileSync(file, 'utf8')
  } catch {
    throw new Error(`The key ${file} is missing or cannot be read. Put it back from your backup; a new key could not read existing data.`)
  }
  const bytes = Buffer.from(text.trim(), 'base64')
  if (bytes.length !== 32) throw new Error(`The key ${file} is broken: it must be 32 bytes in base64.`)
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 8), bytes }
}
