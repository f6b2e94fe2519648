import type { ApiProblem } from '@icp/client'
import { useEffect } from 'react'
import { isUnanswered } from './lost-answers.js'

/** Seconds until a save that got no answer is tried again, where the server does not say. */
const pauseBeforeTryingAgain = 5

/** Saves again by itself after a lost connection, a server in trouble or too many requests: when the pause is over, and at once when the network is back. */
export function useRetriedSave(problem: ApiProblem | null, save: () => void) {
  useEffect(() => {
    if (!problem || !(isUnanswered(problem.status) || problem.status === 429)) return undefined
    const timer = setTimeout(save, (problem.retryAfter ?? pauseBeforeTryingAgain) * 1000)
    window.addEventListener('online', save)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', save)
    }
  }, [problem, save])
}
