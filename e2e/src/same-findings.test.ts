import { launchBrowser } from '@icp/browser'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { findingsFor, normaliseContent, ruleCatalogue, type Finding, type RuleData, shippedRuleData, withPublished } from '@icp/domain'
import { domainToASCII } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { bundledRules } from './same-findings/bundled-rules.js'
import { FilingGenerator, type GeneratedFiling } from './same-findings/generated-filings.js'

/** `npm run prove`: as many filings as promised, from a seed that it draws. */
const full = process.env['PROVE'] === 'full'
const seed = Number(process.env['PROVE_SEED'] ?? 20261126)
const [batches, size] = full ? [100, 1000] : [2, 750]
const patience = full ? 3_600_000 : 120_000
const today = '2026-11-23'

const code = { of: 'code', from: '2026-11-01', to: '', source: '示例〔2026〕2号', confirmed: true } as const
/** A county that was added, one that has ended, codes that were retired and renamed, and other values, words and severities, beside what is shipped. */
const division = { of: 'division', id: 'divisions', from: '2026-11-01', to: '', source: '国函〔2026〕1号', confirmed: true } as const
const ruleData: RuleData = withPublished(shippedRuleData, [
  { version: 1, entry: { ...division, code: '330115', zh: '示例区', en: 'Shili', exists: true, successors: [] } },
  { version: 2, entry: { ...division, code: '440304', zh: '福田区', en: 'Futian', exists: false, successors: [{ code: '440303', zh: '罗湖区', en: 'Luohu (罗湖区)' }] } },
  { version: 3, entry: { ...code, id: 'appCategories', code: 'shop', zh: '商业零售 - 自营商城', en: 'Commerce – Own shop', offered: false } },
  { version: 4, entry: { ...code, id: 'appPlatforms', code: 'wechat', zh: '微信平台', en: 'WeChat platform', offered: true } },
  ...([
    ['proof-of-income-below', '', 25], ['forbidden-words', '330000', ['读书']], ['takes-moves', '110000', 'no'], ['shortest-name', '440000', 5], ['severity-of-W-08', '', 'block'], ['severity-of-X-09', '110000', 'off'],
    ['youngest-individual', '', 14], ['widest-ipv4-range', '', 30], ['commerce-words', '', ['心得']],
    ['longest-remark-of-website', '', 5], ['shortest-remark-of-app', '330000', 30], ['most-categories', '', 1], ['fewest-signs-of-keys', '', 200],
  ] as const).map(([id, province, value], at) => ({
    version: at + 5, entry: { of: 'parameter' as const, id, province, value: typeof value === 'object' ? [...value] : value, from: '2026-11-01', to: '', source: '示例〔2026〕1号', confirmed: true, others: [] },
  })),
])

let browser: Browser
let bundle: string

beforeAll(async () => {
  browser = await launchBrowser()
  bundle = await bundledRules()
}, patience)

afterAll(() => browser.close())

const pageWith = async (script: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage()
  await page.addScriptTag({ content: script })
  return page
}

/** As the API asks it (filing-findings). */
const onServer = ({ kind, content }: GeneratedFiling): Finding[] => findingsFor(kind, normaliseContent(content), { today, domainToAscii: (host) => domainToASCII(host), ruleData })

const inBrowser = (page: Page, filings: readonly GeneratedFiling[]): Promise<string[]> => page.evaluate(
  ([json, day, data]) => {
    const { findingsInBrowser } = globalThis as unknown as { findingsInBrowser: (kind: string, content: object, day: string, ruleData: object) => object }
    const published = JSON.parse(data) as object
    return (JSON.parse(json) as GeneratedFiling[]).map(({ kind, content }) => JSON.stringify(findingsInBrowser(kind, content, day, published)))
  },
  [JSON.stringify(filings), today, JSON.stringify(ruleData)] as const,
)

test('of any filing the browser says exactly what the server says: the same rules at the same fields in the same words', async () => {
  const generator = new FilingGenerator(seed)
  const page = await pageWith(bundle)
  const told = new Map<string, number>()
  const started = performance.now()
  for (let batch = 0; batch < batches; batch++) {
    const filings = Array.from({ length: size }, () => generator.filing())
    const said = await inBrowser(page, filings)
    filings.forEach((filing, at) => {
      const findings = onServer(filing)
      for (const { rule } of findings) told.set(rule, (told.get(rule) ?? 0) + 1)
      if (JSON.stringify(findings) === said[at]) return
      expect({ seed, filing, findings: JSON.parse(said[at] ?? 'null') as unknown }).toEqual({ seed, filing, findings })
    })
  }
  if (full) process.stdout.write(`same findings: seed ${seed}, ${batches * size} filings, ${[...told.values()].reduce((sum, n) => sum + n, 0)} findings of ${told.size} rules, ${((performance.now() - started) / 1000).toFixed(0)} s\n`)
  // Filings that break nothing, or always the same, would prove nothing.
  const rules = ruleCatalogue.filter(({ toldBy }) => toldBy === 'content').map(({ id }) => id)
  const never = rules.filter((id) => !told.has(id))
  if (never.length > rules.length / 10) expect(never).toEqual([])
}, patience)

test('a bundle in which one sign of one rule is another is found', async () => {
  const generator = new FilingGenerator(seed)
  const filings = Array.from({ length: 300 }, () => generator.filing())
  const other = bundle.replace(String.raw`^1[3-9]\d{9}$`, () => String.raw`^1[4-9]\d{9}$`)
  expect(other).not.toBe(bundle)
  const said = await inBrowser(await pageWith(other), filings)
  expect(filings.filter((filing, at) => JSON.stringify(onServer(filing)) !== said[at]).length).toBeGreaterThan(0)
}, patience)
