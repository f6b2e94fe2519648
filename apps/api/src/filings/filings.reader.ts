import type { FilingRow, FilingView } from '@icp/contract'
import { type Actor, type Filing, isRelated, notFound, type WorkingCalendar } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { WorkingDaysApi } from '../administration/working-days/working-days.api.js'
import { AuditApi } from '../audit/audit.api.js'
import type { Answer, Parsed } from '../http/serve.js'
import { Clock } from '../platform/clock.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { FingerprintKeys } from '../platform/fingerprint-keys.js'
import { Queries } from '../platform/queries.js'
import { Transactions } from '../platform/transaction.service.js'
import { contentFor } from './content-for-reader.js'
import { type FilingEntity, FilingRevisionEntity } from './filing.entity.js'
import { FilingViews, rowOf } from './filing-view.js'
import { rowFor } from './receiving-views.js'
import { FilingsRepository } from './filings.repository.js'
import { conditionsOf } from './list-conditions.js'
import { VerificationSheets } from './verification-sheets.js'

type Query = Parsed<'listFilings'>['query']

interface Listed extends FilingEntity {
  readonly passes: Filing['passes']
  readonly open_requests: number
  readonly confirm_until: string | null
  readonly ended_with_record: boolean
}

/** What was read of a filing, and how the audit calls it. */
interface Opened<Shown> {
  readonly action: string
  readonly id: string
  readonly revision: number
  readonly shown: Shown
  /** It says nothing of a person, so having read it is not written down. */
  readonly impersonal?: boolean
}

const pageSize = 20

const columns = `
  f.id, f.reference, f.kind, f.status, f.version, f.owner_account_id AS "ownerAccountId", f.receiving_account_id AS "receivingAccountId", f.applicant_provider_id AS "applicantProviderId", f.province, f.subject_name AS "subjectName", f.summary,
  f.saved_at AS "savedAt", f.finished_at AS "finishedAt", f.status_since AS "statusSince", f.review_since AS "reviewSince", f.urged_at AS "urgedAt",
  (SELECT coalesce(json_agg(json_build_object('providerId', p.provider_id, 'state', p.state, 'at', p.at) ORDER BY p.position), '[]')
     FROM filing_passes p WHERE p.filing_id = f.id) AS passes,
  (SELECT count(*) FROM correction_requests r WHERE r.filing_id = f.id AND r.state = 'open') AS open_requests,
  (SELECT min(c.expires_at) FROM confirmations c WHERE c.filing_id = f.id AND c.round = f.round AND c.state = 'waiting' AND c.closed_at IS NULL) AS confirm_until,
  f.status = 'refused' AND EXISTS (SELECT FROM filing_events e WHERE e.filing_id = f.id AND e.action = 'end-with-record') AS ended_with_record`

/**
 * What screens ask of filings; writes nothing but that it was read. Whoever may not see a filing is told that there is none. Staff who open one are shown
 * personal data of others, so the audit entry is written in the transaction that reads: no entry, no read.
 */
@Injectable()
export class FilingsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly queries: Queries,
    private readonly filings: FilingsRepository,
    private readonly views: FilingViews,
    private readonly sheets: VerificationSheets,
    private readonly transactions: Transactions,
    private readonly audit: AuditApi,
    private readonly workingDays: WorkingDaysApi,
    private readonly clock: Clock,
    private readonly prints: FingerprintKeys,
  ) {}

  get(actor: Actor, id: string): Promise<FilingView> {
    return this.reading(actor, async (tx) => {
      const record = await this.filings.find(tx, id)
      if (!record || !isRelated(record.filing, actor)) throw notFound()
      return { action: 'filing.open', id, revision: record.row.revision, shown: await this.views.of(tx, record, actor) }
    })
  }

  revision(actor: Actor, id: string, number: number): Promise<Answer<'getRevision'>> {
    return this.reading(actor, async (tx) => {
      const record = await this.filings.find(tx, id)
      if (!record || !isRelated(record.filing, actor)) throw notFound()
      const revision = await tx.findOneBy(FilingRevisionEntity, { filingId: id, number })
      if (!revision) throw notFound()
      const { at, cause, digest } = revision
      return { action: 'filing.open-revision', id, revision: number, shown: { number, at, cause, digest, content: contentFor(this.filings.openRevision(revision), record.filing, actor) } }
    })
  }

  sheet(actor: Actor, id: string): Promise<Answer<'getVerificationSheet'>> {
    return this.reading(actor, async (tx) => {
      const record = await this.filings.find(tx, id)
      if (!record || !isRelated(record.filing, actor)) throw notFound()
      const shown = await this.sheets.shown(tx, record, actor)
      // What is asked names fields only; what was answered may speak of people.
      return { action: 'filing.open-sheet', id, revision: record.row.revision, shown, impersonal: shown.given.length === 0 }
    })
  }

  private async reading<Shown>(actor: Actor, read: (tx: EntityManager) => Promise<Opened<Shown>>): Promise<Shown> {
    if (actor.role === 'owner') return (await this.prints.steady(() => read(this.database.manager))).shown
    return this.transactions.write(null, async (tx) => {
      const { action, id, revision, shown, impersonal = false } = await read(tx)
      if (!impersonal) await this.audit.noteRead(tx, { actor, action, objects: [`filing:${id}`], detail: { revision } })
      return shown
    })
  }

  /** Newest status first; a reviewer's queue of what is in review in order of arrival. */
  async list(actor: Actor, query: Query): Promise<Answer<'listFilings'>> {
    const calendar = await this.workingDays.calendar()
    const arrival = actor.role === 'reviewer' && query.status === 'in-review'
    const [sort, way, beyond] = arrival ? ['review_since', 'ASC', '>'] : ['status_since', 'DESC', '<']
    const { where, values, name: conditions } = conditionsOf(actor, query, this.clock.now(), calendar)
    const [since, id] = readCursor(query.cursor, 2)
    const page = since === undefined ? '' : ` AND (f.${sort}, f.id) ${beyond} ($${values.length + 1}::timestamptz, $${values.length + 2}::uuid)`
    const order = `ORDER BY f.${sort} ${way}, f.id ${way} LIMIT ${pageSize + 1}`
    // A statement's name stands for one text, so it is made of what the text is made of.
    const name = `${conditions}-${arrival ? 'arrival' : 'newest'}`
    const rows = await this.queries.named<Listed>(
      `filings.list-${name}${page === '' ? '' : '-next'}`, `SELECT ${columns} FROM filings f WHERE ${where}${page} ${order}`,
      since === undefined ? values : [...values, since, id],
    )
    const [counted] = await this.queries.named<{ total: number }>(
      `filings.count-${conditions}`, `SELECT count(*) AS total FROM filings f WHERE ${where}`, values,
    )
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)
    const next = rows.length > pageSize && last ? cursorOf([(arrival ? last.reviewSince : last.statusSince) ?? '', last.id]) : null
    // A row names its subject, who may be a natural person.
    if (actor.role !== 'owner') await this.audit.noteShown({ actor, action: 'filing.list', objects: shown.map((row) => `filing:${row.id}`) })
    return { rows: shown.map((row) => this.row(row, actor, calendar)), total: counted?.total ?? 0, next }
  }

  private row(row: Listed, actor: Actor, calendar: WorkingCalendar): FilingRow {
    const waiting = row.confirm_until === null ? [] : [{ state: 'waiting', expiresAt: row.confirm_until }]
    const requests = Array.from({ length: row.open_requests }, () => ({ state: 'open' }))
    // Enough of a filing for its row and its clock; the content stays closed.
    const filing = { ...row, confirmations: waiting, requests } as unknown as Filing
    const shown = rowOf(row, filing, this.clock.now(), calendar)
    return rowFor(row.ended_with_record ? { ...shown, endedWithRecord: true } : shown, filing, actor)
  }
}
