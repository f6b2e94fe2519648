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

/** What the API is asked. `status` is the list's own: the queue always asks for what is in review, which comes in order of arrival. */
export const queryOf = ({ page, q, ...search }: FilingSearch, status?: FilingStatus): QueryOf<'listFilings'> => ({
  ...search,
  ...(status ? { status } : {}),
  ...(q?.trim() ? { q: q.trim() } : {}),
  ...(cursorAt(page ?? '') ? { cursor: cursorAt(page ?? '') } : {}),
})
