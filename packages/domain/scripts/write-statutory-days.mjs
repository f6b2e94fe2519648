// Writes src/working-days/statutory-days.ts from the calendar of the package chinese-days, which follows the State Council's yearly notices.
// Run `node scripts/write-statutory-days.mjs` after updating that package (each November), and read the difference before committing it.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const first = 2020
const last = 2026
const years = join(dirname(createRequire(import.meta.url).resolve('chinese-days')), 'years')
const lines = []
for (let year = first; year <= last; year++) {
  const { holidays, workdays } = JSON.parse(readFileSync(join(years, `${year}.json`), 'utf8'))
  const dates = (days) => Object.keys(days).filter((day) => day.startsWith(`${year}-`)).sort().map((day) => day.slice(5)).join(' ')
  lines.push(`  { year: ${year},\n    holidays: '${dates(holidays)}',\n    makeUpDays: '${dates(workdays)}' },`)
}
writeFileSync(new URL('../src/working-days/statutory-days.ts', import.meta.url), `// Written by scripts/write-statutory-days.mjs from chinese-days (MIT); not edited by hand.

/** Days off and make-up working days (调休) as the State Council published them, as \`MM-DD\` texts. A year that is not here is not published. */
export const statutoryDays: readonly { readonly year: number; readonly holidays: string; readonly makeUpDays: string }[] = [
${lines.join('\n')}
]
`)
