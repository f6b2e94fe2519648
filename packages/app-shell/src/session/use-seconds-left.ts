import { useEffect, useState } from 'react'

const left = (until: number | undefined) => (until === undefined ? 0 : Math.max(0, Math.ceil((until - Date.now()) / 1000)))

/** Whole seconds until an instant of this device's clock in milliseconds, counting down to 0; 0 without one. */
export function useSecondsLeft(until: number | undefined): number {
  const [seconds, setSeconds] = useState(() => left(until))
  useEffect(() => {
    setSeconds(left(until))
    if (left(until) === 0) return undefined
    const timer = setInterval(() => {
      setSeconds(left(until))
      if (left(until) === 0) clearInterval(timer)
    }, 500)
    return () => clearInterval(timer)
  }, [until])
  return seconds
}
