import { useState } from 'react'

/**
 * The secret of a link stands behind its `#`, which no browser sends anywhere. It is taken out of the address at once, so that it stays in no history and no
 * screenshot; a reload of the page needs the link again.
 */
export function useLinkToken(): string {
  const [token] = useState(() => {
    const found = globalThis.location.hash.replace(/^#/, '')
    if (found) globalThis.history.replaceState(globalThis.history.state, '', globalThis.location.pathname + globalThis.location.search)
    return found
  })
  return token
}
