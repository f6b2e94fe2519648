import { canonicalJson, sha256 } from '../platform/digest.js'

/** By what an audit entry names the row of a look at personal data, SHA-256, hex: the row without its note, and the note, bound to it. */
export interface ReadDigests {
  readonly read: string
  readonly note?: string
}

/** Who looked at what and why, as an entry says it by itself. */
export interface ReadBasis {
  readonly readerAccountId: string
  readonly readerRole: string
  readonly providerId: string | null
  readonly province: string | null
  readonly filingId: string
  readonly reason: string
}

export interface ReadRow extends ReadBasis {
  readonly id: string
  readonly at: string
  readonly ownerAccountId: string
  readonly revision: number
  readonly path: string
}

const basisOf = ({ readerAccountId, readerRole, providerId, province, filingId, reason }: ReadBasis) => ({ readerAccountId, readerRole, providerId, province, filingId, reason })

export const digestOfBasis = (read: ReadBasis): string => sha256(canonicalJson(basisOf(read)))
export const digestOfRead = ({ id, at, ownerAccountId, revision, path, ...basis }: ReadRow): string => sha256(canonicalJson({ id, at, ownerAccountId, revision, path, ...basisOf(basis) }))
export const digestOfReadNote = (id: string, note: string): string => sha256(canonicalJson({ id, note }))
