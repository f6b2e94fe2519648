import {
  addressesOf, type Collision, domainIsTaken, type FilingKind, foreignAddresses, type MigrationContent, type RegistrationContent, type Service, type ServiceType, shanghaiDay,
} from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { BlacklistApi } from '../conflicts/blacklist.api.js'
import { ConflictKeysApi } from '../conflicts/conflict-keys.api.js'
import { Clock } from '../platform/clock.js'
import { Sealing } from '../platform/sealing.js'
import { ProvidersApi } from '../providers/providers.api.js'
import { RegisterApi } from '../register/register.api.js'
import { domainKeyOf, registeredKeyOf, subjectKeyOf } from '../register/subject-key.api.js'
import type { ContentColumns } from './filing-record.js'
import { isUuid } from '../platform/is-uuid.js'
import { OpenFilings } from './open-filings.js'

export interface Claimed {
  readonly id: string
  readonly kind: FilingKind
  readonly content: RegistrationContent
}

/** What only one filing may ask for at a time. */
export type Claims = Pick<ContentColumns, 'subjectKey' | 'domainKeys'>

/** Gathers what a filing collides with: in the register, among the filings on their way, with its providers' networks, on the blacklist. What follows, the domain says. */
@Injectable()
export class FilingCollisions {
  constructor(
    private readonly register: RegisterApi,
    private readonly open: OpenFilings,
    private readonly keys: ConflictKeysApi,
    private readonly blacklist: BlacklistApi,
    private readonly providers: ProvidersApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  async of(tx: EntityManager, claimed: Claimed): Promise<Collision[]> {
    const { id, content } = claimed
    const subjectKey = subjectKeyOf(this.sealing, content.subject)
    return [
      ...(await this.ofClaims(tx, claimed)), ...(await this.keys.collisionsOf(tx, content, subjectKey, id)), ...(await this.ofNetworks(tx, content)),
      ...(await this.ofBlacklist(tx, content, subjectKey)),
    ]
  }

  /** Those over subject and domains alone. `held`: the claims that the filing has already, which are not judged again. */
  async ofClaims(tx: EntityManager, { id, kind, content }: Claimed, held?: Claims): Promise<Collision[]> {
    const domains = domainsOf(content).filter(({ key }) => !held?.domainKeys.includes(key))
    const keys = domains.map(({ key }) => key)
    // A new access and a change are about what is filed: whose it is is judged with the record.
    const first = kind === 'new-subject' || kind === 'new-service'
    const filed = first ? await this.register.domainsInForce(tx, keys, content.subjectNumber ?? '') : []
    const asked = await this.open.domainsOf(tx, keys, id)
    const subjectKey = subjectKeyOf(this.sealing, content.subject)
    const fresh = subjectKey !== null && subjectKey !== held?.subjectKey ? subjectKey : null
    const filedSubject = fresh !== null && kind === 'new-subject' && (await this.register.isFiled(tx, fresh))
    const busy = fresh !== null && !filedSubject && (await this.open.ofSubject(tx, fresh, id)).length > 0
    const own = asked.size > 0 || filedSubject || busy ? await this.open.ownClaims(tx, fresh, id) : { domains: [], subject: false }
    const collisions: Collision[] = domains.flatMap(({ path, type, key }): Collision[] => {
      if (filed.some((one) => one.key === key && domainIsTaken(type, one))) return [{ kind: 'domain-filed', path, against: 'record' }]
      return asked.has(key) ? [{ kind: 'domain-running', path, against: 'filing', own: own.domains.includes(key) }] : []
    })
    const path = 'subject.certificateNumber'
    if (filedSubject) collisions.push({ kind: 'subject-filed', path, against: 'record', own: own.subject })
    if (busy) collisions.push({ kind: 'subject-running', path, against: 'filing', own: own.subject })
    return collisions
  }

  private async ofNetworks(tx: EntityManager, content: RegistrationContent): Promise<Collision[]> {
    const claims = addressesOf(content).filter(({ providerId }) => isUuid(providerId))
    const blocks = await this.providers.blocksOf(tx, claims.map(({ providerId }) => providerId))
    return foreignAddresses(claims, blocks).map((path) => ({ kind: 'address-foreign', path, against: 'record' }))
  }

  /** `subjectKey`: whose the services are to be; null when that is not to be told. */
  async ofBlacklist(tx: EntityManager, content: RegistrationContent | MigrationContent, subjectKey: string | null): Promise<Collision[]> {
    const services = content.services.map((service) => ({ path: `services.${service.id}`, hosts: hostsOf(service) }))
    const listed = await this.blacklist.among(tx, subjectKey, services.flatMap(({ hosts }) => hosts.flatMap(({ keys }) => keys)), shanghaiDay(this.clock.now()))
    const path = content.form === 'migration' ? 'receivingNumber' : 'subject.certificateNumber'
    return [
      ...(listed.subject ? [{ kind: 'subject-blacklisted', path, against: 'record' } as const] : []),
      ...services.flatMap((service): Collision[] => {
        // A home page lies inside its domain, so one of the two says it.
        const host = service.hosts.find(({ keys }) => keys.some((key) => listed.domains.has(key)))
        return host ? [{ kind: 'domain-blacklisted', path: `${service.path}.${host.field}`, against: 'record' }] : []
      }),
    ]
  }
}

const domainsOf = ({ services }: RegistrationContent | MigrationContent): { path: string; type: ServiceType; key: string }[] =>
  services.map((service) => ({ path: `services.${service.id}.domain`, type: service.type, key: domainKeyOf(service.domain) })).filter(({ key }) => key !== '')

/** The domain and the home page of a service, each by what it is filed and by what it is registered under. */
const hostsOf = ({ domain, homePage }: Service): { field: 'domain' | 'homePage'; keys: string[] }[] =>
  ([['domain', domain], ['homePage', homePage.replace(/^[a-z]+:\/\//i, '').split(/[/?#]/)[0] ?? '']] as const)
    .map(([field, host]) => ({ field, keys: [...new Set([domainKeyOf(host), registeredKeyOf(host)])].filter((key) => key !== '') }))
