import type { Actor } from '@icp/domain'
import { canonicalJson, sha256 } from '../platform/digest.js'

export interface Entry {
  readonly chain: string
  /** 1, 2, 3 … without a gap. */
  readonly position: number
  readonly at: string
  readonly actor: Actor
  readonly action: string
  readonly filingId: string | null
  readonly objectType: string
  readonly objectId: string
  readonly digest: string | null
  readonly detail: Readonly<Record<string, unknown>>
  /** Hash of the entry before; `beforeFirst` for the first. */
  readonly previous: string
}

export const beforeFirst = '0'.repeat(64)

export const chainOf = (event: { filingId?: string; objectType: string; objectId: string }): string =>
  event.filingId ? `filing:${event.filingId}` : `${event.objectType}:${event.objectId}`

/** SHA-256 over the canonical JSON of the whole entry, so that every column and the order of the chain is covered. */
export const hashOf = (entry: Entry): string => sha256(canonicalJson(entry))

/** The position of the first entry that was changed, removed, put in or moved; undefined when the chain is whole. A cut tail shows only against a checkpoint. */
export function findBreak(entries: readonly (Entry & { readonly hash: string })[]): number | undefined {
  let previous = beforeFirst
  for (const [index, { hash, ...entry }] of entries.entries()) {
    if (entry.position !== index + 1 || entry.previous !== previous || hashOf(entry) !== hash) return index + 1
    previous = hash
  }
  return undefined
}
