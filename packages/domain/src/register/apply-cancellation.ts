import { cancelledServices } from '../filing/parties.js'
import type { Refusal } from '../refusal.js'
import { servicesInForce, type RegisterService } from './register.js'
import { type Apply, impossible, requireSubject, withServices } from './register-change.js'

/** The last service is not cancelled alone: a subject without services would be an empty shell (空壳主体, icp-filing.md §8). */
export const lastServiceRefusal = (): Refusal =>
  impossible('last-service', '该主体名下只剩这一项服务，请改为申请注销主体。', 'This service is all that the subject has left. Apply to cancel the subject instead.')

const cancelService = (service: RegisterService, day: string): RegisterService => ({ ...service, state: 'cancelled', cancelledOn: day })

export const applyCancelService: Apply = (filing, record, allocation) => {
  const subject = requireSubject(record)
  const falling = filing.content.form === 'cancellation' && filing.content.serviceNumbers.length > 0 ? cancelledServices(filing.content, record) : []
  const asked = filing.content.form === 'cancellation' ? filing.content.serviceNumbers : []
  if (falling.length === 0 || falling.length !== asked.length) {
    throw impossible('1050', '要注销的服务已不在备案库中有效。', 'The service to cancel is no longer in force in the register.')
  }
  if (falling.length === servicesInForce(record).length) throw lastServiceRefusal()
  return {
    record: { ...record, subject, services: record.services.map((one) => (falling.includes(one) ? cancelService(one, allocation.day) : one)) },
    issued: [], cancelled: falling.map((service) => service.number), certificate: 'replace',
  }
}

export const applyCancelSubject: Apply = (_filing, record, allocation) => {
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
