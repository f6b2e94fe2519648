import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { shanghaiDay } from '@icp/domain'
import type { Client } from 'pg'
import { describeSchema } from '../../platform/describe-schema.js'
import { Limits } from '../../platform/limits.js'
import type { SuiteName } from '../../platform/crypto-suite.js'
import { Sealing } from '../../platform/sealing.js'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { ownerOf } from '../../testing/database.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../../testing/filing-journey.js'
import { otherSuite, testedSuite } from '../../testing/tested-suite.js'
import { tables } from '../data/columns.js'
import { areThere } from './coming-columns.js'
import { retireUnusedIndexKeys } from './retire-index-keys.js'
import { rotateIndexKey } from './rotate-index-key.js'

let api: TestApp
let other: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let running: Journey
let operator: TestAccount
/** Somebody who was sent a message. */
let told: TestAccount
let listed: ReturnType<FilingJourneys['content']>

beforeAll(async () => {
  api = await startTestApp()
  other = await startTestApp({ beside: api })
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
  const approved = await journeys.approved([provider])
  await journeys.finished([provider])
  running = await journeys.inReview([provider])
  operator = await api.accounts.operator()
  const [subject] = (await api.inject('listOwnRecords', {}, { as: approved.owner })).body.rows
  await api.inject('createFiling', { body: { kind: 'cancel-subject', subjectNumber: subject?.number ?? '', serviceNumbers: [] } }, { as: approved.owner })
  listed = journeys.content([provider])
  const { certificateType, certificateNumber } = listed.subject
  const entry = { reason: '虚假备案', source: '京通管〔2026〕1号', validFrom: shanghaiDay(api.clock.now()), validUntil: '', domain: '', certificateType: '', certificateNumber: '' }
  for (const given of [{ ...entry, kind: 'subject' as const, certificateType, certificateNumber }, { ...entry, kind: 'domain' as const, domain: 'listed-one.com' }]) {
    expect((await api.inject('addToBlacklist', { body: given as never }, { as: operator })).status).toBe(201)
  }
  told = approved.owner
  expect((await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } as never }, { as: told })).status).toBe(200)
})
afterAll(async () => {
  await other.close()
  await api.close()
})

const rotate = (suite: SuiteName = testedSuite) => ownerOf(api, (client) => rotateIndexKey(client, api.dataDir, suite))

const columnsOf = (as: string) => Object.entries(tables).flatMap(([table, { columns }]) => columns.filter(({ protection }) => protection.as === as).map(({ column }) => [table, column] as const))

/** Every value of the columns that are protected so. */
const valuesOf = (as: string) => ownerOf(api, async (client) => {
  const found: string[] = []
  for (const [table, column] of columnsOf(as)) {
    const { rows } = await client.query<{ value: string }>(`SELECT "${column}" AS value FROM "${table}" WHERE "${column}" IS NOT NULL`)
    found.push(...rows.map(({ value }) => `${table}.${column} ${value}`))
  }
  return found.sort()
})

/** A draft of somebody else’s about the same subject; its findings tell what it meets. */
const rulesOf = async (instance: TestApp, content: ReturnType<FilingJourneys['content']>) => {
  const owner = await api.accounts.owner()
  const { body } = await instance.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })
  const saved = await instance.inject('saveDraft', { params: { id: body.id }, body: { version: body.version, content } }, { as: owner })
  return saved.body.findings.filter(({ severity }) => severity === 'block').map(({ path, rule }) => `${path} ${rule}`).sort()
}

const refusalOf = async (instance: TestApp, content: ReturnType<FilingJourneys['content']>) => {
  const owner = await api.accounts.owner()
  const { id, version } = await journeys.draft(owner, content)
  const { problem } = await instance.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  return problem.findings.map(({ rule }) => rule)
}

const contentOf = async (journey: Journey) => (await journeys.see(journey.id, journey.owner)).content as ReturnType<FilingJourneys['content']>

test('every fingerprint to search by is another one afterwards, those of codes and counts are as they were, and so is the shape of the database', async () => {
  const shapeOf = async (client: Client) => (await describeSchema(client)).split('\n').sort()
  const shape = await ownerOf(api, shapeOf)
  const [searched, kept] = [await valuesOf('searched'), await valuesOf('keyed')]
  const { rows } = await rotate()
  expect(rows).toBeGreaterThan(10)
  const after = await valuesOf('searched')
  expect(after).toHaveLength(searched.length)
  expect(after.filter((value) => searched.includes(value))).toEqual(['blacklist_entries.key listed-one.com'])
  expect(new Set(after.map((value) => value.split(' ')[0]))).toEqual(new Set(columnsOf('searched').map((name) => name.join('.')).filter((name) => !/receiving_key|invitations/.test(name))))
  expect(await valuesOf('keyed')).toEqual(kept)
  expect(await ownerOf(api, shapeOf)).toEqual(shape)
})

test('every instance finds and refuses afterwards what it did before: recipients, phones that are taken, subjects on their way, conflicts, the blacklist', async () => {
  const met = await contentOf(running)
  const look = async (instance: TestApp) => ({
    found: (await instance.inject('listMessages', { body: { recipient: told.mobile } }, { as: operator })).body.total,
    against: await rulesOf(instance, met), blacklisted: await refusalOf(instance, listed),
    taken: await api.accounts.owner({ mobile: running.owner.mobile }).then(() => 'free', (error: { code?: string }) => error.code),
  })
  const before = await look(api)
  expect(before.found).toBeGreaterThan(0)
  expect(before.against.length).toBeGreaterThan(0)
  expect(before.blacklisted).toEqual(['X-26'])
  expect(before.taken).toBe('23505')
  await rotate()
  expect([await look(other), await look(api)]).toEqual([before, before])
})

test('a change of suite is followed by the rotation, while instances of either suite run', async () => {
  const changed = await startTestApp({ beside: api, env: { CRYPTO_SUITE: otherSuite } })
  try {
    const met = await contentOf(running)
    const before = await rulesOf(changed, met)
    expect(before).toEqual(await rulesOf(api, met))
    await rotate(otherSuite)
    expect(await rulesOf(changed, met)).toEqual(before)
    expect(await rulesOf(api, met)).toEqual(before)
    expect(await ownerOf(api, async (client) => (await client.query(`SELECT use, suite FROM fingerprint_keys ORDER BY use`)).rows)).toEqual([{ use: 'mark', suite: testedSuite }, { use: 'search', suite: otherSuite }])
  } finally {
    await changed.close()
  }
  await rotate()
})

test('a rotation widens no limit', async () => {
  const limit = { name: 'tried-once', points: 1, seconds: 3600 }
  const limits = api.app.get(Limits)
  await limits.take(limit, '203.0.113.7')
  await rotate()
  await expect(limits.take(limit, '203.0.113.7')).rejects.toMatchObject({ code: 'too-many' })
})

test('stopped at any moment, it leaves a system that works, and goes on with the key that it had begun with when it is run again', async () => {
  const met = await contentOf(running)
  const before = await rulesOf(api, met)
  const reached = new Set<string>()
  for (let ms = 1; !reached.has('whole'); ms = Math.ceil(ms * 1.6)) {
    const whole = await ownerOf(api, async (client) => {
      client.on('error', () => undefined)
      const { rows: [{ pid } = { pid: 0 }] } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      const run = rotateIndexKey(client, api.dataDir, testedSuite).then(() => true, () => false)
      setTimeout(() => void api.db.query('SELECT 1').then(() => ownerOf(api, (killer) => killer.query('SELECT pg_terminate_backend($1)', [pid]))), ms)
      return run
    }).catch(() => false)
    reached.add(whole ? 'whole' : 'stopped')
    expect(await rulesOf(other, met)).toEqual(before)
  }
  expect([...reached].sort()).toEqual(['stopped', 'whole'])
  expect(await ownerOf(api, areThere)).toBe(false)
})

test('a value that changes while the new ones are worked out is found by what it is now', async () => {
  const owner = await api.accounts.owner()
  await ownerOf(api, async (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<unknown>
    let changed = false
    // Between the filling and the switch.
    client.query = (async (...given: unknown[]) => {
      if (!changed && String(given[0]).includes('INDEX CONCURRENTLY')) {
        changed = true
        const sealing = api.app.get(Sealing)
        await api.db.query('UPDATE accounts SET mobile = $2, mobile_index = $3 WHERE id = $1', [
          owner.id, sealing.seal({ table: 'accounts', column: 'mobile', row: owner.id }, '13900007777'), sealing.index({ kind: 'mobile', text: '13900007777' }),
        ])
      }
      return query(...given)
    }) as never
    await rotateIndexKey(client, api.dataDir, testedSuite)
    expect(changed).toBe(true)
  })
  await expect(api.accounts.owner({ mobile: '13900007777' })).rejects.toMatchObject({ code: '23505' })
  await expect(api.accounts.owner({ mobile: owner.mobile })).resolves.toMatchObject({ mobile: owner.mobile })
})

test('a fingerprint of a text that is stored nowhere stops it, and nothing has changed', async () => {
  const before = await valuesOf('searched')
  await ownerOf(api, (client) => client.query(`UPDATE conflict_keys SET key = 'of-nothing' WHERE ctid = (SELECT ctid FROM conflict_keys WHERE key IS NOT NULL LIMIT 1)`))
  const damaged = await valuesOf('searched')
  await expect(rotate()).rejects.toThrow('1 of conflict_keys.key')
  expect(await valuesOf('searched')).toEqual(damaged)
  const [lost] = before.filter((value) => !damaged.includes(value))
  await ownerOf(api, (client) => client.query(`UPDATE conflict_keys SET key = $1 WHERE key = 'of-nothing'`, [lost?.split(' ')[1]]))
  await expect(rotate()).resolves.toMatchObject({ keyId: expect.any(String) })
})

test('of two registrations with one phone, and of two finishes about one subject, one wins while keys change under them', async () => {
  const over = new AbortController()
  const turning = (async () => {
    let turns = 0
    while (!over.signal.aborted) turns += (await rotate()).rows > 0 ? 1 : 0
    return turns
  })()
  try {
    for (let round = 0; round < 4; round++) {
      const mobile = `1370000000${round}`
      const phones = await Promise.allSettled([1, 2].map(() => api.accounts.owner({ mobile })))
      expect(phones.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const content = journeys.content([provider])
      const drafts = await Promise.all([1, 2].map(async (n) => {
        const owner = await api.accounts.owner()
        const services = content.services.map((service) => ({ ...service, domain: `race${round}-${n}.com`, homePage: `www.race${round}-${n}.com`, name: `${service.name}${round}${n}` }))
        return { owner, ...(await journeys.draft(owner, { ...content, services })) }
      }))
      const answers = await Promise.all(drafts.map(({ id, version, owner }, n) => (n === 0 ? api : other).inject('finishFiling', { params: { id }, body: { version } }, { as: owner })))
      expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1)
      expect(answers.every(({ status }) => status < 500)).toBe(true)
    }
  } finally {
    over.abort()
    expect(await turning).toBeGreaterThan(0)
  }
})

test('an old key is taken away when nothing is made with it, and never that of codes and counts', async () => {
  const gone = await ownerOf(api, (client) => retireUnusedIndexKeys(client, api.dataDir))
  expect(gone.length).toBeGreaterThan(1)
  const fresh = await startTestApp({ beside: api })
  const found = await fresh.inject('listMessages', { body: { recipient: told.mobile } }, { as: operator })
  await fresh.close()
  expect(found.body.total).toBeGreaterThan(0)
  expect(await ownerOf(api, (client) => retireUnusedIndexKeys(client, api.dataDir))).toEqual([])
})
