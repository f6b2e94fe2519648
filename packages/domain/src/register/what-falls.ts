import type { FilingKind } from '../filing/kind.js'
import { servicesInForce, type RegisterCertificate, type RegisterRecord, type RegisterService } from './register.js'

export interface Fall {
  readonly services: readonly RegisterService[]
  /** Every number that ends, the subject's own first when it falls. */
  readonly numbers: readonly string[]
  /** Certificates that stop being current: replaced by one without the services, or ended with the subject. */
  readonly certificates: readonly (RegisterCertificate & { readonly becomes: 'replaced' | 'cancelled' })[]
  readonly accesses: readonly {
    readonly serviceNumber: string; readonly accessId: string; readonly providerId: string; readonly providerName: string
  }[]
  /** The subject would be left without any service (空壳主体): ask for cancelling the subject instead. */
  readonly leavesHollowSubject: boolean
}

const accessesOf = (service: RegisterService): Fall['accesses'] =>
  service.content.accesses.map(({ id, providerId, providerName }) => ({ serviceNumber: service.number, accessId: id, providerId, providerName }))

/** What ends if the cancellation is approved, for showing before anyone confirms. Kinds that cancel nothing of this sort let nothing fall. */
export const whatFalls = (kind: FilingKind, record: RegisterRecord, serviceNumbers: readonly string[]): Fall => {
  const all = servicesInForce(record)
  const whole = kind === 'cancel-subject'
  const services = whole ? all : kind === 'cancel-service' ? all.filter((service) => serviceNumbers.includes(service.number)) : []
  const subjectNumbers = whole && record.subject ? [record.subject.number] : []
  const ends = whole || services.length > 0
  return {
    services,
    numbers: [...subjectNumbers, ...services.map((service) => service.number)],
    certificates: record.certificates.filter((one) => ends && one.state === 'current')
      .map((one) => ({ ...one, becomes: whole ? 'cancelled' : 'replaced' })),
    accesses: services.flatMap(accessesOf),
    leavesHollowSubject: !whole && services.length > 0 && services.length === all.length,
  }
}
