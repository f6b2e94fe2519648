import { z } from 'zod'
import { Service, Subject } from '../filing/content.js'
import { ServiceType } from '../filing/service-type.js'

/**
 * The register (备案库): what is in force. It changes only when a filing is approved or what is hollow is cleared. Days are `YYYY-MM-DD` in Asia/Shanghai.
 * A cancelled row stays for ever: it is the tombstone that keeps its number from being given again (icp-filing.md §5).
 */
export const RegisterState = z.enum(['in-force', 'cancelled'])
export type RegisterState = z.infer<typeof RegisterState>

export const RegisterSubject = z.object({
  id: z.string(),
  /** `京ICP备2026000001号` */
  number: z.string(),
  state: RegisterState,
  province: z.string(),
  content: Subject,
  approvedOn: z.string(),
  cancelledOn: z.string().nullable(),
  /** The highest suffix ever given; one sequence per subject for all service types, never reused. */
  lastServiceIndex: z.number().int().min(0),
})
export type RegisterSubject = z.infer<typeof RegisterSubject>

export const RegisterService = z.object({
  id: z.string(),
  subjectId: z.string(),
  index: z.number().int().min(1),
  /** `京ICP备2026000001号-1` */
  number: z.string(),
  type: ServiceType,
  content: Service,
  state: RegisterState,
  approvedOn: z.string(),
  cancelledOn: z.string().nullable(),
  /** The number under which it goes on with another subject; it is cancelled here then. */
  movedTo: z.string().optional(),
})
export type RegisterService = z.infer<typeof RegisterService>

export const RegisterCertificate = z.object({
  id: z.string(),
  code: z.string(),
  version: z.number().int(),
  state: z.enum(['current', 'replaced', 'cancelled']),
})
export type RegisterCertificate = z.infer<typeof RegisterCertificate>

/** What the register holds of one subject. `subject` is null before its first approval. */
export interface RegisterRecord {
  readonly subject: RegisterSubject | null
  readonly services: readonly RegisterService[]
  readonly certificates: readonly RegisterCertificate[]
}

export const emptyRecord: RegisterRecord = { subject: null, services: [], certificates: [] }

export const servicesInForce = (record: RegisterRecord): RegisterService[] => record.services.filter((service) => service.state === 'in-force')
