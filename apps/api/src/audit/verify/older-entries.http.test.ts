import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Config } from '../../platform/config.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { correctName } from '../../testing/correct-filing.js'
import { FilingJourneys } from '../../testing/filing-journey.js'
import type { ExportLine } from './export-line.js'
import { exportLines } from './export-lines.js'
import { verify } from './verify.js'

let api: TestApp
let lines: ExportLine[]

beforeAll(async () => {
  api = await startTestApp()
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  const corrected = await journeys.finished([provider])
  await correctName(api, journeys, corrected, provider, '晨光新书店')
  await journeys.pass(corrected)
  await journeys.confirm(corrected)
  const looked = await api.inject('revealField', { params: { id: corrected.id }, body: { path: 'subject.person.mobile', reason: 'contact', note: '电话核实' } }, { as: provider.staff })
  const back = await journeys.finished([provider])
  const refused = await api.inject('refuseFiling', { params: { id: back.id }, body: { version: await journeys.version(back), reason: '材料不符' } }, { as: provider.staff })
  expect([looked.status, refused.status]).toEqual([200, 200])
  lines = []
  for await (const line of exportLines(api.app.get(Config).databaseUrl, { at: api.clock.now(), contents: false, role: undefined })) lines.push(line)
})
afterAll(() => api.close())

/** As an older release wrote them: up to that position of each chain no entry names its rows. */
const older = (until: number): ExportLine[] =>
  lines.map((line) => {
    if (line.line !== 'entry' || line.position > until) return line
    const { rows: _, ...detail } = line.detail
    return { ...line, detail }
  })

/** Of the kinds that are held against rows: that the entries themselves are other ones is not what is asked. */
async function wrongRows(given: ExportLine[]): Promise<string[]> {
  const { parts } = await verify(given, { checkpoints: [], publicKeys: [] })
  return parts.filter(({ kind, wrong }) => wrong > 0 && ['approvals', 'corrections', 'acceptances', 'reads'].includes(kind)).map(({ first }) => first!.what)
}

test.each([0, 1, 3, 1000])('rows whose entries name none, up to the %s. of each chain, are no damage', async (until) => {
  expect(await wrongRows(older(until))).toEqual([])
})

test('what newer entries name is still compared behind older ones', async () => {
  const damaged = older(3).map((line) => (line.line === 'event' && line.action === 'confirm' ? { ...line, name: '别人' } : line))
  expect(await wrongRows(damaged)).toEqual(['row'])
})
