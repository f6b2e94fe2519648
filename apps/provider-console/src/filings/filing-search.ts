import { Attention, type QueryOf } from '@icp/contract'
import { FilingKind, FilingStatus } from '@icp/domain'
import { cursorAt } from '@icp/ui'
import { z } from 'zod'

const Text = (most: number) => z.coerce.string().max(most)

/** A list's filters and page as they stand in the address; what is not understood is left out instead of failing. */
export const filingSearch = z.object({
  status: FilingStatus.exclude(['draft']).optional().catch(undefined),
  kind: FilingKind.optional().catch(undefined),
  attention: Attention.optional().catch(undefined),
  q: Text(100).optional().catch(undefined),
  page: Text(4000).optional().catch(undefined),
})
export type FilingSearch = z.infer<typeof filingSearch>

export type FixedQuery = Pick<QueryOf<'listFilings'>, 'state' | 'form'>

/** What the API is asked. A chosen status says more than "open" does. */
export const queryOf = ({ page, q, ...search }: FilingSearch, { state, form }: FixedQuery): QueryOf<'listFilings'> => ({
  ...search,
  ...(q?.trim() ? { q: q.trim() } : {}),
  ...(form ? { form } : {}),
  ...(state && !search.status ? { state } : {}),
  ...(cursorAt(page ?? '') ? { cursor: cursorAt(page ?? '') } : {}),
})
