import type { Page, Request } from 'playwright-core'
import { eventually } from './eventually.js'

interface Traffic {
  readonly underway: Set<Request>
  changedAt: number
}

const traffic = new WeakMap<Page, Traffic>()

/** Keeps count of what a page has asked for and not yet got, from its beginning. */
export function watchTraffic(page: Page): void {
  const seen: Traffic = { underway: new Set(), changedAt: Date.now() }
  traffic.set(page, seen)
  const changed = (change: (request: Request) => void) => (request: Request) => {
    // A new document gets no answers of the one before.
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) seen.underway.clear()
    change(request)
    seen.changedAt = Date.now()
  }
  page.on('request', changed((request) => seen.underway.add(request)))
  page.on('requestfinished', changed((request) => seen.underway.delete(request)))
  page.on('requestfailed', changed((request) => seen.underway.delete(request)))
}

const quiet = 500

/** Until the page waits for nothing, has asked for nothing more in a while, and has drawn what came. */
export async function settled(page: Page): Promise<void> {
  const seen = traffic.get(page)
  if (!seen) throw new Error('This page was not opened on a stage')
  await eventually(async () => {
    const at = seen.changedAt
    if (seen.underway.size > 0 || Date.now() - at < quiet) throw new Error(`${page.url()} still waits for ${[...seen.underway].map((request) => request.url()).join(', ') || 'what follows its last answer'}`)
    await page.evaluate(() => new Promise((resolve) => { requestIdleCallback(() => requestAnimationFrame(() => resolve(undefined)), { timeout: 1000 }) }))
    if (await page.locator('[aria-busy=true]').count() > 0) throw new Error(`${page.url()} still loads`)
    if (seen.changedAt !== at) throw new Error(`${page.url()} asked for more`)
  }, 60_000)
}
