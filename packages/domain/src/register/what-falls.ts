import type { FilingKind } from '../filing/kind.js'
import { servicesInForce, type RegisterCertificate, type RegisterRecord, type RegisterService } from './register.js'

export interface Fall {
  readonly services: readonly RegisterService[]
  /** Every number that ends, the subject's own first when it falls. */
  readonly numbers: readonly string[]
  /** Certificates that stop being current: replaced by one without the services, or ended with the subject or its last service. */
  readonly certificates: readonly (RegisterCertificate & { readonly becomes: 'replaced' | 'cancelled' })[]
  readonly accesses: readonly {
    readonly serviceNumber: string; readonly accessId: string; readonly providerId: string; readonly providerName: string
  }[]
  /** The subject would be left without any service (空壳主体): ask for cancelling the subject instead. */
  readonly leavesHollowSubject: boolean
  /** Numbers of services that stay in force without any access (空壳网站). */
  readonly leavesHollowServices: readonly string[]
}

const accessesOf = (service: RegisterService): Fall['accesses'] =>
  service.content.accesses.map(({ id, providerId, providerName }) => ({ serviceNumber: service.number, accessId: id, providerId, providerName }))

/** The accesses of one service that a cancel-access names, and whether any is left. */
const accessFall = (record: RegisterRecord, serviceNumbers: readonly string[], accessIds: readonly string[]): Fall => {
  const services = servicesInForce(record).filter((service) => serviceNumbers.includes(service.number))
  const accesses = services.flatMap(accessesOf).filter((access) => accessIds.includes(access.accessId))
  const isEmptied = (service: RegisterService): boolean => service.content.accesses.every((access) => accessIds.includes(access.id))
  return {
    services: [], numbers: [], certificates: [], accesses, leavesHollowSubject: false,
    leavesHollowServices: accesses.length === 0 ? [] : services.filter(isEmptied).map((service) => service.number),
  }
}

/** What ends if the cancellation is approved, for showing before anyone confirms. Kinds that cancel nothing of this sort let nothing fall. */
export const whatFalls = (kind: FilingKind, record: RegisterRecord, serviceNumbers: readonly string[], accessIds: readonly string[] = []): Fall => {
  if (kind === 'cancel-access') return accessFall(record, serviceNumbers, accessIds)
  const all = servicesInForce(record)
  const whole = kind === 'cancel-subject'
  const services = whole ? all : kind === 'cancel-service' ? all.filter((service) => serviceNumbers.includes(service.number)) : []
  const subjectNumbers = whole && record.subject ? [record.subject.number] : []
  const ends = whole || services.length > 0
  const leavesHollowSubject = !whole && services.length > 0 && services.length === all.length
  return {
    services,
    numbers: [...subjectNumbers, ...services.map((service) => service.number)],
    certificates: record.certificates.filter((one) => ends && one.state === 'current')
      .map((one) => ({ ...one, becomes: whole || leavesHollowSubject ? 'cancelled' : 'replaced' })),
    accesses: services.flatMap(accessesOf),
    leavesHollowSubject,
    leavesHollowServices: [],
  }
}
