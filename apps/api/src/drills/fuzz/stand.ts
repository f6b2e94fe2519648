import type { OperationId } from '@icp/contract'
import { type AccountRole, AccountRole as AccountRoles } from '@icp/domain'
import type { TestAccount } from '../../testing/accounts.js'
import type { TestApp } from '../../testing/app.js'
import { sampleJpeg } from '../../testing/pictures.js'
import { FilingJourneys, type ProviderWithStaff, secretOf } from '../../testing/filing-journey.js'
import type { Random } from '../random.js'
import { fittingBodies } from './fitting-bodies.js'

interface KnownFiling {
  readonly id: string
  version: number
  readonly content: unknown
  readonly owner: TestAccount
}

/** People of every role, filings in every state, and what leads to them: so that a request gets as deep as it can. */
export class FuzzStand {
  readonly callers = new Map<AccountRole, TestAccount>()
  private readonly journeys: FilingJourneys
  private readonly known = new Map<string, unknown[]>()
  private provider!: ProviderWithStaff
  /** Where the objects of the operation in hand lie, e.g. `/api/filings`: an id is looked for there first. */
  private place = ''
  private filings: KnownFiling[] = []
  /** Whom and what the operation in hand is about, where it is about a filing. */
  private filing: KnownFiling | undefined
  /** Versions by id, for each place; and the object that the operation in hand is about, where one is known. */
  private readonly versions = new Map<string, Map<string, number>>()
  private object: { readonly id: string; readonly version: number } | undefined

  private constructor(
    private readonly api: TestApp,
    private readonly random: Random,
  ) {
    this.journeys = new FilingJourneys(api)
  }

  static async build(api: TestApp, random: Random): Promise<FuzzStand> {
    const stand = new FuzzStand(api, random)
    stand.provider = await stand.journeys.provider()
    for (const role of AccountRoles.options) await stand.renew(role)
    await stand.refill()
    return stand
  }

  /** A new account of the role, since the one before may have signed out or been ended. */
  async renew(role: AccountRole): Promise<TestAccount> {
    const part = role === 'provider' ? { providerId: this.provider.id } : role === 'reviewer' ? { province: '110000' } : {}
    const account = await this.api.accounts.logOnAs({ role, ...part })
    this.callers.set(role, account)
    return account
  }

  /** One more filing in each state that a caller may find one in; the owner's own draft is finished and begun anew. */
  async refill(): Promise<void> {
    const { journeys } = this
    // Codes are shown on screen only while the platform is off, and what ran before may have turned it on, suspended the provider or ended its staff.
    await this.api.db.query(`UPDATE switches SET value = 'off' WHERE name = 'sms-platform'`)
    if (await this.providerIsGone()) this.provider = await journeys.provider()
    const provider = { ...this.provider, staff: await this.renew('provider') }
    const owner = await this.renew('owner')
    // As it is typed: what a view answers is masked.
    const content = journeys.content([provider])
    const draft = await journeys.draft(owner, content)
    this.filings.push({ id: draft.id, version: draft.version, content, owner })
    this.keep({ content })
    await this.keepPaper(draft.id, owner, { purpose: '2', about: 'subject' })
    for (const at of ['finished', 'passed', 'inReview', 'approved'] as const) {
      const journey = await journeys[at]([provider])
      this.callers.set('reviewer', journey.reviewer)
      if (at === 'finished') {
        const opened = await this.api.inject('openCorrectionRequest', {
          params: { id: journey.id }, body: { version: await journeys.version(journey), fields: ['subject.name'], reason: '名称有误' },
        }, { as: journey.owner })
        this.keep({ requestId: opened.body.id })
      }
      if (at === 'finished') await this.keepPaper(journey.id, provider.staff, { purpose: '5', about: 'services.s1' })
      const view = await journeys.see(journey.id, journey.owner)
      this.filings.push({ id: view.id, version: view.version, content, owner: journey.owner })
      this.keep({ reference: view.reference, providerId: provider.id })
      for (const confirmation of view.confirmations) if (confirmation.onScreen) this.keep({ token: secretOf(confirmation).token, code: secretOf(confirmation).code })
      if (view.result) this.keep({ subjectNumber: view.result.subjectNumber, ...idAt('/api/certificates', view.result.certificateId), q: view.result.subjectNumber })
    }
    this.keep({ q: '晨光', userName: owner.userName, password: owner.password, mobile: owner.mobile, email: owner.email, way: 'proof', purpose: 'cancel', number: 1, path: 'subject.person.mobile' })
  }

  private async keepPaper(id: string, as: TestAccount, query: { purpose: string; about: string }): Promise<void> {
    const { paper } = (await this.api.inject('putPaper', { params: { id }, query, body: sampleJpeg() }, { as })).body
    for (const purpose of [query.purpose, '3', '1', 'domain-certificate']) this.keep({ '/api/filings purpose': purpose, '/api/filings about': query.about, '/api/filings paperId': paper.id })
  }

  /** What follows is about objects below this address of the OpenAPI document. */
  turnTo(path: string): void {
    this.place = collectionOf(path)
    this.filing = this.place === '/api/filings' ? this.random.pick(this.filings.slice(-8)) : undefined
    const objects = [...(this.versions.get(this.place) ?? [])].slice(-8)
    const [id, version] = objects.length > 0 ? this.random.pick(objects) : []
    this.object = id === undefined || version === undefined ? undefined : { id, version }
  }

  /** A body that the operation in hand takes of the object in hand, where chance would not find one. */
  fittingBody(operationId: string): unknown {
    return fittingBodies[operationId as OperationId]?.({ api: this.api, random: this.random, version: this.object?.version ?? 0 })
  }

  /** Who sends it: the owner of the filing in hand, or the account of that role. */
  callerFor(role: AccountRole): TestAccount | undefined {
    return role === 'owner' && this.filing ? this.filing.owner : this.callers.get(role)
  }

  /** Somebody whom nothing lets in any more: signed out, or ended by an administrator. */
  async replace(gone: TestAccount): Promise<void> {
    if (this.callers.get(gone.role) === gone) return void (await this.renew(gone.role))
    this.filings = this.filings.filter(({ owner }) => owner !== gone)
    if (this.filings.length === 0) await this.refill()
  }

  /** Ended, or its addresses are others now, so that no filing through it would be without findings. */
  private async providerIsGone(): Promise<boolean> {
    const kept = await this.api.db.query<unknown[]>(
      `SELECT FROM providers p JOIN provider_ip_blocks b ON b.provider_id = p.id WHERE p.id = $1 AND p.state = 'active' AND b.block = '192.0.2.0/24'`, [this.provider.id])
    return kept.length === 0
  }

  /** Keeps the ids that a list or a creation has answered: later requests ask for them. */
  learn(path: string, text: string): void {
    const answer = parsed(text)
    const rows = [answer, ...(Array.isArray(answer['rows']) ? (answer['rows'] as Record<string, unknown>[]) : []), answer['invitation'], answer['account']] as (Record<string, unknown> | undefined)[]
    if (this.filing && answer['id'] === this.filing.id && typeof answer['version'] === 'number') this.filing.version = answer['version']
    if (typeof answer['next'] === 'string') this.keep({ [`${collectionOf(path)} cursor`]: answer['next'] })
    for (const row of rows) if (typeof row?.['id'] === 'string') this.keep(idAt(collectionOf(path), row['id']))
    for (const row of rows) this.noteVersion(collectionOf(path), row?.['id'] ?? row?.['province'], row?.['version'])
  }

  private noteVersion(place: string, id: unknown, version: unknown): void {
    if (typeof id !== 'string' || typeof version !== 'number') return
    const of = this.versions.get(place) ?? new Map<string, number>()
    this.versions.set(place, of)
    // The newest stands last, also when it was known before.
    of.delete(id)
    of.set(id, version)
  }

  find(name: string): unknown {
    if (this.filing && (name === 'id' || name === 'version' || name === 'content')) return this.filing[name]
    if (this.object && this.random.chance(0.75)) {
      if (name === 'version') return this.object.version
      if (name === (isProvince(this.object.id) ? 'province' : 'id')) return this.object.id
    }
    const values = this.known.get(`${this.place} ${name}`) ?? this.known.get(name)
    return values ? this.random.pick(values) : undefined
  }

  private keep(values: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(values)) if (value !== null) this.known.set(name, [...(this.known.get(name) ?? []).slice(-30), value])
  }
}

/** Administrations go by their province, all else by an id. */
const isProvince = (id: string): boolean => /^\d{6}$/.test(id)

const idAt = (place: string, id: string | null): Record<string, string | null> => ({ [`${place} id`]: id })

/** `/api/filings/{id}/pass` and `/api/filings` lie below `/api/filings`. */
const collectionOf = (path: string): string => path.replace(/\/\{.*$/, '')

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
