import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { RegistrationContent } from '@icp/domain'
import fs from 'node:fs'
import { DataSource } from 'typeorm'
import { startTestApp, type TestApp } from '../testing/app.js'
import { correctName } from '../testing/correct-filing.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { type ActingAs, actAs, house } from './acting.js'

let api: TestApp
let journeys: FilingJourneys
let one: ProviderWithStaff
let two: ProviderWithStaff
let stranger: ProviderWithStaff
let approved: Journey
let running: Journey
let owner: DataSource
let subjectId: string

/** Tables whose rows are a provider's own, also where it sees the filing or the subject that they hang on. The condition says which rows name a provider. */
const ownAlone: Readonly<Record<string, string>> = {
  register_accesses: 'true', conflict_keys: `kind = 'address'`, verification_sheets: 'true', filing_papers: 'provider_id IS NOT NULL', earlier_papers: 'provider_id IS NOT NULL', cut_orders: 'true',
}

/** Tables that name a provider and show a row to every provider of the filing, with the reason. */
const ofTheFiling: Readonly<Record<string, string>> = {
  filing_passes: 'who else verifies, and whether all have passed, decides what happens to the filing',
  correction_requests: 'the filing cannot move while one is open; text and reason are sealed, and the API shows those about fields that the provider may see',
  corrections: 'what all providers pass is the corrected filing; text is sealed, and the API shows those of fields that the provider may see',
  personal_reads: 'a provider writes rows and sees none',
}

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  ;[one, two, stranger] = [await journeys.provider(), await journeys.provider(), await journeys.provider()]
  approved = await journeys.approved([one, two])
  running = await journeys.finished([one, two])
  // As the owner of the tables, whom no policy binds: for planting gaps.
  const { url } = api.db.options as { url: string }
  owner = await new DataSource({ type: 'postgres', url }).initialize()
  subjectId = (await owner.query('SELECT id FROM register_subjects'))[0].id
  await plantPapersAndOrders()
})
afterAll(async () => {
  await owner.destroy()
  await api.close()
})

/** A sheet of each provider's on the running filing, and an order to each to cut what was cancelled by force: as rows, without the acts that lead to them. */
async function plantPapersAndOrders(): Promise<void> {
  const [act] = await owner.query(
    `INSERT INTO forced_cancellations (id, subject_id, province, number, numbers, reason, ground, at, by_account, subject_listed, domains_listed)
     VALUES (gen_random_uuid(), $1, '110000', '', '{}', '', '', now(), $2, false, false) RETURNING id`, [subjectId, approved.reviewer.id],
  )
  for (const { id, staff } of [one, two]) {
    await actAs({ role: 'provider', accountId: staff.id, providerId: id }, () => api.db.query(
      `INSERT INTO filing_papers (id, filing_id, purpose, about, provider_id, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, bytes)
       VALUES (gen_random_uuid(), $1, '1', 'services.s1', $2, 1, '1', 1, 1, 1, '', now(), $3, 'provider', '', 'x')`, [running.id, id, staff.id],
    ))
    await actAs({ role: 'provider', accountId: staff.id, providerId: id }, () => api.db.query(
      `INSERT INTO earlier_papers SELECT *, now(), by_account_id, 'provider', '', NULL, NULL FROM filing_papers WHERE filing_id = $1 AND provider_id = $2`, [running.id, id],
    ))
    await owner.query(
      `INSERT INTO cut_orders (id, cancellation_id, province, provider_id, provider_name, service_number, service_name, service_type, domain, subject_name, ordered_at, due_on)
       VALUES (gen_random_uuid(), $1, '110000', $2, '', '', '', '', '', '', now(), '2026-11-30')`, [act.id, id],
    )
  }
}

const as = ({ id, staff }: ProviderWithStaff): ActingAs => ({ role: 'provider', accountId: staff.id, providerId: id })
const providersSeen = (who: ActingAs, table: string) => actAs(who, async () => {
  const rows: { id: string }[] = await api.db.query(`SELECT DISTINCT provider_id AS id FROM ${table} WHERE ${ownAlone[table]}`)
  return rows.map(({ id }) => id).sort()
})
const both = () => [one.id, two.id].sort()

test.each(Object.keys(ownAlone))('of %s a provider sees its own rows and none of another on the same filing and subject; without the policy it would', async (table) => {
  for (const provider of [one, two]) expect(await providersSeen(as(provider), table)).toEqual([provider.id])
  expect(await providersSeen(as(stranger), table)).toEqual([])
  expect(await providersSeen(house('filings', 'register'), table)).toEqual(both())
  await owner.query(`ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`)
  try {
    for (const who of [one, stranger]) expect(await providersSeen(as(who), table)).toEqual(both())
  } finally {
    await owner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`)
  }
})

test('owner and administration see the networks of all providers of the subject', async () => {
  for (const who of [{ role: 'owner', accountId: approved.owner.id }, { role: 'reviewer', accountId: approved.reviewer.id, province: '110000' }] as const) {
    expect([who.role, await providersSeen(who, 'register_accesses')]).toEqual([who.role, both()])
  }
})

/** What the list of a provider reads, and the same through the tables and their policies. */
const listed = (who: ActingAs) => actAs(who, () => api.db.query('SELECT id, provider_id, service_number, subject_name, ip_ranges FROM served_accesses ORDER BY id'))
const throughPolicies = (who: ActingAs) => actAs(who, () => api.db.query(`
  SELECT a.id, a.provider_id, s.number AS service_number, b.name AS subject_name, a.ip_ranges
    FROM register_accesses a JOIN register_services s ON s.id = a.service_id JOIN register_subjects b ON b.id = s.subject_id WHERE s.state = 'in-force' ORDER BY a.id`))

test('what the list of a provider reads is what the policies show it, and nobody else sees a row there', async () => {
  for (const provider of [one, two]) {
    const rows: { provider_id: string }[] = await listed(as(provider))
    expect(rows.map(({ provider_id: whose }) => whose)).toEqual([provider.id])
    expect(rows).toEqual(await throughPolicies(as(provider)))
  }
  const others: ActingAs[] = [
    as(stranger), { role: 'owner', accountId: approved.owner.id }, { role: 'reviewer', accountId: approved.reviewer.id, province: '110000' },
    { role: 'operator', accountId: approved.owner.id }, { role: 'visitor' }, house('filings', 'register'),
  ]
  for (const who of others) expect([who.role, await listed(who)]).toEqual([who.role, []])
})

/** Asks the list for what another condition says of whose a row is, in an order of the database's choice: the condition costs nothing, and no index helps. */
async function askedOfEachRow(provider: ProviderWithStaff, barrier: boolean): Promise<number> {
  const runner = owner.createQueryRunner()
  await runner.startTransaction()
  try {
    await runner.query(`CREATE FUNCTION tells(whose uuid) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$
      BEGIN IF whose <> acting_provider() THEN RAISE EXCEPTION 'another is served'; END IF; RETURN true; END $$`)
    await runner.query(`ALTER VIEW served_accesses SET (security_barrier = ${barrier})`)
    await runner.query('SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL ROLE icp_app')
    await runner.query(`SELECT set_config('icp.role', 'provider', true), set_config('icp.provider', $1, true)`, [provider.id])
    return (await runner.query('SELECT id FROM served_accesses WHERE tells(provider_id)')).length
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
}

test('a condition of a statement on that list is asked of no row of another; without the barrier it would', async () => {
  expect(await askedOfEachRow(one, true)).toBe(1)
  await expect(askedOfEachRow(one, false)).rejects.toThrow('another is served')
})

test('every guarded table that names a provider shows it its own rows alone, or says why not', async () => {
  const rows: { name: string }[] = await owner.query(`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND a.attname = 'provider_id' AND NOT a.attisdropped`)
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...Object.keys(ownAlone), ...Object.keys(ofTheFiling)].toSorted())
})

test('whether its access is the last one a provider learns of its own alone, and the whole record to judge by is given to nobody but a provider that serves the subject', async () => {
  const accesses: { id: string; provider_id: string }[] = await owner.query('SELECT id, provider_id FROM register_accesses')
  const mine = accesses.find(({ provider_id: id }) => id === one.id)!.id
  const isLast = (who: ActingAs) => actAs(who, async () => (await api.db.query('SELECT access_is_last($1) AS last', [mine]))[0].last as boolean)
  const judged = (who: ActingAs) => actAs(who, async () => (await api.db.query('SELECT provider_id FROM accesses_to_judge_by($1)', [subjectId])).length as number)
  expect([await isLast(as(one)), await judged(as(one)), await judged(as(stranger)), await judged({ role: 'owner', accountId: approved.owner.id }), await judged({ role: 'visitor' })]).toEqual([false, 2, 0, 0, 0])
  const other = accesses.find(({ provider_id: id }) => id === two.id)!
  const [row] = await owner.query('DELETE FROM register_accesses WHERE id = $1 RETURNING *', [other.id]).then(([rows]: [Record<string, unknown>[]]) => rows)
  try {
    expect([await isLast(as(one)), await isLast(as(two)), await isLast(as(stranger))]).toEqual([true, false, false])
  } finally {
    await owner.query('INSERT INTO register_accesses SELECT * FROM json_populate_record(NULL::register_accesses, $1)', [JSON.stringify(row)])
  }
})

const ask = async (kind: 'change', edit: (content: RegistrationContent) => void): Promise<Journey> => {
  const [{ number }] = await owner.query('SELECT number FROM register_subjects')
  const draft = (await api.inject('createFiling', { body: { kind, subjectNumber: number } }, { as: approved.owner })).body
  const content = structuredClone(draft.content) as RegistrationContent
  edit(content)
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: approved.owner })).body
  const finish = await api.inject('finishFiling', { params: { id: draft.id }, body: { version } }, { as: approved.owner })
  if (finish.status !== 200) throw new Error(finish.text)
  return { ...approved, id: draft.id }
}

test('a filing is held against the whole record by a provider too: it is told nothing of the others’ accesses, and what the filing changed is kept as a whole', async () => {
  const filing = await ask('change', ({ services: [service] }) => {
    service!.name = '晨光书店新址'
    for (const access of service!.accesses) access.ipRanges = [{ from: '192.0.2.251', to: '192.0.2.251' }]
  })
  const seen = await journeys.see(filing.id, one.staff)
  expect(seen.findings.filter(({ severity }) => severity === 'block')).toEqual([])
  const own = (await journeys.see(filing.id, approved.owner)).differences.map(({ path }) => path)
  const networks = own.filter((path) => path.endsWith('.ipRanges'))
  expect(networks).toHaveLength(2)
  expect(seen.differences.map(({ path }) => path).filter((path) => path.endsWith('.ipRanges'))).toHaveLength(1)
  const refused = await api.inject('refuseFiling', { params: { id: filing.id }, body: { version: seen.version, reason: '材料不符' } }, { as: one.staff })
  expect(refused.status).toBe(200)
  const after = await journeys.see(filing.id, approved.owner)
  expect([after.comparedWith, after.differences.map(({ path }) => path)]).toEqual(['register-at-end', own])
})

test('a provider that corrects a filing keeps what the others claim, and one that refuses it leaves nothing', async () => {
  const claims = async () => (await owner.query('SELECT kind, provider_id FROM conflict_keys WHERE filing_id = $1 ORDER BY kind, provider_id', [running.id])) as { kind: string }[]
  const before = await claims()
  expect(before.filter(({ kind }) => kind === 'address')).toHaveLength(2)
  await correctName(api, journeys, running, one, '晨光书店改名后')
  expect(await claims()).toEqual(before)
  const { version } = await journeys.see(running.id, one.staff)
  expect((await api.inject('refuseFiling', { params: { id: running.id }, body: { version, reason: '材料不符' } }, { as: one.staff })).status).toBe(200)
  expect(await claims()).toEqual([])
})

test('the whole record is asked for in one place, and by those who judge filings', () => {
  const named = (word: string) => fs.globSync('src/**/*.ts').filter((file) => !/\.test\.ts$|migrations\//.test(file) && fs.readFileSync(file, 'utf8').includes(word)).map((file) => file.slice(4)).sort()
  expect(named('accesses_to_judge_by')).toEqual(['register/register.repository.ts'])
  expect(named('findToJudgeBy')).toEqual([
    'filings/access-ends.service.ts', 'filings/filing-changes.ts', 'filings/filing-findings.ts', 'filings/filing-steps.ts', 'filings/verification-sheets.ts', 'filings/verification.service.ts',
    'register/register.api.ts', 'register/register.repository.ts',
  ])
})
