import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { MigrationContent, RegistrationContent } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import { startTestApp, type TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { sampleApp, sampleService, wang } from '../testing/filing-samples.js'
import { madeHollow, tellOfHollow } from '../testing/hollow.js'
import { type MigrationJourney, MigrationJourneys } from '../testing/migration-journey.js'

let api: TestApp
let journeys: FilingJourneys
let moves: MigrationJourneys
let provider: ProviderWithStaff

beforeAll(async () => {
  api = await startTestApp()
  journeys = new FilingJourneys(api)
  provider = await journeys.provider('甲方云')
  moves = new MigrationJourneys(api, journeys, provider)
})
afterAll(() => api.close())

let n = 0
/** Two websites, the first with a person in charge of its own. */
const withTwo = (): RegistrationContent => {
  n++
  return journeys.content([provider], {
    services: [sampleService('s1', `qianyi${n}.com`, [provider], { personSource: 'own', person: wang }), sampleService('s2', `qianyi${n}.net`, [provider])],
  })
}
const individual = (): RegistrationContent => {
  const content = withTwo()
  return {
    ...content, services: content.services.slice(1).map((service) => ({ ...service, name: '晨光的读书笔记', contents: ['6'] })),
    subject: {
      ...content.subject, nature: '5', name: '李明', certificateType: '2', certificateNumber: '110101189001010016', person: { ...content.subject.person, officePhone: '' }, investor: '',
    },
  }
}

const publicly = async (q: string) => (await api.inject('lookUp', { query: { q } })).body.rows
const noticesOf = async (as: TestAccount) => (await api.inject('listNotices', {}, { as })).body.rows.map(({ title }) => title.en)
const decline = ({ id }: MigrationJourney, as: TestAccount, version: number, reason = '域名尚未过户') =>
  api.inject('declineMigration', { params: { id }, body: { version, reason } }, { as })

test('a website moves: both owners, the provider, the persons, the administration; one number ends, the next one begins, and both certificates are new', async () => {
  const journey = await moves.asked({ giving: withTwo() })
  const { id, owner, receiver, moving, givingNumber, receivingNumber } = journey
  const [before] = (await moves.recordOf(owner)).services
  expect(await journeys.see(id, owner)).toMatchObject({ status: 'awaiting-agreement', actions: ['withdraw'], due: { what: 'agreement' }, migration: { receiving: null } })
  expect((await api.inject('getFiling', { params: { id } }, { as: provider.staff })).status).toBe(404)
  expect((await moves.agree(journey)).status).toBe(200)
  expect((await journeys.see(id, owner)).providers.map(({ name }) => name)).toEqual(['甲方云'])
  await journeys.pass(journey)
  const asked = (await journeys.see(id, owner)).confirmations
  expect(asked.map(({ covers }) => covers)).toEqual([[moving], ['receiving-subject']])
  await confirmBoth(journey)
  const reviewed = await journeys.see(id, journey.reviewer)
  expect(reviewed).toMatchObject({ status: 'in-review', migration: { giving: { number: givingNumber }, receiving: { number: receivingNumber } } })
  const approved = await moves.approve(journey)
  expect(approved.status).toBe(200)
  const next = `${receivingNumber}-2`
  expect(approved.body).toMatchObject({ subjectNumber: receivingNumber, serviceNumbers: [next] })

  const given = await moves.recordOf(owner)
  expect(given).toMatchObject({ state: 'in-force', services: [{ number: moving, state: 'cancelled', movedTo: next }, { state: 'in-force' }] })
  expect(given.certificates.map(({ version, state, services }) => [version, state, services])).toEqual([[2, 'current', 1], [1, 'replaced', 2]])
  const received = await moves.recordOf(receiver)
  expect(received.services.at(-1)).toMatchObject({ number: next, state: 'in-force', name: before!.name, domain: before!.domain, providers: [{ name: '甲方云' }] })
  expect(received.certificates.map(({ version, state, services }) => [version, state, services])).toEqual([[2, 'current', 2], [1, 'replaced', 1]])

  expect(await publicly(before!.domain)).toMatchObject([{ serviceNumber: next, state: 'in-force', movedTo: null }, { serviceNumber: moving, state: 'cancelled', movedTo: next }])
  expect(JSON.stringify(await publicly(moving))).not.toMatch(/王芳|李明|1380000|192\.0\.2/)
  expect(await noticesOf(owner)).toContainEqual(expect.stringMatching(/^Move .* is approved$/))
  expect(await noticesOf(receiver)).toContainEqual(expect.stringMatching(/^Move .* is approved$/))
  const [entered] = await api.db.query(`SELECT count(*)::integer AS n FROM audit_entries WHERE filing_id = $1 AND action = 'register.enter'`, [id])
  expect(entered.n).toBe(2)
})

/** Each owner sees the code of the own side's person, and of the other's only that somebody is asked. */
async function confirmBoth({ id, owner, receiver }: MigrationJourney): Promise<void> {
  const [giving, receiving] = [(await journeys.see(id, owner)).confirmations, (await journeys.see(id, receiver)).confirmations]
  expect([giving[1], receiving[0]].map((one) => [one!.onScreen, one!.mobile, one!.name])).toEqual([[null, '', '李*'], [null, '', '王*']])
  for (const [one, mobile, lastSix] of [[giving[0]!, '13800000002', '070020'], [receiving[1]!, '13800000001', '010016']] as const) {
    const token = one.onScreen!.link.split('/').at(-1)!
    const answer = await api.inject('confirm', { params: { token }, body: { code: one.onScreen!.code, mobile, lastSix } })
    expect(answer.status).toBe(200)
  }
}

test('the receiving owner sees what is public, then what comes along; never a person, a finding or a word of the giving side', async () => {
  const journey = await moves.asked({ giving: withTwo() })
  const { id, receiver } = journey
  const before = await api.inject('getFiling', { params: { id } }, { as: receiver })
  expect(before.body).toMatchObject({ receiving: true, providers: [], actions: ['agree', 'decline'], content: { services: [{ homePage: '', accesses: [{ ipRanges: [] }] }] } })
  await moves.agree(journey)
  const after = await api.inject('getFiling', { params: { id } }, { as: receiver })
  expect((after.body.content as MigrationContent).services[0]!.accesses[0]!.ipRanges).toHaveLength(1)
  for (const { text } of [before, after]) expect(text).not.toMatch(/王芳|070020|13800000002|wang@/)
  const revision = await api.inject('getRevision', { params: { id, number: 1 } }, { as: receiver })
  expect(revision.status).toBe(200)
  expect(revision.text).not.toMatch(/王芳|13800000002/)
  expect((await api.inject('listFilings', {}, { as: receiver })).body.rows.find((row) => row.id === id)).toMatchObject({ receiving: true, kind: 'migrate-service' })
  const stranger = await api.accounts.owner()
  expect((await api.inject('getFiling', { params: { id } }, { as: stranger })).status).toBe(404)
  expect((await api.inject('agreeToMigration', { params: { id }, body: { version: 1 } }, { as: stranger })).status).toBe(404)
})

test('a number that leads to nobody, to an individual or to a unit is answered alike', async () => {
  const person = await moves.recordOf((await journeys.approved([provider], individual())).owner)
  const unit = await moves.recordOf((await journeys.approved([provider])).owner)
  const answers = []
  for (const number of ['京ICP备2026999999号', person.number, unit.number]) {
    const { owner } = await journeys.approved([provider], withTwo())
    const { id, answer } = await moves.handIn(owner, number)
    const { status, actions, providers, findings, migration, due } = await journeys.see(id, owner)
    answers.push({ finish: answer.status, status, actions, providers, rules: findings.map(({ rule }) => rule), receiving: migration!.receiving, due: due!.what, notices: (await noticesOf(owner)).length })
  }
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ finish: 200, status: 'awaiting-agreement' })
})

test('an individual is told so only when it wants to agree', async () => {
  const journey = await moves.asked({ giving: withTwo(), receiving: { ...individual(), subject: { ...individual().subject, certificateNumber: '110101189003070020' } } })
  const answer = await moves.agree(journey)
  expect(answer.status).toBe(422)
  expect(answer.problem.findings!.filter(({ severity }) => severity === 'block').map(({ rule }) => rule)).toEqual(['T-22'])
  expect((await journeys.see(journey.id, journey.owner)).status).toBe('awaiting-agreement')
})

test('what cannot move is said at the finish: another province, an undeclared domain, an own running filing', async () => {
  const { owner } = await journeys.approved([provider], withTwo())
  for (const [parts, rule] of [[{ receivingNumber: '浙ICP备2026000001号' }, 'T-04'], [{ domainHolder: '' }, 'T-05'], [{ receivingNumber: '不是备案号' }, 'T-02']] as const) {
    const { id, version } = await moves.saved(owner, '京ICP备2026999999号', parts)
    const answer = await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
    expect([answer.status, answer.problem.findings!.filter(({ severity }) => severity === 'block').map((finding) => finding.rule)]).toEqual([422, [rule]])
    await api.inject('discardDraft', { params: { id }, body: { version } }, { as: owner })
  }
  const first = await moves.handIn(owner, '京ICP备2026999999号')
  expect(first.answer.status).toBe(200)
  const { number, services } = await moves.recordOf(owner)
  const again = await api.inject('createFiling', { body: { kind: 'migrate-service', subjectNumber: number, serviceNumbers: [services[1]!.number] } }, { as: owner })
  expect([again.status, again.problem.code]).toEqual([409, '1017'])
})

test('a website stays while an app of its subject is under the same domain; the app itself does not move', async () => {
  const content = withTwo()
  const [website] = content.services
  const { owner } = await journeys.approved([provider], { ...content, services: [website!, sampleApp(`qianyi${n}`, website!.domain, [provider])] })
  const record = await moves.recordOf(owner)
  for (const [number, rule] of [[record.services.find(({ type }) => type === 'website')!.number, 'T-14'], [record.services.find(({ type }) => type === 'app')!.number, 'T-06']] as const) {
    const { id, version, content: empty } = (await api.inject('createFiling', { body: { kind: 'migrate-service', subjectNumber: record.number, serviceNumbers: [number] } }, { as: owner })).body
    const filled = { ...(empty as MigrationContent), receivingNumber: '京ICP备2026999999号', domainHolder: 'receiver' as const }
    const { findings, version: saved } = (await api.inject('saveDraft', { params: { id }, body: { version, content: filled } }, { as: owner })).body
    expect(findings.filter(({ severity }) => severity === 'block').map((finding) => finding.rule)).toContain(rule)
    expect((await api.inject('finishFiling', { params: { id }, body: { version: saved } }, { as: owner })).status).toBe(422)
    await api.inject('discardDraft', { params: { id }, body: { version: saved } }, { as: owner })
  }
})

test('a subject on the blacklist receives nothing, and is told so only when it wants to agree', async () => {
  const receiving = withTwo()
  const { certificateType, certificateNumber } = receiving.subject
  const journey = await moves.asked({ giving: withTwo(), receiving })
  const body = { kind: 'subject' as const, domain: '', certificateType, certificateNumber, reason: '提供虚假信息', source: '京通管〔2026〕1号', validFrom: '2026-01-01', validUntil: '' }
  expect((await api.inject('addToBlacklist', { body }, { as: await api.accounts.operator() })).status).toBe(201)
  expect((await journeys.see(journey.id, journey.owner)).findings.map(({ rule }) => rule)).not.toContain('X-26')
  const answer = await moves.agree(journey)
  expect([answer.status, answer.problem.findings!.filter(({ severity }) => severity === 'block').map(({ rule, path }) => `${rule} ${path}`)]).toEqual([422, ['X-26 receivingNumber']])
})

test('nothing hollow of a subject is told of or cleared while a website comes to it; being asked stops nothing', async () => {
  const hollow = await madeHollow(api, journeys, provider)
  const { services: [empty] } = await moves.recordOf(hollow.owner)
  const giving = await journeys.approved([provider], withTwo())
  const { id, moving, givingNumber } = await moves.handIn(giving.owner, hollow.subjectNumber)
  const journey: MigrationJourney = { ...giving, id, receiver: hollow.owner, moving, givingNumber, receivingNumber: hollow.subjectNumber }
  const standing = async () => (await api.inject('listHollow', {}, { as: hollow.owner })).body.rows.map((row) => [row.serviceNumber, row.standing])
  expect(await standing()).toEqual([[empty!.number, 'found']])
  expect((await moves.agree(journey)).status).toBe(200)
  expect(await standing()).toEqual([[empty!.number, 'stopped']])
  await tellOfHollow(api)
  expect(await standing()).toEqual([[empty!.number, 'stopped']])
  expect((await api.inject('listHollow', {}, { as: hollow.owner })).body.rows.map(({ toldAt }) => toldAt)).toEqual([null])
})

test('declining needs a reason, ends the move and leaves the register alone; the giving owner reads why', async () => {
  const journey = await moves.asked()
  const { version } = await journeys.see(journey.id, journey.receiver)
  expect((await decline(journey, journey.receiver, version, ' ')).status).toBe(422)
  expect((await decline(journey, journey.owner, version)).status).toBe(403)
  expect((await decline(journey, journey.receiver, version)).status).toBe(200)
  const seen = await journeys.see(journey.id, journey.owner)
  expect(seen.status).toBe('refused')
  expect(seen.history.at(-1)).toMatchObject({ note: '域名尚未过户' })
  expect((await moves.recordOf(journey.owner)).services[0]).toMatchObject({ state: 'in-force', number: journey.moving })
  expect((await moves.handIn(journey.owner, journey.receivingNumber)).answer.status).toBe(200)
})

test('either owner may take back what both agreed on, the receiving one not before', async () => {
  for (const who of ['owner', 'receiver'] as const) {
    const journey = await moves.asked()
    const { version } = await journeys.see(journey.id, journey.owner)
    expect((await api.inject('withdrawFiling', { params: { id: journey.id }, body: { version } }, { as: journey.receiver })).status).toBe(403)
    await moves.agree(journey)
    const withdrawn = await api.inject('withdrawFiling', { params: { id: journey.id }, body: { version: version + 1 } }, { as: journey[who] })
    expect(withdrawn.status).toBe(200)
    expect((await journeys.see(journey.id, journey.receiver)).status).toBe('withdrawn')
  }
})

test('the last website may leave: the giving subject keeps its number, hollow and without a certificate, and files again', async () => {
  const journey = await moves.inReview()
  expect((await moves.approve(journey)).status).toBe(200)
  const left = await moves.recordOf(journey.owner)
  expect(left).toMatchObject({ state: 'in-force', number: journey.givingNumber })
  expect(left.certificates.map(({ state }) => state)).toEqual(['cancelled'])
  const again = await api.inject('createFiling', { body: { kind: 'new-service', subjectNumber: left.number } }, { as: journey.owner })
  expect(again.status).toBe(201)
})

test('of eight agreements at once one counts, and a repeat of it with its key is the same answer', async () => {
  const journey = await moves.asked()
  const { version } = await journeys.see(journey.id, journey.owner)
  const send = () => api.inject('agreeToMigration', { params: { id: journey.id }, body: { version } }, { as: journey.receiver })
  const statuses = (await Promise.all(Array.from({ length: 8 }, send))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status !== 200).every((status) => status === 409)).toBe(true)
  expect((await journeys.see(journey.id, journey.owner)).providers).toHaveLength(1)
})

test('a subject agrees to one move at a time, however many agree at once', async () => {
  const first = await moves.asked()
  const others = await Promise.all([1, 2, 3].map(async () => {
    const { owner, reviewer } = await journeys.approved([provider])
    const { id, moving, givingNumber } = await moves.handIn(owner, first.receivingNumber)
    return { ...first, id, owner, reviewer, moving, givingNumber }
  }))
  const answers = await Promise.all([first, ...others].map((journey) => moves.agree(journey)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status, problem } of answers.filter((answer) => answer.status !== 200)) expect([409, 422, problem.findings![0]!.rule].slice(0, 2)).toContain(status)
})

test('a move and another filing of either side at the same moment: one of them goes through', async () => {
  for (const side of ['owner', 'receiver'] as const) {
    const journey = await moves.asked()
    if (side === 'owner') {
      // The giving subject has been reserved since the finish.
      const { number } = await moves.recordOf(journey.owner)
      const start = await api.inject('createFiling', { body: { kind: 'change', subjectNumber: number } }, { as: journey.owner })
      expect([start.status, start.problem.code]).toEqual([409, '1017'])
      continue
    }
    const { number } = await moves.recordOf(journey.receiver)
    const draft = (await api.inject('createFiling', { body: { kind: 'change', subjectNumber: number } }, { as: journey.receiver })).body
    const content = draft.content as RegistrationContent
    const renamed = { ...content, services: content.services.map((service) => ({ ...service, name: '晨光书店新版' })) }
    const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content: renamed } }, { as: journey.receiver })).body
    const answers = await Promise.all([moves.agree(journey), api.inject('finishFiling', { params: { id: draft.id }, body: { version } }, { as: journey.receiver })])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  }
})

test('approved by eight at once it moves once', async () => {
  const journey = await moves.inReview()
  const version = await journeys.version(journey)
  const send = () => api.inject('approveFiling', { params: { id: journey.id }, body: { version } }, { as: journey.reviewer })
  const statuses = (await Promise.all(Array.from({ length: 8 }, send))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect((await moves.recordOf(journey.receiver)).services.map(({ number }) => number)).toEqual([1, 2].map((index) => `${journey.receivingNumber}-${index}`))
})

test('no answer within seven days ends it as no agreement, and frees the giving subject', async () => {
  const journey = await moves.asked()
  api.clock.advance(8 * 24 * 3600)
  await api.runJobs('agreements-expire')
  const owner = await api.accounts.logOnAgain(journey.owner)
  expect(await journeys.see(journey.id, owner)).toMatchObject({ status: 'refused', actions: [] })
  const receiver = await api.accounts.logOnAgain(journey.receiver)
  expect((await moves.agree({ ...journey, owner, receiver })).status).toBe(409)
})
