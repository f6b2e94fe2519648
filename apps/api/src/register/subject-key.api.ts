import { normaliseCertificateNumber, normaliseHost } from '@icp/domain'
import { domainToASCII } from 'node:url'
import type { Sealing } from '../platform/sealing.js'

/** Who a subject is: certificate type and number, as a keyed index; null while either is not given. */
export const subjectKeyOf = (sealing: Sealing, certificate: { certificateType: string; certificateNumber: string }): string | null => {
  const number = normaliseCertificateNumber(certificate.certificateNumber)
  return certificate.certificateType && number ? sealing.index('subject', `${certificate.certificateType}|${number}`) : null
}

/** The A-label form in lower case, by the platform's UTS 46; '' = not a host name. */
export const domainToAscii = (host: string): string => domainToASCII(host)

export const domainKeyOf = (typed: string): string => domainToAscii(normaliseHost(typed))
