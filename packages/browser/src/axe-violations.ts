import axe from 'axe-core'
import type { Page } from 'playwright-core'

export type AxeViolation = { rule: string; impact: string; help: string; where: string[] }

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** Only what is broken is wanted: describing everything that is sound takes most of the time on a long page. */
const options: axe.RunOptions = { resultTypes: ['violations'], runOnly: { type: 'tag', values: wcag22AA } }

/**
 * What the page, as it stands now, breaks of WCAG 2.2 A and AA, as far as a machine can tell. Empty is good. axe is brought into a document once, which takes
 * several times as long as a look does. A page with frames is refused: axe would have to be in each of them.
 */
export async function findAxeViolations(page: Page): Promise<AxeViolation[]> {
  if (page.frames().length > 1) throw new Error('A page with frames is not looked at')
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = await page.evaluate(async (asked) => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(asked)
    return found.violations.map(({ id, impact, help, nodes }) => ({ id, impact, help, targets: nodes.map(({ target }) => target.join(' ')) }))
  }, options)
  return violations.map(({ id, impact, help, targets }) => ({ rule: id, impact: impact ?? 'unknown', help, where: targets }))
}
