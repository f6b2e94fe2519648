import { useState } from 'react'
import { useSecondsLeft } from '../session/use-seconds-left.js'

const key = 'icp.log-on-wait'

const stored = (): number | undefined => {
  try {
    const until = Number(localStorage.getItem(key))
    return until > Date.now() ? until : undefined
  } catch {
    return undefined
  }
}

export interface Waiting {
  /** Milliseconds of this device's clock; stays after the wait is over until the page is left. */
  readonly until: number | undefined
  readonly secondsLeft: number
  /** Shows a wait of this many seconds from now, also after a reload. */
  readonly start: (seconds: number) => void
}

/** The wait that the server asks for after too many tries. The server enforces it; the page only shows it. */
export function useWaiting(): Waiting {
  const [until, setUntil] = useState(stored)
  const secondsLeft = useSecondsLeft(until)
  const start = (seconds: number) => {
    const end = Date.now() + seconds * 1000
    try {
      localStorage.setItem(key, String(end))
    } catch { /* storage is forbidden here: a reload forgets, the server does not */ }
    setUntil(end)
  }
  return { until, secondsLeft, start }
}
