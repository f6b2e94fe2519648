import { anyEnding, normaliseCertificateNumber, normaliseHost, normalisePackageName, registrableDomain, type Service } from '@icp/domain'
import { domainToASCII } from 'node:url'
import type { Sealing } from '../platform/sealing.js'

/** Who a subject is: certificate type and number, as a keyed index; null while either is not given. */
export const subjectKeyOf = (sealing: Sealing, certificate: { certificateType: string; certificateNumber: string }): string | null => {
  const number = normaliseCertificateNumber(certificate.certificateNumber)
  return certificate.certificateType && number ? sealing.index('subject', `${certificate.certificateType}|${number}`) : null
}

/** The A-label form in lower case, by the platform's UTS 46; '' = not a host name. */
export const domainToAscii = (host: string): string => domainToASCII(host)

/** What a host is registered under, since that is whose it is: an app may be filed for a host below it. What is no such name, as an IP address, stands for itself. */
export const domainKeyOf = (typed: string): string => {
  const ascii = domainToAscii(normaliseHost(typed))
  return registrableDomain(ascii, anyEnding) ?? ascii
}

/** By which a program is told from every other, on whatever platform; letter case tells none apart. */
export const packageNamesOf = ({ platforms = [] }: Pick<Service, 'platforms'>): string[] =>
  [...new Set(platforms.map(({ packageName }) => normalisePackageName(packageName).toLowerCase()))].filter((name) => name !== '').sort()
