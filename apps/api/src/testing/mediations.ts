import type { RegistrationContent } from '@icp/domain'
import type { TestAccount } from './accounts.js'
import type { TestApp } from './app.js'
import type { FilingJourneys, Journey, ProviderWithStaff } from './filing-journey.js'
import { placeIn } from './filing-samples.js'

export interface Contested {
  /** Who has it. */
  readonly holder: Journey
  readonly domain: string
  /** Whoever wants it, and the draft that is kept back. */
  readonly owner: TestAccount
  readonly id: string
  readonly version: number
  readonly content: RegistrationContent
}

export const contestedPath = 'services.s1.domain'

/** A draft of one province that wants a domain of another's: `record` in force, `filing` on its way (then Finish was refused already). */
export async function contested(api: TestApp, journeys: FilingJourneys, provider: ProviderWithStaff, against: 'record' | 'filing', wanting = '330000'): Promise<Contested> {
  const holder = against === 'record' ? await journeys.approved([provider]) : await journeys.finished([provider])
  const { services } = (await journeys.see(holder.id, holder.owner)).content as RegistrationContent
  const own = journeys.content([provider])
  const content = { ...own, subject: { ...own.subject, ...placeIn(wanting) }, services: own.services.map((service) => ({ ...service, domain: services[0]!.domain, homePage: services[0]!.homePage })) }
  const owner = await api.accounts.owner()
  const { id, version: empty } = (await api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })).body
  const { version } = (await api.inject('saveDraft', { params: { id }, body: { version: empty, content } }, { as: owner })).body
  if (against === 'filing') await api.inject('finishFiling', { params: { id }, body: { version } }, { as: owner })
  return { holder, domain: services[0]!.domain, owner, id, version, content }
}

export const ask = (api: TestApp, { id, version, owner }: Pick<Contested, 'id' | 'version' | 'owner'>, path = contestedPath, reason = '域名已于去年转让给我单位') =>
  api.inject('askMediation', { params: { id }, body: { version, path, reason } }, { as: owner })
