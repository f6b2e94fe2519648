import { AccountRequestState, InvitationState, KeptAccountState, type QueryOf } from '@icp/contract'
import { AccountRole } from '@icp/domain'
import { z } from 'zod'
import { withCursor } from '../shared/with-cursor.js'

const page = z.coerce.string().max(4000).optional().catch(undefined)

/** Lists of the security administrator as they stand in the address; what is not understood is left out. */
export const accountSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined), role: AccountRole.optional().catch(undefined), state: KeptAccountState.optional().catch(undefined), page,
})
export type AccountSearch = z.infer<typeof accountSearch>

export const invitationSearch = z.object({ state: InvitationState.optional().catch(undefined), page })
export const requestSearch = z.object({ state: AccountRequestState.optional().catch(undefined), page })

export const accountQuery = ({ q, ...search }: AccountSearch): QueryOf<'listAccounts'> => withCursor({ ...search, ...(q?.trim() ? { q: q.trim() } : {}) })
