import { type RefObject, useCallback, useEffect, useRef } from 'react'

/** Puts the focus on the first match of `selector` in `box` once the next change is drawn: for rows that come and go. */
export function useFocusAfterChange(box: RefObject<HTMLElement | null>): (selector: string) => void {
  const next = useRef<string | null>(null)
  useEffect(() => {
    if (next.current === null) return
    box.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = null
  })
  return useCallback((selector) => { next.current = selector }, [])
}
