import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { OwnData } from '@icp/contract'
import type { RegistrationContent } from '@icp/domain'
import { PDF } from '@libpdf/core'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { li } from '../testing/filing-samples.js'
import { ask, contested } from '../testing/mediations.js'
import { MigrationJourneys } from '../testing/migration-journey.js'
import { solvedVerification } from '../testing/verification.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())

const codeFor = async (as: TestAccount, purpose: 'export' | 'closure') => {
  api.clock.advance(61)
  return (await api.inject('sendStepUpCode', { body: { purpose } }, { as })).body.onScreen?.code ?? ''
}
const exported = async (as: TestAccount) => api.inject('exportOwnData', { body: { code: await codeFor(as, 'export') } }, { as })
const closed = async (as: TestAccount) => api.inject('closeAccount', { body: { code: await codeFor(as, 'closure') } }, { as })
const actsOf = async (id: string) => (await api.db.query('SELECT action FROM audit_entries WHERE chain = $1 ORDER BY position', [`account:${id}`])).map(({ action }: { action: string }) => action) as string[]

test('an owner gets everything that is held, in clear and within a minute, and nobody else’s', async () => {
  const other = await journeys.approved([provider])
  const journey = await journeys.approved([provider])
  await api.inject('revealField', { params: { id: journey.id }, body: { path: 'subject.person.mobile', reason: 'contact', note: '电话核实' } }, { as: provider.staff })
  await journeys.see(journey.id, provider.staff)
  await api.inject('logOn', { body: { category: 'owner', userName: journey.owner.userName, password: 'not the password', verification: await solvedVerification(api) } })
  api.clock.advance(1)
  const draft = await journeys.see((await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: journey.owner })).body.id, journey.owner)
  const from = performance.now()
  const { data, pdf, fileName } = (await exported(journey.owner)).body
  expect(performance.now() - from).toBeLessThan(60_000)
  expect(data.account).toMatchObject({ userName: journey.owner.userName, mobile: journey.owner.mobile, email: journey.owner.email })
  expect(data.filings.map(({ id, status }) => [id, status])).toEqual([[journey.id, 'approved'], [draft.id, 'draft']])
  expect((data.filings[0]!.revisions[0]!.content as RegistrationContent).subject.person).toMatchObject({ mobile: li.mobile, certificateNumber: li.certificateNumber, email: li.email })
  expect(data.records).toMatchObject([{ state: 'in-force', certificates: [{ state: 'current' }] }])
  expect((data.records[0]!.content as RegistrationContent).subject.person.mobile).toBe(li.mobile)
  expect(data.acceptances).toHaveLength(2)
  expect(data.logOns).toMatchObject([{ outcome: 'failed-password' }])
  expect(data.reads.filter(({ way }) => way === 'revealed')).toMatchObject([{ reason: 'contact', reader: { zh: provider.name } }])
  expect(data.reads.filter(({ way }) => way === 'opened')).toMatchObject([{ filing: { id: expect.any(String) }, reader: { zh: provider.name } }])
  expect(data.messages.length).toBeGreaterThan(0)
  expect(data.acts.map(({ action }) => action)).toContain('account.create')
  expect(JSON.stringify(data)).not.toContain(other.id)
  expect(fileName).toMatch(/^my-data-\d{4}-\d\d-\d\d$/)
  const text = (await PDF.load(Buffer.from(pdf, 'base64'))).getPages().map((page) => page.extractText().text).join('\n')
  for (const value of [journey.owner.email, li.mobile, li.certificateNumber, provider.name]) expect(text.replace(/\s/g, '')).toContain(value.replace(/\s/g, ''))
})

test('an export needs the code of this session and act, tells the account, and the audit holds a digest and no data', async () => {
  const owner = await api.accounts.owner()
  const code = await codeFor(owner, 'export')
  const wrong = await api.inject('exportOwnData', { body: { code: code === '000000' ? '000001' : '000000' } }, { as: owner })
  expect(wrong.problem).toMatchObject({ status: 422, findings: [{ path: 'code' }] })
  expect((await api.inject('closeAccount', { body: { code } }, { as: owner })).status).toBe(422)
  const done = await api.inject('exportOwnData', { body: { code } }, { as: owner })
  expect(done.status).toBe(200)
  expect((await api.inject('exportOwnData', { body: { code } }, { as: owner })).status).toBe(422)
  expect(await actsOf(owner.id)).toEqual(['account.create', 'account.step-up-code', 'account.export-wrong-code', 'account.export'])
  const entries = JSON.stringify(await api.db.query('SELECT detail FROM audit_entries WHERE chain = $1', [`account:${owner.id}`]))
  for (const secret of [owner.mobile, owner.email, code]) expect(entries).not.toContain(secret)
  expect((await api.inject('listNotices', {}, { as: owner })).body.rows.map(({ title }) => title.en)).toContain('Your data was exported')
})

test('five exports a day, then when to come back', async () => {
  const owner = await api.accounts.owner()
  for (let n = 0; n < 5; n++) expect((await api.inject('exportOwnData', { body: { code: 'x' } }, { as: owner })).status).toBe(422)
  const refused = await api.inject('exportOwnData', { body: { code: 'x' } }, { as: owner })
  expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true])
})

test('an account with a subject in force or a filing on its way is not closed, and is told what to do first', async () => {
  for (const journey of [await journeys.approved([provider]), await journeys.finished([provider])]) {
    const looked = (await api.inject('getClosure', {}, { as: journey.owner })).body
    expect(looked.obstacles).toHaveLength(1)
    const before = await api.count('audit_entries')
    const refused = await closed(journey.owner)
    expect(refused.problem).toMatchObject({ status: 409, code: 'account-in-use' })
    expect(await api.count('audit_entries')).toBe(before + 1)
    expect((await api.inject('getMe', {}, { as: journey.owner })).body.userName).toBe(journey.owner.userName)
  }
})

const accountRow = async (id: string) => (await ownerOf(api, async (client) => (await client.query('SELECT * FROM accounts WHERE id = $1', [id])).rows[0])) as Record<string, unknown>

test('a closed account: nothing of the person is left in it, what the law keeps stays, and everything of it is free again', async () => {
  const journey = await journeys.finished([provider])
  const { owner } = journey
  await api.inject('withdrawFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey) } }, { as: owner })
  const draft = await journeys.draft(owner, journeys.content([provider]))
  const before = await accountRow(owner.id)
  expect((await api.inject('getClosure', {}, { as: owner })).body).toMatchObject({ obstacles: [], drafts: 1 })
  expect((await closed(owner)).status).toBe(204)
  const after = await accountRow(owner.id)
  for (const column of ['user_name', 'user_name_key', 'password', 'certificate_number', 'certificate_index', 'mobile', 'mobile_index', 'email', 'email_index']) {
    expect([column, after[column]]).not.toEqual([column, before[column]])
  }
  expect(after).toMatchObject({ name: '', certificate_type: '', certificate_index: null })
  expect((await api.inject('getMe', {}, { as: owner })).status).toBe(401)
  for (const table of ['sessions', 'notices', 'known_devices', 'recovery_requests', 'acceptances']) {
    const [{ n }] = await api.db.query(`SELECT count(*) AS n FROM ${table} WHERE account_id = $1`, [owner.id])
    expect([table, Number(n)]).toEqual([table, table === 'acceptances' ? 2 : 0])
  }
  const filings = await api.db.query('SELECT id FROM filings WHERE owner_account_id = $1', [owner.id])
  expect(filings.map(({ id }: { id: string }) => id)).toEqual([journey.id])
  expect(draft.id).not.toBe(journey.id)
  expect((await api.inject('getFiling', { params: { id: journey.id } }, { as: provider.staff })).status).toBe(200)
  await api.accounts.owner({ userName: owner.userName, mobile: owner.mobile, email: owner.email })
  const keeper = await api.accounts.securityAdministrator()
  const enabled = await api.inject('enableAccount', { params: { id: owner.id }, body: { reason: '重新启用' } }, { as: keeper })
  expect(enabled.status).toBe(409)
  expect((await api.inject('getAccount', { params: { id: owner.id } }, { as: keeper })).body).toMatchObject({ name: '', mobile: '', email: '', state: 'closed' })
  const listed = async (state: 'active' | 'disabled' | 'closed') => (await api.inject('listAccounts', { query: { state } }, { as: keeper })).body.rows.filter(({ id }) => id === owner.id).map((row) => row.state)
  expect([await listed('active'), await listed('disabled'), await listed('closed')]).toEqual([[], [], ['closed']])
})

test('a new mobile number keeps an account from being closed for three days', async () => {
  const owner = await api.accounts.owner()
  await api.db.query('UPDATE accounts SET mobile_changed_at = $2 WHERE id = $1', [owner.id, api.clock.now()])
  expect((await closed(owner)).problem.code).toBe('number-changed')
})

test('of closing the account and handing its draft in at the same moment, one happens', async () => {
  for (let round = 0; round < 4; round++) {
    const owner = await api.accounts.owner()
    const draft = await journeys.draft(owner, journeys.content([provider]))
    const code = await codeFor(owner, 'closure')
    const [finish, close] = await Promise.all([
      api.inject('finishFiling', { params: { id: draft.id }, body: { version: draft.version } }, { as: owner }),
      api.inject('closeAccount', { body: { code } }, { as: owner }),
    ])
    expect([finish.status === 200, close.status === 204].filter(Boolean)).toHaveLength(1)
  }
})

test('the export fits its description: no session’s cookie, no code, no password is in it', async () => {
  const owner = await api.accounts.owner()
  const { data } = (await exported(owner)).body
  const text = JSON.stringify(data satisfies OwnData)
  for (const secret of [owner.password, owner.cookie.split('=')[1]!]) expect(text).not.toContain(secret)
})

test('the copy holds what an owner asked an administration to settle, the new phones in place of lost ones, and the filings in which it is to receive a website', async () => {
  const wanted = await contested(api, journeys, provider, 'record')
  expect((await ask(api, wanted)).status).toBe(201)
  const mobile = '13712341234'
  const { mail, phone } = (await api.inject('startPhoneRecovery', { body: { mobile, password: wanted.owner.password } }, { as: wanted.owner })).body
  await api.inject('confirmPhoneRecovery', { body: { mobile, mailCode: mail.onScreen?.code ?? '', phoneCode: phone.onScreen?.code ?? '' } }, { as: wanted.owner })
  const { data, pdf } = (await exported(wanted.owner)).body
  expect(data.mediations).toMatchObject([{ filingId: wanted.id, domain: wanted.domain, state: 'open', reason: '域名已于去年转让给我单位' }])
  expect(data.lostPhones).toMatchObject([{ mobile, state: 'waiting', endedAt: null, vouchedWay: null }])
  const text = (await PDF.load(Buffer.from(pdf, 'base64'))).getPages().map((page) => page.extractText().text).join('').replace(/\s/g, '')
  for (const value of ['域名已于去年转让给我单位', mobile]) expect(text).toContain(value)
  const move = await new MigrationJourneys(api, journeys, provider).asked()
  expect((await exported(move.receiver)).body.data.received).toMatchObject([{ id: move.id, kind: 'migrate-service', status: 'awaiting-agreement' }])
})

/** Tables that name an account, and where the owner's copy has them. */
const inTheCopy: Readonly<Record<string, keyof OwnData>> = {
  acceptances: 'acceptances', certificates: 'records', correction_requests: 'filings', corrections: 'filings', earlier_papers: 'filings', filing_papers: 'filings', filing_revisions: 'filings', filings: 'filings',
  known_devices: 'devices', log_on_records: 'logOns', mediations: 'mediations', message_reads: 'reads', notices: 'notices', personal_reads: 'reads', phone_recoveries: 'lostPhones',
  register_subjects: 'records', review_decisions: 'filings', sessions: 'sessions',
}
const secret = 'holds what proves who somebody is, and nothing of whose it is'
const passing = 'a step under way, gone within a day; holds nothing that the account does not'
const office = 'what staff did, under their own name; an owner is named in none'
/** … and those that it leaves out, with the reason. */
const notInTheCopy: Readonly<Record<string, string>> = {
  account_acts: 'that an administrator changed the account; the copy tells it from the audit (`acts`)', account_requests: office, invitations: office, audit_verifications: office, blacklist_entries: office,
  cut_orders: office, filing_passes: 'of a provider; that it passed stands in the history of the filing', forced_cancellations: office, rule_changes: office, switches: office, verification_sheets: office,
  authenticators: secret, recovery_codes: secret, contact_changes: passing, log_on_attempts: passing, recovery_requests: passing, idempotency_records: 'answers for repeated requests, gone after a week; what they answered stands in the copy itself',
}

test('every table that names an account stands in the copy, or says why it does not', async () => {
  const rows: { name: string }[] = await api.db.query(`
    SELECT DISTINCT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped AND a.attnum > 0 AND (a.attname ~ 'account' OR a.attname ~ '_by$' OR a.attname = 'actor')`)
  const { data } = (await exported(await api.accounts.owner())).body
  for (const part of Object.values(inTheCopy)) expect([part, Array.isArray(data[part])]).toEqual([part, true])
  expect(rows.map(({ name }) => name).filter((name) => name !== 'audit_entries').toSorted()).toEqual([...Object.keys(inTheCopy), ...Object.keys(notInTheCopy)].toSorted())
})
