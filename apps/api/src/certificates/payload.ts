import { domainToASCII, domainToUnicode } from 'node:url'
import { type Bilingual, findCode, findProvince, natures, type RegisterService, type RegisterSubject } from '@icp/domain'
import type { SignedCheckpoint } from '../audit/checkpoints/checkpoints.api.js'
import { CertificateContent } from './paper/certificate-content.js'

export interface IssueOrder {
  /** The subject as the approval leaves it in the register. */
  readonly subject: RegisterSubject
  /** Its services in force, at least one. Cancelled ones are left out of the certificate. */
  readonly services: readonly RegisterService[]
  readonly ownerAccountId: string
}

interface Issue {
  readonly certificateId: string
  readonly code: string
  readonly version: number
  /** ISO 8601, UTC. */
  readonly issuedAt: string
  readonly verifyUrl: string
  /** What the nature of the subject is called, where that was changed. */
  readonly natureName: Bilingual | undefined
  /** The newest checkpoint of the audit at that moment; undefined before the first. */
  readonly checkpoint: SignedCheckpoint | undefined
  readonly replaces: { readonly code: string; readonly version: number } | undefined
}

const domainsOf = (domain: string): CertificateContent['services'][number]['domains'] => {
  const ascii = domainToASCII(domain.trim())
  return ascii === '' ? [] : [{ ascii, unicode: domainToUnicode(ascii) }]
}

/** What the certificate says, from the register's own rows and code tables; nothing that is not public gets in (CertificateContent is strict). */
export function payloadOf({ subject, services }: IssueOrder, { replaces, checkpoint, natureName, ...issue }: Issue): CertificateContent {
  const province = findProvince(subject.province)
  const nature = natureName ?? findCode(natures, subject.content.nature)
  if (!province || !nature) throw new Error(`subject ${subject.id} is of a province or nature that the code tables do not hold`)
  return CertificateContent.parse({
    ...issue,
    subjectNumber: subject.number,
    subjectName: subject.content.name,
    natureZh: nature.zh,
    natureEn: nature.en,
    provinceName: { zh: province.zh, en: province.en },
    administration: province.administration,
    services: services.filter((service) => service.state === 'in-force').map((service) => ({
      number: service.number,
      name: service.content.name,
      type: service.type,
      domains: domainsOf(service.content.domain),
      approvedOn: service.approvedOn,
    })),
    approvedOn: subject.approvedOn,
    ...(replaces ? { replaces } : {}),
    ...(checkpoint ? { checkpoint: { number: checkpoint.number, size: checkpoint.size, root: checkpoint.root, at: checkpoint.at } } : {}),
  })
}
