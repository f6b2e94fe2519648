import { z } from 'zod'
import { unreadable } from '../http/input-refusals.js'

const Parts = z.array(z.union([z.string().max(300), z.number()])).max(6)

/** A keyset cursor: the sort values of the last row, opaque to the caller. */
export const cursorOf = (parts: readonly (string | number)[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url')

/** The parts of a cursor, or [] for none. Refuses (400) what is no cursor of `count` parts; whether the parts fit their columns is PostgreSQL's to say. */
export function readCursor(cursor: string | undefined, count: number): (string | number)[] {
  if (cursor === undefined) return []
  const parts = Parts.safeParse(jsonOf(cursor))
  if (!parts.success || parts.data.length !== count) throw unreadable('malformed-cursor', 'cursor')
  return parts.data
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
