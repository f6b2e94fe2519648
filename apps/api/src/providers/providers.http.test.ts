import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { Transactions } from '../platform/transaction.service.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { type NewProvider, ProvidersApi } from './providers.api.js'

let api: TestApp
let owner: TestAccount
let made = 0

const provider = (name: string, nameEn: string, more: Partial<NewProvider> = {}): NewProvider => ({
  id: randomUUID(), name, nameEn, licence: `B1-2026${String(++made).padStart(4, '0')}`, province: '110000', city: '110100', state: 'active', ipBlocks: [], ...more,
})

const add = (...added: NewProvider[]) => api.app.get(Transactions).write(null, (tx) => api.app.get(ProvidersApi).add(tx, added))
const search = (q: string, cursor?: string) => api.inject('searchProviders', { query: { q, cursor } }, { as: owner })
const found = async (q: string) => (await search(q)).body.rows.map(({ name }) => name)

beforeAll(async () => {
  api = await startTestApp()
  owner = await api.accounts.owner()
  await add(
    provider('示例阿里山云计算有限公司', 'Sample Alishan Cloud Computing Co., Ltd.'),
    provider('示例云阿里数据有限公司', 'Sample Yun-Ali Data Co., Ltd.'),
    provider('示例阿里数据有限公司', 'Sample Ali Data Co., Ltd.'),
    provider('示例云上科技有限公司', 'Sample Cloudtop Technology Co., Ltd.'),
    provider('示例重庆山城网络有限公司', 'Sample Chongqing Hilltown Network Co., Ltd.'),
    provider('示例百分之百%_云有限公司', "Sample O'Hundred\\Percent Co., Ltd."),
    provider('示例停业阿里云有限公司', 'Sample Suspended Ali Cloud Co., Ltd.', { state: 'suspended' }),
  )
})
afterAll(() => api.close())

test('two keywords find what contains both, in any order, whatever separates them', async () => {
  const both = ['示例阿里山云计算有限公司', '示例云阿里数据有限公司']
  for (const q of ['阿里 云', '云 阿里', '阿里\u3000云', '  阿里   云  ', '\u3000阿里\t云']) {
    expect((await found(q)).sort()).toEqual([...both].sort())
  }
})

test('one keyword works, and a third narrows further', async () => {
  expect(await found('阿里')).toHaveLength(3)
  expect(await found('阿里 云 计算')).toEqual(['示例阿里山云计算有限公司'])
  expect(await found('阿里 云 计算 数据')).toEqual([])
})

test('Latin letters match in any case and width; so do pinyin and initials', async () => {
  for (const q of ['CLOUD computing', 'ｃｌｏｕｄ ali', 'alishan', 'ALI yunjisuan']) expect(await found(q)).toEqual(['示例阿里山云计算有限公司'])
  expect(await found('alishanyun')).toEqual(['示例阿里山云计算有限公司'])
  expect(await found('slalsyjs')).toEqual(['示例阿里山云计算有限公司'])
  expect(await found('chongqing')).toEqual(['示例重庆山城网络有限公司'])
})

test('percent, underscore, quote and backslash are text', async () => {
  for (const q of ['%', '_', '%_', "o'h", '\\', 'hundred\\percent']) expect(await found(q)).toEqual(['示例百分之百%_云有限公司'])
  for (const q of ['阿%云', '阿_', "' OR 1=1 --", '%%', '\\%']) expect(await found(q)).toEqual([])
})

test('a suspended provider is never found', async () => {
  expect(await found('停业')).toEqual([])
  expect(await found('suspended')).toEqual([])
  expect((await search('阿里')).body.total).toBe(3)
})

test.each(['', '   ', '\u3000\u3000', '\t\n'])('an empty query (%j) asks for a keyword instead of giving out the list', async (q) => {
  const { status, problem } = await search(q)
  expect(status).toBe(422)
  expect(problem).toMatchObject({ code: 'provider-keyword', findings: [{ path: 'q', text: { zh: '请输入一个或两个关键词。' } }] })
})

test('more keywords than eight are refused, and a repeated one counts once', async () => {
  expect((await search('a b c d e f g h i')).status).toBe(422)
  expect(await found('云 云 云 云 云 云 云 云 云 云 阿里')).toHaveLength(2)
})

test('only signed-in owners, providers and reviewers may search', async () => {
  expect((await api.inject('searchProviders', { query: { q: '云' } })).status).toBe(401)
  const operator = await api.accounts.operator()
  expect((await api.inject('searchProviders', { query: { q: '云' } }, { as: operator })).status).toBe(403)
  const reviewer = await api.accounts.reviewer('110000')
  expect((await api.inject('searchProviders', { query: { q: '云' } }, { as: reviewer })).status).toBe(200)
})

test('pages of twenty follow each other without gap or repeat, in pinyin order', async () => {
  const names = ['安', '陈', '李', '王', '张', '赵'].flatMap((sign) => Array.from({ length: 9 }, (_, n) => `翻页${sign}${n + 1}有限公司`))
  await add(...[...names].reverse().map((name) => provider(name, `Paging ${name}`)))
  const seen: string[] = []
  let cursor: string | undefined
  let pages = 0
  do {
    const { body } = await search('翻页', cursor)
    expect(body.total).toBe(54)
    expect(body.rows.length).toBeLessThanOrEqual(20)
    seen.push(...body.rows.map(({ name }) => name))
    cursor = body.next ?? undefined
    pages++
  } while (cursor)
  expect(pages).toBe(3)
  expect(seen).toEqual(names)
})

test('a cursor that is none is refused', async () => {
  expect((await search('云', 'nonsense')).status).toBe(400)
  expect((await search('云', Buffer.from('["a","b"]').toString('base64url'))).status).toBe(422)
})

test('a suspended or unknown provider is not to be chosen; names and standing are known of all', async () => {
  const suspended = provider('示例乙有限公司', 'B', { state: 'suspended' })
  const active = provider('示例甲有限公司', 'A', { ipBlocks: ['203.0.113.0/24', '2001:db8::/32'] })
  await add(suspended, active)
  const door = api.app.get(ProvidersApi)
  await api.app.get(Transactions).write(null, async (tx) => {
    await expect(door.getActive(tx, suspended.id)).rejects.toMatchObject({ code: 'provider-not-active' })
    await expect(door.getActive(tx, randomUUID())).rejects.toMatchObject({ kind: 'invalid' })
    expect((await door.getActive(tx, active.id)).name).toBe('示例甲有限公司')
    expect(await door.names(tx, [suspended.id, active.id, randomUUID()])).toEqual(new Map([[suspended.id, '示例乙有限公司'], [active.id, '示例甲有限公司']]))
    expect(await door.findByIds(tx, [])).toEqual([])
  })
})
