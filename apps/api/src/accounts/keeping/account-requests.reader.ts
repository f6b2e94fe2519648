import type { AccountRequestRow, AccountRequestState, AnswerOf } from '@icp/contract'
import { countersignRefusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { actorOf, type SessionInfo } from '../../http/request.js'
import { Clock } from '../../platform/clock.js'
import { cursorOf, readCursor } from '../../platform/cursor.js'
import { statement } from '../../platform/statement.js'
import { AccountRequestsRepository, requestColumns, type RequestRow } from './account-requests.repository.js'
import { noSuchRequest } from './keeping-refusals.js'
import { Organisations } from './organisations.js'

type Row = RequestRow & { readonly stands: AccountRequestState; readonly name: string; readonly userName: string | null; readonly asker: string; readonly decider: string | null }

const pageSize = 50
/** $1: now. */
const stands = `CASE WHEN r.state <> 'waiting' THEN r.state WHEN i.state = 'revoked' THEN 'withdrawn' WHEN r.expires_at <= $1 THEN 'expired' ELSE 'waiting' END`
const selected = `SELECT ${requestColumns}, ${stands} AS stands, coalesce(about.name, i.name) AS name, about.user_name AS "userName", asker.user_name AS asker, decider.user_name AS decider
  FROM account_requests r JOIN accounts asker ON asker.id = r.asked_by
  LEFT JOIN accounts about ON about.id = r.account_id LEFT JOIN invitations i ON i.id = r.invitation_id LEFT JOIN accounts decider ON decider.id = r.decided_by`

/** Requests as administrators see them: who asks what for whom and why, and whether the one who looks may countersign. */
@Injectable()
export class AccountRequestsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly requests: AccountRequestsRepository,
    private readonly organisations: Organisations,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  async list(session: SessionInfo, state: AccountRequestState | undefined, cursor: string | undefined): Promise<AnswerOf<'listAccountRequests'>> {
    const [at = null, id = null] = readCursor(cursor, 2)
    const tx = this.database.manager
    const { rows } = await statement<Row>(
      tx,
      `${selected} WHERE ($2::text IS NULL OR ${stands} = $2) AND ($3::timestamptz IS NULL OR (r.asked_at, r.id) < ($3, $4::uuid))
       ORDER BY r.asked_at DESC, r.id DESC LIMIT ${pageSize + 1}`,
      [this.clock.now(), state ?? null, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(
      tx, `SELECT count(*)::int AS total FROM account_requests r LEFT JOIN invitations i ON i.id = r.invitation_id WHERE ($2::text IS NULL OR ${stands} = $2)`,
      [this.clock.now(), state ?? null],
    )
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    await this.audit.noteShown({ actor: actorOf(session), action: 'account-request.list', objects: page.flatMap(({ id: one, about }) => [`account-request:${one}`, ...(about ? [`account:${about}`] : [])]) })
    return {
      rows: await this.shown(tx, page, session), total: count?.total ?? 0, next: rows.length > pageSize && last ? cursorOf([last.askedAt, last.id]) : null,
    }
  }

  async get(tx: EntityManager, id: string, session: SessionInfo): Promise<AccountRequestRow> {
    const { rows } = await statement<Row>(tx, `${selected} WHERE r.id = $2`, [this.clock.now(), id])
    const [shown] = await this.shown(tx, rows, session)
    if (!shown) throw noSuchRequest()
    return shown
  }

  private async shown(tx: EntityManager, rows: readonly Row[], session: SessionInfo): Promise<AccountRequestRow[]> {
    const nameOf = await this.organisations.naming(tx, rows)
    const now = this.clock.now()
    return rows.map((row) => {
      const { id, kind, role, askedAt, expiresAt, decidedAt, stands: state, name, userName, about, asker, decider } = row
      return {
        id, kind, role, name, userName, askedAt, expiresAt, decidedAt, accountId: about, organisation: nameOf(row), reason: this.requests.opened(row).reason,
        state, askedBy: asker, decidedBy: decider, mayDecide: state === 'waiting' && countersignRefusal(row, session, now) === null,
      }
    })
  }
}
