import { Inject, Injectable } from '@nestjs/common'
import type { DataSource } from 'typeorm'
import { actAs, house } from './acting.js'
import { SUITE, type SuiteName, suites } from './crypto-suite.js'
import { type Key, KEYS, type Keys } from './keys.js'

/**
 * What a fingerprint is for. `search`: a stored value is found or compared by it, and it can be worked out again from what is sealed, so its key rotates.
 * `mark`: it recognises what is typed or counted once more (codes, links, limits, repeated requests) and nothing is left to work it out from, so its key stays.
 */
export type FingerprintUse = 'search' | 'mark'

/** With what fingerprints are made. */
export interface FingerprintKey {
  readonly key: Key
  readonly suite: SuiteName
}

/** Keyed fingerprint (HMAC, base64url). */
export const fingerprint = ({ key, suite }: FingerprintKey, kind: string, text: string): string => suites[suite].fingerprint(key.bytes, `${kind}\u0000${text}`)

export interface FingerprintKeyRow {
  readonly use: FingerprintUse
  readonly generation: number
  readonly keyId: string
  readonly suite: SuiteName
}

export const fingerprintKeyRows = 'SELECT use, generation, key_id AS "keyId", suite FROM fingerprint_keys'

/** Whoever writes holds it shared until the transaction ends; the switch to a new key holds it alone. So no transaction sees fingerprints of two keys. */
export const fingerprintLock = 20261126

interface InUse extends FingerprintKey {
  readonly generation: number
}

/**
 * The keys that the database's fingerprints were made with: a row there says it, since all of them change in one transaction. Every transaction reads it under
 * the lock, so within one it is exact; `steady` makes it so for reads outside of one.
 */
@Injectable()
export class FingerprintKeys {
  private inUse: Readonly<Record<FingerprintUse, InUse>>

  constructor(
    @Inject(KEYS) private readonly keys: Keys,
    @Inject(SUITE) suite: SuiteName,
    private readonly database?: DataSource,
  ) {
    const first = { generation: 0, key: keys.index, suite }
    this.inUse = { search: first, mark: first }
  }

  /** The first instance on a new database writes down with which key and suite its fingerprints are made; from then on the row decides. */
  static async of(database: DataSource, keys: Keys, suite: SuiteName): Promise<FingerprintKeys> {
    const made = new FingerprintKeys(keys, suite, database)
    await actAs(house(), async () => {
      await database.query(
        `INSERT INTO fingerprint_keys (use, generation, key_id, suite) SELECT use, 1, $1, $2 FROM unnest(ARRAY['search', 'mark']) AS use ON CONFLICT DO NOTHING`,
        [keys.index.id, suite],
      )
      await made.look()
    })
    return made
  }

  for(use: FingerprintUse): FingerprintKey {
    return this.inUse[use]
  }

  /** Only onwards: what was read before a switch may arrive after it. */
  take(rows: readonly FingerprintKeyRow[]): void {
    for (const { use, generation, keyId, suite } of rows) {
      if (generation <= this.inUse[use].generation) continue
      const key = this.keys.findIndex(keyId)
      if (!key) throw new Error(`The index key ${keyId}, with which the fingerprints of this database are made, does not lie in the folder of keys.`)
      this.inUse = { ...this.inUse, [use]: { generation, key, suite } }
    }
  }

  /** For reads that look for fingerprints in several statements outside of a transaction: repeated when a new key came into use meanwhile. */
  async steady<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.look()
      const { generation } = this.inUse.search
      const found = await read()
      await this.look()
      if (this.inUse.search.generation === generation) return found
    }
  }

  private async look(): Promise<void> {
    if (this.database) this.take(await this.database.query<FingerprintKeyRow[]>(fingerprintKeyRows))
  }
}
