import type { OperationId } from '@icp/contract'
import { fieldAt, type Finding, type RegistrationContent, withFieldAt } from '@icp/domain'
import type { Answered, Caller } from './caller.js'
import { accessAt, filingOf, personIn, programWith } from './contents.js'
import type { MarkedTexts, Typed } from './marked-texts.js'
import { see } from './over-http.js'
import { type OwnerAccount, providerCalled, registerOwnerOverHttp } from './people.js'
import type { Stage } from './play.js'

type Input = NonNullable<Parameters<Caller['ask']>[1]>

/** A filing of a website and an app with markup in each of its free texts, and in what is written to one another about it. What a rule refuses is written again without. */
export class MarkedFiling {
  id = ''

  private constructor(
    readonly owner: OwnerAccount,
    public content: RegistrationContent,
    readonly words: MarkedTexts,
  ) {}

  static async draft(stage: Stage, provider: string, words: MarkedTexts): Promise<MarkedFiling> {
    const owner = await registerOwnerOverHttp(stage)
    const at = await providerCalled(owner.caller, provider)
    const content = filingOf(stage.identities, [[at]])
    const app = programWith(stage.identities, 'app', ['android'], [accessAt(stage.identities, at)], {
      domain: `api.${content.services[0]!.domain}`, personSource: 'own', person: personIn(stage.identities, content.subject.county),
    })
    const { name, certificateNumber } = stage.identities.person()
    const subject = { ...content.subject, legalPersonSource: 'own' as const, legalPerson: { name, certificateType: '2', certificateNumber } }
    const filing = new MarkedFiling(owner, { ...content, subject, services: [...content.services, app] }, words)
    filing.id = (await owner.caller.call('createFiling', { body: { kind: 'new-subject' } })).id
    return filing
  }

  /** Types markup into every text of the draft; answers what the rules say. */
  async mark(): Promise<readonly Finding[]> {
    const [website, app] = this.content.services.map(({ id }) => `services.${id}`)
    const person = ['name', 'certificateNumber', 'mobile', 'emergencyPhone', 'officePhone', 'email']
    const paths = [
      ...['name', 'certificateNumber', 'certificateAddress', 'investor', 'address', 'remark', 'legalPerson.name', 'legalPerson.certificateNumber'].map((field) => `subject.${field}`),
      ...person.map((field) => `subject.person.${field}`), ...person.map((field) => `${app}.person.${field}`),
      ...['name', 'domain', 'homePage', 'remark'].map((field) => `${website}.${field}`), `${app}.name`, `${app}.remark`,
    ]
    this.clean = this.content
    for (const path of paths) this.content = withFieldAt(this.content, path, this.words.textFor(path.replace(/\.[0-9a-f-]{36}\./, '.')))
    const text = (field: string) => this.words.textFor(field)
    const services = this.content.services.map((one) => ({
      ...one, preApprovalAnswer: 'some' as const, preApprovals: [{ item: '1', approvalNumber: text(`${one.type} approvalNumber`) }],
      ...(one.platforms ? { platforms: one.platforms.map((platform) => ({ ...platform, packageName: text('packageName'), publicKey: text('publicKey'), fingerprint: text('fingerprint') })) } : {}),
    }))
    this.content = { ...this.content, services }
    return this.save()
  }

  /** Takes back what a rule blocks, until the filing can be handed in; hands it in. */
  async finish(findings: readonly Finding[]): Promise<void> {
    let left = findings
    for (let tries = 0; tries < 8 && left.some(({ severity }) => severity === 'block'); tries += 1) {
      for (const path of new Set(left.filter(({ severity }) => severity === 'block').map(({ path }) => path))) this.takeBack(path)
      left = await this.save()
    }
    await this.owner.caller.call('finishFiling', { params: { id: this.id }, body: { version: (await this.see()).version } })
    this.words.taken.push(...this.words.textsIn((await this.see()).content, 'saveDraft.body.content'))
  }

  see = () => see(this.owner.caller, this.id)

  /** As `MarkedTexts.say`, with the version that the filing has now. */
  say(by: Caller, id: OperationId, input: (version: number, typed: Typed) => Input, shown = true): Promise<Answered> {
    return this.words.say(by, id, async (typed) => input((await this.see()).version, typed), { shown })
  }

  private clean!: RegistrationContent

  private async save(): Promise<readonly Finding[]> {
    const { version } = await this.see()
    const input = { params: { id: this.id }, body: { version, content: this.content } }
    this.words.note('saveDraft', input)
    return (await this.owner.caller.call('saveDraft', input)).findings
  }

  private takeBack(path: string): void {
    this.words.refused += 1
    const [whole = ''] = /^services\.[^.]+\.(?:preApproval|platforms)/.exec(path) ?? []
    if (whole === '') {
      this.content = withFieldAt(this.content, path, fieldAt(this.clean, path))
      return
    }
    const clean = (index: number) => this.clean.services[index]!
    const services = this.content.services.map((one, index) =>
      !path.startsWith(`services.${one.id}.`) ? one
        : whole.endsWith('platforms') ? { ...one, platforms: clean(index).platforms } : { ...one, preApprovalAnswer: clean(index).preApprovalAnswer, preApprovals: clean(index).preApprovals })
    this.content = { ...this.content, services }
  }
}
