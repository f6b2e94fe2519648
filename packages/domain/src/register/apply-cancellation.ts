import { cancelledServices } from '../filing/parties.js'
import type { Refusal } from '../refusal.js'
import { servicesInForce, type RegisterRecord, type RegisterService, type RegisterSubject } from './register.js'
import { type Apply, impossible, type RegisterChange, requireSubject, withServices } from './register-change.js'

/** The last service is not cancelled alone: a subject without services would be an empty shell (空壳主体, icp-filing.md §8). */
export const lastServiceRefusal = (): Refusal =>
  impossible('last-service', '该主体名下只剩这一项服务，请改为申请注销主体。', 'This service is all that the subject has left. Apply to cancel the subject instead.')

const cancelService = (service: RegisterService, day: string): RegisterService => ({ ...service, state: 'cancelled', cancelledOn: day })

/** The record without services that are in force. A subject whose last one goes keeps its own number, is hollow from then on and has no certificate. */
export const endServices = (record: RegisterRecord, subject: RegisterSubject, falling: readonly RegisterService[], day: string): RegisterChange => {
  const services = record.services.map((one) => (falling.includes(one) ? cancelService(one, day) : one))
  return {
    record: { ...record, subject, services }, issued: [], cancelled: falling.map(({ number }) => number),
    certificate: services.some(({ state }) => state === 'in-force') ? 'replace' : 'cancel',
  }
}

/** The record without its subject, and with it all of its services. */
export const endSubject = (record: RegisterRecord, subject: RegisterSubject, day: string): RegisterChange => {
  const { record: ended, cancelled } = endServices(record, { ...subject, state: 'cancelled', cancelledOn: day }, servicesInForce(record), day)
  return { record: ended, issued: [], cancelled: [subject.number, ...cancelled], certificate: 'cancel' }
}

export const applyCancelService: Apply = (filing, record, allocation) => {
  const subject = requireSubject(record)
  const falling = filing.content.form === 'cancellation' && filing.content.serviceNumbers.length > 0 ? cancelledServices(filing.content, record) : []
  const asked = filing.content.form === 'cancellation' ? filing.content.serviceNumbers : []
  if (falling.length === 0 || falling.length !== asked.length) {
    throw impossible('1050', '要注销的服务已不在备案库中有效。', 'The service to cancel is no longer in force in the register.')
  }
  if (falling.length === servicesInForce(record).length) throw lastServiceRefusal()
  return endServices(record, subject, falling, allocation.day)
}

export const applyCancelSubject: Apply = (_filing, record, allocation) => endSubject(record, requireSubject(record), allocation.day)

/** Accesses end; the service keeps its number, also when none is left (icp-filing.md §8: a hollow website). */
export const applyCancelAccess: Apply = (filing, record) => {
  const subject = requireSubject(record)
  const asked = filing.content.form === 'cancellation' ? (filing.content.accessIds ?? []) : []
  const [entry] = filing.content.form === 'cancellation' ? cancelledServices(filing.content, record) : []
  const has = new Set(entry?.content.accesses.map((access) => access.id))
  if (!entry || asked.length === 0 || asked.some((id) => !has.has(id))) {
    throw impossible('1016', '要取消的接入已不在备案库中有效。', 'The access to cancel is no longer in force in the register.')
  }
  const content = { ...entry.content, accesses: entry.content.accesses.filter((access) => !asked.includes(access.id)) }
  return { record: { ...record, subject, services: withServices(record, [{ ...entry, content }]) }, issued: [], cancelled: [], certificate: 'keep' }
}
