import type { PersonalRead } from '@icp/contract'
import { type Bilingual, fieldLabel, findCode, findProvince, paperPurposes, roleWords } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource } from 'typeorm'
import { FilingsApi } from '../filings/filings.api.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { Queries } from '../platform/queries.js'
import { ProvidersApi } from '../providers/providers.api.js'
import { type OwnRead, ownReadsSql } from './own-reads.js'

interface Page {
  rows: PersonalRead[]
  total: number
  next: string | null
}

const pageSize = 20

/** Which organisations read an owner's filings, records in force, account and messages, how, and why where they had to say; not who of their staff. What the owner reads itself is left out. */
@Injectable()
export class ReadsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly queries: Queries,
    private readonly providers: ProvidersApi,
    private readonly filings: FilingsApi,
  ) {}

  /** The latest first. */
  async listOf(ownerAccountId: string, cursor: string | undefined): Promise<Page> {
    const [at, id] = readCursor(cursor, 2)
    const found = await this.queries.named<OwnRead>(
      'personal-data.reads',
      `${ownReadsSql} SELECT * FROM own_reads WHERE $2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid) ORDER BY at DESC, id DESC LIMIT ${pageSize + 1}`,
      [ownerAccountId, at ?? null, id ?? null],
    )
    const [count] = await this.queries.named<{ total: number }>('personal-data.reads-total', `${ownReadsSql} SELECT count(*) AS total FROM own_reads`, [ownerAccountId])
    const page = found.slice(0, pageSize)
    const last = page.at(-1)
    return { rows: await this.described(page), total: count?.total ?? 0, next: found.length > pageSize && last ? cursorOf([last.at, last.id]) : null }
  }

  /** Every one of them, the latest first. */
  async allOf(ownerAccountId: string): Promise<PersonalRead[]> {
    return this.described(await this.queries.named<OwnRead>('personal-data.reads-all', `${ownReadsSql} SELECT * FROM own_reads ORDER BY at DESC, id DESC`, [ownerAccountId]))
  }

  private async described(rows: readonly OwnRead[]): Promise<PersonalRead[]> {
    const tx = this.database.manager
    const ids = [...new Set(rows.flatMap(({ providerId }) => providerId ?? []))]
    const names = new Map((await this.providers.findByIds(tx, ids)).map((one) => [one.id, { zh: one.name, en: one.nameEn || one.name }]))
    const fields = new Map<string, Bilingual>()
    for (const { filingId, path } of rows) {
      if (path !== null && filingId !== null && !fields.has(`${filingId} ${path}`)) fields.set(`${filingId} ${path}`, await this.labelOf(filingId, path))
    }
    return rows.map(({ id, at, first, times, way, role, providerId, province, filingId, reference, path, reason }) => ({
      id, at, first, times, way, reason, filing: filingId === null ? null : { id: filingId, reference }, record: filingId === null ? reference : null,
      field: path === null ? null : (fields.get(`${filingId} ${path}`) ?? { zh: path, en: path }),
      reader: (providerId ? names.get(providerId) : province ? findProvince(province)?.administration : role ? roleWords[role] : undefined) ?? { zh: '—', en: '—' },
    }))
  }

  private async labelOf(filingId: string, path: string): Promise<Bilingual> {
    const paper = /^papers\.([a-z0-9-]+)\./.exec(path)?.[1]
    if (paper !== undefined) {
      const { zh, en } = findCode(paperPurposes, paper) ?? { zh: path, en: path }
      return { zh, en }
    }
    const record = await this.filings.find(this.database.manager, filingId)
    return record ? fieldLabel(path, record.filing.content) : { zh: path, en: path }
  }
}
