import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals'
import { Logger } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { problemFor } from './refusal.filter.js'

let api: TestApp
const warned = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {})
beforeAll(async () => { api = await startTestApp() })
beforeEach(() => { warned.mockClear() })
afterAll(() => api.close())

test('who is refused for lack of a right stands in the log, by account and code', async () => {
  const as = await api.accounts.owner()
  const { problem } = await api.inject('getSwitches', {}, { as })
  expect(warned.mock.calls).toEqual([[{ requestId: problem.requestId, status: 403, code: problem.code, account: as.id }, 'refused']])
})

test('so does what tries to get around the gate, with nothing of what was sent', async () => {
  const as = await api.accounts.owner()
  await api.inject('createFiling', { body: { kind: 'new-subject', subjectNumber: '\u0000 13800000000' } } as never, { as })
  await api.inject('createFiling', { body: { kind: 'new-subject' } } as never, { as, headers: { 'x-icp-client': undefined } })
  await api.app.inject({ method: 'POST', url: '/api/filings', headers: { 'x-icp-client': '1', 'content-type': 'text/xml', cookie: as.cookie }, payload: '<a/>' })
  expect(warned.mock.calls.map(([entry]) => (entry as { status: number }).status)).toEqual([400, 403, 415])
  expect(JSON.stringify(warned.mock.calls)).not.toContain('13800000000')
})

test('a mistake in a form, and what is not there, is nobody’s attack', async () => {
  const as = await api.accounts.owner()
  await api.inject('createFiling', { body: { kind: 'no-kind' } } as never, { as })
  await api.inject('getFiling', { params: { id: '00000000-0000-4000-8000-00000000dead' } }, { as })
  expect(warned.mock.calls).toEqual([])
})

/** A transaction that the database cuts, and goes on once `noticed` says so. */
const cutTransaction = (noticed: (pid: number, tx: EntityManager) => Promise<boolean>) => api.app.get(Transactions).write(null, async (tx) => {
  const { rows: [own] } = await statement<{ pid: number }>(tx, `SELECT pg_backend_pid() AS pid, set_config('idle_in_transaction_session_timeout', '50', true)`)
  while (!(await noticed(own?.pid ?? 0, tx))) continue
  await statement(tx, 'SELECT 1')
}).catch((error: unknown) => error)

test.each([
  ['the server has ended it', async (pid: number) => (await api.db.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])).length === 0],
  ['the connection was given up for it', async (_pid: number, tx: EntityManager) => {
    await api.db.query('SELECT 1')
    return tx.queryRunner?.isReleased === true
  }],
])('who was in a transaction that the database has cut, since nothing happened in it for too long, is told to try again once %s', async (_when, noticed) => {
  expect(problemFor(await cutTransaction(noticed), 'request')).toMatchObject({ status: 503, code: 'away', retryAfter: 5 })
})

test('a value that does not open is nobody’s to mend: nothing is shown, and the log names its place', async () => {
  const errors = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => {})
  const owner = await api.accounts.owner()
  await api.db.query('UPDATE sessions SET address = (SELECT mobile FROM accounts WHERE id = $1) WHERE account_id = $1', [owner.id])
  const { status, problem } = await api.inject('listOwnSessions', {}, { as: owner })
  expect([status, problem.code, problem.retryAfter, errors.mock.calls.map(([entry]) => (entry as { err: Error }).err.message)]).toEqual([503, 'value-damaged', 3600, [expect.stringMatching(/^sessions\.address of /)]])
  errors.mockRestore()
})
