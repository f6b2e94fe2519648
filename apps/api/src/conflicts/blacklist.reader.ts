import type { AnswerOf, BlacklistEntry } from '@icp/contract'
import { type Actor, type BlacklistKind, type BlacklistStanding, blacklistStanding, maskField, normaliseHost, shanghaiDay } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AccountsApi } from '../accounts/accounts.api.js'
import { AuditApi } from '../audit/audit.api.js'
import { Clock } from '../platform/clock.js'
import { cursorOf, readCursor } from '../platform/cursor.js'
import { escapeLike } from '../platform/like.js'
import { Sealing } from '../platform/sealing.js'
import { statement } from '../platform/statement.js'
import { blacklistPlace, noSuchEntry } from './blacklist-entry.js'

type Query = { readonly q?: string | undefined; readonly kind?: BlacklistKind | undefined; readonly standing?: BlacklistStanding | undefined }

type Row = Omit<BlacklistEntry, 'standing' | 'addedBy' | 'liftedBy'> & { readonly addedBy: string; readonly liftedBy: string | null }

const pageSize = 50
const selected = `
  SELECT id, kind, certificate_type AS "certificateType", certificate_number AS "certificateNumber", domain, reason, source, valid_from::text AS "validFrom",
         valid_until::text AS "validUntil", version, added_at AS "addedAt", added_by AS "addedBy", lifted_at AS "liftedAt", lifted_by AS "liftedBy"
    FROM blacklist_entries b`
const standing = `CASE WHEN lifted_at IS NOT NULL THEN 'lifted' WHEN valid_from > $3::date THEN 'planned' WHEN valid_until < $3::date THEN 'over' ELSE 'in-force' END`
const wanted = `($1::text IS NULL OR domain LIKE $1) AND ($2::text IS NULL OR kind = $2) AND ($4::text IS NULL OR ${standing} = $4)`

@Injectable()
export class BlacklistReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly accounts: AccountsApi,
    private readonly audit: AuditApi,
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Newest first; `q` is a part of a domain. Certificate numbers are not looked for: an address is no place for them. */
  async list(actor: Actor, { q, kind, standing: stands }: Query, cursor: string | undefined): Promise<AnswerOf<'listBlacklist'>> {
    const tx = this.database.manager
    const [at = null, id = null] = readCursor(cursor, 2)
    const part = normaliseHost(q ?? '')
    const values = [part ? `%${escapeLike(part)}%` : null, kind ?? null, shanghaiDay(this.clock.now()), stands ?? null]
    const { rows } = await statement<Row>(
      tx, `${selected} WHERE ${wanted} AND ($5::timestamptz IS NULL OR (added_at, id) < ($5, $6::uuid)) ORDER BY added_at DESC, id DESC LIMIT ${pageSize + 1}`, [...values, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM blacklist_entries b WHERE ${wanted}`, values)
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    await this.audit.noteShown({ actor, action: 'blacklist.list', objects: page.map((row) => `blacklist-entry:${row.id}`) })
    return { rows: await this.shown(tx, page), total: count?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.addedAt, last.id]) : null }
  }

  /** Refuses (not-found) when there is none. */
  async get(tx: EntityManager, id: string): Promise<BlacklistEntry> {
    const { rows } = await statement<Row>(tx, `${selected} WHERE id = $1`, [id])
    const [shown] = await this.shown(tx, rows)
    if (!shown) throw noSuchEntry()
    return shown
  }

  private async shown(tx: EntityManager, rows: readonly Row[]): Promise<BlacklistEntry[]> {
    const ids = rows.flatMap(({ addedBy, liftedBy }) => (liftedBy === null ? [addedBy] : [addedBy, liftedBy]))
    const names = new Map((await this.accounts.findByIds([...new Set(ids)], tx)).map(({ id, name }) => [id, name]))
    const today = shanghaiDay(this.clock.now())
    return rows.map((row) => ({
      ...row, standing: blacklistStanding(row, today), addedBy: names.get(row.addedBy) ?? '', liftedBy: row.liftedBy === null ? null : (names.get(row.liftedBy) ?? ''),
      // '' once it was erased.
      certificateNumber: row.certificateNumber && maskField('certificate-number', this.sealing.open(blacklistPlace(row.id), row.certificateNumber)),
    }))
  }
}
