import type { RegistrationContent } from '@icp/domain'
import type { TestApp } from './app.js'
import type { FilingJourneys, Journey, ProviderWithStaff } from './filing-journey.js'

/** The owner asks for another name of the first website, and the provider corrects it. */
export async function correctName(api: TestApp, journeys: FilingJourneys, { id, owner }: Journey, provider: ProviderWithStaff, name: string): Promise<void> {
  const { version, content } = await journeys.see(id, owner)
  const serviceId = (content as RegistrationContent).services[0]!.id
  const request = await api.inject(
    'openCorrectionRequest', { params: { id }, body: { version, fields: [`services.${serviceId}.name`], reason: '名称有误', providerId: provider.id } }, { as: owner },
  )
  const shown = await journeys.see(id, provider.staff)
  const edited = structuredClone(shown.content) as RegistrationContent
  edited.services[0]!.name = name
  const corrected = await api.inject(
    'correctFiling', { params: { id }, body: { version: shown.version, requestId: request.body.id, reason: '按证件更正', content: edited } }, { as: provider.staff },
  )
  if (corrected.status !== 201) throw new Error(corrected.text)
}
