import { cursorAt } from '@icp/ui'
import { z } from 'zod'

/** A list with one search box, as it stands in the address. */
export const textSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined),
  page: z.coerce.string().max(4000).optional().catch(undefined),
})
export type TextSearch = z.infer<typeof textSearch>

export const textQueryOf = ({ q, page }: TextSearch) => {
  const cursor = cursorAt(page ?? '')
  return { ...(q?.trim() ? { q: q.trim() } : {}), ...(cursor ? { cursor } : {}) }
}
