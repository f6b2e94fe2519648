import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/**
 * After going to another page the focus stands on its heading, as after a full load, so that a screen reader says where one is and Tab goes
 * on from there. A page that has put the focus somewhere itself, such as on an error summary, keeps it.
 */
export function useFocusOnNewPage(): void {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return undefined
    shown.current = pathname
    const timer = setTimeout(() => {
      const main = document.getElementById('main')
      const focused = document.activeElement
      if (!main || (focused && focused !== main && main.contains(focused)) || document.querySelector('[aria-modal="true"]')) return
      const heading = main.querySelector<HTMLElement>('h1')
      const target = heading ?? main
      if (!target.hasAttribute('tabindex')) target.setAttribute('tabindex', '-1')
      target.focus({ preventScroll: true })
    }, 50)
    return () => clearTimeout(timer)
  }, [pathname])
}
