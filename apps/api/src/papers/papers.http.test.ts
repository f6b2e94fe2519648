import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { AnswerOf, BodyOf, ParamsOf, QueryOf } from '@icp/contract'
import type { FilingContent } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import { resealColumn, sealedColumns } from '../personal-data/reseal.js'
import { actAs } from '../platform/acting.js'
import { suites } from '../platform/crypto-suite.js'
import { sha256 } from '../platform/digest.js'
import { KEYS } from '../platform/keys.js'
import { Sealing } from '../platform/sealing.js'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleJpeg, samplePng } from '../testing/pictures.js'
import { publishChange } from '../testing/rule-changes.js'
import { otherSuite, testedSuite } from '../testing/tested-suite.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff
let other: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  ;[provider, other] = [await journeys.provider(), await journeys.provider()]
})
afterAll(() => api.close())

type Query = QueryOf<'putPaper'>
const certificate: Query = { purpose: '2', about: 'subject' }
const photo: Query = { purpose: '5', about: 'services.s1' }
const put = (as: TestAccount, id: string, query: Query, body: Buffer = sampleJpeg(), idempotencyKey?: string) => api.inject('putPaper', { params: { id }, query, body }, { as, ...(idempotencyKey ? { idempotencyKey } : {}) })
const list = async (as: TestAccount, id: string) => (await api.inject('listPapers', { params: { id } }, { as })).body
const purposes = { owner: { reason: 'own-data', note: '' }, provider: { reason: 'verify', note: '核对材料' }, reviewer: { reason: 'review', note: '审核材料' } } as const
const read = (as: TestAccount, params: ParamsOf<'getPaper'>, body: BodyOf<'getPaper'> = purposes[as.role as keyof typeof purposes]) => api.inject('getPaper', { params, body }, { as })
const takeAway = (as: TestAccount, params: ParamsOf<'takePaperAway'>, reason?: Query['reason']) => api.inject('takePaperAway', { params, query: reason ? { reason } : {} }, { as })
const slot = ({ slots }: AnswerOf<'listPapers'>, { purpose, about }: Query) => slots.find((one) => one.purpose === purpose && one.about === about)!
const entries = (id: string) => api.db.query(`SELECT action, digest, detail FROM audit_entries WHERE filing_id = $1 AND object_type = 'paper' ORDER BY position`, [id])
const version = async (journey: Pick<Journey, 'id' | 'owner'>) => (await journeys.see(journey.id, journey.owner)).version
const inbox = async (as: TestAccount) => (await api.inject('listNotices', {}, { as })).body.rows.map(({ text }) => text.en)

async function drafted(content: FilingContent = journeys.content([provider])) {
  const owner = await api.accounts.owner()
  const { id, version: seen } = await journeys.draft(owner, content)
  return { id, owner, version: seen }
}

async function returned(providers = [provider]) {
  const journey = await journeys.inReview(providers)
  const body = { version: await version(journey), opinion: '证件模糊', findings: [{ path: 'subject.name', reason: '不清晰', suggestion: '' }] }
  await api.inject('returnFiling', { params: { id: journey.id }, body }, { as: journey.reviewer })
  return journey
}

test('an owner is told which papers are asked for and why, hands one in, and reads it back without what the camera wrote into it', async () => {
  const { id, owner } = await drafted()
  const before = await list(owner, id)
  expect(slot(before, certificate)).toMatchObject({ due: true, mayChange: true, asksReason: false, most: 1, mostBytes: 102_400, provider: null, title: { zh: '主办者证件' } })
  expect(slot(before, photo)).toMatchObject({ provider: { id: provider.id, name: provider.name }, mayChange: false })
  expect(before.findings.map(({ path, severity }) => [path, severity])).toContainEqual(['papers.2.subject', 'reviewer'])
  for (const [query, picture, type] of [[certificate, sampleJpeg, 'image/jpeg'], [{ purpose: '3', about: 'subject' }, samplePng, 'image/png']] as const) {
    const answer = await put(owner, id, query, picture({ says: '证件原件', taken: '39.9042N 116.4074E' }))
    expect(answer.status).toBe(201)
    const { paper } = answer.body
    const shown = await read(owner, { id, paperId: paper.id })
    expect(shown.headers).toMatchObject({ 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^inline; filename="paper-[0-9a-f]{8}\.(jpg|png)"$/) })
    expect([shown.bytes.includes('证件原件'), shown.bytes.includes('39.9042N'), shown.bytes.equals(picture({ says: '证件原件' }))]).toEqual([true, false, true])
    expect(paper).toMatchObject({ width: 800, height: 600, size: shown.bytes.length, digest: sha256(shown.bytes), by: { role: 'owner', name: '' }, reason: null })
  }
  const after = await list(owner, id)
  expect(slot(after, certificate).papers).toHaveLength(1)
  expect(after.findings.map(({ path }) => path)).not.toContain('papers.2.subject')
  expect((await entries(id)).map(({ action, digest }: { action: string; digest: string }) => [action, digest])).toEqual([['paper.put', slot(after, certificate).papers[0]!.digest], ['paper.put', expect.any(String)]])
})

test('at rest a paper is sealed and bound to its row', async () => {
  const { id, owner } = await drafted()
  const says = `canary-${randomUUID()}`
  const { paper } = (await put(owner, id, certificate, sampleJpeg({ says }))).body
  const { paper: second } = (await put(owner, id, { purpose: '3', about: 'subject' })).body
  const [row] = await api.db.query('SELECT t::text AS row, bytes FROM filing_papers t WHERE id = $1', [paper.id])
  for (const form of [says, Buffer.from(says).toString('base64').slice(4, -4), Buffer.from(says).toString('hex')]) expect(row.row).not.toContain(form)
  expect(row.bytes).toMatch(new RegExp(`^${suites[testedSuite].form}\\.[0-9a-f]{8}\\.`))
  await ownerOf(api, (client) => client.query(`SET session_replication_role = replica; UPDATE filing_papers SET bytes = (SELECT bytes FROM filing_papers WHERE id = '${second.id}') WHERE id = '${paper.id}'`))
  expect((await read(owner, { id, paperId: paper.id })).status).toBe(503)
  // What was moved opens nowhere: it would stop whoever reads the whole table.
  expect((await takeAway(owner, { id, paperId: paper.id })).status).toBe(200)
})

test.each([
  ['no picture', Buffer.from('%PDF-1.4 no picture'), 'F-01'],
  ['a JPEG that breaks off', sampleJpeg().subarray(0, -2), 'F-01'],
  ['a PNG with a changed byte', Buffer.from(samplePng()).fill(1, 60, 61), 'F-01'],
  ['too many bytes', sampleJpeg({ length: 103_000 }), 'F-02'],
  ['too small to be read', sampleJpeg({ width: 99 }), 'F-03'],
  ['larger than any screen', samplePng({ height: 8001 }), 'F-03'],
])('%s is refused with a finding at its place, and nothing is kept', async (_what, file, rule) => {
  const { id, owner } = await drafted()
  const answer = await put(owner, id, certificate, file)
  expect(answer.status).toBe(422)
  expect(answer.problem.findings.map((finding) => [finding.rule, finding.path])).toEqual([[rule, 'papers.2.subject']])
  expect(answer.problem.findings[0]!.text.zh).toMatch(/\p{Script=Han}/u)
  expect(await entries(id)).toEqual([])
})

test('a place that the filing does not have, and a picture too many, are told so; what is larger than the gate takes is not looked at', async () => {
  const { id, owner } = await drafted()
  for (const query of [{ purpose: 'residence', about: 'subject' }, { purpose: '2', about: 'services.s1' }, { purpose: '4', about: 'services.s9' }] as Query[]) {
    expect((await put(owner, id, query)).problem.findings.map(({ rule }) => rule)).toEqual(['F-04'])
  }
  expect((await put(owner, id, certificate, sampleJpeg({ length: 1_100_000 }))).status).toBe(413)
  const content = journeys.content([provider])
  const approvals = { ...content, services: content.services.map((service) => ({ ...service, preApprovalAnswer: 'some' as const, preApprovals: [{ item: '1', approvalNumber: '新闻许可〔2026〕1号' }] })) }
  const news = await drafted(approvals)
  const scan: Query = { purpose: 'pre-approval', about: 'services.s1' }
  for (let n = 0; n < 10; n++) expect((await put(news.owner, news.id, scan)).status).toBe(201)
  expect((await put(news.owner, news.id, scan)).problem.findings.map(({ rule }) => rule)).toEqual(['F-05'])
  expect((await put(news.owner, news.id, { ...scan, replaces: slot(await list(news.owner, news.id), scan).papers[3]!.id }, samplePng())).problem.findings.map(({ rule }) => rule)).toEqual(['F-01'])
})

test('a paper is replaced by whoever names the one that was seen; of two at once one is there', async () => {
  const { id, owner } = await drafted()
  const both = await Promise.all([put(owner, id, certificate, sampleJpeg({ says: 'one' })), put(owner, id, certificate, sampleJpeg({ says: 'two' }))])
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
  const first = slot(await list(owner, id), certificate).papers[0]!
  const again = await Promise.all([put(owner, id, { ...certificate, replaces: first.id }, sampleJpeg({ says: 'three' })), put(owner, id, { ...certificate, replaces: first.id }, sampleJpeg({ says: 'four' }))])
  expect(again.map(({ status }) => status).toSorted()).toEqual([201, 409])
  expect(slot(await list(owner, id), certificate).papers).toHaveLength(1)
  expect((await read(owner, { id, paperId: first.id })).status).toBe(404)
  expect((await takeAway(owner, { id, paperId: first.id })).problem.code).toBe('paper-not-found')
})

test('the same request twice has one effect; the same key with other bytes is refused', async () => {
  const { id, owner } = await drafted()
  const key = randomUUID()
  const [one, two] = [await put(owner, id, certificate, sampleJpeg(), key), await put(owner, id, certificate, sampleJpeg(), key)]
  expect([two.status, two.body.paper.id, two.headers['idempotency-replayed']]).toEqual([201, one.body.paper.id, 'true'])
  expect((await put(owner, id, certificate, sampleJpeg({ says: 'other' }), key)).problem.code).toBe('idempotency-key-reused')
  expect(await entries(id)).toHaveLength(1)
})

test('a finish and a paper at one moment: either the paper was there before, or the filing is locked', async () => {
  const { id, owner, version: seen } = await drafted()
  const [paper, finish] = await Promise.all([put(owner, id, certificate), api.inject('finishFiling', { params: { id }, body: { version: seen } }, { as: owner })])
  expect(finish.status).toBe(200)
  expect([201, 423]).toContain(paper.status)
  expect(slot(await list(owner, id), certificate).papers).toHaveLength(paper.status === 201 ? 1 : 0)
  expect((await put(owner, id, { purpose: '3', about: 'subject' })).status).toBe(423)
  const [held] = slot(await list(owner, id), certificate).papers
  if (held) expect((await takeAway(owner, { id, paperId: held.id })).status).toBe(423)
})

test('the provider adds its sheet and its photo while it verifies, each provider its own, and the administration reads all', async () => {
  const journey = await journeys.finished([provider, other])
  const { id, owner, reviewer } = journey
  expect((await put(owner, id, photo)).status).toBe(423)
  for (const { staff } of [provider, other]) for (const purpose of ['1', '5']) expect((await put(staff, id, { purpose, about: 'services.s1' })).status).toBe(201)
  const papersOf = async (as: TestAccount) => (await list(as, id)).slots.filter(({ papers }) => papers.length > 0).map((one) => [one.purpose, one.provider?.id])
  expect(await papersOf(provider.staff)).toEqual([['1', provider.id], ['5', provider.id]])
  expect((await papersOf(reviewer)).length).toBe(4)
  expect((await papersOf(owner)).length).toBe(4)
  const theirs = (await list(other.staff, id)).slots.flatMap(({ papers }) => papers)[0]!
  expect((await read(provider.staff, { id, paperId: theirs.id })).status).toBe(404)
  expect((await takeAway(provider.staff, { id, paperId: theirs.id })).status).toBe(404)
  expect((await read(reviewer, { id, paperId: theirs.id })).status).toBe(200)
  await journeys.pass({ ...journey, staff: [provider.staff] })
  expect((await put(provider.staff, id, { ...photo, replaces: slot(await list(provider.staff, id), photo).papers[0]!.id })).problem.code).toBe('already-passed')
})

test('a provider replaces the owner’s paper with a reason that the owner reads, passes that rested on it are open again, and nobody passes what it has not seen', async () => {
  const content = journeys.content([provider, other])
  const owner = await api.accounts.owner()
  const { id, version: drafting } = await journeys.draft(owner, content)
  const old = (await put(owner, id, certificate)).body.paper
  await api.inject('finishFiling', { params: { id }, body: { version: drafting } }, { as: owner })
  await journeys.pass({ id, owner, staff: [other.staff], reviewer: owner })
  const seen = (await journeys.see(id, provider.staff)).version
  expect((await put(provider.staff, id, { ...certificate, replaces: old.id })).problem).toMatchObject({ code: 'paper-reason', findings: [{ path: 'reason' }] })
  const replaced = await put(provider.staff, id, { ...certificate, replaces: old.id, reason: 'unclear' }, sampleJpeg({ says: 'better' }))
  expect(replaced).toMatchObject({ status: 201, body: { version: seen + 1, paper: { reason: 'unclear', by: { role: 'provider', name: provider.name } } } })
  expect((await inbox(owner)).some((text) => text.includes('it cannot be read') && text.includes('Certificate of the owner'))).toBe(true)
  expect((await inbox(other.staff)).some((text) => text.includes('Please verify the filing again'))).toBe(true)
  expect((await journeys.see(id, owner)).providers.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
  const stale = await api.inject('passFiling', { params: { id }, body: { version: seen, sheet: await journeys.sheet(id, provider.staff) } }, { as: provider.staff })
  expect(stale.status).toBe(409)
  expect((await entries(id)).at(-1)).toMatchObject({ action: 'paper.put', digest: replaced.body.paper.digest, detail: { replaces: old.id, replacedDigest: old.digest, reason: 'unclear', reopened: [other.id] } })
  expect((await journeys.see(id, owner)).history.at(-1)).toMatchObject({ action: 'put-paper', by: { role: 'provider', name: provider.name }, status: 'with-providers' })
  await takeAway(provider.staff, { id, paperId: replaced.body.paper.id }, 'unclear')
  expect((await journeys.see(id, owner)).history.at(-1)).toMatchObject({ action: 'take-paper-away', by: { role: 'provider', name: provider.name } })
})

test('what is replaced or taken away after the filing was handed in is kept, and looked at by whoever could look at it before; of a draft it is gone', async () => {
  const { id, owner, version: drafting } = await drafted(journeys.content([provider, other]))
  const first = (await put(owner, id, certificate)).body.paper
  const old = (await put(owner, id, { ...certificate, replaces: first.id }, sampleJpeg({ says: 'as handed in' }))).body.paper
  const handedIn = (await read(owner, { id, paperId: old.id })).bytes
  expect([(await list(owner, id)).earlier, (await read(owner, { id, paperId: first.id })).status]).toEqual([[], 404])
  await api.inject('finishFiling', { params: { id }, body: { version: drafting } }, { as: owner })
  const better = (await put(provider.staff, id, { ...certificate, replaces: old.id, reason: 'unclear' })).body.paper
  const own = (await put(provider.staff, id, photo)).body.paper
  await takeAway(provider.staff, { id, paperId: own.id })
  expect((await entries(id)).filter(({ detail }: { detail: { kept?: true } }) => detail.kept).map(({ action }: { action: string }) => action)).toEqual(['paper.put', 'paper.take-away'])

  const gone = { at: expect.any(String), by: { role: 'provider', name: provider.name } }
  expect((await list(owner, id)).earlier.toSorted((one, next) => one.purpose.localeCompare(next.purpose))).toEqual([
    { purpose: '2', about: 'subject', title: expect.objectContaining({ en: 'Certificate of the owner' }), paper: old, gone: { ...gone, reason: 'unclear', how: 'replaced' } },
    { purpose: '5', about: 'services.s1', title: expect.objectContaining({ en: 'Photo taken on the spot' }), paper: own, gone: { ...gone, reason: null, how: 'taken-away' } },
  ])
  expect(slot(await list(owner, id), certificate).papers.map((paper) => paper.id)).toEqual([better.id])
  const looks = async (as: TestAccount, paperId: string) => (await read(as, { id, paperId })).status
  for (const as of [owner, provider.staff, other.staff]) expect((await read(as, { id, paperId: old.id })).bytes.equals(handedIn)).toBe(true)
  // What a provider brings is no other provider's, also when it is gone.
  expect([await looks(provider.staff, own.id), await looks(other.staff, own.id), await looks(await api.accounts.owner(), old.id)]).toEqual([200, 404, 404])
  expect((await list(other.staff, id)).earlier.map(({ paper }) => paper.id)).toEqual([old.id])
  const [look] = await api.db.query(`SELECT detail FROM audit_entries WHERE action = 'paper.open' AND detail ->> 'paper' = $1 LIMIT 1`, [old.id])
  expect(look.detail).toMatchObject({ digest: old.digest, earlier: true })
  // It is no picture of its place any more.
  expect((await put(provider.staff, id, { ...certificate, replaces: old.id, reason: 'unclear' })).status).toBe(409)
  expect((await takeAway(provider.staff, { id, paperId: old.id }, 'unclear')).status).toBe(404)
})

test('the database lets no picture go from a filing that was handed in without keeping it, and nothing of what is kept change', async () => {
  const journey = await journeys.finished([provider])
  const { paper } = (await put(provider.staff, journey.id, photo)).body
  const asStaff = (text: string, values: unknown[] = []) => actAs({ role: 'provider', accountId: provider.staff.id, providerId: provider.id } as never, () => api.db.query(text, values))
    .then(() => 'done', (error: { driverError: { code: string } }) => error.driverError.code)
  const gone = `now(), '${provider.staff.id}', 'provider', '', NULL, NULL`
  const kept = 'id, filing_id, purpose, about, provider_id, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, reason, bytes'
  const keep = (columns: string) => asStaff(`INSERT INTO earlier_papers SELECT ${columns}, ${gone} FROM filing_papers WHERE id = $1`, [paper.id])
  expect([await asStaff('DELETE FROM filing_papers WHERE id = $1', [paper.id]), await keep(kept.replace('digest', `repeat('b', 64)`)), await keep(kept.replace('id,', 'gen_random_uuid(),'))]).toEqual(['IC001', 'IC001', 'IC001'])
  expect([await keep(kept), await asStaff('DELETE FROM filing_papers WHERE id = $1', [paper.id])]).toEqual(['done', 'done'])
  for (const text of [`UPDATE earlier_papers SET gone_reason = 'x'`, 'DELETE FROM earlier_papers', 'TRUNCATE earlier_papers']) expect([text, await asStaff(text)]).toEqual([text, '42501'])
  const asOwnerOfTables = (text: string) => ownerOf(api, (client) => client.query(text, [paper.id])).then(() => 'done', ({ code }: { code: string }) => code)
  expect([await asOwnerOfTables(`UPDATE earlier_papers SET digest = 'x' WHERE id = $1`), await asOwnerOfTables('DELETE FROM earlier_papers WHERE id = $1')]).toEqual(['IC001', 'IC001'])
  // What was kept here by hand is sealed for another place, and would stand in the way of whoever seals anew.
  await ownerOf(api, (client) => client.query(`SET session_replication_role = replica; DELETE FROM earlier_papers WHERE id = '${paper.id}'`))
})

test('what came back from review is put right by its owner too; in review, and after the end, nobody changes a paper', async () => {
  const journey = await returned()
  expect((await put(journey.owner, journey.id, certificate)).status).toBe(201)
  expect((await journeys.see(journey.id, journey.owner)).history.at(-1)).toMatchObject({ action: 'put-paper', by: { role: 'owner', name: 'owner' }, status: 'returned' })
  const done = await journeys.approved([provider])
  for (const [as, status] of [[done.owner, 423], [provider.staff, 409]] as const) expect([as.role, (await put(as, done.id, as.role === 'owner' ? certificate : photo)).status]).toEqual([as.role, status])
  expect((await api.inject('putPaper', { params: { id: done.id }, query: certificate, body: sampleJpeg() }, { as: done.reviewer })).status).toBe(403)
})

test('whoever is no party is told what is told of a filing and a paper that do not exist', async () => {
  const journey = await journeys.finished([provider])
  const { paper } = (await put(provider.staff, journey.id, photo)).body
  const { id } = journey
  const strangers = [await api.accounts.owner(), other.staff, await api.accounts.reviewer('310000')]
  const asked = async (as: TestAccount, filing: string, paperId: string) => [
    await api.inject('listPapers', { params: { id: filing } }, { as }), await read(as, { id: filing, paperId }), ...(as.role === 'reviewer' ? [] : [await put(as, filing, photo), await takeAway(as, { id: filing, paperId })]),
  ].map(({ status, problem }) => [status, problem.code, problem.text])
  for (const as of strangers) {
    expect([as.role, await asked(as, id, paper.id)]).toEqual([as.role, await asked(as, randomUUID(), randomUUID())])
    expect((await asked(as, id, paper.id)).every(([status]) => status === 404)).toBe(true)
  }
  const drafting = await drafted()
  const own = (await put(drafting.owner, drafting.id, certificate)).body.paper
  expect((await read(provider.staff, { id: drafting.id, paperId: own.id })).status).toBe(404)
  expect((await read(drafting.owner, { id: drafting.id, paperId: paper.id })).problem.code).toBe('paper-not-found')
})

test('with the API’s own lock gone the database still keeps the papers of a locked filing', async () => {
  const { id, owner, reviewer } = await journeys.inReview([provider])
  const write = async (account: TestAccount, more: object, filing = id) =>
    actAs({ role: account.role, accountId: account.id, ...more } as never, () => api.db.query(
      `INSERT INTO filing_papers (id, filing_id, purpose, about, position, format, width, height, size, digest, at, by_account_id, by_role, by_name, bytes)
       VALUES (gen_random_uuid(), $1, '2', 'subject', 1, '1', 1, 1, 1, '', now(), $2, 'owner', '', '')`, [filing, account.id],
    )).then(() => 'done', (error: { driverError: { code: string } }) => error.driverError.code)
  expect([await write(owner, {}), await write(provider.staff, { providerId: provider.id }), await write(reviewer, { province: '110000' })]).toEqual(['IC001', 'IC001', 'IC001'])
  const verifying = await journeys.finished([provider, other])
  await journeys.pass({ ...verifying, staff: [provider.staff] })
  const asStaff = ({ id: providerId, staff }: ProviderWithStaff) => write(staff, { providerId }, verifying.id)
  expect([await asStaff(provider), await asStaff(await journeys.provider()), await asStaff(other)]).toEqual(['IC001', 'IC001', 'done'])
})

test('each look of staff is kept with the digest, is told to the owner, and makes the breach scope', async () => {
  const journey = await journeys.finished([provider])
  const { paper } = (await put(provider.staff, journey.id, photo)).body
  await read(journey.reviewer, { id: journey.id, paperId: paper.id })
  await read(journey.owner, { id: journey.id, paperId: paper.id })
  const looks = await api.db.query(`SELECT actor ->> 'role' AS role, detail FROM audit_entries WHERE action = 'paper.open' AND detail -> 'objects' ? $1`, [`filing:${journey.id}`])
  expect(looks).toEqual([{ role: 'reviewer', detail: { paper: paper.id, purpose: '5', about: 'services.s1', digest: paper.digest, reason: 'review', read: expect.any(String), rows: { read: expect.any(String), note: expect.any(String) }, objects: [`filing:${journey.id}`] } }])
  const { rows } = (await api.inject('listOwnReads', { query: {} }, { as: journey.owner })).body
  expect(rows.filter(({ way }) => way === 'paper')).toMatchObject([{ reason: 'review', field: { en: 'Photo taken on the spot' }, filing: { id: journey.id } }])
  const [kept] = await api.db.query('SELECT note FROM personal_reads WHERE filing_id = $1', [journey.id])
  expect(kept.note).toMatch(/^[12]\./)
})

test('staff say what they need a picture for, each for its own role, and in words', async () => {
  const journey = await journeys.finished([provider])
  const { paper } = (await put(provider.staff, journey.id, photo)).body
  const look = async (as: TestAccount, body: BodyOf<'getPaper'>) => {
    const answer = await read(as, { id: journey.id, paperId: paper.id }, body)
    return answer.status === 200 ? answer.status : [answer.status, ...answer.problem.findings.map(({ rule }) => rule)]
  }
  expect(await look(provider.staff, { reason: 'verify', note: ' ' })).toEqual([422, 'read-note'])
  expect(await look(provider.staff, { reason: 'review', note: '核对' })).toEqual([422, 'read-reason'])
  expect(await look(journey.reviewer, { reason: 'own-data', note: '' })).toEqual([422, 'read-reason', 'read-note'])
  expect(await api.db.query('SELECT 1 FROM personal_reads WHERE filing_id = $1', [journey.id])).toEqual([])
  expect([await look(provider.staff, { reason: 'verify', note: '核对' }), await look(journey.reviewer, { reason: 'review', note: '审核' })]).toEqual([200, 200])
})

test('a service that is gone leaves its papers as strays, which their owner takes away; a discarded draft takes all along', async () => {
  const content = journeys.content([provider])
  const own = { ...content, services: content.services.map((service) => ({ ...service, personSource: 'own' as const, person: { ...content.subject.person, name: '王芳', certificateNumber: '110101189003070020', mobile: '13800000002', email: 'fang@example.com' } })) }
  const { id, owner, version: seen } = await drafted(own)
  const { paper } = (await put(owner, id, { purpose: '4', about: 'services.s1' })).body
  await put(owner, id, certificate)
  await api.inject('saveDraft', { params: { id }, body: { version: seen, content } }, { as: owner })
  expect((await list(owner, id)).strays).toMatchObject([{ purpose: '4', about: 'services.s1', mayTakeAway: true, paper: { id: paper.id } }])
  expect((await takeAway(owner, { id, paperId: paper.id })).status).toBe(200)
  expect((await list(owner, id)).strays).toEqual([])
  const { version: last } = await journeys.see(id, owner)
  await api.inject('discardDraft', { params: { id }, body: { version: last } }, { as: owner })
  expect(await api.db.query('SELECT 1 FROM filing_papers WHERE filing_id = $1', [id])).toEqual([])
})

test.each(['filing_papers', 'earlier_papers'])('sealed anew by the other suite, a picture in %s opens as before, and its row is else what it was', async (table) => {
  const { id, owner } = await returned()
  const { paper } = (await put(owner, id, certificate, sampleJpeg({ says: 'to be sealed anew' }))).body
  if (table === 'earlier_papers') await put(owner, id, { ...certificate, replaces: paper.id })
  const before = (await read(owner, { id, paperId: paper.id })).bytes
  const column = sealedColumns.find((one) => one.table === table)!
  const written = await ownerOf(api, (client) => resealColumn(client, new Sealing(api.app.get(KEYS), otherSuite), column))
  expect(written).toBeGreaterThan(0)
  const [row] = await api.db.query(`SELECT bytes, digest FROM ${table} WHERE id = $1`, [paper.id])
  expect([row.bytes.slice(0, 2), row.digest]).toEqual([`${suites[otherSuite].form}.`, paper.digest])
  expect((await read(owner, { id, paperId: paper.id })).bytes.equals(before)).toBe(true)
})

test('the export of own data lists the papers with their digests', async () => {
  const { id, owner } = await drafted()
  const { paper } = (await put(owner, id, certificate)).body
  const { onScreen } = (await api.inject('sendStepUpCode', { body: { purpose: 'export' } }, { as: owner })).body
  const { data } = (await api.inject('exportOwnData', { body: { code: onScreen!.code } }, { as: owner })).body
  expect(data.filings.map(({ papers, earlierPapers }) => [papers, earlierPapers])).toEqual([[[{ purpose: '2', about: 'subject', ...paper }], []]])
})

test('where a province was published to ask for it, a due paper of the owner’s holds up the finish, and one of the provider’s its own pass and no other’s', async () => {
  const { id, owner, version: seen } = await drafted(journeys.content([provider, other]))
  await publishChange(api, await api.accounts.operator(), { id: 'severity-of-F-06', province: '110000', value: 'block' })
  const finish = () => api.inject('finishFiling', { params: { id }, body: { version: seen } }, { as: owner })
  expect((await finish()).problem.findings.filter(({ severity }) => severity === 'block').map(({ rule, path }) => [rule, path])).toEqual([['F-06', 'papers.2.subject'], ['F-06', 'papers.3.subject']])
  for (const purpose of ['2', '3']) await put(owner, id, { purpose, about: 'subject' })
  expect((await finish()).status).toBe(200)
  const pass = async ({ staff }: ProviderWithStaff) => api.inject('passFiling', { params: { id }, body: { version: await version({ id, owner }), sheet: await journeys.sheet(id, staff) } }, { as: staff })
  const stops = ({ problem }: Awaited<ReturnType<typeof pass>>) => problem.findings.filter(({ severity }) => severity === 'block').map(({ path }) => path)
  const own = ['papers.1.services.s1', 'papers.5.services.s1']
  expect(stops(await pass(provider))).toEqual(own)
  for (const purpose of ['1', '5']) await put(provider.staff, id, { purpose, about: 'services.s1' })
  expect((await journeys.see(id, provider.staff)).findings.filter(({ rule }) => rule === 'F-06')).toEqual([])
  expect((await pass(provider)).status).toBe(200)
  expect(stops(await pass(other))).toEqual(own)
})
