import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

export type AxeViolation = { rule: string; impact: string; help: string; where: string[] }

const wcag22AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** What the page, as it stands now, breaks of WCAG 2.2 A and AA, as far as a machine can tell. Empty is good. */
export async function findAxeViolations(page: Page): Promise<AxeViolation[]> {
  // Only what is broken is wanted: describing everything that is sound takes most of the time on a long page.
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: wcag22AA } }).analyze()
  return violations.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    where: nodes.map((node) => node.target.join(' ')),
  }))
}
