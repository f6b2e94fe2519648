import { ApiProblem } from '@icp/client'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useSession } from '../session/use-session.js'

export interface AutosaveOptions<Value> {
  readonly value: Value
  /** Sends the value. Calls never overlap; a newer value waits for the running one. */
  readonly save: (value: Value) => Promise<unknown>
  /** Milliseconds without typing before a save; 800 by default. */
  readonly delay?: number
  /** False while there is nothing to save to, such as before the draft is loaded. The value at that time counts as saved. */
  readonly enabled?: boolean
}

export interface Autosave {
  readonly state: 'idle' | 'saving' | 'saved' | 'failed'
  /** Milliseconds of this device's clock. */
  readonly savedAt: number | undefined
  /** Why the last save failed. */
  readonly problem: ApiProblem | null
  /** True while something typed is not on the server. */
  readonly isDirty: boolean
  /** Saves now what is not saved. Resolves true once everything is on the server. */
  readonly flush: () => Promise<boolean>
}

const retryAfter = 5000
const mayRetry = (problem: unknown) => !(problem instanceof ApiProblem) || problem.status === 0 || problem.status === 401 || problem.status === 429 || problem.status >= 500

/**
 * Keeps a draft on the server while it is typed. A save that failed for the network, the session or a busy server is tried again; one that was
 * refused waits for the next change. Saves at once when the tab is hidden or the page is left.
 */
export function useAutosave<Value>({ value, save, delay = 800, enabled = true }: AutosaveOptions<Value>): Autosave {
  const { state: session } = useSession()
  const text = JSON.stringify(value)
  const [state, setState] = useState<Autosave['state']>('idle')
  const [savedAt, setSavedAt] = useState<number>()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [savedText, setSavedText] = useState(text)
  // Two failures in a row look alike; the count makes each start its own wait.
  const [failures, setFailures] = useState(0)
  const latest = useRef({ value, text, save, saved: text })
  const running = useRef<Promise<boolean> | null>(null)
  latest.current = { ...latest.current, value, text, save }

  const flush = useCallback((): Promise<boolean> => {
    if (running.current) return running.current.then(() => (latest.current.text === latest.current.saved ? true : flush()))
    if (latest.current.text === latest.current.saved) return Promise.resolve(true)
    const sent = latest.current
    setState('saving')
    running.current = sent.save(sent.value).then(
      () => {
        latest.current.saved = sent.text
        setSavedText(sent.text)
        setSavedAt(Date.now())
        setProblem(null)
        setState('saved')
        return true
      },
      (error: unknown) => {
        setProblem(error instanceof ApiProblem ? error : null)
        setState('failed')
        setFailures((before) => before + 1)
        return false
      },
    ).finally(() => {
      running.current = null
    })
    return running.current.then((done) => (done && latest.current.text !== latest.current.saved ? flush() : done))
  }, [])

  useEffect(() => {
    if (enabled) return
    latest.current.saved = text
    setSavedText(text)
  }, [enabled, text])

  useEffect(() => {
    if (!enabled || text === latest.current.saved) return undefined
    const timer = setTimeout(() => void flush(), delay)
    return () => clearTimeout(timer)
  }, [enabled, text, delay, flush])

  useEffect(() => {
    if (!enabled || state !== 'failed' || session === 'ended' || !mayRetry(problem ?? undefined)) return undefined
    const timer = setTimeout(() => void flush(), problem?.retryAfter ? problem.retryAfter * 1000 : retryAfter)
    return () => clearTimeout(timer)
  }, [enabled, state, failures, problem, session, flush])

  useEffect(() => {
    if (!enabled) return undefined
    const onHide = () => document.visibilityState === 'hidden' && void flush()
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      void flush()
    }
  }, [enabled, flush])

  return { state, savedAt, problem, isDirty: enabled && text !== savedText, flush }
}
