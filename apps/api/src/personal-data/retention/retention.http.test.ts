import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { draftKeeping, keptSeconds, type RegistrationContent, stoppedNameSeconds } from '@icp/domain'
import { attemptSeconds } from '../../accounts/log-on/log-on.repository.js'
import { PhoneRecoveriesRepository } from '../../accounts/lost-phone/phone-recoveries.repository.js'
import { deliveryQueue } from '../../notifications/delivery.service.js'
import { actAs, house } from '../../platform/acting.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { ownerOf } from '../../testing/database.js'
import { FilingJourneys } from '../../testing/filing-journey.js'
import { invite } from '../../testing/staff.js'
import { solvedVerification } from '../../testing/verification.js'
import { holding, passingTables, type Removed, retentionReach, RetentionService } from './retention.service.js'

let api: TestApp
let journeys: FilingJourneys
const day = 24 * 3600

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
})
afterAll(() => api.close())

const run = (dry = false): Promise<Removed[]> => actAs(house(...retentionReach), () => api.app.get(RetentionService, { strict: false }).run({ dry }))
const removed = (found: Removed[]) => Object.fromEntries(found.filter(({ rows }) => rows > 0).map(({ table, rows }) => [table, rows]))
const counts = async () => Object.fromEntries(await Promise.all(passingTables.map(async ({ table }) => [table, await api.count(table)]))) as Record<string, number>
const passed = async (seconds: number) => {
  api.clock.advance(seconds)
  return removed(await run())
}

/** Something in every table whose rows go, of an owner who is new. */
async function everyKind() {
  const provider = await journeys.provider()
  const owner = await api.accounts.owner()
  await api.inject('startRegistration')
  await api.inject('drawVerificationPicture', { body: { purpose: 'log-on' } })
  await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })
  await api.inject('startContactChange', { body: { channel: 'mobile', value: '13911112222', password: owner.password } }, { as: owner })
  const operator = await api.accounts.operator()
  const form = { kind: 'subject' as const, domain: '', certificateType: '2', certificateNumber: '110101189001010016', reason: '提供虚假信息', source: '京通管〔2026〕1号', validFrom: '2026-01-01', validUntil: '' }
  const { id, version } = (await api.inject('addToBlacklist', { body: form }, { as: operator })).body
  await api.inject('liftFromBlacklist', { params: { id }, body: { version } }, { as: operator })
  const mobile = '13911113333'
  const { mail, phone } = (await api.inject('startPhoneRecovery', { body: { mobile, password: owner.password } }, { as: owner })).body
  await api.inject('confirmPhoneRecovery', { body: { mobile, mailCode: mail.onScreen!.code, phoneCode: phone.onScreen!.code } }, { as: owner })
  await api.inject('stopPhoneRecovery', {}, { as: owner })
  for (const password of [owner.password, 'not the password']) {
    await api.inject('logOn', { body: { category: 'owner', userName: owner.userName, password, verification: await solvedVerification(api) } })
  }
  await api.inject('askPasswordReset', { body: { category: 'owner', userName: owner.userName, verification: await solvedVerification(api, 'recovery') } })
  await journeys.draft(owner, journeys.content([provider]))
  await ownerOf(api, (client) => client.query(
    `INSERT INTO known_devices (account_id, token, first_seen_at, last_seen_at) VALUES ($1, repeat('0', 64), $2, $2);`.replace('$1', `'${owner.id}'`).replaceAll('$2', `'${api.clock.now()}'`),
  ))
  const security = await api.accounts.securityAdministrator()
  await invite(api, security)
  await api.inject('disableAccount', { params: { id: (await api.accounts.operator()).id }, body: { reason: '离职' } }, { as: security })
  await api.runJobs(deliveryQueue)
  return owner
}

test('each kind of row goes in its own time and not before; a dry run says what would go and takes nothing', async () => {
  const owner = await everyKind()
  const start = await counts()
  expect(removed(await run(true))).toEqual({})

  api.clock.advance(60 * 60)
  expect(removed(await run(true))).toMatchObject({ sessions: start.sessions, verification_pictures: expect.any(Number) })
  expect(await counts()).toEqual(start)
  expect(await passed(0)).toMatchObject({ sessions: start.sessions })

  expect(await passed(day)).toMatchObject({ registrations: 1, one_time_codes: expect.any(Number) })
  expect(await passed(5.9 * day)).not.toHaveProperty('idempotency_records')
  expect(await passed(0.2 * day)).toMatchObject({ idempotency_records: start.idempotency_records })
  expect(await passed(22 * day)).not.toHaveProperty('outbox_messages')
  expect(await passed(2 * day)).toMatchObject({ outbox_messages: start.outbox_messages })

  // 166 days: told, and not removed; saved 180 days ago and told 14 days ago: removed.
  expect(await passed((draftKeeping.days - draftKeeping.remindedBefore - 31.1) * day)).not.toHaveProperty('filings')
  expect(await passed(0.2 * day)).not.toHaveProperty('filings')
  const told = await api.db.query('SELECT title_en FROM notices WHERE account_id = $1', [owner.id])
  expect(told.map((row: { title_en: string }) => row.title_en)).toContain('A draft will be removed')
  expect(await passed(13.5 * day)).not.toHaveProperty('filings')
  expect(await passed(day)).toMatchObject({ filings: 1 })
  await api.runJobs(deliveryQueue)
  expect(await passed(400 * day)).toMatchObject({ known_devices: 1, accounts: 1 })
  const left = await counts()
  // Of accounts stays that there were some, of invitations that somebody was invited.
  expect(Object.entries(left).filter(([, n]) => n > 0)).toEqual(['accounts', 'blacklist_entries', 'invitations', 'phone_recoveries'].map((table) => [table, start[table]]))
})

test('what the audit says of log-ons, and a filing that was handed in, are there after two years', async () => {
  const provider = await journeys.provider()
  const journey = await journeys.finished([provider])
  const audit = await api.count('audit_entries')
  api.clock.advance(730 * day)
  await run()
  expect(await api.count('audit_entries')).toBeGreaterThanOrEqual(audit)
  expect(Number((await api.db.query('SELECT count(*) AS n FROM filing_revisions WHERE filing_id = $1', [journey.id]))[0].n)).toBe(1)
})

test('a draft that is saved after the reminder starts its time anew and is told of anew', async () => {
  const provider = await journeys.provider()
  const owner = await api.accounts.owner()
  const draft = await journeys.draft(owner, journeys.content([provider]))
  await passed((draftKeeping.days - 10) * day)
  const again = await api.accounts.logOnAgain(owner)
  const { version } = await journeys.see(draft.id, again)
  await api.inject('saveDraft', { params: { id: draft.id }, body: { version, content: draft.content as RegistrationContent } }, { as: again })
  expect(await passed(15 * day)).not.toHaveProperty('filings')
  expect(await passed((draftKeeping.days - 15) * day)).not.toHaveProperty('filings')
  expect(await passed(15 * day)).toMatchObject({ filings: 1 })
  const told = await api.db.query(`SELECT 1 FROM notices WHERE account_id = $1 AND title_en = 'A draft will be removed'`, [owner.id])
  expect(told).toHaveLength(2)
})

test('two runs at one moment remove each row once', async () => {
  const provider = await journeys.provider()
  for (let n = 0; n < 3; n++) await journeys.draft(await api.accounts.owner(), journeys.content([provider]))
  await passed((draftKeeping.days - 10) * day)
  api.clock.advance(15 * day)
  const discarded = async () => Number((await api.db.query(`SELECT count(*) AS n FROM audit_entries WHERE action = 'filing.discard' AND detail->>'rule' = 'draft'`))[0].n)
  const before = await discarded()
  await Promise.all([run(), run()])
  expect(await discarded()).toBe(before + 3)
})

/** The moment from which a table's rows are kept. `works`: seconds that a row still does after it; it may go at their end, and is gone when the rule says. */
const keptFrom: Readonly<Record<string, { readonly set: string; readonly works?: number }>> = {
  accounts: { set: `disabled_at = CASE WHEN role <> 'owner' THEN $1::timestamptz END` },
  registrations: { set: 'started_at = $1::timestamptz' },
  one_time_codes: { set: 'expires_at = $1::timestamptz' },
  contact_changes: { set: 'started_at = $1::timestamptz' },
  recovery_requests: { set: 'started_at = $1::timestamptz' },
  log_on_attempts: { set: 'started_at = $1::timestamptz', works: attemptSeconds },
  verification_pictures: { set: 'expires_at = $1::timestamptz', works: 0 },
  spent_proofs: { set: 'expires_at = $1::timestamptz', works: 0 },
  sessions: { set: 'seen_at = $1::timestamptz' },
  idempotency_records: { set: 'at = $1::timestamptz' },
  limiter_points: { set: 'expire = 1000 * extract(epoch FROM $1::timestamptz)' },
  sliding_counts: { set: 'until = $1::timestamptz', works: 0 },
  log_on_failures: { set: 'at = $1::timestamptz' },
  log_on_records: { set: 'at = $1::timestamptz' },
  known_devices: { set: 'last_seen_at = $1::timestamptz' },
  outbox_messages: { set: 'at = $1::timestamptz' },
  blacklist_entries: { set: 'lifted_at = $1::timestamptz' },
  phone_recoveries: { set: 'ended_at = $1::timestamptz' },
  invitations: { set: 'invited_at = $1::timestamptz, expires_at = CASE WHEN expires_at IS NOT NULL THEN $1::timestamptz END' },
}

test('each table keeps its rows until a minute before the end of its period, and has none a minute after it', async () => {
  await everyKind()
  // Drafts have a reminder before their end, and a test of their own.
  expect(Object.keys(keptFrom).toSorted()).toEqual(passingTables.map(({ table }) => table).filter((table) => table !== 'filings').toSorted())
  const shift = (table: string, secondsAgo: number) =>
    ownerOf(api, (client) => client.query(`UPDATE ${table} SET ${keptFrom[table]!.set}`, [new Date(Date.parse(api.clock.now()) - secondsAgo * 1000).toISOString()]))
  for (const { table, rule } of passingTables.filter(({ table: one }) => one !== 'filings')) {
    // What was emptied before has nothing more to lose.
    const rows = Number((await api.db.query(`SELECT count(*) AS n FROM ${table} WHERE ${holding[table] ?? 'true'}`))[0].n)
    expect([table, rows > 0]).toEqual([table, true])
    await shift(table, (keptFrom[table]!.works ?? keptSeconds(rule)) - 60)
    expect([table, removed(await run(true))[table]]).toEqual([table, undefined])
    await shift(table, keptSeconds(rule) + 60)
    expect([table, removed(await run(true))[table]]).toEqual([table, rows])
    await shift(table, 0)
  }
})

test('a name that a hundred failures have stopped is remembered longer than others', async () => {
  const failed = (secondsAgo: number) =>
    ownerOf(api, (client) => client.query(`UPDATE log_on_failures SET failures = 100, at = $1`, [new Date(Date.parse(api.clock.now()) - secondsAgo * 1000).toISOString()]))
  await failed(stoppedNameSeconds - 60)
  expect(removed(await run(true))).not.toHaveProperty('log_on_failures')
  await failed(stoppedNameSeconds + 60)
  expect(removed(await run(true))).toHaveProperty('log_on_failures')
})

test('of an old invitation stays that somebody was invited to a role, and not who', async () => {
  const security = await api.accounts.securityAdministrator()
  const { id } = await invite(api, security)
  await ownerOf(api, (client) => client.query('UPDATE invitations SET invited_at = $2, expires_at = $2 WHERE id = $1', [id, new Date(Date.parse(api.clock.now()) - 91 * day * 1000).toISOString()]))
  await run()
  const [row] = await api.db.query('SELECT name, mobile_index, email_index, token, state, role, invited_by FROM invitations WHERE id = $1', [id])
  expect(row).toMatchObject({ name: '', mobile_index: '', email_index: '', token: null, state: 'revoked', invited_by: security.id })
  const { rows } = (await api.inject('listInvitations', { query: {} }, { as: security })).body
  expect(rows.find((one) => one.id === id)).toMatchObject({ name: '', mobile: '', email: '', state: 'revoked' })
})

test('of a lifted entry of the blacklist stays why, and of a lost phone when, and neither whose number', async () => {
  // The phone that everybody gives here gets a code a minute.
  api.clock.advance(60)
  const owner = await everyKind()
  const operator = await api.accounts.operator()
  const newest = async () => (await api.inject('listBlacklist', { query: {} }, { as: operator })).body.rows[0]!
  expect((await newest()).certificateNumber).toMatch(/\*/)
  await ownerOf(api, (client) => client.query(`UPDATE blacklist_entries SET lifted_at = lifted_at - interval '91 days'; UPDATE phone_recoveries SET ended_at = ended_at - interval '31 days'`))
  await run()
  expect(await newest()).toMatchObject({ kind: 'subject', certificateNumber: '', reason: '提供虚假信息', standing: 'lifted' })
  expect(await actAs({ role: 'owner', accountId: owner.id }, async () => api.app.get(PhoneRecoveriesRepository, { strict: false }).listOf(api.db.manager, owner.id))).toMatchObject([{ mobile: '', state: 'stopped' }])
})
