import { useClient } from '@icp/client'
import type { ApiProblem } from '@icp/client'
import type { QueryOf } from '@icp/contract'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { filingPath } from '../paths.js'

interface Wanted {
  readonly query?: Pick<QueryOf<'listFilings'>, 'kind' | 'attention' | 'q'>
  /** A filing that is already on screen. */
  readonly butNot?: string
}

/** Opens the filing that has waited longest, asked anew so that what others have decided meanwhile is skipped. `data` is false when none waits. */
export function useTakeNext() {
  const client = useClient()
  const navigate = useNavigate()
  return useMutation<boolean, ApiProblem, Wanted>({
    mutationFn: async ({ query = {}, butNot }) => {
      const { rows } = await client.call('listFilings', { query: { ...query, status: 'in-review' } })
      const oldest = rows.find((row) => row.id !== butNot)
      if (oldest) await navigate({ to: filingPath(oldest.id) })
      return oldest !== undefined
    },
  })
}
