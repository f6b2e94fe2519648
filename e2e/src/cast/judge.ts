import { findAxeViolations } from '@icp/browser'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const widths = [{ width: 1280, height: 900 }, { width: 360, height: 740 }] as const

/** Looks at page after page, wide and narrow, and keeps what is wrong with each, so that one run tells of all. */
export class Judge {
  readonly faults: string[] = []

  /** `variant` names the language. With `ICP_PICTURES` every state is also saved as a picture into that folder. */
  constructor(private readonly variant: string) {}

  async look(page: Page, state: string): Promise<void> {
    const before = page.viewportSize() ?? widths[0]
    await page.waitForLoadState('networkidle')
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    for (const size of widths) {
      await page.setViewportSize(size)
      await drawn(page)
      await this.keepPicture(page, `${state.replaceAll(/[^\w]+/g, '-')}.${this.variant}.${size.width}`)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      if (overflow > 0) this.faults.push(`${state} at ${size.width} px: ${overflow} px wider than the window`)
      for (const { rule, where, help } of await findAxeViolations(page)) this.faults.push(`${state} at ${size.width} px: ${rule} (${help}) at ${where.slice(0, 3).join(' | ')}`)
    }
    await page.setViewportSize(before)
  }

  private async keepPicture(page: Page, name: string): Promise<void> {
    const folder = process.env['ICP_PICTURES']
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
  }
}

/** Until the page has been drawn at its new size. */
const drawn = (page: Page): Promise<void> => page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => resolve())) }))
