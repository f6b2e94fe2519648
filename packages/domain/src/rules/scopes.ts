import type { Access, Person, RegistrationContent, Service, Subject } from '../filing/content.js'
import { isPersonal } from '../code-tables/natures.js'
import { parseIp, type IpAddress } from './ip-address.js'
import { normaliseHost } from './normalise-typed.js'
import { type RulesInForce, rulesInForce } from '../rule-data/rules-in-force.js'
import type { RuleContext } from './rule.js'

/** What the rules of each letter look at. Values that several rules need are worked out once here. */
export interface RegistrationScope {
  readonly content: RegistrationContent
  /** The subject is a natural person. */
  readonly personal: boolean
  readonly context: RuleContext
  /** What holds in the subject's province today. */
  readonly data: RulesInForce
  readonly services: readonly ServiceScope[]
}

export interface SubjectScope {
  readonly subject: Subject
  readonly personal: boolean
  readonly today: string
  readonly data: RulesInForce
}

export interface PersonScope {
  readonly person: Person
  /** `subject.person` or `services.{id}.person`. */
  readonly path: string
  readonly ofPersonalSubject: boolean
  /** The subject's person in charge, when this is another one. */
  readonly subjectPerson: Person | undefined
  readonly today: string
  readonly data: RulesInForce
}

export interface Host {
  /** As typed, normalised. */
  readonly host: string
  /** In A-labels; '' when it cannot be a host name. */
  readonly ascii: string
}

export interface ServiceScope {
  readonly service: Service
  readonly path: string
  readonly subject: Subject
  readonly personal: boolean
  readonly domain: Host
  /** The part of the home page before the first slash. */
  readonly homeHost: Host
  readonly accesses: readonly AccessScope[]
  readonly data: RulesInForce
}

export interface Range {
  readonly typed: string
  readonly from: IpAddress | null
  readonly to: IpAddress | null
}

export interface AccessScope {
  readonly access: Access
  readonly path: string
  readonly ranges: readonly Range[]
  readonly data: RulesInForce
}

/** Plain ASCII is taken as it stands, so that a platform that reads `0x7f.1` as an address is never asked. */
const readHost = (typed: string, context: RuleContext): Host => {
  const host = normaliseHost(typed)
  if (!/[^\x20-\x7e]|xn--/.test(host)) return { host, ascii: host }
  return { host, ascii: /[\s/\\?#@:%*]/.test(host) ? '' : context.domainToAscii(host) }
}

const accessScope = (access: Access, servicePath: string, data: RulesInForce): AccessScope => ({
  access, data,
  path: `${servicePath}.accesses.${access.id}`,
  ranges: access.ipRanges.map(({ from, to }) => ({
    typed: from === to || to.trim() === '' ? from : `${from}–${to}`, from: parseIp(from), to: parseIp(to),
  })),
})

export const registrationScope = (content: RegistrationContent, context: RuleContext): RegistrationScope => {
  const personal = isPersonal(content.subject.nature)
  const data = rulesInForce(context.ruleData, content.subject.province, context.today)
  const services = content.services.map((service): ServiceScope => {
    const path = `services.${service.id}`
    return {
      service, path, personal, data, subject: content.subject,
      domain: readHost(service.domain, context),
      homeHost: readHost(service.homePage.split(/[/?#]/)[0] ?? '', context),
      accesses: service.accesses.map((access) => accessScope(access, path, data)),
    }
  })
  return { content, personal, context, data, services }
}

export const subjectScope = ({ content, personal, context, data }: RegistrationScope): SubjectScope =>
  ({ subject: content.subject, personal, today: context.today, data })

/** The subject's person in charge, then the own persons of services. */
export const personScopes = ({ content, personal, context, data }: RegistrationScope): PersonScope[] => [
  { person: content.subject.person, path: 'subject.person', ofPersonalSubject: personal, subjectPerson: undefined, today: context.today, data },
  ...servicePersonScopes({ content, personal, context, data }),
]

export const servicePersonScopes = ({ content, personal, context, data }: Omit<RegistrationScope, 'services'>): PersonScope[] =>
  content.services.filter((service) => service.personSource === 'own').map((service) => ({
    person: service.person,
    path: `services.${service.id}.person`,
    ofPersonalSubject: personal,
    subjectPerson: content.subject.person,
    today: context.today,
    data,
  }))
