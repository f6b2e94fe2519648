import type { RegistrationContent } from '../filing/content.js'
import { servicesInForce, type RegisterRecord, type RegisterService, type RegisterSubject } from './register.js'

/** Kinds that are filed on a subject in force. */
export type KindOnRecord = 'new-service' | 'new-access' | 'change'

const contentOf = (entry: RegisterService) => ({ ...entry.content, id: entry.id })

/**
 * What a draft about a subject in force begins with (icp-filing.md §3 nos 2–4): the subject as it is filed, and for a new access the chosen services with room
 * for the new one, for a change everything in force. `serviceNumbers`: which services a new access is for; a change starts with all.
 */
export const startingContent = (
  kind: KindOnRecord, record: RegisterRecord & { readonly subject: RegisterSubject }, serviceNumbers: readonly string[] = [],
): RegistrationContent => {
  const chosen = servicesInForce(record).filter((one) => serviceNumbers.includes(one.number))
  const services = kind === 'new-service' ? []
    : kind === 'new-access' ? chosen.map((entry) => ({ ...contentOf(entry), accesses: [] })) : servicesInForce(record).map(contentOf)
  return { form: 'registration', subjectNumber: record.subject.number, subject: record.subject.content, services }
}
