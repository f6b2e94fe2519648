import { type ApiProblem, useAnswer } from '@icp/client'
import type { Me } from '@icp/contract'
import { hasSessionHint } from './session-hint.js'

export interface Session {
  /** Who is signed in, or was until the session ended. */
  readonly me: Me | null
  /** `ended`: there was a session on this page and the server no longer knows it. `unknown`: the server could not be asked. */
  readonly state: 'loading' | 'signed-in' | 'signed-out' | 'ended' | 'unknown'
  readonly problem: ApiProblem | null
  /** Asks the server again. */
  readonly refresh: () => void
}

/** The session of this portal. On public pages it is asked for only where somebody has logged on before; `required` asks always. */
export function useSession({ required = false }: { readonly required?: boolean } = {}): Session {
  const asked = required || hasSessionHint()
  const answer = useAnswer('getMe', {}, { enabled: asked, staleTime: 60_000 })
  // Read whether asked or not: a query tells only of what was read from it, and the first log-on of a browser puts its answer here.
  const { data, error } = answer
  // After logging off the answer is still in memory while the page is being left.
  const me = asked ? data ?? null : null
  const out = error?.status === 401
  const state = me
    ? (out ? 'ended' : 'signed-in')
    : out || !asked ? 'signed-out' : error ? 'unknown' : 'loading'
  return { me, state, problem: error, refresh: () => void answer.refetch() }
}

/** The signed-in account, on pages below `authRoute`. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('useMe outside the pages that need a session')
  return me
}
