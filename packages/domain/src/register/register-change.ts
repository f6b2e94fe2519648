import type { RegistrationContent, Service } from '../filing/content.js'
import type { Filing } from '../filing/filing.js'
import { formatServiceNumber } from '../numbers/filing-number.js'
import { Refusal } from '../refusal.js'
import type { RegisterRecord, RegisterService, RegisterSubject } from './register.js'

/** What storage gave for this approval: the number of its province's counter, and ids. Left-over values are not used. */
export interface Allocation {
  /** The day of approval in Asia/Shanghai. */
  readonly day: string
  /** For `new-subject`. */
  readonly subjectId?: string
  readonly subjectNumber?: string
  /** By the service's id in the content, for kinds that add services; of a migration, by the id under the giving subject. */
  readonly serviceIds?: Readonly<Record<string, string>>
}

export interface RegisterChange {
  /** The record as it stands after the approval, cancelled rows included. */
  readonly record: RegisterRecord & { readonly subject: RegisterSubject }
  /** Service numbers given by this approval. */
  readonly issued: readonly string[]
  /** Numbers (of services, and of the subject itself) that this approval ended. They are never given again. */
  readonly cancelled: readonly string[]
  /** `issue` the first certificate, `replace` it with a new version, end it (`cancel`), or `keep` it: accesses do not stand on it. */
  readonly certificate: 'issue' | 'replace' | 'cancel' | 'keep'
}

export type Apply = (filing: Filing, record: RegisterRecord, allocation: Allocation) => RegisterChange

export const impossible = (code: string, zh: string, en: string): Refusal => new Refusal('conflict', code, { zh, en })

export const requireSubject = (record: RegisterRecord): RegisterSubject => {
  if (record.subject?.state === 'in-force') return record.subject
  throw impossible('1049', '该主体已不在备案库中有效。', 'The subject is no longer in force in the register.')
}

/** Allocation faults are ours, not the user's. */
export const given = (value: string | undefined, what: string): string => {
  if (value === undefined || value === '') throw new Error(`approval without ${what}`)
  return value
}

export const newService = (content: Service, subject: RegisterSubject, index: number, allocation: Allocation): RegisterService => ({
  id: given(allocation.serviceIds?.[content.id], `an id for service ${content.id}`), subjectId: subject.id, index,
  number: formatServiceNumber(subject.number, index, content.type), type: content.type, content,
  state: 'in-force', approvedOn: allocation.day, cancelledOn: null,
})

export const registration = (filing: Filing): RegistrationContent => {
  if (filing.content.form === 'registration') return filing.content
  throw new Error(`filing ${filing.id} of kind ${filing.kind} holds a ${filing.content.form}`)
}

/** A service of the content that must be in force; refuses (conflict) when it has been cancelled meanwhile. */
export const requireService = (record: RegisterRecord, id: string): RegisterService => {
  const found = record.services.find((service) => service.id === id && service.state === 'in-force')
  if (found) return found
  throw impossible('1016', '有网站已不在备案库中有效，请重新办理。', 'A website is no longer in force in the register. Start again from the register.')
}

/** The record with some of its services replaced by what `replace` gives for their ids. */
export const withServices = (record: RegisterRecord, changed: readonly RegisterService[]): RegisterService[] =>
  record.services.map((service) => changed.find(({ id }) => id === service.id) ?? service)
