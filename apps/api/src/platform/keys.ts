import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const KEYS = Symbol('keys')

export interface Key {
  /** Names the key in what it sealed; tells nothing about it. */
  readonly id: string
  readonly bytes: Buffer
}

/** `field[0]` seals; the others, left from a rotation, only open what they sealed. */
export interface Keys {
  readonly field: readonly [Key, ...Key[]]
  /** What a new database makes its fingerprints with; of any other its own row says the key. */
  readonly index: Key
  /** The field key of that id, looked for again where the keys lie when it is not known yet. */
  find(id: string | undefined): Key | undefined
  /** The same for index keys. */
  findIndex(id: string): Key | undefined
}

/** Keys that never change, such as those of a test. */
export const fixedKeys = (field: readonly [Key, ...Key[]], index: Key): Keys => ({
  field, index, find: (id) => field.find((key) => key.id === id), findIndex: (id) => (index.id === id ? index : undefined),
})

export const keyFolder = (dataDir: string): string => path.join(dataDir, 'keys')

const lookedAtEveryMs = 1000

/**
 * The keys of `{dataDir}/keys`: `field.key` and `index.key` (32 bytes, base64), those from before a rotation beside them as `field-….key` and `index-….key`. A running process takes
 * up a rotation by itself: within a second, or at once when it meets a value of a key that it does not know.
 * Throws one sentence that names the missing or broken file. Never makes a key: one that is lost must come back from a backup.
 */
export class KeyFolder implements Keys {
  readonly index: Key
  private current: readonly [Key, ...Key[]]
  /** Every key that was ever here: a value that was read just before its key was retired still opens. */
  private readonly seen = new Map<string, Key>()
  private readonly seenIndexes = new Map<string, Key>()
  private lookedAt = performance.now()
  private stamp: number

  constructor(private readonly dataDir: string) {
    this.stamp = this.stampNow()
    this.current = this.taken(readKeys(dataDir, 'field'))
    this.index = readKey(path.join(keyFolder(dataDir), 'index.key'))
  }

  get field(): readonly [Key, ...Key[]] {
    if (performance.now() - this.lookedAt > lookedAtEveryMs) this.look()
    return this.current
  }

  find(id: string | undefined): Key | undefined {
    if (id === undefined) return undefined
    if (!this.seen.has(id)) this.look()
    return this.seen.get(id)
  }

  findIndex(id: string): Key | undefined {
    if (id === this.index.id) return this.index
    const known = this.seenIndexes.get(id)
    if (known) return known
    for (const key of readKeys(this.dataDir, 'index')) this.seenIndexes.set(key.id, key)
    return this.seenIndexes.get(id)
  }

  private taken(keys: [Key, ...Key[]]): [Key, ...Key[]] {
    for (const key of keys) this.seen.set(key.id, key)
    return keys
  }

  /** A folder that cannot be read for a moment, such as in the middle of a rotation, leaves the keys as they were. */
  private look(): void {
    this.lookedAt = performance.now()
    try {
      const stamp = this.stampNow()
      if (stamp === this.stamp) return
      this.current = this.taken(readKeys(this.dataDir, 'field'))
      this.stamp = stamp
    } catch {
      return
    }
  }

  private stampNow(): number {
    return fs.statSync(keyFolder(this.dataDir), { throwIfNoEntry: false })?.mtimeMs ?? 0
  }
}

/** Before anything else is started: throws as `KeyFolder` does. */
export const requireKeys = (dataDir: string): Keys => new KeyFolder(dataDir)

export type KeyName = 'field' | 'index'

/** File names of the keys from before a rotation. */
export const olderKeyFiles = (dataDir: string, name: KeyName): string[] =>
  fs.readdirSync(keyFolder(dataDir)).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.key')).sort()

function readKeys(dataDir: string, name: KeyName): [Key, ...Key[]] {
  const folder = keyFolder(dataDir)
  const current = readKey(path.join(folder, `${name}.key`))
  const others = olderKeyFiles(dataDir, name).map((file) => readKey(path.join(folder, file)))
  return [current, ...others.filter((key) => key.id !== current.id)]
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
  return { id: keyIdOf(bytes), bytes }
}

export const keyIdOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 8)
