import type { QueryOf } from '@icp/contract'
import { cursorAt } from '@icp/ui'
import { z } from 'zod'

/** The list as it stands in the address; without a filter it is what waits. */
export const cutsSearch = z.object({ cuts: z.enum(['open', 'done']).optional().catch(undefined), page: z.coerce.string().max(4000).optional().catch(undefined) })
export type CutsSearch = z.infer<typeof cutsSearch>

export const cutsQuery = ({ cuts, page }: CutsSearch): QueryOf<'listCutOrders'> => ({ cuts: cuts ?? 'open', ...(cursorAt(page ?? '') ? { cursor: cursorAt(page ?? '') } : {}) })
