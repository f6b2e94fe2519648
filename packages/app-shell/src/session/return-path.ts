/** A path on this very origin, or undefined: a return address must not lead to another site, and not back to the log-on. */
export function safeReturn(path: unknown): string | undefined {
  if (typeof path !== 'string' || !path.startsWith('/')) return undefined
  try {
    const base = 'https://portal.invalid'
    const url = new URL(path, base)
    if (url.origin !== base || url.pathname.startsWith('/log-on')) return undefined
    return `${url.pathname}${url.search}${url.hash}`
  } catch {
    return undefined
  }
}
