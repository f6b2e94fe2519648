import type { FilingView } from '@icp/contract'
import type { AnsweredLine, FilingContent, RegistrationContent } from '@icp/domain'
import { randomUUID } from 'node:crypto'
import { Transactions } from '../platform/transaction.service.js'
import { ProvidersApi } from '../providers/providers.api.js'
import type { TestAccount } from './accounts.js'
import type { TestApp } from './app.js'
import { sampleContent, sampleService } from './filing-samples.js'

/** A filing on its way, with everyone who has a part in it. */
export interface Journey {
  readonly id: string
  readonly owner: TestAccount
  readonly staff: readonly TestAccount[]
  readonly reviewer: TestAccount
}

export interface ProviderWithStaff {
  readonly id: string
  readonly name: string
  readonly staff: TestAccount
}

type CancellationKind = 'cancel-access' | 'cancel-service' | 'cancel-subject'

interface Cancelled {
  readonly subjectNumber: string
  readonly serviceNumbers?: string[]
  readonly accessIds?: string[]
}

/** Takes filings to where a test needs them, each step through HTTP as the one who may take it. */
export class FilingJourneys {
  private made = 0

  /** `reviewer`: one for all filings, where many are made; else each gets its own. */
  constructor(
    private readonly api: TestApp,
    private readonly reviewer?: TestAccount,
  ) {}

  async provider(name = `云端网络${randomUUID().slice(0, 6)}`, state: 'active' | 'suspended' = 'active'): Promise<ProviderWithStaff> {
    const id = randomUUID()
    await this.api.app.get(Transactions).write(null, (tx) => this.api.app.get(ProvidersApi, { strict: false }).add(tx, [
      { id, name, nameEn: `Cloud ${id.slice(0, 6)}`, licence: `B1-${id.slice(0, 8)}`, province: '110000', city: '110100', state, ipBlocks: ['192.0.2.0/24'] },
    ]))
    return { id, name, staff: await this.api.accounts.provider(id) }
  }

  /** A content that no other filing of the test run is in conflict with. */
  content(providers: readonly ProviderWithStaff[], parts: Partial<RegistrationContent> = {}): RegistrationContent {
    const n = ++this.made
    return { ...sampleContent(n, [sampleService('s1', `chenguang${n}.com`, providers)]), ...parts }
  }

  async draft(owner: TestAccount, content: FilingContent): Promise<FilingView> {
    const { body } = await this.api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })
    const saved = await this.api.inject('saveDraft', { params: { id: body.id }, body: { version: body.version, content } }, { as: owner })
    if (saved.body.findings.some((finding) => finding.severity === 'block')) throw new Error(`the sample has findings: ${saved.text}`)
    return this.see(body.id, owner)
  }

  async finished(providers: readonly ProviderWithStaff[], content: RegistrationContent = this.content(providers)): Promise<Journey> {
    const owner = await this.api.accounts.owner()
    const { id, version } = await this.draft(owner, content)
    const finish = await this.api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
    if (finish.status !== 200) throw new Error(finish.text)
    const reviewer = this.reviewer ?? (await this.api.accounts.reviewer(content.subject.province))
    return { id, owner, staff: providers.map((provider) => provider.staff), reviewer }
  }

  async passed(providers: readonly ProviderWithStaff[], content?: RegistrationContent): Promise<Journey> {
    const journey = await this.finished(providers, content)
    await this.pass(journey)
    return journey
  }

  async inReview(providers: readonly ProviderWithStaff[], content?: RegistrationContent): Promise<Journey> {
    const journey = await this.passed(providers, content)
    await this.confirm(journey)
    return journey
  }

  async approved(providers: readonly ProviderWithStaff[], content?: RegistrationContent): Promise<Journey> {
    const journey = await this.inReview(providers, content)
    const answer = await this.api.inject('approveFiling', { params: { id: journey.id }, body: { version: await this.version(journey) } }, { as: journey.reviewer })
    if (answer.status !== 200) throw new Error(answer.text)
    return journey
  }

  /** A cancellation of what `journey` brought into force, with all that it needs to be approved. */
  async cancelled(journey: Journey, kind: CancellationKind, about: Cancelled): Promise<FilingView> {
    const running = await this.cancelling(journey, kind, about)
    const answer = await this.api.inject('approveFiling', { params: { id: running.id }, body: { version: await this.version(running) } }, { as: journey.reviewer })
    if (answer.status !== 200) throw new Error(answer.text)
    return this.see(running.id, journey.owner)
  }

  /** The same, waiting for the administration. */
  async cancelling(journey: Journey, kind: CancellationKind, about: Cancelled): Promise<Journey> {
    const { owner } = journey
    const draft = (await this.api.inject('createFiling', { body: { kind, serviceNumbers: [], ...about } }, { as: owner })).body
    const content = { ...draft.content, reason: '1', note: '不再经营' } as FilingContent
    const { version } = (await this.api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
    const code = (await this.api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as: owner })).body.onScreen!.code
    const finish = await this.api.inject('finishFiling', { params: { id: draft.id }, body: { version, code } }, { as: owner })
    if (finish.status !== 200) throw new Error(finish.text)
    const running = { ...journey, id: draft.id }
    await this.pass(running)
    await this.confirm(running)
    return running
  }

  async pass({ id, owner, staff }: Journey): Promise<void> {
    for (const as of staff) {
      const { version } = await this.see(id, owner)
      const answer = await this.api.inject('passFiling', { params: { id }, body: { version, sheet: await this.sheet(id, as) } }, { as })
      if (answer.status !== 200) throw new Error(answer.text)
    }
  }

  /** The whole sheet of a provider, every line of it looked at and found to hold; empty where nothing waits for it. */
  async sheet(id: string, as: TestAccount): Promise<AnsweredLine[]> {
    const answer = await this.api.inject('getVerificationSheet', { params: { id } }, { as })
    return answer.status === 200 ? answer.body.asked.map(({ rule, path, figure }) => ({ rule, path, figure, answer: 'holds', reason: '' })) : []
  }

  /** Every responsible person answers with what the owner sees on screen. `answers`: mobile and last six by name. */
  async confirm({ id, owner }: Journey): Promise<void> {
    for (const confirmation of (await this.see(id, owner)).confirmations) {
      const { token, code } = secretOf(confirmation)
      const { mobile, lastSix } = knownPersons[confirmation.name] ?? { mobile: '', lastSix: '' }
      const answer = await this.api.inject('confirm', { params: { token }, body: { code, mobile, lastSix } })
      if (answer.status !== 200) throw new Error(answer.text)
    }
  }

  async see(id: string, as: TestAccount): Promise<FilingView> {
    return (await this.api.inject('getFiling', { params: { id } }, { as })).body
  }

  async version({ id, owner }: Journey): Promise<number> {
    return (await this.see(id, owner)).version
  }
}

export const knownPersons: Readonly<Record<string, { mobile: string; lastSix: string }>> = {
  李明: { mobile: '138 0000 0001', lastSix: '010016' }, 王芳: { mobile: '13800000002', lastSix: '070020' },
}

export const secretOf = (confirmation: FilingView['confirmations'][number]): { token: string; code: string } => {
  const { onScreen } = confirmation
  if (!onScreen) throw new Error('no link and code on screen')
  return { token: onScreen.link.split('/').at(-1) ?? '', code: onScreen.code }
}
