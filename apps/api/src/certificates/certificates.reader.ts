import type { AnswerOf, CertificateRow } from '@icp/contract'
import type { Actor } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { AuditApi } from '../audit/audit.api.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { escapeLike } from '../platform/like.js'
import { Queries } from '../platform/queries.js'
import type { CertificateContent } from './paper/certificate-content.js'
import type { PayloadSignature } from './payload-signature.api.js'
import { VerifyLinks } from './verify-links.js'

type State = CertificateRow['state']
type ListRow = Omit<CertificateRow, 'verifyUrl'>

export interface IssuedCertificate extends PayloadSignature {
  readonly id: string
  readonly code: string
  readonly payload: CertificateContent
}

/** Where a certificate stands and who may have its paper. */
export interface CertificateStanding {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly state: State
  readonly issuedAt: string
  readonly endedAt: string | null
  /** The code of the version that replaced it. */
  readonly replacedBy: string | null
  readonly ownerAccountId: string
  readonly province: string
  readonly subjectNumber: string
  readonly payload: CertificateContent
}

export interface ServiceStanding {
  readonly number: string
  readonly state: 'in-force' | 'cancelled'
  readonly cancelledAt: string | null
}

const pageSize = 20

/**
 * A version that was replaced before its subject was cancelled, or lost its last service, is shown as cancelled too: nothing of it is in force any more.
 * `ending` is the certificate in which its line of versions ended, if it did; a hollow subject that adds a service begins another line.
 */
const standing = `
  certificates AS certificate LEFT JOIN LATERAL (SELECT id, ended_at FROM certificates
    WHERE subject_id = certificate.subject_id AND state = 'cancelled' AND version >= certificate.version ORDER BY version LIMIT 1) AS ending ON true`
const state = `CASE WHEN ending.id IS NULL THEN certificate.state ELSE 'cancelled' END`
const listed = `
  certificate.id, certificate.version, certificate.code, ${state} AS state, certificate.subject_number AS "subjectNumber",
  certificate.subject_name AS "subjectName", certificate.services, certificate.issued_at AS "issuedAt",
  coalesce(ending.ended_at, certificate.ended_at) AS "endedAt"`

@Injectable()
export class CertificatesReader {
  constructor(
    private readonly queries: Queries,
    private readonly links: VerifyLinks,
    private readonly audit: AuditApi,
  ) {}

  /** Whether this installation has issued any certificate. */
  async hasAny(): Promise<boolean> {
    return (await this.queries.named('certificates.any', 'SELECT 1 FROM certificates LIMIT 1')).length > 0
  }

  /** Every version of each subject, newest first; subjects without a certificate have an empty list. */
  async ofSubjects(tx: EntityManager, subjectIds: readonly string[]): Promise<ReadonlyMap<string, CertificateRow[]>> {
    const rows: (ListRow & { subjectId: string })[] = await tx.query(
      `SELECT ${listed}, certificate.subject_id AS "subjectId" FROM ${standing} WHERE certificate.subject_id = ANY($1::uuid[]) ORDER BY certificate.version DESC`,
      [[...subjectIds]],
    )
    return new Map(subjectIds.map((id) => [id, rows.filter((row) => row.subjectId === id).map((row) => this.linked(row))]))
  }

  /** What one administration issued, newest first; `q` is part of a number, a name or a code. */
  async listOfProvince(actor: Actor, q: string | undefined, cursor: string | undefined): Promise<AnswerOf<'listCertificates'>> {
    const province = actor.role === 'reviewer' ? actor.province : ''
    const [at = null, after = null] = readCursor(cursor, 2)
    const like = q?.trim() ? `%${escapeLike(q.trim())}%` : null
    const wanted = `certificate.province = $1 AND ($2::text IS NULL
      OR certificate.subject_number ILIKE $2 OR certificate.subject_name ILIKE $2 OR certificate.code ILIKE $2)`
    const [rows, [count]] = await Promise.all([
      this.queries.named<ListRow>(
        'certificates.list',
        `SELECT ${listed} FROM ${standing}
         WHERE ${wanted} AND ($3::timestamptz IS NULL OR (certificate.issued_at, certificate.id) < ($3::timestamptz, $4::uuid))
         ORDER BY certificate.issued_at DESC, certificate.id DESC LIMIT ${pageSize + 1}`,
        [province, like, at, after],
      ),
      this.queries.named<{ total: number }>('certificates.count', `SELECT count(*) AS total FROM certificates AS certificate WHERE ${wanted}`, [province, like]),
    ])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    await this.audit.noteShown({ actor, action: 'certificate.list', objects: page.map((row) => `certificate:${row.id}`) })
    return {
      rows: page.map((row) => this.linked(row)),
      total: count?.total ?? 0,
      next: rows.length > pageSize && last ? cursorOf([last.issuedAt, last.id]) : null,
    }
  }

  findById(id: string): Promise<CertificateStanding | undefined> {
    return this.findStanding('certificates.by-id', 'certificate.id = $1', id)
  }

  findByCode(code: string): Promise<CertificateStanding | undefined> {
    return this.findStanding('certificates.by-code', 'certificate.code = $1', code)
  }

  /** How the register holds these services today; only what is public of them. */
  servicesToday(numbers: readonly string[]): Promise<ServiceStanding[]> {
    return this.queries.named<ServiceStanding>(
      'certificates.services-today',
      `SELECT service_number AS number, state, cancelled_at AS "cancelledAt" FROM public_records WHERE service_number = ANY($1::text[])`,
      [[...numbers]],
    )
  }

  /** Throws when there is none. */
  async getIssued(id: string): Promise<IssuedCertificate> {
    const [row] = await this.queries.named<IssuedCertificate>('certificates.issued', 'SELECT id, code, payload, signature, signer FROM certificates WHERE id = $1', [id])
    if (!row) throw new Error(`there is no certificate ${id}`)
    return row
  }

  /** Null while it is not drawn. */
  async findPaper(id: string): Promise<Buffer | null> {
    const [row] = await this.queries.named<{ pdf: Buffer | null }>('certificates.paper', 'SELECT pdf FROM certificates WHERE id = $1', [id])
    return row?.pdf ?? null
  }

  private async findStanding(name: string, condition: string, value: string): Promise<CertificateStanding | undefined> {
    const [row] = await this.queries.named<CertificateStanding>(
      name,
      `SELECT ${listed}, next.code AS "replacedBy", certificate.owner_account_id AS "ownerAccountId", certificate.province, certificate.payload
       FROM ${standing} LEFT JOIN certificates AS next ON next.id = certificate.replaced_by WHERE ${condition}`,
      [value],
    )
    return row
  }

  private linked({ id, version, code, state, subjectNumber, subjectName, services, issuedAt, endedAt }: ListRow): CertificateRow {
    return { id, version, code, state, subjectNumber, subjectName, services, issuedAt, endedAt, verifyUrl: this.links.of(code) }
  }
}
