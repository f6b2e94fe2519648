import type { QueryOf } from '@icp/contract'
import { cursorAt } from '@icp/ui'
import { z } from 'zod'

/** What is looked for and the page, as they stand in the address; what is not understood is left out instead of failing. */
export const servedSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined),
  page: z.coerce.string().max(4000).optional().catch(undefined),
})
export type ServedSearch = z.infer<typeof servedSearch>

export const servedQuery = ({ q, page }: ServedSearch): QueryOf<'listServedAccesses'> => ({
  ...(q?.trim() ? { q: q.trim() } : {}), ...(cursorAt(page ?? '') ? { cursor: cursorAt(page ?? '') } : {}),
})
