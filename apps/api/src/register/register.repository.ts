import type { DomainInForce, MigrationContent, MigrationStanding, RegisterRecord, RegisterService, RegisterSubject, RegistrationContent, Service } from '@icp/domain'
import { emptyService, emptySubject, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { type EntityManager, In } from 'typeorm'
import { openContent, sealContent } from '../filings/sealed-content.api.js'
import { whoActs } from '../platform/acting.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { RegisterAccessEntity, RegisterServiceEntity, RegisterSubjectEntity } from './register.entity.js'
import { domainKeyOf, packageNamesOf, subjectKeyOf } from './subject-key.api.js'

export interface HeldSubject {
  readonly record: RegisterRecord & { readonly subject: RegisterSubject }
  readonly ownerAccountId: string
  /** Keyed index of certificate type and number. */
  readonly certificateKey: string
}

export interface PublicSubject {
  readonly number: string
  readonly name: string
  readonly nature: string
  /** Those in force. */
  readonly services: { number: string; name: string; domain: string }[]
}

export interface HeldMigration {
  readonly standing: MigrationStanding
  readonly givingKey: string | null
  readonly receivingKey: string | null
  readonly receivingAccountId: string | null
}

const subjectPlace = (id: string) => ({ table: 'register_subjects', column: 'content', row: id })
const servicePlace = (id: string) => ({ table: 'register_services', column: 'content', row: id })
const dayOrNull = (instant: string | null) => (instant === null ? null : shanghaiDay(instant))

interface Standing {
  readonly giving_key: string | null
  readonly service_in_force: boolean
  readonly services_in_force: number
  readonly domain_shared: boolean
  readonly receiving_nature: string | null
  readonly receiving_account: string | null
  readonly receiving_key: string | null
  readonly receiving_services: number
}

type Access = Readonly<RegisterAccessEntity>

/** The register as tables ⇄ the domain's record. Never opens a transaction. */
@Injectable()
export class RegisterRepository {
  constructor(private readonly sealing: Sealing) {}

  /** What is held under the subject's number, cancelled or not; with `lock` nobody else changes it until the transaction ends. */
  async find(tx: EntityManager, subjectNumber: string, lock = false): Promise<HeldSubject | undefined> {
    const row = await tx.findOne(RegisterSubjectEntity, { where: { number: subjectNumber }, ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}) })
    return row ? this.held(tx, row) : undefined
  }

  /** The same with the accesses of every provider, also for a provider, to which the database shows its own alone: to judge by, and not to be shown. */
  async findToJudgeBy(tx: EntityManager, subjectNumber: string): Promise<HeldSubject | undefined> {
    const row = await tx.findOneBy(RegisterSubjectEntity, { number: subjectNumber })
    return row ? this.held(tx, row, whoActs().role === 'provider' ? this.accessesOfAll : this.accessesSeen) : undefined
  }

  /** Of which service and subject in force this is an access of the provider; undefined for any other id. */
  async servedBy(tx: EntityManager, accessId: string, providerId: string): Promise<{ readonly serviceNumber: string; readonly subjectNumber: string } | undefined> {
    const { rows } = await statement<{ serviceNumber: string; subjectNumber: string }>(
      tx,
      `SELECT s.number AS "serviceNumber", b.number AS "subjectNumber" FROM register_accesses a JOIN register_services s ON s.id = a.service_id JOIN register_subjects b ON b.id = s.subject_id
        WHERE a.id = $1 AND a.provider_id = $2 AND s.state = 'in-force'`,
      [accessId, providerId],
    )
    return rows[0]
  }

  async listOfOwner(tx: EntityManager, ownerAccountId: string): Promise<HeldSubject[]> {
    const rows = await tx.find(RegisterSubjectEntity, { where: { ownerAccountId }, order: { approvedAt: 'DESC', id: 'ASC' } })
    return Promise.all(rows.map((row) => this.held(tx, row)))
  }

  private async held(tx: EntityManager, row: RegisterSubjectEntity, accessesOf = this.accessesSeen): Promise<HeldSubject> {
    const { id, number, state, province, lastServiceIndex, ownerAccountId, certificateKey } = row
    const services = await tx.find(RegisterServiceEntity, { where: { subjectId: id }, order: { serviceIndex: 'ASC' } })
    const accesses = services.length === 0 ? [] : await accessesOf(tx, id, services.map((service) => service.id))
    const subject: RegisterSubject = {
      id, number, state, province, lastServiceIndex, content: this.openSubject(row),
      approvedOn: shanghaiDay(row.approvedAt), cancelledOn: dayOrNull(row.cancelledAt),
    }
    return {
      ownerAccountId, certificateKey,
      record: { subject, services: services.map((service) => this.service(service, accesses)), certificates: [] },
    }
  }

  private readonly accessesSeen = (tx: EntityManager, _subjectId: string, serviceIds: readonly string[]): Promise<Access[]> =>
    tx.find(RegisterAccessEntity, { where: { serviceId: In(serviceIds) }, order: { position: 'ASC' } })

  private readonly accessesOfAll = async (tx: EntityManager, subjectId: string): Promise<Access[]> => {
    const { rows } = await statement<Access>(
      tx,
      `SELECT id, service_id AS "serviceId", position, provider_id AS "providerId", provider_name AS "providerName", modes, places, ip_ranges AS "ipRanges"
         FROM accesses_to_judge_by($1) ORDER BY position`,
      [subjectId],
    )
    return rows
  }

  private service(row: RegisterServiceEntity, accesses: readonly Access[]): RegisterService {
    const { id, subjectId, number, type, state, serviceIndex: index } = row
    const own = accesses.filter((access) => access.serviceId === id)
      .map(({ id, providerId, providerName, modes, places, ipRanges }) => ({ id, providerId, providerName, modes, places, ipRanges }))
    return {
      id, subjectId, index, number, type, state, content: { ...this.openService(row), accesses: own },
      approvedOn: shanghaiDay(row.approvedAt), cancelledOn: dayOrNull(row.cancelledAt), ...(row.movedTo === null ? {} : { movedTo: row.movedTo }),
    }
  }

  private openSubject(row: RegisterSubjectEntity) {
    const wrapped = { form: 'registration', subject: row.content, services: [] }
    return (openContent(this.sealing, subjectPlace(row.id), wrapped) as RegistrationContent).subject
  }

  private openService(row: RegisterServiceEntity): Service {
    const wrapped = { form: 'registration', subject: emptySubject(), services: [row.content] }
    return (openContent(this.sealing, servicePlace(row.id), wrapped) as RegistrationContent).services[0] ?? emptyService('')
  }

  async insertSubject(tx: EntityManager, subject: RegisterSubject, ownerAccountId: string, now: string): Promise<void> {
    await tx.insert(RegisterSubjectEntity, {
      id: subject.id, number: subject.number, certificateKey: subjectKeyOf(this.sealing, subject.content) ?? '', province: subject.province, ownerAccountId,
      state: 'in-force', approvedAt: now, cancelledAt: null, ...this.subjectColumns(subject),
    })
  }

  /** What a change or a new service alters; number, certificate, province and days stay. */
  async updateSubject(tx: EntityManager, subject: RegisterSubject): Promise<void> {
    await tx.update(RegisterSubjectEntity, { id: subject.id, state: 'in-force' }, this.subjectColumns(subject))
  }

  private subjectColumns({ id, content, lastServiceIndex }: RegisterSubject) {
    const wrapped: RegistrationContent = { form: 'registration', subject: content, services: [] }
    return { name: content.name, nature: content.nature, lastServiceIndex, content: sealContent(this.sealing, subjectPlace(id), wrapped).subject as never }
  }

  async insertService(tx: EntityManager, service: RegisterService, now: string): Promise<void> {
    await tx.insert(RegisterServiceEntity, {
      id: service.id, subjectId: service.subjectId, number: service.number, serviceIndex: service.index, type: service.type, domain: service.content.domain,
      domainKey: domainKeyOf(service.content.domain), state: 'in-force', approvedAt: now, cancelledAt: null, ...this.serviceColumns(service),
    })
    await this.insertAccesses(tx, service)
  }

  /** The fields of a service and its accesses, each as a whole; number, type, domain and days stay. */
  async updateService(tx: EntityManager, service: RegisterService, was: RegisterService): Promise<void> {
    await tx.update(RegisterServiceEntity, { id: service.id, state: 'in-force' }, this.serviceColumns(service))
    await tx.delete(RegisterAccessEntity, { serviceId: service.id })
    await this.insertAccesses(tx, service, was.content.accesses.map((access) => access.id))
  }

  private serviceColumns({ id, content: { accesses: _kept, ...fields } }: RegisterService) {
    const wrapped: RegistrationContent = { form: 'registration', subject: emptySubject(), services: [{ ...fields, accesses: [] }] }
    return { name: fields.name, packageNames: packageNamesOf(fields), content: sealContent(this.sealing, servicePlace(id), wrapped).services[0] as never }
  }

  /** An access that was in force keeps its id, by which filings name it; one that a filing brings gets an id of ours. */
  private async insertAccesses(tx: EntityManager, { id: serviceId, content }: RegisterService, known: readonly string[] = []): Promise<void> {
    const free = new Set(known)
    const rows = content.accesses.map(({ id, providerId, providerName, modes, places, ipRanges }, position) =>
      ({ id: free.delete(id) ? id : randomUUID(), serviceId, position, providerId, providerName, modes, places, ipRanges }))
    if (rows.length > 0) await tx.insert(RegisterAccessEntity, rows)
  }

  async cancelSubject(tx: EntityManager, id: string, now: string): Promise<void> {
    await tx.update(RegisterSubjectEntity, { id, state: 'in-force' }, { state: 'cancelled', cancelledAt: now })
  }

  async cancelService(tx: EntityManager, id: string, now: string, movedTo: string | null): Promise<void> {
    await tx.update(RegisterServiceEntity, { id, state: 'in-force' }, { state: 'cancelled', cancelledAt: now, movedTo })
  }

  async migrationStanding(tx: EntityManager, { subjectNumber, serviceNumbers, receivingNumber }: MigrationContent): Promise<HeldMigration> {
    const { rows } = await statement<Standing>(tx, `
      SELECT standing.*, (SELECT count(*)::int FROM public_records WHERE subject_number = $3 AND state = 'in-force') AS receiving_services
        FROM migration_standing($1, $2, $3) standing`, [subjectNumber, serviceNumbers[0] ?? '', receivingNumber])
    const [row] = rows
    return {
      standing: {
        givingInForce: typeof row?.giving_key === 'string', serviceInForce: row?.service_in_force ?? false, servicesInForce: row?.services_in_force ?? 0,
        domainShared: row?.domain_shared ?? false,
        receivingInForce: typeof row?.receiving_key === 'string', receivingNature: row?.receiving_nature ?? '', receivingServices: row?.receiving_services ?? 0,
      },
      givingKey: row?.giving_key ?? null, receivingKey: row?.receiving_key ?? null, receivingAccountId: row?.receiving_account ?? null,
    }
  }

  async publicSubjects(tx: EntityManager, numbers: readonly string[]): Promise<ReadonlyMap<string, PublicSubject>> {
    const { rows } = await statement<PublicSubject & { readonly service: PublicSubject['services'][number]; readonly state: string }>(
      tx,
      `SELECT subject_number AS number, subject_name AS name, nature, state,
              json_build_object('number', service_number, 'name', service_name, 'domain', domain) AS service
         FROM public_records WHERE subject_number = ANY ($1) ORDER BY subject_number, approved_at, length(service_number), service_number`,
      [[...new Set(numbers)]],
    )
    const found = new Map<string, PublicSubject>()
    for (const { number, name, nature, state, service } of rows) {
      const known = found.get(number) ?? { number, name, nature, services: [] }
      found.set(number, state === 'in-force' ? { ...known, services: [...known.services, service] } : known)
    }
    return found
  }

  /**
   * The next serial of a province's year. The counter's row is locked until the transaction ends and a rollback gives the number back, so there is
   * no gap; approvals of one province therefore take it one after the other.
   */
  async takeSerial(tx: EntityManager, province: string, year: number): Promise<number> {
    const { rows } = await statement<{ last: number }>(
      tx,
      `INSERT INTO number_counters (province, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (province, year) DO UPDATE SET last = number_counters.last + 1 RETURNING last`,
      [province, year],
    )
    return rows[0]?.last ?? 0
  }

  async isFiled(tx: EntityManager, certificateKey: string): Promise<boolean> {
    const { rows } = await statement<{ filed: boolean }>(tx, 'SELECT subject_is_filed($1) AS filed', [certificateKey])
    return rows[0]?.filed ?? false
  }

  /** The services in force under these domains; `own`: of the subject that asks. */
  async domainsInForce(tx: EntityManager, domainKeys: readonly string[], askingSubject: string): Promise<(DomainInForce & { readonly key: string })[]> {
    if (domainKeys.length === 0) return []
    const { rows } = await statement<DomainInForce & { readonly key: string }>(tx, 'SELECT domain_key AS key, type, own FROM domains_in_force($1, $2)', [[...domainKeys], askingSubject])
    return rows
  }

  /** Those of `names` that a service in force has, but for the named ones. */
  async packagesInForce(tx: EntityManager, names: readonly string[], exceptServices: readonly string[]): Promise<Set<string>> {
    if (names.length === 0) return new Set()
    const { rows } = await statement<{ name: string }>(tx, 'SELECT packages_in_force($1, $2) AS name', [[...names], [...exceptServices]])
    return new Set(rows.map((row) => row.name))
  }
}
