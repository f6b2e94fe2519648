import { AccountRole, type FilingContent, type RegistrationContent } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import { DevicesRepository } from '../../accounts/sessions/devices.repository.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { TestAccount } from '../../testing/accounts.js'
import type { TestApp } from '../../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff, secretOf } from '../../testing/filing-journey.js'
import { sampleJpeg } from '../../testing/pictures.js'
import { force, onRecord } from '../../testing/forced.js'
import { placeIn, sampleService } from '../../testing/filing-samples.js'
import { MigrationJourneys } from '../../testing/migration-journey.js'

/** Somebody who sends requests; without an account, a visitor. */
export interface Sender {
  readonly name: string
  readonly account?: TestAccount
}

/** Something of side A's that others try to reach. */
export interface Target {
  readonly name: string
  readonly filingId: string
  readonly requestId: string
  readonly certificateId: string
  /** In force, of provider A. */
  readonly accessId: string
  readonly token: string
  /** Of owner A, another than the one that the requests are sent with. */
  readonly sessionId: string
  /** That owner A was used on. */
  readonly deviceId: string
  /** A new phone of owner A's that waits. */
  readonly recoveryId: string
  /** Asked by owner A about somebody of side A's province. */
  readonly mediationId: string
  /** Of the filing where it has one, else of the one that is with its providers. */
  readonly paperId: string
  /** In force, of owner A. */
  readonly subjectId: string
  /** Of side A as well: in conflict with the filings that have a name of a website in common with it. */
  readonly partyId: string
  readonly content: object
}

export interface World {
  readonly api: TestApp
  readonly journeys: FilingJourneys
  /** Side A owns every target; side B has the same roles, and objects of its own. */
  readonly a: Side
  readonly b: Side
  /** An owner who has filed nothing. */
  readonly newcomer: TestAccount
  readonly senders: readonly Sender[]
  readonly targets: readonly Target[]
  readonly absent: Target
  /** What none but its parties may be shown. */
  readonly secrets: readonly string[]
  /** Networks of a provider that another provider of the same filing may not see. */
  readonly otherNetworks: readonly string[]
}

export interface Side {
  readonly owner: TestAccount
  readonly provider: ProviderWithStaff
  readonly colleague: TestAccount
  readonly reviewer: TestAccount
  /** In force, with numbers and certificate. */
  readonly subjectId: string
  readonly subjectNumber: string
  readonly serviceNumber: string
  readonly certificateCode: string
  readonly certificateId: string
  readonly accessId: string
  readonly running: string
  readonly runningOwner: TestAccount
}

const isRegistration = (content: FilingContent): content is RegistrationContent => content.form === 'registration'

const inProvince = (content: RegistrationContent, province: string): RegistrationContent => ({
  ...content, subject: { ...content.subject, ...placeIn(province) },
})

export interface Stage {
  readonly api: TestApp
  readonly journeys: FilingJourneys
  readonly b: Side
  readonly newcomer: TestAccount
  readonly provider: ProviderWithStaff
  readonly colleague: TestAccount
  readonly administrators: readonly TestAccount[]
}

/** Everybody who will try, and what is theirs, before anything of side A's exists: what they see now they must see afterwards. */
export async function setStage(api: TestApp): Promise<Stage> {
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  const b = await journeys.provider()
  const offices = AccountRole.options.filter((role) => !['owner', 'provider', 'reviewer'].includes(role))
  return {
    api, journeys, provider, colleague: await api.accounts.provider(provider.id), newcomer: await api.accounts.owner(),
    administrators: await Promise.all(offices.map((role) => api.accounts.logOnAs({ role }))),
    b: await sideOf(api, journeys, b, await api.accounts.provider(b.id), '310000'),
  }
}

async function sideOf(api: TestApp, journeys: FilingJourneys, provider: ProviderWithStaff, colleague: TestAccount, province: string): Promise<Side> {
  const approved = await journeys.approved([provider], inProvince(journeys.content([provider]), province))
  const { result } = await journeys.see(approved.id, approved.owner)
  const { id: subjectId, certificates: [certificate], services } = (await api.inject('listOwnRecords', {}, { as: approved.owner })).body.rows[0]!
  const running = await journeys.finished([provider], inProvince(journeys.content([provider]), province))
  return {
    owner: approved.owner, provider, colleague, reviewer: approved.reviewer, subjectId, subjectNumber: result!.subjectNumber, serviceNumber: result!.serviceNumbers[0]!,
    certificateCode: certificate!.code, certificateId: certificate!.id, accessId: services[0]!.accesses[0]!.id, running: running.id, runningOwner: running.owner,
  }
}

/** Side A: a filing in every status, each with its own owner but one administration and one provider. */
export async function fillWorld(stage: Stage): Promise<World> {
  const { api, journeys, provider, colleague, b, newcomer, administrators } = stage
  const a = await sideOf(api, journeys, provider, colleague, '110000')
  const beside = await journeys.provider()
  const shared = journeys.content([provider], { services: [sampleService('s1', `shared-${randomUUID().slice(0, 8)}.com`, [provider, beside])] })
  const other = journeys.content([provider])
  const namedAlike = { ...other, services: other.services.map((service) => ({ ...service, name: shared.services[0]!.name })) }
  const made: [string, Journey][] = [
    ['with-providers', await journeys.finished([provider, beside], shared)],
    ['awaiting-confirmation', await journeys.passed([provider])],
    ['in-review', await journeys.passed([provider], namedAlike)],
    ['returned', await journeys.inReview([provider])],
    ['refused', await journeys.finished([provider])],
    ['withdrawn', await journeys.finished([provider])],
  ]
  const of = (name: string) => made.find(([given]) => given === name)![1]
  const confirmed = secretOf((await journeys.see(of('in-review').id, of('in-review').owner)).confirmations[0]!).token
  await journeys.confirm(of('in-review'))
  const requestId = await openRequest(api, journeys, of('with-providers'))
  await act(api, journeys, of('returned'), 'returnFiling', of('returned').reviewer, { opinion: '请核对', findings: [{ path: 'subject.name', reason: '不符', suggestion: '' }] })
  await act(api, journeys, of('refused'), 'refuseFiling', provider.staff, { reason: '不予接入' })
  await act(api, journeys, of('withdrawn'), 'withdrawFiling', of('withdrawn').owner, {})
  const drafting = await api.accounts.owner()
  const draft = await journeys.draft(drafting, journeys.content([provider]))
  const papers = new Map([['draft', await paperOf(api, draft.id, drafting, '2', 'subject')], ['with-providers', await paperOf(api, of('with-providers').id, provider.staff, '5', 'services.s1')]])
  const filings: [string, string, TestAccount][] = [['draft', draft.id, drafting], ...made.map(([name, { id, owner }]): [string, string, TestAccount] => [name, id, owner])]
  const approvedId = (await api.inject('listFilings', { query: { status: 'approved' } }, { as: a.owner })).body.rows[0]!.id
  filings.push(['approved', approvedId, a.owner])
  const sessionId = await otherSession(api, a.owner)
  const deviceId = await deviceOf(api, a.owner)
  const recoveryId = await lostPhoneOf(api, a.owner, provider.staff)
  const cutIds = await cutOf(api, journeys, provider)
  const mediationId = await mediationOf(api, journeys, provider, a)
  const asked = await new MigrationJourneys(api, journeys, provider).asked()
  filings.push(['awaiting-agreement', asked.id, asked.owner])
  const seen = await Promise.all(filings.map(async ([name, id, owner]) => ({ name, id, owner, view: await journeys.see(id, owner) })))
  const targets = seen.map(({ name, id, owner, view }): OwnedTarget => ({
    name, filingId: id, requestId, certificateId: a.certificateId, accessId: a.accessId, token: confirmed, sessionId, deviceId, recoveryId, mediationId, paperId: papers.get(name) ?? papers.get('with-providers')!, subjectId: a.subjectId, partyId: of('with-providers').id, content: view.content, owner,
    ...(id === asked.id ? { receiver: asked.receiver } : {}),
  }))
  const senders: Sender[] = [
    { name: 'visitor' }, { name: 'owner A', account: a.owner }, { name: 'owner B', account: b.owner }, { name: 'newcomer', account: newcomer },
    { name: 'provider A', account: provider.staff }, { name: 'provider A, colleague', account: colleague },
    { name: 'provider B', account: b.provider.staff }, { name: 'provider B, colleague', account: b.colleague },
    { name: 'province A', account: a.reviewer }, { name: 'province B', account: b.reviewer },
    ...administrators.map((account) => ({ name: account.role, account })),
  ]
  const contents = seen.map(({ view }) => view.content).filter(isRegistration)
  const networks = contents.flatMap((content) => content.services.flatMap((service) => service.accesses))
  return {
    api, journeys, a, b, newcomer, senders, targets,
    absent: { name: 'absent', filingId: randomUUID(), requestId: randomUUID(), certificateId: randomUUID(), accessId: randomUUID(), token: 'x'.repeat(43), sessionId: randomUUID(), deviceId: randomUUID(), recoveryId: randomUUID(), mediationId: randomUUID(), paperId: randomUUID(), subjectId: randomUUID(), partyId: randomUUID(), content: contents[0]! },
    secrets: [
      ...seen.map(({ id }) => id), ...seen.flatMap(({ view }) => (view.reference ? [view.reference] : [])), a.certificateId, a.accessId, mediationId, a.subjectId, ...cutIds,
      ...contents.flatMap(({ subject, services }) => [subject.name, subject.certificateNumber, ...services.map(({ domain }) => domain)]),
    ],
    otherNetworks: networks.filter(({ providerId }) => providerId === beside.id).flatMap(({ ipRanges }) => ipRanges.map(({ from }) => `"${from}"`)),
  }
}

/** Each target has an owner of its own, since one owner has one running filing. */
export interface OwnedTarget extends Target {
  readonly owner: TestAccount
  /** Whom a move to another subject asks. */
  readonly receiver?: TestAccount
}

export const isOwned = (target: Target): target is OwnedTarget => 'owner' in target

async function otherSession(api: TestApp, account: TestAccount): Promise<string> {
  await api.accounts.logOnAgain(account)
  const { rows } = (await api.inject('listOwnSessions', {}, { as: account })).body
  return rows.find(({ current }) => !current)!.id
}

async function deviceOf(api: TestApp, { id }: TestAccount): Promise<string> {
  const devices = api.app.get(DevicesRepository, { strict: false })
  const seen = { browser: 'Chrome', system: 'Windows' }
  return (await api.app.get(Transactions).write(null, (tx) => devices.note(tx, id, randomUUID(), seen, api.clock.now()))).id
}

async function lostPhoneOf(api: TestApp, owner: TestAccount, staff: TestAccount): Promise<string> {
  const mobile = '13712349999'
  const { mail, phone } = (await api.inject('startPhoneRecovery', { body: { mobile, password: owner.password } }, { as: owner })).body
  await api.inject('confirmPhoneRecovery', { body: { mobile, mailCode: mail.onScreen?.code ?? '', phoneCode: phone.onScreen?.code ?? '' } }, { as: owner })
  return (await api.inject('listPhoneRecoveries', {}, { as: staff })).body.rows[0]!.id
}

/** Cancelled by force in side A's province, and to be cut by provider A: the ids of both. */
async function cutOf(api: TestApp, journeys: FilingJourneys, provider: ProviderWithStaff): Promise<string[]> {
  const record = await onRecord(api, journeys, [provider])
  const { id, orders } = (await force(api, record, record.subjectNumber)).body
  return [id, ...orders.map((order) => order.id)]
}

/** Owner A wants a domain that another subject of the same province has in force. */
async function mediationOf(api: TestApp, journeys: FilingJourneys, provider: ProviderWithStaff, { owner, subjectNumber }: Side): Promise<string> {
  const held = journeys.content([provider])
  await journeys.approved([provider], held)
  const draft = (await api.inject('createFiling', { body: { kind: 'new-service', subjectNumber } }, { as: owner })).body
  const content = { ...draft.content, services: [sampleService('s1', held.services[0]!.domain, [provider])] } as FilingContent
  const { version } = (await api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
  const asked = await api.inject('askMediation', { params: { id: draft.id }, body: { version, path: 'services.s1.domain', reason: '域名已转让' } }, { as: owner })
  if (asked.status !== 201) throw new Error(asked.text)
  return asked.body.id
}

const paperOf = async (api: TestApp, id: string, as: TestAccount, purpose: string, about: string): Promise<string> =>
  (await api.inject('putPaper', { params: { id }, query: { purpose, about }, body: sampleJpeg() }, { as })).body.paper.id

async function openRequest(api: TestApp, journeys: FilingJourneys, journey: Journey): Promise<string> {
  const body = { version: await journeys.version(journey), fields: ['services.s1.accesses.s1-a1.ipRanges'], reason: '地址有变' }
  return (await api.inject('openCorrectionRequest', { params: { id: journey.id }, body }, { as: journey.owner })).body.id
}

async function act(api: TestApp, journeys: FilingJourneys, journey: Journey, id: 'returnFiling' | 'refuseFiling' | 'withdrawFiling', as: TestAccount, more: object): Promise<void> {
  const answer = await api.inject(id, { params: { id: journey.id }, body: { version: await journeys.version(journey), ...more } } as never, { as })
  if (answer.status >= 400) throw new Error(answer.text)
}
