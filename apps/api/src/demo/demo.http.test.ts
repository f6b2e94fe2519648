import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fs from 'node:fs'
import path from 'node:path'
import { AccountRole, isCreditCode, parseResidentId, provinces, splitKeywords } from '@icp/domain'
import { startTestApp, type TestApp } from '../testing/app.js'
import { DemoCaller } from './demo-caller.js'
import type { DemoLogIn } from './demo-people.js'
import { demoProviders } from './demo-providers.js'
import { enterProvidersAndStaff, loadDemoData } from './load-demo-data.js'
import { creditCodeOf, residentIdOf } from './synthetic-numbers.js'

let api: TestApp
let logIns: DemoLogIn[]

beforeAll(async () => {
  api = await startTestApp({ logLevel: 'error', env: { DEMO: '1' } })
  await loadDemoData(api.app)
  logIns = JSON.parse(fs.readFileSync(path.join(api.dataDir, 'demo-log-ins.json'), 'utf8')) as DemoLogIn[]
})
afterAll(() => api.close())

const enter = async (userName: string): Promise<DemoCaller> => {
  const logIn = logIns.find((one) => one.userName === userName)!
  // A code of an authenticator works once.
  api.clock.advance(60)
  const caller = new DemoCaller(api.app, logIn.category)
  await caller.logOn(userName, logIn.password)
  return caller
}
const statuses = async (caller: DemoCaller) => (await caller.call('listFilings')).rows.map(({ status }) => status)

test('there are sixty providers and more, in every province, and one is suspended', () => {
  expect(demoProviders.length).toBeGreaterThanOrEqual(60)
  expect(new Set(demoProviders.map(({ province }) => province))).toEqual(new Set(provinces.map(({ code }) => code)))
  for (const field of ['id', 'name', 'licence'] as const) expect(new Set(demoProviders.map((provider) => provider[field])).size).toBe(demoProviders.length)
  expect(demoProviders.filter(({ state }) => state === 'suspended')).toHaveLength(1)
})

test('two keywords find several names, all holding both, and not the suspended one', async () => {
  const owner = await enter('chen-wenjing')
  const { rows } = await owner.call('searchProviders', { query: { q: '阿里 云' } })
  expect(rows.length).toBeGreaterThanOrEqual(2)
  for (const { name } of rows) for (const keyword of splitKeywords('阿里 云')) expect(name.toLowerCase()).toContain(keyword)
  expect(rows.some(({ name }) => name.includes('停云'))).toBe(false)
  expect((await owner.call('searchProviders', { query: { q: '示例' } })).total).toBe(demoProviders.length - 1)
})

test('everybody can log on with what the file says, and only its owner may read the file', async () => {
  const roles = AccountRole.options.map((role) => logIns.filter((logIn) => logIn.role === role).length)
  expect(roles).toEqual([6, 3, 3, 1, 1, 1])
  expect(fs.statSync(path.join(api.dataDir, 'demo-log-ins.json')).mode & 0o777).toBe(0o600)
  for (const { userName, role } of logIns.filter(({ role }) => role !== 'owner').slice(0, 2)) {
    expect((await (await enter(userName)).call('getMe')).role).toBe(role)
  }
})

test('owners have registered as everyone does, with both acceptances', async () => {
  const account = await (await enter('chen-wenjing')).call('getOwnAccount')
  expect(account.acceptances.map(({ document }) => document).sort()).toEqual(['pledge', 'terms'])
})

test('the consoles have work and the register holds two subjects', async () => {
  expect((await statuses(await enter('yunshan-gao'))).sort()).toEqual(['approved', 'in-review', 'with-providers'])
  expect((await statuses(await enter('alishan-luo'))).sort()).toEqual(['approved', 'returned'])
  const reviewer = await enter('guangdong-liang')
  expect(await statuses(reviewer)).toEqual(['in-review'])
  const owner = await enter('lin-zhiyuan')
  const { rows } = await owner.call('listOwnRecords')
  expect(rows).toHaveLength(1)
  expect(rows[0]!.services).toHaveLength(2)
  expect(rows[0]!.certificates).toHaveLength(1)
  const { rows: found } = await owner.call('lookUp', { query: { q: '示例龙坞.中国' } })
  expect(found).toMatchObject([{ state: 'in-force', serviceNumber: expect.stringMatching(/^浙ICP备\d{10}号-1$/) }])
})

test('nothing in the filing in review stands in its way; what its province asks on paper is said', async () => {
  const owner = await enter('wu-guohua')
  const [row] = (await owner.call('listFilings')).rows
  const { findings } = await owner.call('getFiling', { params: { id: row!.id } })
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['S-31', 'warn']])
})

test('a second load finds the accounts and changes nothing', async () => {
  const before = await Promise.all(['providers', 'accounts', 'filings', 'certificates'].map((table) => api.count(table)))
  const file = fs.readFileSync(path.join(api.dataDir, 'demo-log-ins.json'), 'utf8')
  await loadDemoData(api.app)
  expect(await Promise.all(['providers', 'accounts', 'filings', 'certificates'].map((table) => api.count(table)))).toEqual(before)
  expect(fs.readFileSync(path.join(api.dataDir, 'demo-log-ins.json'), 'utf8')).toBe(file)
})

test('a load that was interrupted is taken up by the next start', async () => {
  const other = await startTestApp({ logLevel: 'error', env: { DEMO: '1' } })
  try {
    const [logInsFile, unfinished] = ['demo-log-ins.json', 'demo-data-unfinished'].map((name) => path.join(other.dataDir, name)) as [string, string]
    await enterProvidersAndStaff(other.app, { logIns: logInsFile, unfinished })
    expect(await other.count('accounts')).toBe(9)
    const written = fs.readFileSync(logInsFile, 'utf8')
    await loadDemoData(other.app)
    expect([await other.count('accounts'), await other.count('filings'), await other.count('certificates')]).toEqual([15, 5, 2])
    expect(fs.readFileSync(logInsFile, 'utf8')).toBe(written)
    expect(fs.existsSync(unfinished)).toBe(false)
  } finally {
    await other.close()
  }
})

test('synthetic numbers pass the checks of real ones', () => {
  expect(residentIdOf('110101', '18900101', 1)).toBe('110101189001010016')
  expect(creditCodeOf('91', '110101', 1)).toBe('91110101000000019Y')
  expect(creditCodeOf('91', '330106', 2)).toBe('91330106000000027P')
  expect(parseResidentId(residentIdOf('440304', '18991231', 77))).not.toBeNull()
  expect(isCreditCode(creditCodeOf('51', '440000', 6))).toBe(true)
})
