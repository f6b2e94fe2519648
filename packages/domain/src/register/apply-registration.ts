import type { Service } from '../filing/content.js'
import { frozenOfService, frozenOfSubject } from '../filing/frozen-by-register.js'
import { emptyRecord, type RegisterSubject } from './register.js'
import { type Apply, given, impossible, newService, registration, requireService, requireSubject, withServices } from './register-change.js'

export const applyNewSubject: Apply = (filing, record, allocation) => {
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

/** New services continue the subject's one sequence, whatever their type. The subject stays as it is filed (icp-filing.md §3 no 2). */
export const applyNewService: Apply = (filing, record, allocation) => {
  const subject = requireSubject(record)
  const added = registration(filing).services.map((service, position) => newService(service, subject, subject.lastServiceIndex + position + 1, allocation))
  const lastServiceIndex = subject.lastServiceIndex + added.length
  return {
    record: { ...record, subject: { ...subject, lastServiceIndex }, services: [...record.services, ...added] },
    issued: added.map((service) => service.number), cancelled: [], certificate: 'replace',
  }
}

/** A service gains accesses; its own data and the subject's stay as they are filed, whatever the filing says of them (§3 no 3). */
export const applyNewAccess: Apply = (filing, record) => {
  const subject = requireSubject(record)
  const changed = registration(filing).services.map((service) => {
    const entry = requireService(record, service.id)
    const has = new Set(entry.content.accesses.map((access) => access.providerId))
    if (service.accesses.some((access) => has.has(access.providerId))) {
      throw impossible('1029', '该网站已有通过同一接入商的接入。', 'The website already has an access through this provider.')
    }
    return { ...entry, content: { ...entry.content, accesses: [...entry.content.accesses, ...service.accesses] } }
  })
  return { record: { ...record, subject, services: withServices(record, changed) }, issued: [], cancelled: [], certificate: 'keep' }
}

/** What a change keeps whatever it says: who the subject is, and where it is filed (§3, change limits; code 1046). */
const keepsIdentity = ({ content }: RegisterSubject, next: RegisterSubject['content']): boolean =>
  frozenOfSubject.every((field) => content[field] === next[field])

/** A change replaces what it names, but never a domain, a type or who gives access (N633; change and new access are not one filing). */
const keepsPlace = (before: Service, next: Service): boolean =>
  frozenOfService.every((field) => before[field] === next[field])
  && before.accesses.map((access) => access.providerId).sort().join() === next.accesses.map((access) => access.providerId).sort().join()

/** A full replacement of the subject and of the services that the filing names (§3 no 4). Numbers stay; services that it does not name stay as they are. */
export const applyChange: Apply = (filing, record) => {
  const subject = requireSubject(record)
  const content = registration(filing)
  if (!keepsIdentity(subject, content.subject)) {
    throw impossible('1046', '变更备案不能修改证件号码和所在省。', 'A change cannot alter the certificate or the province of a subject.')
  }
  const changed = content.services.map((service) => {
    const entry = requireService(record, service.id)
    if (!keepsPlace(entry.content, service)) {
      throw impossible('1002', '变更备案不能修改域名、服务类型和接入服务提供者。', 'A change cannot alter a domain, a type of service or who gives access.')
    }
    return { ...entry, content: service }
  })
  return {
    record: { ...record, subject: { ...subject, content: content.subject }, services: withServices(record, changed) },
    issued: [], cancelled: [], certificate: 'replace',
  }
}
