import type { QueryOf } from '@icp/contract'
import { MediationState } from '@icp/domain'
import { z } from 'zod'
import { withCursor } from '../shared/with-cursor.js'

/** The list as it stands in the address; without a state it is what waits. */
export const mediationSearch = z.object({ state: MediationState.optional().catch(undefined), page: z.coerce.string().max(4000).optional().catch(undefined) })
export type MediationSearch = z.infer<typeof mediationSearch>

export const mediationQuery = (search: MediationSearch): QueryOf<'listMediations'> => withCursor({ ...search, state: search.state ?? 'open' })
