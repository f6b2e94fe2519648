import { type ApiProblem, useClient } from '@icp/client'
import type { FilingView } from '@icp/contract'
import { useQuery } from '@tanstack/react-query'
import { savesUnderway } from './saves-underway.js'

/**
 * The draft of this id, or else the running first filing, as the server holds it on arrival, once the last save of an earlier visit is through;
 * null when there is none. Asked anew
 * at every arrival and never in between, so that nothing replaces or removes what is being typed.
 */
export function useRunningDraft(draftId?: string) {
  const client = useClient()
  return useQuery<FilingView | null, ApiProblem>({
    queryKey: ['running-draft', draftId ?? ''],
    queryFn: async ({ signal }) => {
      await savesUnderway()
      if (draftId) return client.call('getFiling', { params: { id: draftId } }, { signal })
      const { rows: [row] } = await client.call('listFilings', { query: { status: 'draft', kind: 'new-subject' } }, { signal })
      return row ? client.call('getFiling', { params: { id: row.id } }, { signal }) : null
    },
    staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, refetchOnReconnect: false,
  })
}
