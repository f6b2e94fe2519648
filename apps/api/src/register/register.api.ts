import { findProvince, formatSubjectNumber, type MigrationContent, Refusal, type RegisterChange, type RegisterRecord } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { ConflictKeysApi } from '../conflicts/conflict-keys.api.js'
import { HollowRecordsApi } from '../hollow/hollow-records.api.js'
import { Sealing } from '../platform/sealing.js'
import { findDatabaseFault } from '../platform/sqlstate.js'
import { statement } from '../platform/statement.js'
import { type HeldMigration, type HeldSubject, type PublicSubject, RegisterRepository } from './register.repository.js'
import { subjectKeyOf } from './subject-key.api.js'

export type { HeldSubject }

/** What other capabilities may ask of the register, and the one way to change it. */
@Injectable()
export class RegisterApi {
  constructor(
    private readonly register: RegisterRepository,
    private readonly conflicts: ConflictKeysApi,
    private readonly hollow: HollowRecordsApi,
    private readonly sealing: Sealing,
  ) {}

  find(tx: EntityManager, subjectNumber: string): Promise<HeldSubject | undefined> {
    return this.register.find(tx, subjectNumber)
  }

  /** For whoever acts, to judge a filing by: with the accesses of all providers, of which a provider is shown its own alone. */
  findToJudgeBy(tx: EntityManager, subjectNumber: string): Promise<HeldSubject | undefined> {
    return this.register.findToJudgeBy(tx, subjectNumber)
  }

  /** Of which service and subject in force this is an access of the provider; undefined for any other id. */
  servedBy(tx: EntityManager, accessId: string, providerId: string) {
    return this.register.servedBy(tx, accessId, providerId)
  }

  /** Nobody else changes the subject's record until the transaction ends. */
  lock(tx: EntityManager, subjectNumber: string): Promise<HeldSubject | undefined> {
    return this.register.find(tx, subjectNumber, true)
  }

  /** Everything that is or was in force of an owner, newest first. */
  listOfOwner(tx: EntityManager, ownerAccountId: string): Promise<HeldSubject[]> {
    return this.register.listOfOwner(tx, ownerAccountId)
  }

  /** Whether a subject in force has this certificate (keyed index). */
  isFiled(tx: EntityManager, certificateKey: string): Promise<boolean> {
    return this.register.isFiled(tx, certificateKey)
  }

  /** The services in force under these domains; `own`: of the subject that asks, which is '' before its first approval. */
  domainsInForce(tx: EntityManager, domainKeys: readonly string[], askingSubject: string) {
    return this.register.domainsInForce(tx, domainKeys, askingSubject)
  }

  /** Those of `names` that a service in force has, but for the named ones. */
  packagesInForce(tx: EntityManager, names: readonly string[], exceptServices: readonly string[]): Promise<Set<string>> {
    return this.register.packagesInForce(tx, names, exceptServices)
  }

  /** How the numbers of a migration stand, asked past the rows that whoever acts may see: what it answers of them anybody can look up, but for keys and account. */
  migrationStanding(tx: EntityManager, content: MigrationContent): Promise<HeldMigration> {
    return this.register.migrationStanding(tx, content)
  }

  /** Subjects, cancelled ones too, by number, as anybody can look them up. */
  publicSubjects(tx: EntityManager, numbers: readonly string[]): Promise<ReadonlyMap<string, PublicSubject>> {
    return this.register.publicSubjects(tx, numbers)
  }

  /** Both subjects, locked in one order for everyone; undefined for one that is not there. */
  async lockBoth(tx: EntityManager, one: string, other: string): Promise<readonly [HeldSubject | undefined, HeldSubject | undefined]> {
    const held = new Map<string, HeldSubject | undefined>()
    for (const number of [one, other].sort()) held.set(number, await this.register.find(tx, number, true))
    return [held.get(one), held.get(other)]
  }

  /** The next subject number of a province (six digits) in a year. Kept only if the transaction commits. */
  async takeSubjectNumber(tx: EntityManager, province: string, year: number): Promise<string> {
    const character = findProvince(province)?.icpCharacter
    if (!character) throw new Error(`no administration issues numbers for province ${province}`)
    // Approvals of one province queue here, each for as long as the one before takes to commit; the usual 2 s would turn a busy minute into refusals.
    await statement(tx, `SET LOCAL lock_timeout = '30s'`)
    await statement(tx, `SET LOCAL statement_timeout = '30s'`)
    const serial = await this.register.takeSerial(tx, province, year)
    return formatSubjectNumber({ character, year, serial })
  }

  /** Writes what an approval changed. Refuses (conflict) when a domain or a subject came into force meanwhile. */
  async apply(tx: EntityManager, before: RegisterRecord, { record }: RegisterChange, ownerAccountId: string, now: string): Promise<void> {
    try {
      if (!before.subject) await this.register.insertSubject(tx, record.subject, ownerAccountId, now)
      else if (before.subject.state !== record.subject.state) await this.register.cancelSubject(tx, record.subject.id, now)
      else if (before.subject !== record.subject) await this.register.updateSubject(tx, record.subject)
      for (const service of record.services) {
        const was = before.services.find((one) => one.id === service.id)
        if (!was) await this.register.insertService(tx, service, now)
        else if (was.state !== service.state) await this.register.cancelService(tx, service.id, now, service.movedTo ?? null)
        else if (was !== service) await this.register.updateService(tx, service, was)
      }
      await this.conflicts.keepRecord(tx, record, subjectKeyOf(this.sealing, record.subject.content) ?? '')
      await this.hollow.keep(tx, record)
    } catch (error) {
      throw inForceMeanwhile(findDatabaseFault(error)?.constraint) ?? error
    }
  }
}

const inForceMeanwhile = (constraint: string | undefined): Refusal | undefined => {
  switch (constraint) {
    case 'register_one_website_per_domain': case 'register_one_subject_per_domain':
      return new Refusal('conflict', '1005', { zh: '有域名已在备案库中有效。', en: 'One of the domains has come into force meanwhile.' })
    case 'register_one_service_per_package':
      return new Refusal('conflict', '1037', { zh: '有包名已在备案库中有效。', en: 'One of the programs has come into force meanwhile.' })
    case 'register_one_subject_per_certificate':
      return new Refusal('conflict', '1037', { zh: '该主体已在备案库中。', en: 'The subject has come into force meanwhile.' })
    default: return undefined
  }
}
