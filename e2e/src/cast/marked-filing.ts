import type { OperationId } from '@icp/contract'
import { fieldAt, type Finding, type RegistrationContent, withFieldAt } from '@icp/domain'
import type { Answered, Caller } from './caller.js'
import { filingOf } from './contents.js'
import { see } from './over-http.js'
import { type OwnerAccount, providerCalled, registerOwnerOverHttp } from './people.js'
import type { Stage } from './play.js'

type Input = Parameters<Caller['ask']>[1]

const harmless = '请核对'

/** A filing with markup in each of its free texts, and in what is written to one another about it. What a rule refuses is written again without. */
export class MarkedFiling {
  id = ''
  /** Taken as typed (or as the system writes it): has to be read somewhere. */
  readonly taken: string[] = []
  refused = 0
  private used = 0

  private constructor(
    readonly owner: OwnerAccount,
    public content: RegistrationContent,
    /** Each text gets the next one, so that some rounds give every text every one. */
    private readonly texts: readonly string[],
  ) {}

  static async draft(stage: Stage, provider: string, texts: readonly string[]): Promise<MarkedFiling> {
    const owner = await registerOwnerOverHttp(stage)
    const filing = new MarkedFiling(owner, filingOf(stage.identities, [[await providerCalled(owner.caller, provider)]]), texts)
    filing.id = (await owner.caller.call('createFiling', { body: { kind: 'new-subject' } })).id
    return filing
  }

  /** Types markup into every text of the draft; answers what the rules say. */
  async mark(): Promise<readonly Finding[]> {
    const [service] = this.content.services
    const at = `services.${service!.id}`
    const paths = [
      'subject.name', 'subject.certificateAddress', 'subject.investor', 'subject.address', 'subject.remark', 'subject.person.name', 'subject.person.email', 'subject.person.officePhone',
      `${at}.name`, `${at}.domain`, `${at}.homePage`, `${at}.remark`,
    ]
    this.clean = this.content
    for (const path of paths) this.content = withFieldAt(this.content, path, this.next())
    const services = this.content.services.map((one) => ({ ...one, preApprovalAnswer: 'some' as const, preApprovals: [{ item: '1', approvalNumber: this.next() }] }))
    this.content = { ...this.content, services }
    return this.save()
  }

  /** Takes back what a rule blocks, until the filing can be handed in; hands it in. */
  async finish(findings: readonly Finding[]): Promise<void> {
    let left = findings
    for (let tries = 0; tries < 5 && left.some(({ severity }) => severity === 'block'); tries += 1) {
      for (const path of new Set(left.filter(({ severity }) => severity === 'block').map(({ path }) => path))) this.takeBack(path)
      left = await this.save()
    }
    await this.owner.caller.call('finishFiling', { params: { id: this.id }, body: { version: (await this.see()).version } })
    const { content } = await this.see()
    this.taken.push(...textsOf(content).filter((text) => /hasRun|javascript/i.test(text)))
  }

  see = () => see(this.owner.caller, this.id)

  /** Sends a text with markup, or, where a rule refuses that, without. */
  async say(by: Caller, id: OperationId, input: (version: number, text: string) => Input, shown = true): Promise<Answered> {
    const text = this.next()
    const first = await by.ask(id, input((await this.see()).version, text))
    if (first.status < 300) {
      if (shown) this.taken.push(text)
      return first
    }
    if (first.status !== 422) throw new Error(`${id} answered ${first.status}: ${first.text}`)
    this.refused += 1
    const second = await by.ask(id, input((await this.see()).version, harmless))
    if (second.status >= 300) throw new Error(`${id} answered ${second.status}: ${second.text}`)
    return second
  }

  next = (): string => this.texts[this.used++ % this.texts.length] ?? ''

  private clean!: RegistrationContent

  private async save(): Promise<readonly Finding[]> {
    const { version } = await this.see()
    return (await this.owner.caller.call('saveDraft', { params: { id: this.id }, body: { version, content: this.content } })).findings
  }

  private takeBack(path: string): void {
    this.refused += 1
    if (path.includes('reApproval')) this.content = { ...this.content, services: this.clean.services.map((one, index) => ({ ...this.content.services[index]!, preApprovalAnswer: one.preApprovalAnswer, preApprovals: one.preApprovals })) }
    else this.content = withFieldAt(this.content, path, fieldAt(this.clean, path))
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []
}
