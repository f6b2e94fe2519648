import { ProviderState, type QueryOf } from '@icp/contract'
import { z } from 'zod'
import { withCursor } from '../shared/with-cursor.js'

/** The list of access providers as it stands in the address; what is not understood is left out. */
export const providerSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined), state: ProviderState.optional().catch(undefined),
  province: z.coerce.string().max(6).optional().catch(undefined), page: z.coerce.string().max(4000).optional().catch(undefined),
})
export type ProviderSearch = z.infer<typeof providerSearch>

export const providerQuery = ({ q, ...search }: ProviderSearch): QueryOf<'listKeptProviders'> => withCursor({ ...search, ...(q?.trim() ? { q: q.trim() } : {}) })
