import type { OperationId } from '@icp/contract'
import {
  type Actor, type Command, type Filing, type FilingContent, type FilingKind, type HeldRecord, isCancellation, isFinal, type Move, type RegistrationContent, servicesInForce,
  type WholeRegister, withFieldAt,
} from '@icp/domain'
import type { TestAccount } from '../../testing/accounts.js'
import type { Answered, TestApp } from '../../testing/app.js'
import { type FilingJourneys, knownPersons, type ProviderWithStaff, secretOf } from '../../testing/filing-journey.js'
import { sampleService } from '../../testing/filing-samples.js'
import { orderSeen, preview } from '../../testing/forced.js'
import type { Random } from '../random.js'

export interface Party {
  readonly account: TestAccount
  /** What it files first. */
  readonly content: RegistrationContent
  readonly domains: readonly string[]
}

export interface Cast {
  readonly api: TestApp
  readonly journeys: FilingJourneys
  readonly parties: readonly Party[]
  readonly providers: readonly ProviderWithStaff[]
  /** Of the subject's province, and of another one. */
  readonly reviewers: readonly TestAccount[]
}

/** Something that somebody tries. `filing` is what it was before, as far as there was one. */
export interface Attempt {
  readonly command: Move['command']
  readonly actor: Actor
  readonly filing: Filing | undefined
  /** The version that was sent is not the one that the filing has. */
  readonly stale: boolean
  readonly send: () => Promise<Answered<unknown>>
}

/** Onward is tried more often than an end. */
const sensible: Readonly<Record<Filing['status'], readonly Attempt['command'][]>> = {
  draft: ['save', 'finish', 'finish', 'finish', 'finish', 'discard'],
  'awaiting-agreement': ['withdraw'],
  'with-providers': ['pass', 'pass', 'pass', 'pass', 'open-correction-request', 'correct', 'correct', 'decline-correction-request', 'withdraw', 'refuse'],
  returned: ['pass', 'pass', 'pass', 'open-correction-request', 'correct', 'withdraw'],
  'awaiting-confirmation': ['confirm', 'confirm', 'confirm', 'confirm', 'resend-code', 'withdraw'],
  'in-review': ['approve', 'approve', 'approve', 'return', 'refuse'],
  approved: ['withdraw', 'approve', 'save'], refused: ['finish', 'withdraw', 'pass'], withdrawn: ['finish', 'pass', 'correct'],
}
const senseless: readonly Attempt['command'][] = ['save', 'finish', 'discard', 'withdraw', 'open-correction-request', 'correct', 'pass', 'refuse', 'approve', 'return']

const kindsOnRecord: readonly FilingKind[] = ['change', 'change', 'new-service', 'new-service', 'new-access', 'cancel-access', 'cancel-service', 'cancel-subject']
const fields = ['subject.name', 'subject.address', 'services.s1.name', 'services.s1.remark', 'services.s1.domain', 'subject.certificateNumber']

/** Picks what is tried next in a register that looks like this. */
export class Attempts {
  constructor(
    private readonly cast: Cast,
    private readonly random: Random,
  ) {}

  async next(whole: WholeRegister): Promise<Attempt> {
    const party = this.random.pick(this.cast.parties)
    if (whole.records.length > 0 && this.random.chance(0.03)) return this.forcing(whole)
    const open = whole.filings.filter(({ status }) => !isFinal(status))
    const filing = this.random.chance(0.1) || open.length === 0 ? whole.filings[this.random.int(Math.max(1, whole.filings.length))] : this.random.pick(open)
    if (!filing || this.random.chance(open.length < 2 ? 0.4 : 0.1)) return this.creating(whole, party)
    if (filing.status === 'draft' && filing.version === 0 && this.random.chance(0.9)) return this.of('save', filing, whole)
    return this.of(this.random.chance(0.1) ? this.random.pick(senseless) : this.random.pick(sensible[filing.status]), filing, whole)
  }

  /** An administration cancels by force: mostly its own province's, and mostly a website, so that the subject lives on. */
  private forcing({ records }: WholeRegister): Attempt {
    const { api, reviewers } = this.cast
    const { subject, services } = this.random.pick(records)
    const number = this.random.chance(0.7) && services.length > 0 ? this.random.pick(services).number : subject.number
    const away = this.random.chance(0.15)
    const as = reviewers[away ? 1 : 0]!
    return {
      command: 'cancel-by-force', actor: { role: 'reviewer', accountId: as.id, province: away ? '330000' : '110000' }, filing: undefined, stale: false,
      send: async () => {
        const shown = await preview(api, { subjectId: subject.id }, number, as)
        return shown.status === 200 ? api.inject('cancelByForce', { params: { id: subject.id }, body: orderSeen(number, shown.body.seen) }, { as }) : shown
      },
    }
  }

  private creating(whole: WholeRegister, { account }: Party): Attempt {
    const record = this.recordOf(whole, account)
    const old = whole.filings.find(({ ownerAccountId, status }) => ownerAccountId === account.id && (status === 'refused' || status === 'withdrawn'))
    const body = old && this.random.chance(0.2) ? { kind: old.kind, fromFilingId: old.id } : record && this.random.chance(0.9) ? this.about(record) : { kind: 'new-subject' as const }
    return {
      command: 'create', actor: { role: 'owner', accountId: account.id }, filing: undefined, stale: false,
      send: () => this.cast.api.inject('createFiling', { body }, { as: account }),
    }
  }

  private recordOf({ records, filings }: WholeRegister, { id }: TestAccount): HeldRecord | undefined {
    const own = new Set(filings.filter(({ ownerAccountId, status }) => ownerAccountId === id && status === 'approved').map(({ content }) =>
      (content.form === 'registration' ? content.subject.certificateNumber : '')))
    return records.find(({ subject }) => subject.state === 'in-force' && own.has(subject.content.certificateNumber))
  }

  private about(record: HeldRecord) {
    const kind = this.random.pick(kindsOnRecord)
    const standing = servicesInForce(record)
    const service = standing[this.random.int(Math.max(1, standing.length))]
    const chosen = kind === 'new-access' || kind === 'cancel-access' || kind === 'cancel-service'
    const access = service?.content.accesses[0]
    return {
      kind, subjectNumber: record.subject.number, ...(chosen && service ? { serviceNumbers: [service.number] } : {}),
      ...(kind === 'cancel-access' && access ? { accessIds: [access.id] } : {}),
    }
  }

  private typed(filing: Filing): FilingContent {
    const { content, kind } = filing
    const party = this.cast.parties.find(({ account }) => account.id === filing.ownerAccountId) ?? this.cast.parties[0]!
    const n = this.random.int(90) + 10
    const provider = this.random.pick(this.cast.providers)
    if (content.form === 'cancellation') return { ...content, reason: '1', note: `说明${n}` }
    if (content.form === 'migration') return { ...content, note: `说明${n}` }
    switch (kind) {
      case 'new-subject': return { ...party.content, services: party.content.services.slice(0, 1 + this.random.int(2)) }
      case 'new-service': return { ...content, services: [sampleService(`n${n}`, this.random.pick(party.domains), [provider])] }
      case 'new-access': return { ...content, services: content.services.map((service) => ({ ...service, accesses: sampleService(`x${n}`, service.domain, [provider]).accesses })) }
      default: return { ...content, subject: { ...content.subject, address: `示例路${n}号101室` } }
    }
  }

  /** Whose turn it would be, or now and then somebody else. */
  private async of(command: Attempt['command'], filing: Filing, whole: WholeRegister): Promise<Attempt> {
    const { api, journeys, parties, providers, reviewers } = this.cast
    const owner = parties.find(({ account }) => account.id === filing.ownerAccountId)!.account
    const stale = this.random.chance(0.08)
    const version = stale ? Math.max(0, filing.version - 1) : filing.version
    const params = { id: filing.id }
    const byOwner = this.random.chance(0.06) ? this.random.pick(parties).account : owner
    const waiting = providers.filter(({ id }) => filing.passes.some((pass) => pass.providerId === id && pass.state === 'waiting'))
    const provider = waiting.length > 0 && this.random.chance(0.9) ? this.random.pick(waiting) : this.random.pick(providers)
    const reviewer = this.random.chance(0.06) ? reviewers[1]! : reviewers[0]!
    const asOwner: Actor = { role: 'owner', accountId: byOwner.id }
    const asProvider: Actor = { role: 'provider', accountId: provider.staff.id, providerId: provider.id }
    const asReviewer: Actor = { role: 'reviewer', accountId: reviewer.id, province: reviewer === reviewers[0] ? '110000' : '330000' }
    const tried = (operation: OperationId, as: TestAccount, actor: Actor, more: object = {}, path: object = params): Attempt => ({
      command, actor, filing, stale: stale && version !== filing.version,
      send: () => api.inject(operation as 'withdrawFiling', { params: path, body: { version, ...more } } as never, { as }) as Promise<Answered<unknown>>,
    })
    const request = filing.requests.find(({ state, providerId }) => state === 'open' && providerId === provider.id)
    switch (command) {
      case 'save': return tried('saveDraft', byOwner, asOwner, { content: this.typed(filing) })
      case 'finish': return tried('finishFiling', byOwner, asOwner, isCancellation(filing.kind) ? { code: await this.stepUp(byOwner) } : {})
      case 'discard': return tried('discardDraft', byOwner, asOwner)
      case 'withdraw': return tried('withdrawFiling', byOwner, asOwner)
      case 'open-correction-request': {
        const [as, actor] = this.random.chance(0.5) ? [byOwner, asOwner] as const : [provider.staff, asProvider] as const
        return tried('openCorrectionRequest', as, actor, { fields: [this.random.pick(fields)], reason: '有误', ...(actor === asOwner ? { providerId: provider.id } : {}) })
      }
      case 'decline-correction-request': return tried('declineCorrectionRequest', provider.staff, asProvider, { answer: '与证件一致' }, { ...params, requestId: request?.id ?? filing.id })
      case 'correct': {
        const shown = await api.inject('getFiling', { params }, { as: provider.staff })
        const content = shown.status === 200 ? shown.body.content : filing.content
        const path = (this.random.chance(0.8) && request?.fields[0]) || this.random.pick(fields)
        return tried('correctFiling', provider.staff, asProvider, { requestId: request?.id ?? filing.id, reason: '更正', content: withFieldAt(content, path, path.endsWith('domain') ? 'example.net' : `北京晨光更名${this.random.int(90)}号`) })
      }
      case 'pass': return tried('passFiling', provider.staff, asProvider, { sheet: await journeys.sheet(filing.id, provider.staff) })
      case 'refuse': return filing.status === 'in-review' ? tried('refuseFiling', reviewer, asReviewer, { reason: '不符' }) : tried('refuseFiling', provider.staff, asProvider, { reason: '不符' })
      case 'approve': return tried('approveFiling', reviewer, asReviewer)
      case 'return': return tried('returnFiling', reviewer, asReviewer, { opinion: '请更正', findings: [{ path: '', reason: '不符', suggestion: '' }] })
      default: return this.byPerson(command, filing, (await journeys.see(filing.id, owner)).confirmations, whole)
    }
  }

  private byPerson(command: Attempt['command'], filing: Filing, asked: Parameters<typeof secretOf>[0][], whole: WholeRegister): Attempt {
    const waiting = asked.filter(({ state, onScreen }) => state === 'waiting' && onScreen)
    const confirmation = waiting[this.random.int(Math.max(1, waiting.length))]
    if (!confirmation) return this.creating(whole, this.random.pick(this.cast.parties))
    const { token, code } = secretOf(confirmation)
    const person = knownPersons[confirmation.name] ?? { mobile: '', lastSix: '' }
    const body = { code: this.random.chance(0.1) ? '000000' : code, ...person }
    return {
      command, filing, actor: { role: 'responsible-person', confirmationId: confirmation.id }, stale: false,
      send: () => command === 'confirm'
        ? this.cast.api.inject('confirm', { params: { token }, body }) : this.cast.api.inject('resendConfirmationCode', { params: { token } }),
    }
  }

  private async stepUp(as: TestAccount): Promise<string> {
    const sent = await this.cast.api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as })
    return sent.status < 300 ? (sent.body.onScreen?.code ?? '') : ''
  }
}

export const isLifeCycleAction = (command: Attempt['command']): command is Command['type'] => command !== 'create' && command !== 'save' && command !== 'cancel-by-force'
