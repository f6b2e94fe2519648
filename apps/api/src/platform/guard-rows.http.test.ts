import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { operations } from '@icp/contract'
import type { Filing } from '@icp/domain'
import { DataSource } from 'typeorm'
import { CertificatesReader } from '../certificates/certificates.reader.js'
import type { FilingRecord } from '../filings/filing-record.js'
import { FilingsRepository } from '../filings/filings.repository.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { type ActingAs, actAs, actOutsideAs, everyReach, house } from './acting.js'
import { Transactions } from './transaction.service.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let other: ProviderWithStaff
let journey: Journey
let approved: Journey
let owner: DataSource

const guarded = [
  'filings', 'filing_revisions', 'filing_passes', 'verification_sheets', 'correction_requests', 'corrections', 'confirmations', 'filing_events', 'filing_changes', 'review_decisions',
  'register_subjects', 'register_services', 'register_accesses', 'certificates', 'notices', 'personal_reads', 'phone_recoveries', 'conflict_keys', 'hollow_records', 'mediations', 'filing_papers', 'earlier_papers', 'forced_cancellations', 'cut_orders',
]

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  ;[provider, other] = [await journeys.provider(), await journeys.provider()]
  journey = await journeys.passed([provider])
  approved = await journeys.approved([provider])
  await journeys.draft(await api.accounts.owner(), journeys.content([provider]))
  // As the owner of the tables, whom no policy binds: for planting faults.
  const { url } = api.db.options as { url: string }
  owner = await new DataSource({ type: 'postgres', url }).initialize()
})
afterEach(() => {
  jest.restoreAllMocks()
})
afterAll(async () => {
  await owner.destroy()
  await api.close()
})

const countAs = async (who: ActingAs) => Object.fromEntries(await Promise.all(guarded.map((table) => actAs(who, async () => {
  const [{ n }] = await api.db.query(`SELECT count(*) AS n FROM ${table}`)
  return [table, n as number]
}))))
const nothing = Object.fromEntries(guarded.map((table) => [table, 0]))
const asAccount = (account: TestAccount, more: object = {}) => ({ role: account.role, accountId: account.id, ...more }) as ActingAs

test('whoever is nobody’s party sees no row of a tenant: visitors, strangers, other provinces, administrators', async () => {
  const strangers: ActingAs[] = [
    { role: 'visitor' }, house(), { role: 'link', link: 'no-link' }, { role: 'verifier', code: 'no-code' },
    asAccount(await api.accounts.owner()), asAccount(other.staff, { providerId: other.id }),
    asAccount(await api.accounts.reviewer('310000'), { province: '310000' }), asAccount(await api.accounts.operator()),
  ]
  for (const who of strangers) expect([who.role, await countAs(who)]).toEqual([who.role, nothing])
})

test('each sees its own filings and what hangs on them, and of others none', async () => {
  const ids = (who: ActingAs) => actAs(who, async () => (await api.db.query('SELECT id FROM filings ORDER BY id')).map((row: { id: string }) => row.id) as string[])
  const both = [journey.id, approved.id].sort()
  expect(await ids(asAccount(journey.owner))).toEqual([journey.id])
  expect(await ids(asAccount(provider.staff, { providerId: provider.id }))).toEqual(both)
  expect(await ids(asAccount(journey.reviewer, { province: '110000' }))).toEqual(both)
  const counted = await countAs(asAccount(approved.owner))
  expect(counted).toMatchObject({ filings: 1, filing_revisions: 1, filing_passes: 1, register_subjects: 1, register_services: 1, certificates: 1 })
  expect(counted['notices']).toBeGreaterThan(0)
})

test('a link sees the filing that it leads to, and the code of a certificate that certificate', async () => {
  const [{ token_key: link }] = await api.db.query('SELECT token_key FROM confirmations WHERE filing_id = $1', [journey.id])
  expect(await countAs({ role: 'link', link })).toMatchObject({ filings: 1, register_subjects: 0, certificates: 0, notices: 0 })
  const [{ code }] = await api.db.query('SELECT code FROM certificates')
  expect(await countAs({ role: 'verifier', code })).toEqual({ ...nothing, certificates: 1 })
})

test('a duty of the house reaches no further than it says', async () => {
  const all = await countAs(house(...everyReach))
  expect(await countAs(house('certificates'))).toEqual({ ...nothing, certificates: all['certificates'] })
  expect(await countAs(house('notices'))).toEqual({ ...nothing, notices: all['notices'] })
  expect(await countAs(house('filings'))).toMatchObject({ filings: all['filings'], register_subjects: 0, notices: 0 })
})

test('nobody writes a row that would be another’s', async () => {
  const as = asAccount(journey.owner)
  const write = (text: string, values: unknown[] = []) => actAs(as, () => api.db.query(text, values)).then(
    (rows: unknown) => (Array.isArray(rows) && typeof rows[1] === 'number' ? rows[1] : 'done'), (error: { driverError: { code: string } }) => error.driverError.code)
  expect(await write(`INSERT INTO filings (id, kind, status, owner_account_id, draft_content, created_at, saved_at, status_since)
    VALUES (gen_random_uuid(), 'new-subject', 'draft', gen_random_uuid(), '{}', now(), now(), now())`)).toBe('42501')
  expect(await write(`UPDATE filings SET round = 9 WHERE id = $1`, [approved.id])).toBe(0)
  expect(await write(`UPDATE notices SET read_at = now() WHERE account_id <> $1`, [journey.owner.id])).toBe(0)
  expect(await write(`INSERT INTO filing_passes (filing_id, provider_id, provider_name, position, state) VALUES ($1, gen_random_uuid(), '', 9, 'passed')`, [approved.id])).toBe('42501')
})

test('a connection never acts for whoever had it before, also after a failed transaction', async () => {
  const seen = () => api.db.query('SELECT count(*) AS n FROM filings').then(([row]: { n: number }[]) => row!.n)
  for (let n = 0; n < 40; n++) {
    await actAs(house(...everyReach), () => api.app.get(Transactions).write(null, async (tx) => tx.query('SELECT 1 / 0'))).catch(() => {})
    expect(await Promise.all([actAs(asAccount(journey.owner), seen), actAs({ role: 'visitor' }, seen), actAs(house('filings'), seen)])).toEqual([1, 0, 3])
  }
})

test('work that nobody stands behind reaches no database', async () => {
  actOutsideAs(undefined)
  try {
    await expect(api.db.query('SELECT 1')).rejects.toThrow('Nobody acts here')
  } finally {
    actOutsideAs(house(...everyReach))
  }
})

const strangers = async () => ({ owner: await api.accounts.owner(), provider: other.staff, reviewer: await api.accounts.reviewer('310000') })

/** What the API would believe if its check of the relation were gone: that every filing is the caller's own. */
const believeEverybody = () => {
  const repository = api.app.get(FilingsRepository, { strict: false })
  const forged = (record: FilingRecord | undefined, as: TestAccount): FilingRecord | undefined => record && {
    ...record, filing: {
      ...record.filing, ownerAccountId: as.id, province: '310000', passes: [...record.filing.passes, { providerId: other.id, state: 'waiting', at: null }],
    } as Filing,
  }
  let caller: TestAccount
  for (const name of ['find', 'lock'] as const) {
    const real = repository[name].bind(repository)
    jest.spyOn(repository, name).mockImplementation(async (tx, id) => forged(await real(tx, id), caller))
  }
  return (as: TestAccount) => { caller = as }
}

const askAll = async (as: TestAccount, role: string, id: string) => {
  const statuses: number[] = []
  for (const [name, operation] of Object.entries(operations)) {
    if (!operation.path.startsWith('/filings/:id') || !(operation.roles as readonly string[]).includes(role) || operation.method !== 'GET') continue
    statuses.push((await api.inject(name as never, { params: { id, number: 1, partyId: id, paperId: id } } as never, { as })).status)
  }
  return statuses
}

test('with the API’s own check of the relation gone, the database still answers that there is no such filing; without its policies the gap would show', async () => {
  const be = believeEverybody()
  for (const [role, as] of Object.entries(await strangers())) {
    be(as)
    const version = 0
    const answers = await askAll(as, role, journey.id)
    expect([role, answers.length > 1, new Set(answers)]).toEqual([role, true, new Set([404])])
    const withdraw = await api.inject('withdrawFiling', { params: { id: journey.id }, body: { version } }, { as })
    expect([role, withdraw.status]).toEqual([role, role === 'owner' ? 404 : 403])
  }
  await owner.query('ALTER TABLE filings DISABLE ROW LEVEL SECURITY')
  try {
    for (const [role, as] of Object.entries(await strangers())) {
      be(as)
      expect([role, (await api.inject('getFiling', { params: { id: journey.id } }, { as })).status]).toEqual([role, 200])
    }
  } finally {
    await owner.query('ALTER TABLE filings ENABLE ROW LEVEL SECURITY')
  }
})

test('with the check on certificates gone, the database still answers that there is none', async () => {
  const reader = api.app.get(CertificatesReader, { strict: false })
  const [{ id }] = await api.db.query('SELECT id FROM certificates')
  const download = async (as: TestAccount) => (await api.inject('downloadCertificate', { params: { id } }, { as })).status
  const real = reader.findById.bind(reader)
  const stranger = await api.accounts.owner()
  jest.spyOn(reader, 'findById').mockImplementation(async (asked) => {
    const found = await real(asked)
    return found && { ...found, ownerAccountId: stranger.id }
  })
  expect(await download(stranger)).toBe(404)
  await owner.query('ALTER TABLE certificates DISABLE ROW LEVEL SECURITY')
  try {
    expect(await download(stranger)).toBe(200)
  } finally {
    await owner.query('ALTER TABLE certificates ENABLE ROW LEVEL SECURITY')
  }
})

test('lists that forgot whose they are still show nobody else’s', async () => {
  const list = (who: ActingAs) => actAs(who, () => api.db.query('SELECT f.id FROM filings f WHERE true ORDER BY f.status_since DESC'))
  expect(await list(asAccount(await api.accounts.owner()))).toEqual([])
  expect(await list(asAccount(other.staff, { providerId: other.id }))).toEqual([])
})

const writable = (table: string) => owner.query(
  `SELECT string_agg(privilege_type, ', ' ORDER BY privilege_type) AS may FROM information_schema.role_table_grants WHERE grantee = 'icp_app' AND table_name = $1`, [table],
).then(([row]: { may: string }[]) => row!.may)

test('history can be added to and read, and nothing else, by the role of the API', async () => {
  for (const table of ['audit_entries', 'filing_revisions', 'filing_changes', 'corrections', 'review_decisions', 'verification_sheets', 'acceptances']) expect([table, await writable(table)]).toEqual([table, 'INSERT, SELECT'])
})

test('the role of public look-ups sees the public view and nothing else', async () => {
  const seen: { table_name: string }[] = await owner.query(`SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = 'icp_reader'`)
  expect(seen).toEqual([{ table_name: 'public_records', privilege_type: 'SELECT' }])
  const runner = owner.createQueryRunner()
  await runner.query('SET ROLE icp_reader')
  for (const table of [...guarded, 'accounts', 'sessions', 'outbox_messages', 'audit_entries']) {
    expect([table, await runner.query(`SELECT 1 FROM ${table}`).then(() => 'seen', (error: { driverError: { code: string } }) => error.driverError.code)]).toEqual([table, '42501'])
  }
  expect(await runner.query('SELECT count(*)::int AS n FROM public_records')).toEqual([{ n: 1 }])
  await runner.query('RESET ROLE')
  await runner.release()
})

/** Tables that name an account or a filing and are not guarded, with the reason. */
const open: Readonly<Record<string, string>> = {
  acceptances: 'asked before there is anybody to act for: at registration and log-on',
  audit_entries: 'ids only, no personal data; every act reads the end of its chain',
  accounts: 'asked before there is anybody to act for; what is personal in it is sealed',
  account_acts: 'ids and times of what an administrator did; kept and read by the offices alone',
  account_requests: 'kept and read by the offices alone',
  authenticators: 'asked before there is anybody to act for; secrets are sealed',
  invitations: 'asked before there is anybody to act for; found by the digest of a secret',
  known_devices: 'asked before there is anybody to act for; found by the digest of a secret',
  recovery_codes: 'holds fingerprints only',
  sessions: 'asked to find out who acts; found by the digest of a secret',
  log_on_records: 'written before there is anybody to act for; addresses are sealed',
  log_on_attempts: 'asked before there is anybody to act for; found by the digest of a secret',
  recovery_requests: 'asked before there is anybody to act for; found by the digest of a secret',
  contact_changes: 'of the session that asked, by its digest; sealed',
}

test('every table that names an account, a filing or a subject is guarded, or says why not', async () => {
  const rows: { name: string; guarded: boolean }[] = await owner.query(`
    SELECT DISTINCT c.relname AS name, c.relrowsecurity AS guarded FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT a.attisdropped
       AND (a.attname IN ('account_id', 'owner_account_id', 'filing_id', 'subject_id') OR c.relname IN ('accounts', 'filings', 'register_subjects', 'register_accesses', 'cut_orders'))`)
  expect(rows.filter((row) => row.guarded).map((row) => row.name).toSorted()).toEqual(guarded.toSorted())
  expect(rows.filter((row) => !row.guarded).map((row) => row.name).toSorted()).toEqual(Object.keys(open).toSorted())
})
