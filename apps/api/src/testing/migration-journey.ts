import type { MigrationContent, RegistrationContent } from '@icp/domain'
import type { TestAccount } from './accounts.js'
import type { TestApp } from './app.js'
import type { FilingJourneys, Journey, ProviderWithStaff } from './filing-journey.js'

/** A website on its way from one subject to another. `owner` gives. */
export interface MigrationJourney extends Journey {
  readonly receiver: TestAccount
  /** Number of the website under the giving subject. */
  readonly moving: string
  readonly givingNumber: string
  readonly receivingNumber: string
}

/** What both sides have filed, where it is not the sample. */
interface Sides {
  readonly giving?: RegistrationContent
  readonly receiving?: RegistrationContent
}

/** Takes a migration to where a test needs it, each step through HTTP as the one who may take it. */
export class MigrationJourneys {
  constructor(
    private readonly api: TestApp,
    private readonly journeys: FilingJourneys,
    private readonly provider: ProviderWithStaff,
  ) {}

  async recordOf(owner: TestAccount) {
    return (await this.api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!
  }

  /** The first website of the giving subject, saved with whatever number it shall go to. */
  async saved(owner: TestAccount, receivingNumber: string, parts: Partial<MigrationContent> = {}) {
    const { number, services } = await this.recordOf(owner)
    const moving = services.find(({ state }) => state === 'in-force')!.number
    const draft = (await this.api.inject('createFiling', { body: { kind: 'migrate-service', subjectNumber: number, serviceNumbers: [moving] } }, { as: owner })).body
    const content = { ...(draft.content as MigrationContent), receivingNumber, domainHolder: 'receiver' as const, ...parts }
    const { version } = (await this.api.inject('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } }, { as: owner })).body
    return { id: draft.id, version, moving, givingNumber: number }
  }

  async handIn(owner: TestAccount, receivingNumber: string) {
    const draft = await this.saved(owner, receivingNumber)
    const { id, version } = draft
    return { ...draft, answer: await this.api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner }) }
  }

  /** Handed in by the giving owner; the receiving one has not answered. */
  async asked({ giving, receiving }: Sides = {}): Promise<MigrationJourney> {
    const from = await this.journeys.approved([this.provider], giving)
    const to = await this.journeys.approved([this.provider], receiving)
    const { number: receivingNumber } = await this.recordOf(to.owner)
    const { answer, id, moving, givingNumber } = await this.handIn(from.owner, receivingNumber)
    if (answer.status !== 200) throw new Error(answer.text)
    return { id, owner: from.owner, receiver: to.owner, staff: [this.provider.staff], reviewer: from.reviewer, moving, givingNumber, receivingNumber }
  }

  async agree({ id, receiver, owner }: MigrationJourney) {
    const { version } = await this.journeys.see(id, owner)
    return this.api.inject('agreeToMigration', { params: { id }, body: { version } }, { as: receiver })
  }

  async agreed(sides: Sides = {}): Promise<MigrationJourney> {
    const journey = await this.asked(sides)
    const answer = await this.agree(journey)
    if (answer.status !== 200) throw new Error(answer.text)
    return journey
  }

  async inReview(sides: Sides = {}): Promise<MigrationJourney> {
    const journey = await this.agreed(sides)
    await this.journeys.pass(journey)
    await this.journeys.confirm(journey)
    return journey
  }

  async approve(journey: Journey) {
    return this.api.inject('approveFiling', { params: { id: journey.id }, body: { version: await this.journeys.version(journey) } }, { as: journey.reviewer })
  }
}
