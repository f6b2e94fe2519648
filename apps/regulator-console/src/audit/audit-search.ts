import { cursorAt } from '@icp/ui'
import { z } from 'zod'

const text = z.coerce.string().max(100).optional().catch(undefined)
const day = z.iso.date().optional().catch(undefined)

/** A search of the audit, as it stands in the address; days are those of China Standard Time. */
export const auditSearch = z.object({ actor: text, object: text, action: text, from: day, to: day, page: z.coerce.string().max(4000).optional().catch(undefined) })
export type AuditSearch = z.infer<typeof auditSearch>

const midnight = (of: string) => new Date(`${of}T00:00:00+08:00`)
export const startOf = (of: string): string => midnight(of).toISOString()
/** The instant after the whole day. */
export const endOf = (of: string): string => new Date(midnight(of).getTime() + 86_400_000).toISOString()

export const auditQueryOf = ({ actor, object, action, from, to, page }: AuditSearch) => {
  const cursor = cursorAt(page ?? '')
  return {
    ...(actor?.trim() ? { actor: actor.trim() } : {}), ...(object?.trim() ? { object: object.trim() } : {}), ...(action?.trim() ? { action: action.trim() } : {}),
    ...(from ? { from: startOf(from) } : {}), ...(to ? { to: endOf(to) } : {}), ...(cursor ? { cursor } : {}),
  }
}

export const scopeSearch = z.object({ account: text, from: day, to: day })
