import { type AnswerOf, findOperation, type InputOf, type OperationId } from '@icp/contract'
import { useMutation, type UseMutationOptions, type UseMutationResult, useQuery, useQueryClient, type UseQueryOptions } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useRef } from 'react'
import type { ApiProblem } from './api-problem.js'
import type { Client } from './client.js'
import { randomKey } from './random-key.js'

const ClientContext = createContext<Client | null>(null)

export const ClientProvider = ({ client, children }: { client: Client; children: ReactNode }) => (
  <ClientContext.Provider value={client}>{children}</ClientContext.Provider>
)

export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('ClientProvider is missing above this component')
  return client
}

/** The cache key of an answer; a prefix `[operationId]` invalidates all inputs. */
export const answerKey = <Id extends OperationId>(id: Id, input?: InputOf<Id>) => (input === undefined ? [id] : [id, input])

type AnswerOptions<Id extends OperationId> = Omit<UseQueryOptions<AnswerOf<Id>, ApiProblem>, 'queryKey' | 'queryFn'>

/** The answer of a reading operation, cached and shared. */
export function useAnswer<Id extends OperationId>(id: Id, input: InputOf<Id>, options: AnswerOptions<Id> = {}) {
  const client = useClient()
  return useQuery<AnswerOf<Id>, ApiProblem>({
    ...options,
    queryKey: answerKey(id, input),
    queryFn: ({ signal }) => client.call(id, input, { signal }),
  })
}

/** The bytes of an operation that answers them, cached and shared. They are fetched once: what has other bytes has another address. */
export function useBytes<Id extends OperationId>(id: Id, input: InputOf<Id>, options: Omit<UseQueryOptions<Blob, ApiProblem>, 'queryKey' | 'queryFn'> = {}) {
  const client = useClient()
  return useQuery<Blob, ApiProblem>({
    staleTime: Infinity,
    ...options,
    queryKey: answerKey(id, input),
    queryFn: ({ signal }) => client.download(id, input as Parameters<Client['download']>[1], { signal }),
  })
}

/** Operations that answer page by page. */
type PagedId = { [Id in OperationId]: AnswerOf<Id> extends { rows: unknown[]; next: string | null } ? Id : never }[OperationId]
type RowOf<Id extends PagedId> = AnswerOf<Id> extends { rows: (infer Row)[] } ? Row : never

/** Every row of a list, read page after page: for lists that are short by nature, where a part would mislead. */
export function useEveryRow<Id extends PagedId>(id: Id, input: InputOf<Id>, { enabled = true }: { readonly enabled?: boolean } = {}) {
  const client = useClient()
  return useQuery<RowOf<Id>[], ApiProblem>({
    queryKey: [id, 'every', input],
    enabled,
    queryFn: async ({ signal }) => {
      const rows: RowOf<Id>[] = []
      let cursor: string | null = null
      do {
        const { query } = input as { query?: object }
        const page = (await client.call(id, { ...input, query: { ...query, ...(cursor ? { cursor } : {}) } }, { signal })) as {
          rows: RowOf<Id>[]; next: string | null
        }
        rows.push(...page.rows)
        cursor = page.next
      } while (cursor)
      return rows
    },
  })
}

type ActOptions<Id extends OperationId> = Omit<UseMutationOptions<AnswerOf<Id>, ApiProblem, InputOf<Id>>, 'mutationFn'> & {
  /** Operations whose cached answers this act makes stale. */
  readonly refreshes?: readonly OperationId[]
}

/**
 * A changing operation. A repeat of the same input before success reuses the idempotency key, so a lost answer or a second click has one
 * effect; another input, or a new act after success, gets a new key.
 */
export function useAct<Id extends OperationId>(id: Id, { refreshes = [], ...options }: ActOptions<Id> = {}): UseMutationResult<AnswerOf<Id>, ApiProblem, InputOf<Id>> {
  const client = useClient()
  const queries = useQueryClient()
  const running = useRef<{ input: string; bytes: unknown; key: string } | null>(null)
  const keyFor = (input: InputOf<Id>) => {
    const { body, ...rest } = input as { readonly body?: unknown }
    // A file is not written out to be compared: the same one is the same object.
    const bytes = findOperation(id).bodyBytes ? body : undefined
    const text = JSON.stringify(bytes === undefined ? input : rest)
    if (running.current?.input !== text || running.current.bytes !== bytes) running.current = { input: text, bytes, key: randomKey() }
    return running.current.key
  }
  return useMutation<AnswerOf<Id>, ApiProblem, InputOf<Id>>({
    ...options,
    mutationFn: async (input) => {
      const answer = await client.call(id, input, findOperation(id).idempotent ? { idempotencyKey: keyFor(input) } : {})
      running.current = null
      await Promise.all(refreshes.map((stale) => queries.invalidateQueries({ queryKey: [stale] })))
      return answer
    },
  })
}
