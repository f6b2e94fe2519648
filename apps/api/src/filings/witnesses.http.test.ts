import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider('甲方云')
})
afterAll(() => api.close())

const inbox = async (as: TestAccount, filingId: string) =>
  (await api.inject('listNotices', {}, { as })).body.rows.filter((notice) => notice.filingId === filingId).map((notice) => notice.title.en.replace(/BA\d+-\d+/, '#'))

test('owner, provider and reviewer are told of every step that is theirs to know', async () => {
  const { id, owner, reviewer } = await journeys.approved([provider])
  expect((await inbox(owner, id)).length).toBeGreaterThanOrEqual(5)
  expect(await inbox(provider.staff, id)).toEqual(expect.arrayContaining(['New filing to verify: #']))
  expect(await inbox(reviewer, id)).toEqual(['Filing to review: #'])
})

test('every step stands in the audit chain with its actor, and no personal data does', async () => {
  const { id, owner, reviewer } = await journeys.approved([provider])
  const entries: { action: string; actor: { role: string; accountId?: string }; detail: object; digest: string | null }[] =
    await api.db.query('SELECT action, actor, detail, digest FROM audit_entries WHERE filing_id = $1 ORDER BY position', [id])
  expect(entries.map(({ action, actor }) => [action, actor.role])).toEqual([
    ['filing.create', 'owner'], ['filing.finish', 'owner'], ['filing.pass', 'provider'], ['filing.confirm', 'responsible-person'], ['filing.approve', 'reviewer'],
    ['register.enter', 'reviewer'], ['certificate.issue', 'reviewer'],
  ])
  expect([entries[1]!.actor.accountId, entries[4]!.actor.accountId]).toEqual([owner.id, reviewer.id])
  expect(entries[1]!.digest).toMatch(/^[0-9a-f]{64}$/)
  expect(JSON.stringify(entries)).not.toMatch(/110101189001010016|13800000001|李明/)
})

test('an administration is named in both languages, in the history and with its decision', async () => {
  const { id, owner } = await journeys.approved([provider])
  const { history, decisions } = await journeys.see(id, owner)
  expect(history.map(({ by }) => by.nameEn)).toEqual([undefined, undefined, undefined, undefined, 'Beijing Communications Administration'])
  expect(history.at(-1)!.by.name).toBe('北京市通信管理局')
  expect(decisions).toMatchObject([{ by: '北京市通信管理局', byEn: 'Beijing Communications Administration' }])
})

test('the history names who acted and where it led, and the clock of each holder runs', async () => {
  const journey = await journeys.finished([provider])
  const due = async () => (await journeys.see(journey.id, journey.owner)).due
  expect(await due()).toMatchObject({ what: 'provider', total: 2, left: 2, advisory: true })
  const sheet = await journeys.sheet(journey.id, provider.staff)
  await api.inject('passFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey), remark: '证件已核对', sheet } }, { as: provider.staff })
  expect(await due()).toMatchObject({ what: 'confirmation', at: '2026-11-24T02:00:00.000Z', total: null })
  await journeys.confirm(journey)
  expect(await due()).toMatchObject({ what: 'review', total: 20, left: 20, advisory: false, at: '2026-12-21T15:59:59.000Z' })
  const view = await journeys.see(journey.id, journey.owner)
  expect(view.history.map(({ action, by, status, note }) => [action, by.role, by.name, status, note])).toEqual([
    ['create', 'owner', 'owner', 'draft', null],
    ['finish', 'owner', 'owner', 'with-providers', null],
    ['pass', 'provider', '甲方云', 'awaiting-confirmation', '证件已核对'],
    ['confirm', 'responsible-person', 'responsible-person', 'in-review', null],
  ])
  const [row] = (await api.inject('listFilings', { query: { status: 'in-review' } }, { as: journey.reviewer })).body.rows.filter(({ id }) => id === journey.id)
  expect(row).toMatchObject({ due: { what: 'review', left: 20 }, providers: [{ name: '甲方云', state: 'passed' }], openRequests: 0 })
})
