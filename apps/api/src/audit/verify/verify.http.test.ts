import type { QueryOf } from '@icp/contract'
import { acceptanceDocuments } from '@icp/domain'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createPublicKey } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { Config } from '../../platform/config.js'
import type { TestAccount } from '../../testing/accounts.js'
import { startTestApp, type TestApp } from '../../testing/app.js'
import { correctName } from '../../testing/correct-filing.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../../testing/filing-journey.js'
import { sampleJpeg } from '../../testing/pictures.js'
import { solvedVerification } from '../../testing/verification.js'
import { type Entry, hashOf } from '../chain.js'
import { checkpointHolds } from '../checkpoints/checkpoint.js'
import { CheckpointFiles } from '../checkpoints/checkpoint-files.js'
import { checkpointsQueue } from '../checkpoints/checkpoints.api.js'
import { exportText } from './export-lines.js'
import { verifyQueue } from './verifications.service.js'
import { verifyDatabase } from './verify-database.js'
import { verifyFile } from './verify-file.js'
import type { Verdict } from './verify.js'

let api: TestApp
let config: Config
let approved: Journey

/** An approved filing that was corrected on its way, one under way, one taken back, one refused by its provider, ends of accesses and a cancellation; certificates drawn; all under checkpoints. */
beforeAll(async () => {
  api = await startTestApp()
  config = api.app.get(Config)
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  const corrected = await journeys.finished([provider])
  await correctName(api, journeys, corrected, provider, '晨光新书店')
  const other = await journeys.provider()
  const inForce = await journeys.approved([provider, other])
  await api.runJobs(checkpointsQueue)
  await journeys.pass(corrected)
  await journeys.confirm(corrected)
  await api.inject('approveFiling', { params: { id: corrected.id }, body: { version: await journeys.version(corrected) } }, { as: corrected.reviewer })
  approved = corrected
  const back = await journeys.finished([provider])
  await api.inject('withdrawFiling', { params: { id: back.id }, body: { version: await journeys.version(back) } }, { as: back.owner })
  const refused = await journeys.finished([provider])
  await api.inject('refuseFiling', { params: { id: refused.id }, body: { version: await journeys.version(refused), reason: '材料不符' } }, { as: provider.staff })
  await withPapers(journeys, provider)
  await withEnds(journeys, inForce, other)
  const body = { path: 'subject.person.mobile', reason: 'contact' as const, note: '电话核实' }
  expect((await api.inject('revealField', { params: { id: approved.id }, body }, { as: provider.staff })).status).toBe(200)
  await withAcceptances()
  await api.runJobs('certificates-draw-paper')
  await api.runJobs(checkpointsQueue)
})
afterAll(() => api.close())

/** One paper stays, one is replaced by the provider in the locked filing, one is taken away, and one goes with its draft. */
async function withPapers(journeys: FilingJourneys, provider: ProviderWithStaff): Promise<void> {
  const put = async (as: TestAccount, id: string, query: QueryOf<'putPaper'>) => (await api.inject('putPaper', { params: { id }, query, body: sampleJpeg() }, { as })).body.paper.id
  const owner = await api.accounts.owner()
  const gone = await journeys.draft(owner, journeys.content([provider]))
  await put(owner, gone.id, { purpose: '2', about: 'subject' })
  await api.inject('discardDraft', { params: { id: gone.id }, body: { version: gone.version } }, { as: owner })
  const { id, version } = await journeys.draft(owner, journeys.content([provider]))
  const replaces = await put(owner, id, { purpose: '2', about: 'subject' })
  const paperId = await put(owner, id, { purpose: '3', about: 'subject' })
  await api.inject('takePaperAway', { params: { id, paperId }, query: {} }, { as: owner })
  await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  await put(provider.staff, id, { purpose: '2', about: 'subject', replaces, reason: 'unclear' })
}

/** A provider ends its access, which the administration gives back and then approves; the owner cancels the rest. */
async function withEnds(journeys: FilingJourneys, inForce: Journey, provider: ProviderWithStaff): Promise<void> {
  const { owner, reviewer } = inForce
  const [record] = (await api.inject('listOwnRecords', {}, { as: owner })).body.rows
  const access = record!.services[0]!.accesses.find(({ providerName }) => providerName === provider.name)!
  const ended = (await api.inject('endAccess', { params: { id: access.id }, body: { reason: '1', note: '合同到期，不再提供接入' } }, { as: provider.staff })).body
  const running = { ...inForce, id: ended.id, staff: [provider.staff] }
  const findings = [{ path: '', reason: '理由不清', suggestion: '请写明' }]
  const back = await api.inject('returnFiling', { params: { id: ended.id }, body: { version: ended.version, opinion: '请说明', findings } }, { as: reviewer })
  const sheet = await journeys.sheet(ended.id, provider.staff)
  const passed = await api.inject('passFiling', { params: { id: ended.id }, body: { version: back.body.version, sheet, remark: '已核对合同' } }, { as: provider.staff })
  expect([back.status, passed.status]).toEqual([200, 200])
  await journeys.confirm(running)
  expect((await api.inject('approveFiling', { params: { id: ended.id }, body: { version: await journeys.version(running), opinion: '同意终止' } }, { as: reviewer })).status).toBe(200)
  await journeys.cancelled({ ...inForce, staff: inForce.staff.slice(0, 1) }, 'cancel-subject', { subjectNumber: record!.number })
}

/** An owner that registers as anybody does, and one that accepts a version later. */
async function withAcceptances(): Promise<void> {
  const { cookies: cookie } = await api.inject('startRegistration')
  for (const document of ['terms', 'pledge'] as const) {
    await api.inject('acceptForRegistration', { body: { document, version: acceptanceDocuments[document].version } }, { headers: { cookie } })
  }
  const [mobile, email] = ['13900000001', 'zhang1@example.com']
  const { onScreen } = (await api.inject('sendRegistrationCodes', { body: { mobile, email, verification: await solvedVerification(api, 'registration') } }, { headers: { cookie } })).body
  const form = { userName: 'zhang-san', password: 'four unrelated words here', name: '张三', certificateType: '2', certificateNumber: '110101199003101017', mobile, email, ...onScreen! }
  expect((await api.inject('completeRegistration', { body: form }, { headers: { cookie } })).status).toBe(200)
  const later = await api.accounts.logOnAs({ role: 'owner' }, false)
  const { version } = acceptanceDocuments.terms
  expect((await api.inject('acceptAgain', { body: { document: 'terms', version } }, { as: later })).status).toBe(200)
}

const wrongIn = ({ parts }: Verdict) => parts.filter((part) => part.wrong > 0).map(({ kind, first }) => `${kind} ${first?.where}: ${first?.what}`)

/** As whoever owns the database: no trigger and no right stands in the way. */
async function tamper(sql: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: config.databaseUrl })
  await client.connect()
  try {
    await client.query('SET session_replication_role = replica')
    await client.query(sql, values)
  } finally {
    await client.end()
  }
}

test('what nobody touched is whole, and every kind was looked at', async () => {
  const verdict = await verifyDatabase(config)
  expect(wrongIn(verdict)).toEqual([])
  expect(verdict.whole).toBe(true)
  expect(verdict.parts.filter((part) => part.checked === 0 || part.skipped).map((part) => part.kind)).toEqual([])
  expect(verdict.checkpoint).toMatchObject({ number: 2, size: verdict.entries })
})

test('a checkpoint is signed by the key that the API publishes, names the one before, and lies in a file outside of the database', async () => {
  const { checkpoint, publicKey } = (await api.inject('getLatestCheckpoint')).body
  expect(checkpointHolds(checkpoint!, [createPublicKey(publicKey)])).toBe(true)
  expect(checkpointHolds({ ...checkpoint!, size: checkpoint!.size - 1 }, [createPublicKey(publicKey)])).toBe(false)
  const lines = [...new CheckpointFiles(path.join(api.dataDir, 'checkpoints')).read()]
  expect(lines.map(({ number, leaves }) => [number, leaves.length > 0])).toEqual([[1, true], [2, true]])
  expect(lines.at(-1)).toMatchObject(checkpoint!)
})

const ofRegistered = `account_id IN (SELECT object_id::uuid FROM audit_entries WHERE action = 'account.register')`
const entry = (n: number) => `(chain, position) = (SELECT chain, position FROM audit_log WHERE sequence = ${n})`
test.each([
  ['an entry', 'audit_entries', `UPDATE audit_entries SET detail = detail || '{"x":1}' WHERE ${entry(7)}`, /^entries .+ #\d+: changed/],
  ['the hash of an entry too', 'audit_entries', `UPDATE audit_entries SET hash = repeat('a', 64) WHERE ${entry(7)}`, /^entries .+ #\d+: changed/],
  ['the log', 'audit_log', `UPDATE audit_log SET hash = repeat('a', 64) WHERE sequence = 9`, /^log 9: .+: log-differs/],
  ['the copy of a checkpoint', 'audit_checkpoints', `UPDATE audit_checkpoints SET size = size - 1 WHERE number = 2`, /^checkpoints checkpoint 2: differs/],
  ['the digest of a revision', 'filing_revisions', `UPDATE filing_revisions SET digest = repeat('b', 64) WHERE number = 2`, /^revisions filing:.+\/2: digest/],
  ['the open part of a stored content', 'filing_revisions', `UPDATE filing_revisions SET content = jsonb_set(content, '{subject,name}', '"别的公司"') WHERE number = 2`, /^contents filing:.+\/2: changed/],
  ['the sealed part of a stored content', 'filing_revisions', `UPDATE filing_revisions SET content = jsonb_set(content, '{subject,certificateNumber}', '"1.00000000.AAAA"') WHERE number = 2`, /^contents filing:.+\/2: changed/],
  ['when a revision was made', 'filing_revisions', `UPDATE filing_revisions SET at = at + interval '1 ms' WHERE number = 2`, /^receipts filing:.+\/2: link-differs/],
  ['a paper that is gone', 'filing_papers', `DELETE FROM filing_papers`, /^papers paper:.+: missing/],
  ['the digest of a paper', 'filing_papers', `UPDATE filing_papers SET digest = repeat('b', 64)`, /^papers paper:.+: digest/],
  ['what a paper is for', 'filing_papers', `UPDATE filing_papers SET purpose = '4'`, /^papers paper:.+: row/],
  ['the picture of a paper', 'filing_papers', `UPDATE filing_papers SET bytes = '1.00000000.AAAA'`, /^papers paper:.+: changed/],
  ['whose a paper is', 'filing_papers', `UPDATE filing_papers SET id = gen_random_uuid()`, /^papers paper:.+: not-in-audit/],
  ['a replaced paper that is gone', 'earlier_papers', `DELETE FROM earlier_papers`, /^papers paper:.+: missing/],
  ['the picture of a replaced paper', 'earlier_papers', `UPDATE earlier_papers SET bytes = '1.00000000.AAAA'`, /^papers paper:.+: changed/],
  ['a replaced paper that stands where it stood', 'filing_papers', `INSERT INTO filing_papers SELECT id, filing_id, '9', about, provider_id, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, reason, bytes FROM earlier_papers`, /^papers paper:.+: row/],
  ['the status of a filing', 'filings', `UPDATE filings SET status = 'refused' WHERE status = 'approved'`, /^approvals filing:.+: status/],
  ['the result of a filing', 'filings', `UPDATE filings SET result = jsonb_set(result, '{subjectNumber}', '"京ICP备2026000099号"') WHERE status = 'approved'`, /^approvals filing:.+: result/],
  ['whose a filing is', 'filings', `UPDATE filings SET owner_account_id = gen_random_uuid() WHERE status = 'approved'`, /^approvals filing:.+: row/],
  ['the province of a filing', 'filings', `UPDATE filings SET province = '310000' WHERE status = 'approved'`, /^approvals filing:.+: row/],
  ['the name that a filing is listed under', 'filings', `UPDATE filings SET subject_name = '别的公司' WHERE status = 'with-providers'`, /^approvals filing:.+: row/],
  ['a verification sheet that is gone', 'verification_sheets', `DELETE FROM verification_sheets`, /^approvals sheet:.+: missing/],
  ['whose a verification sheet is', 'verification_sheets', `UPDATE verification_sheets SET by_account_id = gen_random_uuid()`, /^approvals sheet:.+: row/],
  ['what a provider verified', 'verification_sheets', `UPDATE verification_sheets SET lines = '1.00000000.AAAA'`, /^contents sheet:.+: changed/],
  ['a pass', 'filing_passes', `UPDATE filing_passes SET state = 'waiting'`, /^approvals filing:.+: row/],
  ['who passed', 'filing_passes', `UPDATE filing_passes SET provider_id = gen_random_uuid()`, /^approvals filing:.+: row/],
  ['a pass that is gone', 'filing_passes', `DELETE FROM filing_passes`, /^approvals filing:.+: missing/],
  ['a confirmation', 'confirmations', `UPDATE confirmations SET state = 'waiting', confirmed_at = NULL`, /^approvals filing:.+: row/],
  ['a confirmation that is gone', 'confirmations', `DELETE FROM confirmations`, /^approvals filing:.+: missing/],
  ['a decision of the review that is gone', 'review_decisions', `DELETE FROM review_decisions`, /^approvals filing:.+: row/],
  ['what a decision says', 'review_decisions', `UPDATE review_decisions SET opinion = (SELECT opinion FROM review_decisions WHERE decision = 'approve' LIMIT 1) WHERE decision = 'return'`, /^contents filing:.+: changed/],
  ['what a decision found', 'review_decisions', `UPDATE review_decisions SET findings = '1.00000000.AAAA' WHERE decision = 'return'`, /^contents filing:.+: changed/],
  ['the day of a decision', 'review_decisions', `UPDATE review_decisions SET at = at - interval '1 day' WHERE decision = 'return'`, /^approvals filing:.+: row/],
  ['the round of a decision', 'review_decisions', `UPDATE review_decisions SET round = round + 1 WHERE decision = 'refuse'`, /^approvals filing:.+: row/],
  ['who is said to have decided', 'review_decisions', `UPDATE review_decisions SET by_name = '别的管局' WHERE decision = 'refuse'`, /^approvals filing:.+: row/],
  ['a line of the history that is gone', 'filing_events', `DELETE FROM filing_events WHERE action = 'pass'`, /^approvals filing:.+: row/],
  ['a history that is gone', 'filing_events', `DELETE FROM filing_events`, /^approvals filing:.+: missing/],
  ['a line of the history that nobody wrote', 'filing_events', `INSERT INTO filing_events (filing_id, at, action, role, name, status) SELECT filing_id, at, 'pass', role, name, status FROM filing_events WHERE action = 'create' LIMIT 1`, /^approvals filing:.+: row/],
  ['when something happened', 'filing_events', `UPDATE filing_events SET at = at - interval '1 day' WHERE action = 'withdraw'`, /^approvals filing:.+: row/],
  ['who did it', 'filing_events', `UPDATE filing_events SET role = 'owner', name = 'owner' WHERE action = 'refuse'`, /^approvals filing:.+: row/],
  ['what is said beside a step', 'filing_events', `UPDATE filing_events SET note = '1.00000000.AAAA' WHERE action = 'refuse'`, /^contents filing:.+: changed/],
  ['that something is said beside a step', 'filing_events', `UPDATE filing_events SET note = NULL WHERE action = 'refuse'`, /^approvals filing:.+: row/],
  ['the order of the history', 'filing_events', `UPDATE filing_events one SET at = two.at, action = two.action, role = two.role, name = two.name, status = two.status FROM filing_events two
    WHERE two.filing_id = one.filing_id AND one.action = 'create' AND two.action = 'withdraw'`, /^approvals filing:.+: row/],
  ['by whom a correction is', 'corrections', `UPDATE corrections SET by_account_id = gen_random_uuid()`, /^corrections filing:.+\/2: row/],
  ['the provider of a correction', 'corrections', `UPDATE corrections SET provider_name = '别的公司'`, /^corrections filing:.+\/2: row/],
  ['why something was corrected', 'corrections', `UPDATE corrections SET reason = '1.00000000.AAAA'`, /^contents filing:.+\/2: changed/],
  ['what was corrected', 'corrections', `UPDATE corrections SET changes = '1.00000000.AAAA'`, /^contents filing:.+\/2: changed/],
  ['the person who corrected', 'corrections', `UPDATE corrections SET by_name = '别人'`, /^contents filing:.+\/2: changed/],
  ['the day of a pass', 'filing_passes', `UPDATE filing_passes SET at = at - interval '1 day' WHERE state = 'passed'`, /^approvals filing:.+: row/],
  ['the provider that passed', 'filing_passes', `UPDATE filing_passes SET provider_name = '别的公司' WHERE state = 'passed'`, /^approvals filing:.+: row/],
  ['the remark of a pass', 'filing_passes', `UPDATE filing_passes SET remark = '1.00000000.AAAA' WHERE remark IS NOT NULL`, /^contents filing:.+: changed/],
  ['a remark that is gone', 'filing_passes', `UPDATE filing_passes SET remark = NULL`, /^approvals filing:.+: row/],
  ['the day of a verification sheet', 'verification_sheets', `UPDATE verification_sheets SET at = at - interval '1 day'`, /^approvals sheet:.+: row/],
  ['what a filing proposes', 'filings', `UPDATE filings SET kind = 'change' WHERE status = 'refused'`, /^approvals filing:.+: row/],
  ['the round of a filing', 'filings', `UPDATE filings SET round = round + 1 WHERE status = 'refused'`, /^approvals filing:.+: row/],
  ['whose a filing is that a provider began', 'filings', `UPDATE filings SET owner_account_id = gen_random_uuid() WHERE applicant_provider_id IS NOT NULL`, /^approvals filing:.+: row/],
  ['the province of a cancellation', 'filings', `UPDATE filings SET province = '310000' WHERE kind = 'cancel-subject'`, /^approvals filing:.+: row/],
  ['the name that a cancellation is listed under', 'filings', `UPDATE filings SET subject_name = '别的公司' WHERE kind = 'cancel-subject'`, /^approvals filing:.+: row/],
  ['who looked at personal data', 'personal_reads', `UPDATE personal_reads SET reader_account_id = gen_random_uuid()`, /^reads read:.+: row/],
  ['when somebody looked at personal data', 'personal_reads', `UPDATE personal_reads SET at = at - interval '1 day'`, /^reads read:.+: row/],
  ['what somebody looked at', 'personal_reads', `UPDATE personal_reads SET path = 'subject.name'`, /^reads read:.+: row/],
  ['whose data somebody looked at', 'personal_reads', `UPDATE personal_reads SET owner_account_id = gen_random_uuid()`, /^reads read:.+: row/],
  ['why somebody looked', 'personal_reads', `UPDATE personal_reads SET note = '1.00000000.AAAA'`, /^contents read:.+: changed/],
  ['a look that is gone', 'personal_reads', `DELETE FROM personal_reads`, /^reads read:.+: missing/],
  ['a look that nobody had', 'personal_reads', `UPDATE personal_reads SET id = gen_random_uuid()`, /^reads read:.+: not-in-audit/],
  ['which version was accepted', 'acceptances', `UPDATE acceptances SET version = '2020-01-01' WHERE ${ofRegistered}`, /^acceptances account:.+: (?:not-in-audit|missing)/],
  ['when something was accepted', 'acceptances', `UPDATE acceptances SET accepted_at = accepted_at - interval '1 day' WHERE ${ofRegistered}`, /^acceptances account:.+: row/],
  ['an acceptance that is gone', 'acceptances', `DELETE FROM acceptances WHERE document = 'pledge' AND ${ofRegistered}`, /^acceptances account:.+ pledge .+: missing/],
  ['an acceptance that nobody gave', 'acceptances', `INSERT INTO acceptances SELECT account_id, document, '2020-01-01', accepted_at FROM acceptances WHERE document = 'terms' AND ${ofRegistered}`, /^acceptances account:.+ terms 2020-01-01: not-in-audit/],
  ['who decided', 'review_decisions', `UPDATE review_decisions SET by_account_id = gen_random_uuid()`, /^approvals filing:.+: row/],
  ['the answer of a correction request', 'correction_requests', `UPDATE correction_requests SET state = 'open'`, /^corrections filing:.+\/2: request/],
  ['a name in the register', 'register_subjects', `UPDATE register_subjects SET name = '别的公司'`, /^register 京ICP备\d+号: row/],
  ['personal data in the register', 'register_subjects', `UPDATE register_subjects SET content = jsonb_set(content, '{certificateNumber}', '"1.0.AAAA"')`, /^contents 京ICP备\d+号: changed/],
  ['a network in the register', 'register_accesses', `UPDATE register_accesses SET ip_ranges = '[{"from":"192.0.2.9","to":"192.0.2.9"}]'`, /^register 京ICP备\d+号: row/],
  ['whose a record is', 'register_subjects', `UPDATE register_subjects SET owner_account_id = gen_random_uuid()`, /^register 京ICP备\d+号: row/],
  ['the index of the last service', 'register_subjects', `UPDATE register_subjects SET last_service_index = 0`, /^register 京ICP备\d+号: row/],
  ['the certificate by which a subject is known', 'register_subjects', `UPDATE register_subjects SET certificate_key = 'x' || certificate_key`, /^contents 京ICP备\d+号: changed/],
  ['what an app is looked up under', 'register_services', `UPDATE register_services SET package_names = ARRAY['com.example.other']`, /^contents 京ICP备\d+号: changed/],
  ['how many services a certificate lists', 'certificates', 'UPDATE certificates SET services = services + 1', /^certificates [0-9A-Z-]{14}: row/],
  ['what a domain is looked up under', 'register_services', `UPDATE register_services SET domain_key = 'x' || domain_key`, /^register 京ICP备\d+号: row/],
  ['a counter', 'number_counters', `UPDATE number_counters SET last = last + 1`, /^numbers 110000 2026: \d+: gap/],
  ['what a certificate says', 'certificates', `UPDATE certificates SET payload = jsonb_set(payload, '{subjectName}', '"别的公司"')`, /^certificates [0-9A-Z-]{14}: payload/],
  ['whose a certificate is', 'certificates', `UPDATE certificates SET owner_account_id = gen_random_uuid()`, /^certificates [0-9A-Z-]{14}: row/],
  ['the province of a certificate', 'certificates', `UPDATE certificates SET province = '310000'`, /^certificates [0-9A-Z-]{14}: row/],
  ['a signature', 'certificates', `UPDATE certificates SET signature = set_byte(signature, 5, (get_byte(signature, 5) + 1) % 256)`, /^certificates [0-9A-Z-]{14}: signature/],
  ['where a certificate stands', 'certificates', `UPDATE certificates SET state = 'cancelled', ended_at = now()`, /^certificates [0-9A-Z-]{14}: state/],
  ['a paper with its digest', 'certificates', `UPDATE certificates SET pdf = '\\x255044', sha256 = encode(sha256('\\x255044'), 'hex')`, /^certificates [0-9A-Z-]{14}: paper/],
] as const)('a change of %s is found, by its place', async (_, table, sql, found) => {
  await tamper(`CREATE TABLE kept AS TABLE ${table}`)
  try {
    await tamper(sql)
    const wrong = wrongIn(await verifyDatabase(config))
    expect(wrong).toContainEqual(expect.stringMatching(found))
  } finally {
    const columns = ['correction_requests', 'verification_sheets', 'review_decisions', 'filing_events'].includes(table) ? ' OVERRIDING SYSTEM VALUE' : ''
    await tamper(`DELETE FROM ${table}; INSERT INTO ${table}${columns} SELECT * FROM kept; DROP TABLE kept`)
  }
  expect((await verifyDatabase(config)).whole).toBe(true)
})

test('an entry with right hashes that is put at the very end is found by the number that it was given, with and without a checkpoint made up for it', async () => {
  const [last] = await api.db.query(
    `SELECT chain, position, at, actor, action, filing_id AS "filingId", object_type AS "objectType", object_id AS "objectId", digest, detail, hash AS previous
     FROM audit_entries JOIN (SELECT chain, position, sequence FROM audit_log ORDER BY sequence DESC LIMIT 1) log USING (chain, position)`)
  const forged: Entry = { ...last, position: last.position + 1, action: 'system.tidy' }
  const place = [forged.chain, forged.position]
  await tamper(
    `INSERT INTO audit_entries SELECT (jsonb_populate_record(entry, jsonb_build_object('position', $2::int, 'action', $3::text, 'previous', hash, 'hash', $4::text))).*
     FROM audit_entries entry WHERE (chain, position) = ($1, $2 - 1)`, [...place, forged.action, hashOf(forged)])
  const numbered = `INSERT INTO audit_log (sequence, chain, position, hash) SELECT max(sequence) + 1, $1, $2, $3 FROM audit_log`
  await tamper(numbered, [...place, hashOf(forged)])
  expect(wrongIn(await verifyDatabase(config))).toEqual([expect.stringMatching(/^checkpoints \d+ \(checkpoint 3\): unsigned$/)])
  await tamper(`INSERT INTO audit_checkpoints SELECT (jsonb_populate_record(own, '{"number": 3}' || jsonb_build_object('size', size + 1))).* FROM audit_checkpoints own WHERE number = 2`)
  expect(wrongIn(await verifyDatabase(config))).toEqual(['checkpoints checkpoint 3: signature'])
  await tamper('DELETE FROM audit_checkpoints WHERE number = 3')
  await tamper('DELETE FROM audit_log WHERE (chain, position) = ($1, $2)', place)
  await tamper('DELETE FROM audit_entries WHERE (chain, position) = ($1, $2)', place)
  expect((await verifyDatabase(config)).whole).toBe(true)
})

test('an export without any key is verified by files alone; its lines hold no personal data; cut anywhere it is incomplete', async () => {
  const file = path.join(api.dataDir, 'export.jsonl')
  const pem = path.join(api.dataDir, 'checkpoint.pem')
  let text = ''
  for await (const line of exportText(config.databaseUrl, { at: api.clock.now(), contents: false, role: undefined })) text += line
  fs.writeFileSync(file, text)
  fs.writeFileSync(pem, (await api.inject('getLatestCheckpoint')).body.publicKey)
  const files = { export: file, checkpoints: path.join(api.dataDir, 'checkpoints'), publicKey: pem, root: path.join(api.dataDir, 'authority/root/certificate.pem') }
  const verdict = await verifyFile(files)
  expect(wrongIn(verdict)).toEqual([])
  expect(verdict.parts.filter((part) => part.skipped).map((part) => part.kind)).toEqual(['contents'])
  for (const personal of ['李明', '13800000001', '110101199003070016', 'liming']) expect(text).not.toContain(personal)
  const lines = text.trimEnd().split('\n')
  fs.writeFileSync(file, lines.slice(0, -1).join('\n'))
  expect(wrongIn(await verifyFile(files))).toContain('entries export: incomplete')
  fs.writeFileSync(file, [...lines.slice(0, 20), ...lines.slice(21)].join('\n'))
  expect((await verifyFile(files)).whole).toBe(false)
})

test('the audit administrator has it verified, sees the result in the end, and nobody else may ask', async () => {
  const auditor = await api.accounts.logOnAs({ role: 'audit-administrator' })
  const operator = await api.accounts.operator()
  for (const as of [operator, approved.owner, approved.reviewer]) {
    expect((await api.inject('startVerification', {}, { as })).status).toBe(403)
    expect((await api.inject('getVerification', {}, { as })).status).toBe(403)
    expect((await api.inject('downloadAuditExport', {}, { as })).status).toBe(403)
    expect((await api.inject('searchAuditEntries', { query: {} }, { as })).status).toBe(403)
  }
  const { body: started } = await api.inject('startVerification', {}, { as: auditor })
  expect(started).toMatchObject({ state: 'waiting', result: null })
  const { body: again } = await api.inject('startVerification', {}, { as: auditor })
  expect(again.id).toBe(started.id)
  await api.runJobs(verifyQueue)
  const { verification } = (await api.inject('getVerification', {}, { as: auditor })).body
  expect(verification).toMatchObject({ id: started.id, state: 'done', result: { whole: true } })
  const download = await api.inject('downloadAuditExport', {}, { as: auditor })
  expect(download.headers).toMatchObject({ 'content-type': 'application/jsonl', 'content-disposition': 'attachment; filename="icp-audit-export.jsonl"' })
  expect(JSON.parse(download.bytes.toString().trimEnd().split('\n').at(-1) as string)).toMatchObject({ line: 'end' })
})
