import { Refusal } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { AuditApi } from '../audit/audit.api.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { testedSuite } from '../testing/tested-suite.js'
import { suites } from './crypto-suite.js'
import { Once } from './once.js'
import { statement } from './statement.js'
import { Transactions } from './transaction.service.js'

let api: TestApp
let transactions: Transactions

beforeAll(async () => {
  api = await startTestApp({ env: { DATABASE_PATIENCE: '' } })
  transactions = api.app.get(Transactions)
})
afterAll(() => api.close())

/** Of an operation that needs no entry in the audit. */
const once = (key: string, request = 'request', actor = 'actor') => new Once(actor, 'acceptForRegistration', key, request)

/** Something that work waits for, and that opens once: nothing here depends on how fast the machine is. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => { open = resolve })
  return { open, opened }
}

test('what throws leaves nothing behind, not even the key', async () => {
  const failing = transactions.write(once('rolled-back'), async (tx) => {
    await statement(tx, `INSERT INTO spent_proofs VALUES ('rolled-back', now())`)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await api.count('spent_proofs')).toBe(0)
  expect(await api.count('idempotency_records')).toBe(0)
})

test('a repeat with the same key gets the first answer and does nothing', async () => {
  let done = 0
  const work = async () => ({ done: ++done, name: '张三' })
  const [first, repeat] = [once('repeat'), once('repeat')]
  expect(await transactions.write(first, work)).toEqual({ done: 1, name: '张三' })
  expect(await transactions.write(repeat, work)).toEqual({ done: 1, name: '张三' })
  expect([first.replayed, repeat.replayed]).toEqual([false, true])
})

test('stored answers are sealed, since they may hold personal data', async () => {
  await transactions.write(once('sealed'), async () => ({ name: '王五' }))
  const [row] = await api.db.query(`SELECT answer FROM idempotency_records WHERE key = 'sealed'`)
  expect(row.answer).toMatch(new RegExp(`^${suites[testedSuite].form}\\.[0-9a-f]{8}\\.`))
})

test('the same key for another request is refused, for another actor it is another key', async () => {
  await transactions.write(once('shared'), async () => 1)
  await expect(transactions.write(once('shared', 'another request'), async () => 2)).rejects.toMatchObject({ kind: 'invalid', code: 'idempotency-key-reused' })
  expect(await transactions.write(once('shared', 'another request', 'another actor'), async () => 3)).toBe(3)
})

test('eight at the same moment have one effect and one answer', async () => {
  let done = 0
  const answers = await Promise.all(Array.from({ length: 8 }, () => transactions.write(once('race'), async (tx) => {
    await statement(tx, 'SELECT pg_sleep(0.05)')
    return ++done
  })))
  expect(answers).toEqual(Array.from({ length: 8 }, () => 1))
})

test('a repeat waits two seconds for one that still runs, then says when to try again', async () => {
  const [begun, refused] = [gate(), gate()]
  const running = transactions.write(once('slow'), async () => {
    begun.open()
    await refused.opened
    return 'done'
  })
  await begun.opened
  await expect(transactions.write(once('slow'), async () => 'twice')).rejects.toMatchObject({ kind: 'conflict', code: 'still-running', retryAfter: 2 })
  refused.open()
  expect(await running).toBe('done')
})

test('a lock that is not to be had within two seconds is a refusal that says when to try again', async () => {
  await statement(api.db.manager, `INSERT INTO spent_proofs VALUES ('locked', now())`)
  const [held, refused] = [gate(), gate()]
  const lock = (then: () => Promise<void>) => transactions.write(null, async (tx) => {
    await statement(tx, `SELECT 1 FROM spent_proofs WHERE digest = 'locked' FOR UPDATE`)
    await then()
  })
  const holding = lock(async () => {
    held.open()
    await refused.opened
  })
  await held.opened
  const refusal = await lock(async () => {}).catch((error: unknown) => error)
  refused.open()
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ kind: 'conflict', code: 'busy', retryAfter: 1 })
  await holding
})

test('two that lock crosswise: one is done, the other may try again', async () => {
  await statement(api.db.manager, `INSERT INTO spent_proofs VALUES ('left', now()), ('right', now())`)
  const each = { left: gate(), right: gate() }
  const both = (first: 'left' | 'right', second: 'left' | 'right') => transactions.write(null, async (tx) => {
    await statement(tx, 'SELECT 1 FROM spent_proofs WHERE digest = $1 FOR UPDATE', [first])
    each[first].open()
    await each[second].opened
    await statement(tx, 'SELECT 1 FROM spent_proofs WHERE digest = $1 FOR UPDATE', [second])
  })
  const results = await Promise.allSettled([both('left', 'right'), both('right', 'left')])
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'conflict', code: 'busy' } })
})

test('the application may add to the audit and read it, and nothing else', async () => {
  for (const text of ['UPDATE audit_entries SET at = now()', 'DELETE FROM audit_entries', 'TRUNCATE audit_entries', 'DROP TABLE audit_entries', 'CREATE TABLE mine (a int)']) {
    await expect(api.db.query(text)).rejects.toMatchObject({ code: '42501' })
  }
})

test('no entry in the audit, no act: work under a key that appends none is rolled back, and its key with it', async () => {
  const work = (append: boolean) => transactions.write(new Once('actor', 'passFiling', 'no-entry', 'request'), async (tx) => {
    await statement(tx, `INSERT INTO spent_proofs VALUES ('no-entry', now())`)
    const event = { actor: { role: 'clock' }, action: 'test.act', objectType: 'test', objectId: '1' } as const
    if (append) await api.app.get(AuditApi).append(tx, event)
    return {}
  })
  const before = [await api.count('spent_proofs'), await api.count('idempotency_records')]
  await expect(work(false)).rejects.toThrow('passFiling wrote no audit entry')
  expect([await api.count('spent_proofs'), await api.count('idempotency_records')]).toEqual(before)
  await work(true)
  expect(await api.count('spent_proofs')).toBe(before[0]! + 1)
})
