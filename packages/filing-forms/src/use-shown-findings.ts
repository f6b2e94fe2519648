import { useCallback, useState } from 'react'

/** Findings are shown for fields that were left, and for all once a submit was tried. */
export function useShownFindings() {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const isShown = useCallback((path: string) => tried || left.has(path), [tried, left])
  const onLeave = useCallback((path: string) => setLeft((before) => (before.has(path) ? before : new Set([...before, path]))), [])
  return { isShown, onLeave, tried, tryNow: () => setTried(true) }
}
