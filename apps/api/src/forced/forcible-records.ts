import type { AnswerOf, ForcedPreview, ForcibleRecord } from '@icp/contract'
import { addWorkingDays, type DueDay, normaliseFilingNumber, normaliseHost, parseFilingNumber, servicesInForce, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { WorkingDaysApi } from '../administration/working-days/working-days.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { CertificatesApi } from '../certificates/certificates.api.js'
import { type FilingRecord, FilingsApi } from '../filings/filings.api.js'
import { Clock } from '../platform/clock.js'
import { statement } from '../platform/statement.js'
import { Transactions } from '../platform/transaction.service.js'
import { RuleDataApi } from '../rule-data/rule-data.api.js'
import { type HeldSubject, RegisterApi } from '../register/register.api.js'
import { domainKeyOf } from '../register/subject-key.api.js'
import { type ForcedPlan, planOf } from './forced-preview.js'
import { noSuchRecord } from './forced-refusals.js'
import type { Reviewer } from './parties.js'

/** So many subjects share a domain at most: one has it in force, others had it. */
const mostFound = 20

/** The records of a province, looked for and looked at before something of them is cancelled by force. */
@Injectable()
export class ForcibleRecords {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly register: RegisterApi,
    private readonly filings: FilingsApi,
    private readonly certificates: CertificatesApi,
    private readonly workingDays: WorkingDaysApi,
    private readonly ruleData: RuleDataApi,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  /** By a number or a domain, as it is typed; what is in force first. That it was shown is written down. */
  async find(actor: Reviewer, q: string): Promise<AnswerOf<'findForcible'>> {
    const tx = this.database.manager
    const number = normaliseFilingNumber(q)
    // Also out of an address that was pasted.
    const domain = number === null ? domainKeyOf(normaliseHost(q.replace(/^[a-z]+:\/\//i, '').replace(/[/?#:].*$/s, ''))) : ''
    const { rows: found } = await statement<{ number: string }>(
      tx,
      `SELECT s.number FROM register_subjects s WHERE s.province = $3 AND (s.number = $1
          OR ($2 <> '' AND EXISTS (SELECT FROM register_services v WHERE v.subject_id = s.id AND v.domain_key = $2)))
        ORDER BY s.state DESC, s.approved_at DESC LIMIT ${mostFound}`,
      [number === null ? '' : (parseFilingNumber(number)?.subjectNumber ?? ''), domain, actor.province],
    )
    const held = (await Promise.all(found.map((one) => this.register.find(tx, one.number)))).filter((one) => one !== undefined)
    await this.audit.noteShown({ actor, action: 'register.find-forcible', objects: held.map(({ record }) => `register-subject:${record.subject.id}`) })
    return { rows: held.map((one) => rowOf(one, number, domain)) }
  }

  /** Everything that would fall; its owner is told of the look. Refuses: not-found outside of the province, conflict when it is not in force. */
  async preview(actor: Reviewer, subjectId: string, number: string): Promise<ForcedPreview> {
    const tx = this.database.manager
    const held = await this.held(tx, actor, subjectId)
    const { shown } = await this.plan(tx, held, number, await this.filings.runningAbout(tx, held.certificateKey))
    const objects = [`register-subject:${subjectId}`, ...shown.filings.map(({ id }) => `filing:${id}`)]
    await this.transactions.write(null, (on) => this.audit.noteRead(on, { actor, action: 'register.preview-force', objects }))
    return shown
  }

  /** Refuses (not-found) what is another province's, and what does not exist. */
  async held(tx: EntityManager, actor: Reviewer, subjectId: string): Promise<HeldSubject> {
    const { rows: [row] } = await statement<{ number: string }>(tx, 'SELECT number FROM register_subjects WHERE id = $1 AND province = $2', [subjectId, actor.province])
    const held = row && (await this.register.find(tx, row.number))
    if (!held) throw noSuchRecord()
    return held
  }

  async plan(tx: EntityManager, { record, ...held }: HeldSubject, number: string, running: readonly FilingRecord[]): Promise<ForcedPlan> {
    const certificates = (await this.certificates.of(tx, [record.subject.id])).get(record.subject.id) ?? []
    return planOf({ ...held, record: { ...record, certificates } }, number, running, await this.due(tx, record.subject.province), this.clock.now())
  }

  private async due(tx: EntityManager, province: string): Promise<DueDay> {
    const today = shanghaiDay(this.clock.now())
    const days = (await this.ruleData.inForce(tx, province)).value('days-to-cut')
    return addWorkingDays(today, days, await this.workingDays.calendar(tx))
  }
}

const rowOf = ({ record }: HeldSubject, number: string | null, domain: string): ForcibleRecord => {
  const { id, number: subjectNumber, state, content } = record.subject
  const asked = servicesInForce(record).find((one) => (number === null ? domainKeyOf(one.content.domain) === domain : one.number === number))
  return {
    subjectId: id, subjectNumber, subjectName: content.name, state, asked: asked?.number ?? subjectNumber,
    services: record.services.map(({ number: own, type, state: stands, content: { name, domain: host } }) => ({ number: own, type, name, domain: host, state: stands })),
  }
}
