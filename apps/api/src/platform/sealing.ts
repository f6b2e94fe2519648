import { Inject, Injectable } from '@nestjs/common'
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { Key, Keys } from './keys.js'

export const KEYS = Symbol('keys')

/** Where a sealed value lives. It opens only there: moved to another row, column or table it is refused. */
export interface Place {
  readonly table: string
  readonly column: string
  /** The row's id, known before the row is written. */
  readonly row: string
}

const ivBytes = 12
const tagBytes = 16

/** Personal data is ciphertext before it reaches PostgreSQL, so it is in no dump, log, replica or error text. */
@Injectable()
export class Sealing {
  constructor(@Inject(KEYS) private readonly keys: Keys) {}

  /** AES-256-GCM. Answers `1.{key id}.{iv, ciphertext and tag in base64url}`. */
  seal(place: Place, text: string): string {
    const key = this.keys.field[0]
    const iv = randomBytes(ivBytes)
    const cipher = createCipheriv('aes-256-gcm', key.bytes, iv).setAAD(boundTo(place, key))
    const bytes = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `1.${key.id}.${bytes.toString('base64url')}`
  }

  /** Throws when the value was changed, moved, or sealed by a key that is not here: a fault of ours, never the user's. */
  open(place: Place, sealed: string): string {
    const [form, keyId, encoded] = sealed.split('.')
    const key = this.keys.field.find((candidate) => candidate.id === keyId)
    if (form !== '1' || !key || !encoded) throw new Error(`${place.table}.${place.column} of ${place.row} holds nothing that a key here has sealed`)
    const bytes = Buffer.from(encoded, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
    decipher.setAAD(boundTo(place, key)).setAuthTag(bytes.subarray(-tagBytes))
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8')
  }

  /**
   * Keyed fingerprint (HMAC-SHA-256, base64url) for exact search and comparison without the text. `kind` keeps equal texts of different fields apart.
   * Normalise the text before: it is compared byte by byte.
   */
  index(kind: string, text: string): string {
    return createHmac('sha256', this.keys.index.bytes).update(`${kind}\u0000${text}`).digest('base64url')
  }
}

const boundTo = ({ table, column, row }: Place, key: Key) => Buffer.from(`${table}|${column}|${row}|${key.id}`)
