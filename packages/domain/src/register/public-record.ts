import type { ServiceType } from '../filing/service-type.js'
import type { RegisterService, RegisterState, RegisterSubject } from './register.js'

/** All that an outsider may see (icp-filing.md §7). Never certificate numbers, phones, mail, IP addresses or providers. */
export interface PublicServiceRecord {
  readonly serviceNumber: string
  readonly subjectNumber: string
  readonly subjectName: string
  /** Code of the nature. */
  readonly nature: string
  readonly serviceName: string
  readonly serviceType: ServiceType
  readonly domain: string
  /** Codes of the pre-approval items; their approval numbers stay out. */
  readonly preApprovals: readonly string[]
  readonly approvedOn: string
  readonly state: RegisterState
  readonly cancelledOn: string | null
  /** The number under which the service goes on with another subject. */
  readonly movedTo: string | null
}

export const toPublicRecord = (subject: RegisterSubject, service: RegisterService): PublicServiceRecord => ({
  serviceNumber: service.number,
  subjectNumber: subject.number,
  subjectName: subject.content.name,
  nature: subject.content.nature,
  serviceName: service.content.name,
  serviceType: service.type,
  domain: service.content.domain,
  preApprovals: service.content.preApprovalAnswer === 'some' ? service.content.preApprovals.map((one) => one.item) : [],
  approvedOn: service.approvedOn,
  state: service.state,
  cancelledOn: service.cancelledOn,
  movedTo: service.movedTo ?? null,
})
