import type { Bilingual } from '../bilingual.js'
import type { RegisterRecord } from '../register/register.js'
import { servicesInForce } from '../register/register.js'
import { changedServices } from '../register/differences.js'
import { fieldAt } from './changes.js'
import type { CancellationContent, FilingContent, Person, Service } from './content.js'
import { personOf } from './content.js'
import type { Filing, ProviderPass } from './filing.js'
import type { FilingKind } from './kind.js'

/** A person whose consent is needed. `covers` holds `subject`, service ids, or (for cancellations) service numbers. */
export interface ConfirmationDraft {
  readonly covers: readonly string[]
  readonly name: string
  readonly mobile: string
  /** The last six characters of the person's ID number, upper case. */
  readonly lastSix: string
}

interface ConfirmationRow {
  readonly subjectPerson: boolean
  readonly servicePersons: boolean
  /** `register`: the data in force answers, since a cancellation must not be confirmed with data that nobody reviewed. */
  readonly from: 'content' | 'register' | 'nobody'
  /** For migrations: also the person in charge of the receiving subject, as filed. */
  readonly receivingPerson?: true
  readonly source: string
  readonly who: Bilingual
}

/** Who is asked, per kind of filing (短信核验, icp-filing.md §4.3). The regulator's full table was not seen; unconfirmed rows say so. */
export const confirmationTable: Readonly<Record<FilingKind, ConfirmationRow>> = {
  'new-subject': {
    subjectPerson: true, servicePersons: true, from: 'content', source: 'icp-filing §4.3 (HW step 3)',
    who: { zh: '主体负责人和各网站负责人', en: 'the person in charge of the subject and of each website' },
  },
  'new-service': {
    subjectPerson: false, servicePersons: true, from: 'content', source: 'icp-filing §4.3 (TC: the new number is accepted, unconfirmed)',
    who: { zh: '各网站负责人', en: 'the person in charge of each website' },
  },
  'new-access': {
    subjectPerson: false, servicePersons: true, from: 'register', source: 'icp-filing §4.3 (TC: the filed mobile must still work)',
    who: { zh: '各网站负责人（以备案库为准）', en: 'the person in charge of each website, as filed' },
  },
  change: {
    subjectPerson: true, servicePersons: true, from: 'content', source: 'icp-filing §4.3 (TC: the new number is accepted, unconfirmed)',
    who: { zh: '主体负责人和各网站负责人', en: 'the person in charge of the subject and of each website' },
  },
  'migrate-service': {
    subjectPerson: false, servicePersons: true, from: 'register', receivingPerson: true,
    source: 'icp-filing §3 no 8, §4.3: as for cancelling the website and for filing it anew, unconfirmed',
    who: { zh: '网站负责人和接收主体负责人（以备案库为准）', en: 'the person in charge of the website and of the receiving subject, as filed' },
  },
  'cancel-access': {
    subjectPerson: false, servicePersons: false, from: 'nobody', source: 'icp-filing §4.3 (HW: all kinds except cancel access)',
    who: { zh: '无需核验', en: 'nobody' },
  },
  'cancel-service': {
    subjectPerson: false, servicePersons: true, from: 'register', source: 'icp-filing §4.3, §8 (TC, HW, WX)',
    who: { zh: '网站负责人（以备案库为准）', en: 'the person in charge of the website, as filed' },
  },
  'cancel-subject': {
    subjectPerson: true, servicePersons: false, from: 'register', source: 'icp-filing §4.3, §8 (TC, HW, WX)',
    who: { zh: '主体负责人（以备案库为准）', en: 'the person in charge of the subject, as filed' },
  },
}

export const needsConfirmation = (kind: FilingKind): boolean => confirmationTable[kind].from !== 'nobody'

/** The services in force that a cancellation touches; for the whole subject, all of them. */
export const cancelledServices = (content: FilingContent, record: RegisterRecord) =>
  content.form !== 'cancellation' ? []
    : servicesInForce(record).filter((service) => content.serviceNumbers.length === 0 || content.serviceNumbers.includes(service.number))

const providersOfServices = (services: readonly Service[]): string[] =>
  [...new Set(services.flatMap((service) => service.accesses.map((access) => access.providerId)))].filter((id) => id !== '')

/** The services that a cancellation is about, with the accesses that it ends: those that it names, or all of what falls. */
export const endingAccesses = (content: CancellationContent, record: RegisterRecord): Service[] =>
  cancelledServices(content, record).map(({ content: service }) => (content.accessIds === undefined ? service
    : { ...service, accesses: service.accesses.filter((access) => content.accessIds?.includes(access.id)) }))

/**
 * Every provider that has to verify a filing, once each. A cancellation names none itself: the register says who serves what falls. Of a filing about a
 * subject in force only what differs from the register counts; with the subject itself, everything.
 */
export const providersOf = (content: FilingContent, record?: RegisterRecord): string[] => {
  if (content.form === 'cancellation') return record ? providersOfServices(endingAccesses(content, record)) : []
  return providersOfServices(content.form === 'registration' && record?.subject ? changedServices(content, record) : content.services)
}

/** The services that this provider serves under the filing; none for cancellations. */
export const servicesOf = (content: FilingContent, providerId: string): Service[] =>
  content.form === 'cancellation' ? []
    : content.services.filter((service) => service.accesses.some((access) => access.providerId === providerId))

/**
 * Whether a field is this provider's to correct: its own access, the services it serves, and the subject if it serves any service of the
 * filing. An access of another provider is never its own, also not on a service that both serve. `path` names a field or a part.
 */
export const mayCorrect = (filing: Pick<Filing, 'content'>, providerId: string, path: string): boolean => {
  const served = servicesOf(filing.content, providerId)
  const [part, serviceId, list, accessId] = path.split('.')
  if (served.length === 0 || fieldAt(filing.content, path) === undefined) return false
  if (part === 'subject') return true
  const service = part === 'services' ? served.find((one) => one.id === serviceId) : undefined
  if (!service) return false
  if (list === undefined || list === 'accesses') {
    const named = accessId === undefined ? service.accesses : service.accesses.filter((access) => access.id === accessId)
    return named.every((access) => access.providerId === providerId)
  }
  return true
}

/** The providers whose pass rests on the field: everyone for the subject, those serving it for a service, its own for an access. */
export const providersRestingOn = (content: FilingContent, path: string): string[] => {
  if (content.form === 'cancellation') return []
  const [part, serviceId, list, accessId] = path.split('.')
  if (part !== 'services' || serviceId === undefined) return providersOf(content)
  const service = content.services.filter((one) => one.id === serviceId)
  if (list !== 'accesses' || accessId === undefined) return providersOfServices(service)
  return service.flatMap((one) => one.accesses).filter((access) => access.id === accessId).map((access) => access.providerId)
}

/** Passes that rested on what has changed are open again; `reopened`: whose they were. */
export const openAgain = (passes: readonly ProviderPass[], resting: readonly string[]): { readonly passes: ProviderPass[]; readonly reopened: string[] } => {
  const reopened = passes.filter(({ providerId, state }) => state === 'passed' && resting.includes(providerId)).map(({ providerId }) => providerId)
  return { passes: passes.map((pass) => (reopened.includes(pass.providerId) ? { ...pass, state: 'waiting' as const, at: null } : pass)), reopened }
}

const digits = (mobile: string): string => mobile.normalize('NFKC').replace(/[\s-]/g, '').replace(/^\+?86(?=1\d{10}$)/, '')

const lastSixOf = (person: Person): string => person.certificateNumber.normalize('NFKC').trim().toUpperCase().slice(-6)

/** What the person in charge of the receiving subject confirms for. */
export const receivingCover = 'receiving-subject'

/** One person with one mobile answers once for everything. */
const grouped = (asked: readonly { readonly covers: string; readonly person: Person }[]): ConfirmationDraft[] => {
  const groups = new Map<string, ConfirmationDraft>()
  for (const { covers, person } of asked) {
    const mobile = digits(person.mobile)
    const key = `${mobile} ${person.certificateNumber.trim().toUpperCase()}`
    const group = groups.get(key) ?? { covers: [], name: person.name, mobile, lastSix: lastSixOf(person) }
    groups.set(key, { ...group, covers: [...group.covers, covers] })
  }
  return [...groups.values()]
}

const askedByContent = (row: ConfirmationRow, content: FilingContent) =>
  content.form !== 'registration' ? [] : [
    ...(row.subjectPerson ? [{ covers: 'subject', person: content.subject.person }] : []),
    ...(row.servicePersons ? content.services.map((service) => ({ covers: service.id, person: personOf(content, service) })) : []),
  ]

const askedByRegister = (row: ConfirmationRow, content: FilingContent, record: RegisterRecord, receiving?: RegisterRecord) => {
  const { subject } = record
  if (!subject) return []
  const registered = { form: 'registration' as const, subject: subject.content, services: [] }
  const ids = content.form === 'registration' ? content.services.map((service) => service.id) : null
  const services = content.form === 'migration' ? servicesInForce(record).filter((one) => content.serviceNumbers.includes(one.number))
    : ids === null ? cancelledServices(content, record) : servicesInForce(record).filter((one) => ids.includes(one.id))
  return [
    ...(row.subjectPerson ? [{ covers: 'subject', person: subject.content.person }] : []),
    ...(row.servicePersons ? services.map((service) => ({ covers: service.number, person: personOf(registered, service.content) })) : []),
    ...(row.receivingPerson && receiving?.subject ? [{ covers: receivingCover, person: receiving.subject.content.person }] : []),
  ]
}

/**
 * Whom the ministry’s platform would write to when the last provider has passed. `record` is needed for the kinds that ask the register, `receiving` for
 * migrations.
 */
export const confirmationsFor = (kind: FilingKind, content: FilingContent, record?: RegisterRecord, receiving?: RegisterRecord): ConfirmationDraft[] => {
  const row = confirmationTable[kind]
  if (row.from === 'nobody') return []
  return grouped(row.from === 'content' ? askedByContent(row, content) : record ? askedByRegister(row, content, record, receiving) : [])
}
