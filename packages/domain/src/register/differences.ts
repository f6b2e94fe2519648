import { whatChanged, type FieldChange } from '../filing/changes.js'
import type { RegistrationContent, Service } from '../filing/content.js'
import { servicesInForce, type RegisterRecord, type RegisterService } from './register.js'

/** The register's entry for a service of a filing: its id is the register's. */
export const entryOf = (record: RegisterRecord, service: Pick<Service, 'id'>): RegisterService | undefined =>
  servicesInForce(record).find((one) => one.id === service.id)

/** What the register holds of the subject and of the services that the content names, in the content's shape and order. */
export const inForce = (content: RegistrationContent, record: RegisterRecord): RegistrationContent => ({
  ...content,
  subject: record.subject?.content ?? content.subject,
  services: content.services.flatMap((service) => {
    const entry = entryOf(record, service)
    return entry ? [{ ...entry.content, id: entry.id }] : []
  }),
})

/** Every field in which a filing about a subject in force differs from the register. A service that is not in force is one change as a whole. */
export const differencesFrom = (record: RegisterRecord, content: RegistrationContent): FieldChange[] => whatChanged(inForce(content, record), content)

/** The services of a filing that are new or differ from the register; all of them when the subject itself differs. */
export const changedServices = (content: RegistrationContent, record: RegisterRecord): Service[] => {
  const changes = differencesFrom(record, content)
  if (changes.some(({ path }) => path.startsWith('subject.'))) return [...content.services]
  return content.services.filter(({ id }) => changes.some(({ path }) => path === `services.${id}` || path.startsWith(`services.${id}.`)))
}
