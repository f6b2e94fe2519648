import { anyEnding, filedDomain, normaliseCertificateNumber, normaliseHost, normalisePackageName, registrableDomain, type Service } from '@icp/domain'
import { domainToASCII } from 'node:url'
import type { SearchedText, Sealing } from '../platform/sealing.js'

interface Certificate {
  readonly certificateType: string
  readonly certificateNumber: string
}

/** What a subject's keyed index is made of; null while the certificate's type or number is not given. */
export const subjectTextOf = ({ certificateType, certificateNumber }: Certificate): SearchedText | null => {
  const number = normaliseCertificateNumber(certificateNumber)
  return certificateType && number ? { kind: 'subject', text: `${certificateType}|${number}` } : null
}

/** Who a subject is: certificate type and number, as a keyed index. */
export const subjectKeyOf = (sealing: Sealing, certificate: Certificate): string | null => {
  const said = subjectTextOf(certificate)
  return said && sealing.index(said)
}

/** The A-label form in lower case, by the platform's UTS 46; '' = not a host name. */
export const domainToAscii = (host: string): string => domainToASCII(host)

const keyed = (typed: string, of: typeof filedDomain): string => {
  const ascii = domainToAscii(normaliseHost(typed))
  return of(ascii, anyEnding) ?? ascii
}

/** What a host is filed under, since that is whose it is: an app may be filed for a host below it. What is no such name, as an IP address, stands for itself. */
export const domainKeyOf = (typed: string): string => keyed(typed, filedDomain)

/** What a host is registered under: whoever is barred from that is barred from all below it. */
export const registeredKeyOf = (typed: string): string => keyed(typed, registrableDomain)

/** By which a program is told from every other, on whatever platform; letter case tells none apart. */
export const packageNamesOf = ({ platforms = [] }: Pick<Service, 'platforms'>): string[] =>
  [...new Set(platforms.map(({ packageName }) => normalisePackageName(packageName).toLowerCase()))].filter((name) => name !== '').sort()
