/** Whether somebody is at the page, and when the session was last used; both in milliseconds of this device's clock. */
export interface Activity {
  /** When the API last answered well to what somebody brought about; a session's end counts from there. */
  lastAt: number
  /** When somebody last typed, pointed or scrolled. */
  touchedAt: number
}

export const newActivity = (): Activity => ({ lastAt: Date.now(), touchedAt: Date.now() })

/** A page that asks by itself stands for whoever sits before it this long after a sign of them. */
const attendedFor = 60_000

/** Of rule data everybody is told, and no session is looked at. */
const concernsNobody = /\/api\/rule-data(\?|$)/

/**
 * Lists ask again every few seconds, and a screen that was left alone must not keep its session alive with that. A look that nobody at the page
 * brought about says so, and the API then does not count it; an act always counts.
 */
export const watchedFetch = (activity: Activity, send: typeof fetch = (...args) => globalThis.fetch(...args)): typeof fetch =>
  async (to, how) => {
    const attended = (how?.method ?? 'GET') !== 'GET' || Date.now() - activity.touchedAt < attendedFor
    const response = await send(to, attended ? how : { ...how, headers: { ...(how?.headers as Record<string, string>), 'x-icp-unattended': '1' } })
    if (response.ok && attended && !concernsNobody.test(String(to))) activity.lastAt = Date.now()
    return response
  }

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const

/** Notes every sign of somebody at this page; answers how to stop. */
export function watchSigns(activity: Activity, page: Document): () => void {
  const touched = () => {
    activity.touchedAt = Date.now()
  }
  for (const sign of signs) page.addEventListener(sign, touched, { capture: true, passive: true })
  return () => {
    for (const sign of signs) page.removeEventListener(sign, touched, { capture: true })
  }
}
