import { answerKey, useAct } from '@icp/client'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useProofGate } from '../start/proof-context.js'
import { setSessionHint } from './session-hint.js'

/** Ends the session, forgets every answer that this page holds, and goes to the log-on page, or to another one that needs no session. */
export function useLogOff() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const act = useAct('logOff')
  const proofs = useProofGate()
  const leave = async (to = '/log-on') => {
    // Nothing that one account waited for is sent by the next one.
    proofs.settle(false)
    await queries.cancelQueries({ queryKey: answerKey('getMe') })
    setSessionHint(false)
    await navigate({ to, ignoreBlocker: true })
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'getMe' && query.queryKey[0] !== 'getSite' })
    queries.removeQueries({ queryKey: answerKey('getMe') })
  }
  return {
    busy: act.isPending,
    problem: act.error,
    /** Ends the session on the server first. */
    logOff: () => act.mutate({}, { onSuccess: () => void leave() }),
    /** For a session that the server has already ended. */
    leave: (to?: string) => void leave(to),
  }
}
