import { InvitationState, KeptAccountState, type QueryOf } from '@icp/contract'
import { AccountRequestState, AccountRole } from '@icp/domain'
import { cursorAt } from '@icp/ui'
import { z } from 'zod'

const page = z.coerce.string().max(4000).optional().catch(undefined)

/** Lists of the security administrator as they stand in the address; what is not understood is left out. */
export const accountSearch = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined), role: AccountRole.optional().catch(undefined), state: KeptAccountState.optional().catch(undefined), page,
})
export type AccountSearch = z.infer<typeof accountSearch>

export const invitationSearch = z.object({ state: InvitationState.optional().catch(undefined), page })
export const requestSearch = z.object({ state: AccountRequestState.optional().catch(undefined), page })

/** The page's cursor in place of the trail of pages. */
export const withCursor = <Search extends { readonly page?: string | undefined }>({ page: trail, ...search }: Search) => {
  const cursor = cursorAt(trail ?? '')
  return { ...search, ...(cursor ? { cursor } : {}) }
}

export const accountQuery = ({ q, ...search }: AccountSearch): QueryOf<'listAccounts'> => withCursor({ ...search, ...(q?.trim() ? { q: q.trim() } : {}) })
