import type { QueryOf } from '@icp/contract'
import { z } from 'zod'
import { withCursor } from '../shared/with-cursor.js'

/** The list as it stands in the address. */
export const forcedSearch = z.object({ cuts: z.enum(['open', 'done']).optional().catch(undefined), page: z.coerce.string().max(4000).optional().catch(undefined) })
export type ForcedSearch = z.infer<typeof forcedSearch>

export const forcedQuery = (search: ForcedSearch): QueryOf<'listForcedCancellations'> => withCursor(search)

/** What is looked for, and what of it was chosen to be cancelled. */
export const forceSearch = z.object({
  q: z.coerce.string().max(255).optional().catch(undefined), subject: z.uuid().optional().catch(undefined), number: z.coerce.string().max(60).optional().catch(undefined),
})
export type ForceSearch = z.infer<typeof forceSearch>
