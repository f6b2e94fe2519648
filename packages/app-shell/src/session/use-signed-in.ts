import { answerKey } from '@icp/client'
import type { Me } from '@icp/contract'
import { useQueryClient } from '@tanstack/react-query'
import { setSessionHint } from './session-hint.js'

/** What a successful log-on changes on the page: who is signed in, and every answer that was refused meanwhile. */
export function useSignedIn(): (me: Me) => void {
  const queries = useQueryClient()
  return (me) => {
    setSessionHint(true)
    queries.setQueryData(answerKey('getMe', {}), me)
    queries.removeQueries({ queryKey: answerKey('getLogOnStep') })
    void queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'getMe' && query.queryKey[0] !== 'getLogOnStep' })
  }
}
