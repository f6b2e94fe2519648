import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { acceptanceDocuments, addDays, emptyAccess, type RegistrationContent, shanghaiDay } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import { startTestApp, type TestApp } from '../testing/app.js'
import type { TestAccount } from '../testing/accounts.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import { publishChange } from '../testing/rule-changes.js'

let api: TestApp
let journeys: FilingJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider()
})
afterAll(() => api.close())

const create = (as: TestAccount, more: object = {}) => api.inject('createFiling', { body: { kind: 'new-subject', ...more } }, { as })
const save = (as: TestAccount, id: string, version: number, content: unknown) =>
  api.inject('saveDraft', { params: { id }, body: { version, content: content as RegistrationContent } }, { as })
const finish = (as: TestAccount, id: string, version: number) => api.inject('finishFiling', { params: { id }, body: { version } }, { as })

/** As when new versions come into force while a draft is open: what was accepted is of an older version. */
const withoutAcceptances = async ({ id }: TestAccount, work: () => Promise<void>) => {
  // Acceptances are history: the API's own role may not change them.
  const rewrite = (version: string) => api.db.query(`BEGIN; SET LOCAL ROLE NONE; UPDATE acceptances SET version = ${version} WHERE account_id = '${id}'; COMMIT`)
  await rewrite(`'old ' || version`)
  await work()
  await rewrite('substr(version, 5)')
}

test('an owner has one draft, however often it is started', async () => {
  const owner = await api.accounts.owner()
  const ids = await Promise.all(Array.from({ length: 5 }, async () => (await create(owner)).body.id))
  expect(new Set(ids).size).toBe(1)
})

test('what is typed is kept, however incomplete, and the rules answer at once', async () => {
  const owner = await api.accounts.owner()
  const { id, content } = (await create(owner)).body
  const typed = { ...(content as RegistrationContent), subject: { ...(content as RegistrationContent).subject, name: '北京未完成' } }
  const saved = await save(owner, id, 0, typed)
  expect(saved.body.version).toBe(1)
  expect(saved.body.findings.some((finding) => finding.severity === 'block')).toBe(true)
  expect((await journeys.see(id, owner)).content).toEqual(typed)
})

test('of two windows that save the same draft the later one is told', async () => {
  const owner = await api.accounts.owner()
  const { id, content } = (await create(owner)).body
  expect((await save(owner, id, 0, content)).status).toBe(200)
  expect((await save(owner, id, 0, content)).problem.code).toBe('changed-meanwhile')
})

test('a filing that has findings is not finished, and every finding is named with its field', async () => {
  const owner = await api.accounts.owner()
  const { id, version } = (await create(owner)).body
  const refused = await finish(owner, id, version)
  expect([refused.status, refused.problem.code]).toEqual([422, 'blocking-findings'])
  expect(refused.problem.findings.map((finding) => finding.path)).toContain('subject.name')
  expect((await journeys.see(id, owner)).status).toBe('draft')
})

test('a tampered field is found at finish whatever the page believed', async () => {
  const owner = await api.accounts.owner()
  const content = journeys.content([provider])
  const { id } = await journeys.draft(owner, content)
  const { body } = await save(owner, id, (await journeys.see(id, owner)).version, { ...content, subject: { ...content.subject, certificateNumber: '91110101000000019X' } })
  expect((await finish(owner, id, body.version)).problem.findings.map((finding) => finding.path)).toContain('subject.certificateNumber')
})

test('a provider is chosen by its id and called by its own name; unknown and suspended ones are found', async () => {
  const owner = await api.accounts.owner()
  const suspended = await journeys.provider('停业云', 'suspended')
  const content = journeys.content([provider, suspended, { ...provider, id: randomUUID(), name: '假冒云' }])
  content.services[0]!.accesses[0]!.providerName = '改了名字'
  content.services[0]!.accesses.push({ ...emptyAccess('s1-a4'), providerId: 'no uuid', providerName: '自由文本' })
  const { id } = (await create(owner)).body
  const saved = await save(owner, id, 0, content)
  expect(saved.body.findings.filter((finding) => finding.rule === 'X-05').map((finding) => finding.path))
    .toEqual(['s1-a2', 's1-a3', 's1-a4'].map((access) => `services.s1.accesses.${access}.providerId`))
  const stored = (await journeys.see(id, owner)).content as RegistrationContent
  expect(stored.services[0]!.accesses.map((access) => access.providerName)).toEqual([provider.name, '停业云', '', ''])
})

test('a domain in the register is found while typing, and its holder is not named; of one in another running filing nothing is told yet', async () => {
  const filed = await journeys.approved([provider], journeys.content([provider], { services: [sampleService('s1', 'yibeian.com', [provider])] }))
  await journeys.finished([provider], journeys.content([provider], { services: [sampleService('s1', 'banlizhong.com', [provider])] }))
  const owner = await api.accounts.owner()
  const { id } = (await create(owner)).body
  const content = journeys.content([provider], { services: [sampleService('s1', 'YIBEIAN.com', [provider]), sampleService('s2', 'banlizhong.com', [provider])] })
  const saved = await save(owner, id, 0, content)
  expect(saved.body.findings.filter((finding) => finding.rule.startsWith('X-0')).map(({ rule, path }) => [rule, path]))
    .toEqual([['X-01', 'services.s1.domain']])
  expect(saved.text).not.toContain((await journeys.see(filed.id, filed.owner)).reference!)
})

test('a subject that its own account has filed already is found at its certificate number', async () => {
  const { subject } = journeys.content([provider])
  const { owner } = await journeys.approved([provider], { ...journeys.content([provider]), subject })
  const { id } = (await create(owner)).body
  const saved = await save(owner, id, 0, { ...journeys.content([provider]), subject })
  expect(saved.body.findings.map(({ rule, path }) => [rule, path])).toEqual([['X-03', 'subject.certificateNumber']])
})

test('while a filing is on its way no second one is started, and the refusal names it', async () => {
  const { id, owner } = await journeys.finished([provider])
  const refused = await create(owner)
  expect([refused.status, refused.problem.code]).toEqual([409, 'open-filing'])
  expect(refused.problem.text.zh).toContain((await journeys.see(id, owner)).reference!)
})

test('after a refusal a new draft starts from what was refused, as a filing of its own', async () => {
  const content = journeys.content([provider])
  const journey = await journeys.finished([provider], content)
  const { owner } = journey
  expect((await create(owner, { fromFilingId: journey.id })).status).toBe(409)
  await api.inject('refuseFiling', { params: { id: journey.id }, body: { version: await journeys.version(journey), reason: '证件模糊' } }, { as: provider.staff })
  const draft = (await create(owner, { fromFilingId: journey.id })).body
  expect(draft).toMatchObject({ status: 'draft', reference: null, refusedFrom: journey.id })
  expect(draft.content).toEqual(content)
  expect((await finish(owner, draft.id, draft.version)).status).toBe(200)
  expect((await create(await api.accounts.owner(), { fromFilingId: journey.id })).status).toBe(404)
})

test('a filing about a record in force needs one that is the owner’s', async () => {
  const owner = await api.accounts.owner()
  for (const kind of ['new-service', 'new-access', 'change', 'cancel-access'] as const) expect((await create(owner, { kind })).problem.code).toBe('record-not-found')
})

test('a discarded draft is gone, and its audit entries stay', async () => {
  const owner = await api.accounts.owner()
  const { id, version } = (await create(owner)).body
  expect((await api.inject('discardDraft', { params: { id }, body: { version } }, { as: owner })).status).toBe(204)
  expect((await api.inject('getFiling', { params: { id } }, { as: owner })).status).toBe(404)
  const entries = await api.db.query('SELECT action FROM audit_entries WHERE filing_id = $1 ORDER BY position', [id])
  expect(entries.map((entry: { action: string }) => entry.action)).toEqual(['filing.create', 'filing.discard'])
})

test('full-width signs and stray blanks are put right when the filing is finished', async () => {
  const owner = await api.accounts.owner()
  const content = journeys.content([provider])
  content.subject.person = { ...content.subject.person, mobile: '１３８ ０００００００１' }
  const { id, version } = await journeys.draft(owner, content)
  expect((await finish(owner, id, version)).status).toBe(200)
  const asked = { path: 'subject.person.mobile', reason: 'own-data', note: '' } as const
  expect((await api.inject('revealField', { params: { id }, body: asked }, { as: owner })).body.value).toBe('13800000001')
})

test('the receipt tells number, time and the digest of what was handed in', async () => {
  const owner = await api.accounts.owner()
  const { id, version } = await journeys.draft(owner, journeys.content([provider]))
  const receipt = (await finish(owner, id, version)).body
  expect(receipt).toMatchObject({ id, status: 'with-providers', finishedAt: api.clock.now(), reference: expect.stringMatching(/^BA20261123-\d{6}$/) })
  expect((await journeys.see(id, owner)).revisions).toEqual([{ number: 1, at: api.clock.now(), cause: 'finish', digest: receipt.digest }])
})

test('while a document waits to be accepted, nothing is started, saved or finished; then all of it goes on', async () => {
  const owner = await api.accounts.owner()
  const { id, version, content } = await journeys.draft(owner, journeys.content([provider]))
  const bare = await api.accounts.ownerWithoutAcceptances()
  const refused = await create(bare)
  expect([refused.status, refused.problem.code]).toEqual([409, 'accept-first'])
  expect(refused.problem.text.zh).toContain(`《${acceptanceDocuments.terms.title.zh}》和《${acceptanceDocuments.pledge.title.zh}》`)
  expect(refused.problem.text.en).toContain(acceptanceDocuments.pledge.title.en)
  await api.inject('acceptAgain', { body: { document: 'terms', version: acceptanceDocuments.terms.version } }, { as: bare })
  const half = await create(bare)
  expect(half.problem.text.en).not.toContain(acceptanceDocuments.terms.title.en)
  await api.inject('acceptAgain', { body: { document: 'pledge', version: acceptanceDocuments.pledge.version } }, { as: bare })
  expect((await create(bare)).status).toBe(201)
  await withoutAcceptances(owner, async () => {
    expect((await save(owner, id, version, content)).problem.code).toBe('accept-first')
    expect((await finish(owner, id, version)).problem.code).toBe('accept-first')
  })
  expect((await finish(owner, id, version)).status).toBe(200)
})

/** A draft that keeps every rule on the day of the test; its person's certificate ends in spring. */
const keptDraft = async () => {
  const owner = await api.accounts.owner()
  const content = journeys.content([provider])
  const person = { ...content.subject.person, certificateValidTo: '2027-04-20' }
  return { owner, draft: await journeys.draft(owner, { ...content, subject: { ...content.subject, person } }) }
}
const keysOf = (view: { redo?: { findings: readonly { rule: string; path: string }[] } | undefined }) => view.redo?.findings.map(({ rule, path }) => `${rule} ${path}`)

/** As when the draft was judged by rules that did not know this one yet. */
const underOlderRules = (id: string, rule: string) => api.db.query(
  `UPDATE filings SET draft_check = draft_check || jsonb_build_object('rules', 'older', 'known',
     (SELECT coalesce(jsonb_agg(k), '[]') FROM jsonb_array_elements_text(draft_check->'known') k WHERE k NOT LIKE $2)) WHERE id = $1`, [id, `${rule} %`],
)

test('a draft begun under older rules says what the rules in force ask for, until that is done', async () => {
  const owner = await api.accounts.owner()
  const right = journeys.content([provider])
  const { id } = (await create(owner)).body
  const typed = { ...right, subject: { ...right.subject, investor: '' } }
  await save(owner, id, 0, typed)
  expect((await journeys.see(id, owner)).redo).toBeUndefined()
  await underOlderRules(id, 'S-14')
  const opened = await journeys.see(id, owner)
  expect(opened.redo).toMatchObject({ rulesChanged: true, since: api.clock.now() })
  expect(keysOf(opened)).toEqual(['S-14 subject.investor'])
  expect(opened.redo?.findings[0]?.fix.zh).toMatch(/\p{Script=Han}/u)

  // A save of something else does not make it forgotten, and what is typed wrong meanwhile is not taken for it.
  await save(owner, id, 1, { ...typed, subject: { ...typed.subject, address: '' } })
  expect(keysOf(await journeys.see(id, owner))).toEqual(['S-14 subject.investor'])
  await save(owner, id, 2, right)
  expect((await journeys.see(id, owner)).redo).toBeUndefined()
})

test('what time alone brings to a draft is said as such when it is opened again', async () => {
  const { owner, draft } = await keptDraft()
  expect(draft.redo).toBeUndefined()
  const savedAt = api.clock.now()
  api.clock.set('2027-02-01T02:00:00.000Z')
  try {
    const opened = await journeys.see(draft.id, await api.accounts.logOnAgain(owner))
    expect(opened.redo).toMatchObject({ rulesChanged: false, since: savedAt })
    expect(keysOf(opened)).toEqual(['P-07 subject.person.certificateValidTo'])
  } finally {
    api.clock.set(savedAt)
  }
})

test('a finished filing keeps nothing of how its draft was judged', async () => {
  const { owner, draft } = await keptDraft()
  expect((await finish(owner, draft.id, draft.version)).status).toBe(200)
  expect(await api.db.query('SELECT draft_check FROM filings WHERE id = $1', [draft.id])).toEqual([{ draft_check: null }])
})

test('a rule that an operator publishes for a later day is what a draft has to be redone for from that day on', async () => {
  const { owner, draft } = await keptDraft()
  const begun = api.clock.now()
  const word = (draft.content as RegistrationContent).services[0]!.name.slice(0, 4)
  await publishChange(api, await api.accounts.operator(), { id: 'forbidden-words', province: '110000', value: [word], from: addDays(shanghaiDay(begun), 2) })
  expect((await journeys.see(draft.id, owner)).redo).toBeUndefined()
  api.clock.advance(2 * 24 * 3600)
  try {
    const opened = await journeys.see(draft.id, await api.accounts.logOnAgain(owner))
    expect(opened.redo).toMatchObject({ rulesChanged: true, since: begun })
    expect(keysOf(opened)).toEqual(['W-06 services.s1.name'])
  } finally {
    api.clock.set(begun)
  }
})
