import type { QueryOf } from '@icp/contract'
import { HollowKind } from '@icp/domain'
import { z } from 'zod'
import { withCursor } from '../shared/with-cursor.js'

/** The list of what is hollow as it stands in the address; what is not understood is left out. */
export const hollowSearch = z.object({ kind: HollowKind.optional().catch(undefined), page: z.coerce.string().max(4000).optional().catch(undefined) })
export type HollowSearch = z.infer<typeof hollowSearch>

export const hollowQuery = (search: HollowSearch): QueryOf<'listHollow'> => withCursor(search)
