import { findAxeViolations } from '@icp/browser'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

/** Looks at page after page and keeps what is wrong with each, so that one run tells of all. */
export class Judge {
  readonly faults: string[] = []
  private seen = 0

  /** `variant` names the language and the width. With `ICP_PICTURES` every state is also saved as a picture into that folder. */
  constructor(private readonly variant: string) {}

  async look(page: Page, state: string): Promise<void> {
    await page.waitForLoadState('networkidle')
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
    this.seen += 1
    await this.keepPicture(page, state)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (overflow > 0) this.faults.push(`${state}: ${overflow} px wider than the window`)
    for (const { rule, where, help } of await findAxeViolations(page)) this.faults.push(`${state}: ${rule} (${help}) at ${where.slice(0, 3).join(' | ')}`)
  }

  private async keepPicture(page: Page, state: string): Promise<void> {
    const folder = process.env['ICP_PICTURES']
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await page.screenshot({ path: path.join(folder, `${state.replaceAll(/[^\w]+/g, '-')}.${this.variant}.png`), fullPage: true })
  }
}
