import type { PersonalRead } from '@icp/contract'
import { type Bilingual, fieldLabel, findProvince, type ReadReason } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { FilingsApi } from '../filings/filings.api.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { Queries } from '../platform/queries.js'
import { ProvidersApi } from '../providers/providers.api.js'

interface Row {
  id: string
  at: string
  providerId: string | null
  province: string | null
  filingId: string
  reference: string | null
  path: string
  reason: ReadReason
}

interface Page {
  rows: PersonalRead[]
  total: number
  next: string | null
}

const pageSize = 20
const others = 'r.owner_account_id = $1 AND r.reader_account_id <> $1'

/** Who looked at an owner's personal data. Looks of the owner itself are left out. */
@Injectable()
export class ReadsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly queries: Queries,
    private readonly providers: ProvidersApi,
    private readonly filings: FilingsApi,
  ) {}

  async listOf(ownerAccountId: string, cursor: string | undefined): Promise<Page> {
    const [at, id] = readCursor(cursor, 2)
    const found = await this.queries.named<Row>(
      'personal-data.reads',
      `SELECT r.id, r.at, r.provider_id AS "providerId", r.province, r.filing_id AS "filingId", f.reference, r.path, r.reason
         FROM personal_reads r JOIN filings f ON f.id = r.filing_id
        WHERE ${others} AND ($2::timestamptz IS NULL OR (r.at, r.id) < ($2, $3::uuid)) ORDER BY r.at DESC, r.id DESC LIMIT ${pageSize + 1}`,
      [ownerAccountId, at ?? null, id ?? null],
    )
    const [count] = await this.queries.named<{ total: number }>('personal-data.reads-total', `SELECT count(*) AS total FROM personal_reads r WHERE ${others}`, [ownerAccountId])
    const page = found.slice(0, pageSize)
    const last = page.at(-1)
    return { rows: await this.described(page), total: count?.total ?? 0, next: found.length > pageSize && last ? cursorOf([last.at, last.id]) : null }
  }

  /** Every one of them, newest first. */
  async allOf(ownerAccountId: string): Promise<PersonalRead[]> {
    const rows: PersonalRead[] = []
    for (let cursor: string | undefined; ;) {
      const page = await this.listOf(ownerAccountId, cursor)
      rows.push(...page.rows)
      if (page.next === null) return rows
      cursor = page.next
    }
  }

  private async described(rows: readonly Row[]): Promise<PersonalRead[]> {
    const tx = this.database.manager
    const names = new Map((await this.providers.findByIds(tx, rows.flatMap(({ providerId }) => providerId ?? []))).map((one) => [one.id, { zh: one.name, en: one.nameEn || one.name }]))
    const contents = new Map<string, Bilingual>()
    for (const { filingId, path } of rows) {
      const key = `${filingId} ${path}`
      if (!contents.has(key)) contents.set(key, await this.labelOf(filingId, path))
    }
    return rows.map(({ id, at, providerId, province, filingId, reference, path, reason }) => ({
      id, at, reason, filing: { id: filingId, reference }, field: contents.get(`${filingId} ${path}`) ?? { zh: path, en: path },
      reader: (providerId ? names.get(providerId) : findProvince(province ?? '')?.administration) ?? { zh: '—', en: '—' },
    }))
  }

  private async labelOf(filingId: string, path: string): Promise<Bilingual> {
    const record = await this.filings.find(this.database.manager, filingId)
    return record ? fieldLabel(path, record.filing.content) : { zh: path, en: path }
  }
}
