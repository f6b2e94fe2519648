import type { RegistrationContent, Service } from '../filing/content.js'
import type { Filing } from '../filing/filing.js'
import type { FilingKind } from '../filing/kind.js'
import { cancelledServices } from '../filing/parties.js'
import { formatServiceNumber } from '../numbers/filing-number.js'
import { Refusal } from '../refusal.js'
import { emptyRecord, servicesInForce, type RegisterRecord, type RegisterService, type RegisterSubject } from './register.js'

/** What storage gave for this approval: the number of its province's counter, and ids. Left-over values are not used. */
export interface Allocation {
  /** The day of approval in Asia/Shanghai. */
  readonly day: string
  /** For `new-subject`. */
  readonly subjectId?: string
  readonly subjectNumber?: string
  /** By the service's id in the content, for kinds that add services. */
  readonly serviceIds?: Readonly<Record<string, string>>
}

export interface RegisterChange {
  /** The record as it stands after the approval, cancelled rows included. */
  readonly record: RegisterRecord & { readonly subject: RegisterSubject }
  /** Service numbers given by this approval. */
  readonly issued: readonly string[]
  /** Numbers (of services, and of the subject itself) that this approval ended. They are never given again. */
  readonly cancelled: readonly string[]
  /** `issue` the first certificate, `replace` it with a new version, or end it (`cancel`). */
  readonly certificate: 'issue' | 'replace' | 'cancel'
}

type Apply = (filing: Filing, record: RegisterRecord, allocation: Allocation) => RegisterChange

const impossible = (code: string, zh: string, en: string): Refusal => new Refusal('conflict', code, { zh, en })

const requireSubject = (record: RegisterRecord): RegisterSubject => {
  if (record.subject?.state === 'in-force') return record.subject
  throw impossible('1049', '该主体已不在备案库中有效。', 'The subject is no longer in force in the register.')
}

/** Allocation faults are ours, not the user's. */
const given = (value: string | undefined, what: string): string => {
  if (value === undefined || value === '') throw new Error(`approval without ${what}`)
  return value
}

const newService = (content: Service, subject: RegisterSubject, index: number, allocation: Allocation): RegisterService => ({
  id: given(allocation.serviceIds?.[content.id], `an id for service ${content.id}`), subjectId: subject.id, index,
  number: formatServiceNumber(subject.number, index, content.type), type: content.type, content,
  state: 'in-force', approvedOn: allocation.day, cancelledOn: null,
})

const registration = (filing: Filing): RegistrationContent => {
  if (filing.content.form === 'registration') return filing.content
  throw new Error(`filing ${filing.id} of kind ${filing.kind} holds a cancellation`)
}

const applyNewSubject: Apply = (filing, record, allocation) => {
  if (record.subject) throw impossible('1037', '该主体已在备案库中。', 'The subject is already in the register.')
  const content = registration(filing)
  const subject: RegisterSubject = {
    id: given(allocation.subjectId, 'a subject id'), number: given(allocation.subjectNumber, 'a subject number'), state: 'in-force',
    province: content.subject.province, content: content.subject, approvedOn: allocation.day, cancelledOn: null,
    lastServiceIndex: content.services.length,
  }
  const services = content.services.map((service, position) => newService(service, subject, position + 1, allocation))
  return { record: { ...emptyRecord, subject, services }, issued: services.map((service) => service.number), cancelled: [], certificate: 'issue' }
}

const cancelService = (service: RegisterService, day: string): RegisterService => ({ ...service, state: 'cancelled', cancelledOn: day })

const applyCancelService: Apply = (filing, record, allocation) => {
  const subject = requireSubject(record)
  const falling = filing.content.form === 'cancellation' && filing.content.serviceNumbers.length > 0 ? cancelledServices(filing.content, record) : []
  const asked = filing.content.form === 'cancellation' ? filing.content.serviceNumbers : []
  if (falling.length === 0 || falling.length !== asked.length) {
    throw impossible('1050', '要注销的网站已不在备案库中有效。', 'The website to cancel is no longer in force in the register.')
  }
  if (falling.length === servicesInForce(record).length) throw lastServiceRefusal()
  return {
    record: { ...record, subject, services: record.services.map((one) => (falling.includes(one) ? cancelService(one, allocation.day) : one)) },
    issued: [], cancelled: falling.map((service) => service.number), certificate: 'replace',
  }
}

const applyCancelSubject: Apply = (_filing, record, allocation) => {
  const subject = requireSubject(record)
  const falling = servicesInForce(record)
  return {
    record: {
      ...record,
      subject: { ...subject, state: 'cancelled', cancelledOn: allocation.day },
      services: record.services.map((one) => (falling.includes(one) ? cancelService(one, allocation.day) : one)),
    },
    issued: [], cancelled: [subject.number, ...falling.map((service) => service.number)], certificate: 'cancel',
  }
}

/** The last website is not cancelled alone: a subject without services would be an empty shell (空壳主体, icp-filing.md §8). */
export const lastServiceRefusal = (): Refusal =>
  impossible('last-service', '这是该主体最后一个网站，请改为申请注销主体。', 'This is the subject’s last website. Apply to cancel the subject instead.')

const notYet = (kind: FilingKind): Apply => () => {
  throw impossible('kind-not-applied', `暂不能将此类备案（${kind}）记入备案库。`, `A filing of kind ${kind} cannot be entered in the register yet.`)
}

const applyTable: Readonly<Record<FilingKind, Apply>> = {
  'new-subject': applyNewSubject,
  'new-service': notYet('new-service'),
  'new-access': notYet('new-access'),
  change: notYet('change'),
  'cancel-access': notYet('cancel-access'),
  'cancel-service': applyCancelService,
  'cancel-subject': applyCancelSubject,
}

/** What the register holds after this approval. Refuses when the register has moved on since the filing was finished. */
export const applyApproval = (filing: Filing, record: RegisterRecord, allocation: Allocation): RegisterChange =>
  applyTable[filing.kind](filing, record, allocation)
