import { personOf, type RegistrationContent } from '../filing/content.js'
import { normaliseCertificateNumber, normaliseHost, normaliseName, normalisePhone } from '../rules/normalise-typed.js'
import { parseIp } from '../rules/ip-address.js'

/** What a filing lays claim to beside its domains and its subject: compared by its text, or for addresses by the range. */
export type Claim = TextClaim | AddressClaim

export interface TextClaim {
  readonly kind: 'service-name' | 'home-page' | 'phone'
  readonly path: string
  readonly text: string
  /** Of a phone: whose it is; two persons with one number collide, one person with one number does not (icp-filing.md §6 no 15). */
  readonly person: string
}

export interface AddressClaim {
  readonly kind: 'address'
  readonly path: string
  readonly providerId: string
  readonly first: bigint
  readonly last: bigint
}

/** Names that differ only in signs, width, case and spaces are one name to whoever reads them. */
export const nameToCompare = (name: string): string => normaliseName(name).normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '')

/** Without scheme, `www.` and trailing slash. */
export const homePageToCompare = (typed: string): string => normaliseHost(typed).replace(/^https?:\/\//, '').replace(/^www\./, '').replace(/\/+$/, '')

const personToCompare = ({ certificateType, certificateNumber }: { certificateType: string; certificateNumber: string }): string =>
  `${certificateType}|${normaliseCertificateNumber(certificateNumber)}`

/** Every claim that is given and readable; what is still empty or wrong claims nothing. */
export const claimsOf = (content: RegistrationContent): Claim[] => {
  const { subject, services } = content
  const persons = [
    { path: 'subject.person.mobile', person: subject.person },
    ...services.filter(({ personSource }) => personSource === 'own').map((service) => ({ path: `services.${service.id}.person.mobile`, person: personOf(content, service) })),
  ]
  const texts: TextClaim[] = [
    ...services.map(({ id, name }): TextClaim => ({ kind: 'service-name', path: `services.${id}.name`, text: nameToCompare(name), person: '' })),
    ...services.map(({ id, homePage }): TextClaim => ({ kind: 'home-page', path: `services.${id}.homePage`, text: homePageToCompare(homePage), person: '' })),
    ...persons.map(({ path, person }): TextClaim => ({ kind: 'phone', path, text: normalisePhone(person.mobile), person: personToCompare(person) })),
  ]
  return [...texts.filter(({ text }) => text !== ''), ...addressesOf(content)]
}

/** The readable ranges of every access that has a provider. */
export const addressesOf = ({ services }: RegistrationContent): AddressClaim[] => services.flatMap((service) => service.accesses.flatMap((access) =>
  access.ipRanges.flatMap(({ from, to }): AddressClaim[] => {
    const [first, last] = [parseIp(from), parseIp(to)]
    if (access.providerId === '' || !first || !last || first.family !== last.family || first.value > last.value) return []
    return [{ kind: 'address', path: `services.${service.id}.accesses.${access.id}.ipRanges`, providerId: access.providerId, first: first.value, last: last.value }]
  })))
