import type { AnswerOf } from '@icp/contract'
import { Injectable } from '@nestjs/common'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { escapeLike } from '../platform/like.js'
import { Queries } from '../platform/queries.js'

type Page = AnswerOf<'searchProviders'>
const pageSize = 20

@Injectable()
export class ProvidersReader {
  constructor(private readonly queries: Queries) {}

  /** Active providers in which every keyword occurs, in pinyin order of their names. Keywords come from `splitKeywords`: folded, at least one. */
  async search(keywords: readonly string[], cursor: string | undefined): Promise<Page> {
    const [name = null, id = null] = readCursor(cursor, 2)
    const patterns = keywords.map((keyword) => `%${escapeLike(keyword)}%`)
    // One condition for each keyword, so that the index on parts of words serves all of them; hence one statement for each number of keywords.
    const wanted = ["state = 'active'", ...patterns.map((_, index) => `search_text LIKE $${index + 1}`)].join(' AND ')
    const [after, afterId] = [`$${patterns.length + 1}`, `$${patterns.length + 2}`]
    const [rows, [count]] = await Promise.all([
      this.queries.named<Page['rows'][number]>(
        `providers.search-${patterns.length}`,
        `SELECT id, name, name_en AS "nameEn", licence, province FROM providers
         WHERE ${wanted} AND (${after}::text IS NULL OR (name COLLATE "zh-x-icu", id) > (${after}::text COLLATE "zh-x-icu", ${afterId}::uuid))
         ORDER BY name COLLATE "zh-x-icu", id LIMIT ${pageSize + 1}`,
        [...patterns, name, id],
      ),
      this.queries.named<{ total: number }>(`providers.count-${patterns.length}`, `SELECT count(*) AS total FROM providers WHERE ${wanted}`, patterns),
    ])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    return { rows: page, total: count?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.name, last.id]) : null }
  }
}
