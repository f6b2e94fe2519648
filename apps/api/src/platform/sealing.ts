import { Inject, Injectable } from '@nestjs/common'
import { SUITE, suiteOfForm, type SuiteName, suites } from './crypto-suite.js'
import { fingerprint, FingerprintKeys } from './fingerprint-keys.js'
import { type Key, KEYS, type Keys } from './keys.js'

/** Where a sealed value lives. It opens only there: moved to another row, column or table it is refused. */
export interface Place {
  readonly table: string
  readonly column: string
  /** The row's id, known before the row is written. */
  readonly row: string
}

/** A value at rest was changed, moved, or sealed by a key that is not here. Names the place and nothing of the value. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken'

  constructor({ table, column, row }: Place, cause?: unknown) {
    super(`${table}.${column} of ${row} holds nothing that a key here has sealed for this place`, { cause })
  }
}

/** What an index is made of. `kind` keeps equal texts of different fields apart; the text is normalised, since it is compared byte by byte. */
export interface SearchedText {
  readonly kind: string
  readonly text: string
}

/** Personal data is ciphertext before it reaches PostgreSQL, so it is in no dump, log, replica or error text. */
@Injectable()
export class Sealing {
  constructor(
    @Inject(KEYS) private readonly keys: Keys,
    @Inject(SUITE) private readonly suite: SuiteName,
    private readonly prints: FingerprintKeys = new FingerprintKeys(keys, suite),
  ) {}

  /** Answers `{suite}.{key id}.{bytes in base64url}`. */
  seal(place: Place, text: string): string {
    const key = this.keys.field[0]
    const { form, seal } = suites[this.suite]
    return `${form}.${key.id}.${seal(key.bytes, boundTo(place, key), text).toString('base64url')}`
  }

  /** Throws `SealBroken` when the value was changed, moved, or sealed by a key that is not here: a fault of ours, never the user's. */
  open(place: Place, sealed: string): string {
    const [form, keyId, encoded] = sealed.split('.')
    const suite = suiteOfForm(form)
    const key = this.keys.find(keyId)
    if (!suite || !key || !encoded) throw new SealBroken(place)
    try {
      return suite.open(key.bytes, boundTo(place, key), Buffer.from(encoded, 'base64url'))
    } catch (error) {
      throw new SealBroken(place, error)
    }
  }

  /** Whether the value was sealed as it would be now: by the configured suite, with the key that seals. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${suites[this.suite].form}.${this.keys.field[0].id}.`)
  }

  /**
   * Keyed fingerprint (HMAC, base64url) for exact search and comparison without the text, in the columns that `data/columns.ts` calls `searched`. Work it out in
   * the transaction, or the steady read, that uses it: the key may be another one in the next.
   */
  index({ kind, text }: SearchedText): string {
    return fingerprint(this.prints.for('search'), kind, text)
  }

  /** The same under a key that stays, for what is only recognised again and could not be worked out anew, such as codes and counts. */
  mark(kind: string, text: string): string {
    return fingerprint(this.prints.for('mark'), kind, text)
  }
}

/** What a sealed value looks like, and the id of its key. */
export const sealedForm = /^[12]\.([0-9a-f]{8})\.[\w-]+$/

const boundTo = ({ table, column, row }: Place, key: Key) => Buffer.from(`${table}|${column}|${row}|${key.id}`)
