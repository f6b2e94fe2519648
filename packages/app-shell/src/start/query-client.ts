import { ApiProblem } from '@icp/client'
import { QueryClient } from '@tanstack/react-query'

/** Only what may heal by itself is tried again: a lost connection or a server in trouble. */
export const mayHeal = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 0 || error.status >= 502)

/** Requests are sent even when the browser believes to be offline, so that a refusal says so instead of waiting without a word. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 10_000, networkMode: 'always', retry: (count, error) => count < 2 && mayHeal(error) },
      mutations: { networkMode: 'always', retry: false },
    },
  })
