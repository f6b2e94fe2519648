import type { AnswerOf, KeptProvider } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { cursorOf, readCursor } from '../../platform/cursor.js'
import { escapeLike } from '../../platform/like.js'
import { statement } from '../../platform/statement.js'
import { KeptProvidersRepository } from './kept-providers.repository.js'
import { noSuchProvider } from './provider-refusals.js'

type Page = AnswerOf<'listKeptProviders'>
type Query = { readonly q?: string | undefined; readonly state?: string | undefined; readonly province?: string | undefined }

const pageSize = 50
const wanted = `($1::text IS NULL OR search_text LIKE $1 OR lower(licence) LIKE $1) AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR province = $3)`

@Injectable()
export class KeptProvidersReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly providers: KeptProvidersRepository,
  ) {}

  /** Newest first; `q` is a part of a name, of its spelling, of a keyword or of the licence. */
  async list({ q, state, province }: Query, cursor: string | undefined): Promise<Page> {
    const pattern = q?.trim() ? `%${escapeLike(q.trim().normalize('NFKC').toLowerCase())}%` : null
    const values = [pattern, state ?? null, province ?? null]
    const [at = null, id = null] = readCursor(cursor, 2)
    const tx = this.database.manager
    const { rows } = await statement<Page['rows'][number]>(
      tx,
      `SELECT id, name, name_en AS "nameEn", licence, province, city, state, created_at AS "addedAt",
              (SELECT count(*)::int FROM provider_ip_blocks b WHERE b.provider_id = p.id) AS "ipBlocks"
       FROM providers p WHERE ${wanted} AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid)) ORDER BY created_at DESC, id DESC LIMIT ${pageSize + 1}`,
      [...values, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM providers WHERE ${wanted}`, values)
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    return { rows: page, total: count?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.addedAt, last.id]) : null }
  }

  /** Refuses (not-found) when there is none. */
  async get(id: string, tx: EntityManager = this.database.manager): Promise<KeptProvider> {
    const provider = await this.providers.find(tx, id)
    if (!provider) throw noSuchProvider()
    const { name, nameEn, licence, province, city, state, keywords, version, suspendedFor, suspendedAt, createdAt } = provider
    return {
      id, name, nameEn, licence, province, city, state, keywords, version, addedAt: createdAt, ipBlocks: await this.providers.blocksOf(tx, id),
      suspension: suspendedFor && suspendedAt ? { reason: suspendedFor, since: suspendedAt } : null,
    }
  }
}
