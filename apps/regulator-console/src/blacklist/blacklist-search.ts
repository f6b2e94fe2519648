import type { QueryOf } from '@icp/contract'
import { BlacklistKind, BlacklistStanding } from '@icp/domain'
import { z } from 'zod'
import { withCursor } from '../shared/with-cursor.js'

/** The blacklist as it stands in the address; what is not understood is left out. */
export const blacklistSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined), kind: BlacklistKind.optional().catch(undefined), standing: BlacklistStanding.optional().catch(undefined),
  page: z.coerce.string().max(4000).optional().catch(undefined),
})
export type BlacklistSearch = z.infer<typeof blacklistSearch>

export const blacklistQuery = ({ q, ...search }: BlacklistSearch): QueryOf<'listBlacklist'> => withCursor({ ...search, ...(q?.trim() ? { q: q.trim() } : {}) })
