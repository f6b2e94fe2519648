import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { erasedUserName, keptSeconds, type RegistrationContent } from '@icp/domain'
import { setTimeout as pause } from 'node:timers/promises'
import { actAs, house } from '../../platform/acting.js'
import { Sealing } from '../../platform/sealing.js'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { ownerOf } from '../../testing/database.js'
import { FilingJourneys } from '../../testing/filing-journey.js'
import { force, onRecord } from '../../testing/forced.js'
import { draftChange, publishChange, sampleCode } from '../../testing/rule-changes.js'
import { newProvider } from '../../testing/staff.js'
import { sealedColumns, turnSealed } from '../reseal.js'
import { retentionReach, RetentionService } from './retention.service.js'

let api: TestApp
let security: TestAccount
const period = keptSeconds('former-staff')
const reason = '离职'

beforeAll(async () => {
  api = await startTestApp()
  security = await api.accounts.securityAdministrator()
})
afterAll(() => api.close())

const run = (dry = false) => actAs(house(...retentionReach), () => api.app.get(RetentionService, { strict: false }).run({ dry }))
const emptied = async (dry = false) => (await run(dry)).find(({ table }) => table === 'accounts')!.rows
const disable = (id: string) => api.inject('disableAccount', { params: { id }, body: { reason } }, { as: security })
const enable = (id: string) => api.inject('enableAccount', { params: { id }, body: { reason: '复岗' } }, { as: security })
const shown = async (id: string) => (await api.inject('getAccount', { params: { id } }, { as: security })).body
const rowOf = async (id: string) => (await api.db.query('SELECT * FROM accounts WHERE id = $1', [id]))[0] as Record<string, unknown>
/** As if the account had been disabled so many seconds ago. */
const disabledFor = (id: string, seconds: number) =>
  ownerOf(api, (client) => client.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [id, new Date(Date.parse(api.clock.now()) - seconds * 1000).toISOString()]))

test('of staff who stayed disabled for the period nothing says any more who they were: of a provider, an administration, and of each kind of administrator', async () => {
  const providerId = await newProvider(api)
  const people = [
    await api.accounts.provider(providerId), await api.accounts.logOnAs({ role: 'reviewer', province: '110000' }), await api.accounts.operator(),
    await api.accounts.securityAdministrator(), await api.accounts.auditAdministrator(),
  ]
  for (const { id } of people) {
    expect((await disable(id)).body.account).toMatchObject({ state: 'disabled', emptiedFrom: new Date(Date.parse(api.clock.now()) + period * 1000).toISOString() })
    await disabledFor(id, period - 60)
  }
  expect([await emptied(true), await emptied()]).toEqual([0, 0])
  for (const { id } of people) await disabledFor(id, period + 60)
  const before = await Promise.all(people.map(({ id }) => rowOf(id)))
  expect(await emptied(true)).toBe(people.length)
  expect(await Promise.all(people.map(({ id }) => rowOf(id)))).toEqual(before)
  expect(await emptied()).toBe(people.length)
  for (const [n, { id, role, userName, mobile, email }] of people.entries()) {
    const after = await rowOf(id)
    for (const column of ['user_name', 'user_name_key', 'name', 'password', 'mobile', 'mobile_index', 'email', 'email_index']) {
      expect([role, column, after[column]]).not.toEqual([role, column, before[n]![column]])
    }
    expect(after['disabled_at']).toEqual(before[n]!['disabled_at'])
    for (const table of ['authenticators', 'recovery_codes', 'sessions', 'known_devices', 'notices', 'recovery_requests', 'contact_changes']) {
      expect([table, await api.db.query(`SELECT 1 FROM ${table} WHERE account_id = $1`, [id])]).toEqual([table, []])
    }
    const account = await api.inject('getAccount', { params: { id } }, { as: security })
    expect(account.body).toMatchObject({ state: 'emptied', emptiedFrom: null, name: '', mobile: '', email: '', authenticatorSince: null, acts: [{ act: 'disable', by: security.userName }] })
    for (const secret of [userName, mobile, email]) expect(account.text).not.toContain(secret)
    expect(await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'account.empty' AND object_id = $1`, [id])).toEqual([{ detail: { rule: 'former-staff' } }])
  }
  expect(await emptied()).toBe(0)
  const listed = async (state: 'disabled' | 'closed' | 'emptied') => (await api.inject('listAccounts', { query: { state } }, { as: security })).body.rows.map(({ id }) => id).toSorted()
  expect([await listed('disabled'), await listed('closed'), await listed('emptied')]).toEqual([[], [], people.map(({ id }) => id).toSorted()])
  const colleague = await api.accounts.provider(providerId)
  const team = (await api.inject('listTeam', {}, { as: colleague })).body.rows
  expect(team.find(({ id }) => id === people[0]!.id)).toMatchObject({ name: '', state: 'emptied', emptiedFrom: null })
})

test('an emptied account is refused whatever is asked for it, also what was asked for before and is agreed to after; the database holds it closed', async () => {
  const who = await api.accounts.operator()
  const second = await api.accounts.auditAdministrator()
  await disable(who.id)
  expect((await enable(who.id)).body).toMatchObject({ waitsForSecondPerson: true })
  const request = (await api.inject('listAccountRequests', { query: { state: 'waiting' } }, { as: second })).body.rows.find(({ accountId }) => accountId === who.id)!
  await disabledFor(who.id, period + 60)
  expect(await emptied()).toBe(1)
  expect((await api.inject('decideAccountRequest', { params: { id: request.id }, body: { agree: true } }, { as: second })).problem).toMatchObject({ status: 409, code: 'request-overtaken' })
  const post = { role: 'operator' as const, providerId: null, province: null, reason }
  const refused = [
    await enable(who.id), await disable(who.id), await api.inject('requestRoleChange', { params: { id: who.id }, body: post }, { as: security }),
    await api.inject('resetAuthenticator', { params: { id: who.id }, body: { reason } }, { as: security }),
  ]
  expect(refused.map(({ problem }) => [problem.status, problem.code])).toEqual(refused.map(() => [409, 'account-emptied']))
  await expect(api.db.query('UPDATE accounts SET disabled_at = NULL WHERE id = $1', [who.id])).rejects.toThrow(/accounts_closed_stays_so/)
  await expect(api.db.query(`UPDATE accounts SET name = '某人' WHERE id = $1`, [who.id])).rejects.toThrow(/accounts_closed_stays_so/)
})

test('who is enabled within the period and disabled again has the whole period anew; an owner who is disabled is left alone', async () => {
  const [clerk, owner] = [await api.accounts.provider(await newProvider(api)), await api.accounts.owner()]
  for (const { id } of [clerk, owner]) await disable(id)
  await disabledFor(owner.id, 2 * period)
  await disabledFor(clerk.id, period - 60)
  expect((await enable(clerk.id)).body.account).toMatchObject({ state: 'active', emptiedFrom: null })
  await disable(clerk.id)
  await disabledFor(clerk.id, period - 60)
  expect(await emptied()).toBe(0)
  expect(await shown(owner.id)).toMatchObject({ state: 'disabled', emptiedFrom: null, name: expect.stringMatching(/./) })
})

test('of enabling and emptying at the same moment one happens, whole', async () => {
  for (let round = 0; round < 12; round++) {
    const clerk = await api.accounts.provider(await newProvider(api))
    await disable(clerk.id)
    await disabledFor(clerk.id, period + 60)
    const [found, enabled] = await Promise.all([emptied(), pause(8 * round).then(() => enable(clerk.id))])
    const { state, name } = await shown(clerk.id)
    expect([found, enabled.status, state, name === '']).toEqual(enabled.status === 200 ? [0, 200, 'active', false] : [1, 409, 'emptied', true])
  }
})

/** Where the name or user name of staff who have left still stands, each as decision 0075 says: records of who decided, kept by law. */
const recordsKept: Readonly<Record<string, string>> = {
  'corrections.by_name': 'history of a filing: what a provider corrected',
  'verification_sheets.by_name': 'verification sheet',
  'rule_changes.drafted_by': 'published rule',
  'rule_changes.published_by': 'published rule',
}

/** `table.column` of every column of the database in which somebody is named, of any type, and of what is sealed as it is opened. A draft of the rules is looked at apart from what is published. */
const placesThatName = (names: readonly string[]) => ownerOf(api, async (client) => {
  const { rows } = await client.query<{ schema: string; table: string; column: string }>(
    `SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema IN ('public', 'pgboss') AND t.table_type = 'BASE TABLE'`,
  )
  const places: string[] = []
  for (const { schema, table, column } of rows) {
    const kept = table === 'rule_changes' ? `CASE state WHEN 'draft' THEN ' of a draft' ELSE '' END` : `''`
    const found = await client.query<{ kept: string }>(`SELECT DISTINCT ${kept} AS kept FROM ${schema}."${table}" WHERE "${column}"::text LIKE ANY ($1)`, [names.map((name) => `%${name}%`)])
    places.push(...found.rows.map((row) => `${table}.${column}${row.kept}`))
  }
  const sealing = api.app.get(Sealing)
  for (const column of sealedColumns) {
    const held: string[] = []
    for (const row of (await client.query<Record<string, unknown>>(`SELECT * FROM ${column.table}`)).rows) {
      turnSealed(column, row, (place, sealed) => {
        held.push(sealing.open(place, sealed))
        return sealed
      })
    }
    if (held.some((text) => names.some((name) => text.includes(name)))) places.push(`${column.table}.${column.column}`)
  }
  return places.toSorted()
})

test('name and user name of staff who were emptied stand in no column of the database but the records that are kept by law, and are answered to nobody else', async () => {
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  const [asking, turning, auditing] = [
    await api.accounts.securityAdministrator({ userName: 'leaver-security', name: '离职者甲' }), await api.accounts.operator({ userName: 'leaver-operator', name: '离职者乙' }),
    await api.accounts.auditAdministrator({ userName: 'leaver-auditor', name: '离职者丙' }),
  ]
  const [verifying, reviewing] = [await api.accounts.provider(provider.id, { userName: 'leaver-provider', name: '离职者丁' }), await api.accounts.reviewer('110000', { userName: 'leaver-reviewer', name: '离职者戊' })]
  const [colleague, staying] = [await api.accounts.reviewer('110000'), await api.accounts.operator()]
  const names = ['leaver-', '离职者']

  await disable(staying.id)
  expect((await api.inject('enableAccount', { params: { id: staying.id }, body: { reason: '复岗' } }, { as: asking })).body).toMatchObject({ waitsForSecondPerson: true })
  const request = (await api.inject('listAccountRequests', { query: { state: 'waiting' } }, { as: auditing })).body.rows.find(({ accountId }) => accountId === staying.id)!
  expect((await api.inject('decideAccountRequest', { params: { id: request.id }, body: { agree: true } }, { as: auditing })).status).toBe(200)
  expect((await api.inject('setSwitches', { body: { smsPlatform: 'off' } }, { as: turning })).status).toBe(200)
  expect((await api.inject('setSmsBudget', { body: { dailyBudget: 900 } }, { as: turning })).status).toBe(200)
  await publishChange(api, turning, sampleCode(api))
  const draft = await draftChange(api, turning)
  const corrected = await journeys.finished([{ ...provider, staff: verifying }])
  const asked = await api.inject('openCorrectionRequest', { params: { id: corrected.id }, body: { version: await journeys.version(corrected), fields: ['subject.name'], reason: '更名' } }, { as: verifying })
  const { version, content } = await journeys.see(corrected.id, verifying)
  const renamed = { ...content, subject: { ...(content as RegistrationContent).subject, name: '北京新名有限公司' } } as RegistrationContent
  expect((await api.inject('correctFiling', { params: { id: corrected.id }, body: { version, requestId: asked.body.id, reason: '已核实', content: renamed } }, { as: verifying })).status).toBe(201)
  const returned = await journeys.inReview([{ ...provider, staff: verifying }])
  const findings = [{ path: 'subject.name', reason: '不清晰', suggestion: '' }]
  expect((await api.inject('returnFiling', { params: { id: returned.id }, body: { version: await journeys.version(returned), opinion: '证件模糊', findings } }, { as: reviewing })).status).toBe(200)
  const record = await onRecord(api, journeys, [provider])
  expect((await force(api, record, record.subjectNumber, { listSubject: true, listDomains: true }, reviewing)).status).toBe(201)

  const before = await placesThatName(names)
  expect(before).toEqual(expect.arrayContaining(['accounts.name', 'accounts.user_name', 'rule_changes.drafted_by of a draft', 'switches.changed_by']))
  for (const { id } of [asking, turning, auditing, verifying, reviewing]) {
    await disable(id)
    await disabledFor(id, period + 60)
  }
  // Answers that are kept for repeats live a day, and these were given half a year ago.
  await ownerOf(api, (client) => client.query('DELETE FROM idempotency_records'))
  expect(await emptied()).toBe(5)
  expect(await placesThatName(names)).toEqual(Object.keys(recordsKept).toSorted())

  const again = await api.accounts.logOnAgain(staying)
  const erasedName = erasedUserName(turning.id)
  expect((await api.inject('getSwitches', {}, { as: again })).body.changedBy).toBe(erasedName)
  expect((await api.inject('getRuleChange', { params: { id: draft.id } }, { as: again })).body.draftedBy).toBe(erasedName)
  const inboxes = [await api.inject('listNotices', {}, { as: security }), await api.inject('listNotices', {}, { as: colleague })]
  expect(inboxes.map(({ body }) => body.rows.map(({ text }) => text.zh))).toEqual([
    expect.arrayContaining([expect.stringContaining('一位“安全管理员”提出了一项账号申请')]), expect.arrayContaining([expect.stringContaining(`一位“审核人员”强制注销了 ${record.subjectNumber}`)]),
  ])
})
