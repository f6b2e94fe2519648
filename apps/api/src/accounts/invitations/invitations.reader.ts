import type { AnswerOf, InvitationRow } from '@icp/contract'
import { type Actor, maskField } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { DataSource, type EntityManager } from 'typeorm'
import { AuditApi } from '../../audit/audit.api.js'
import { Clock } from '../../platform/clock.js'
import { cursorOf, readCursor } from '../../platform/cursor.js'
import { statement } from '../../platform/statement.js'
import { Organisations } from '../keeping/organisations.js'
import { type Invitation, stateOf } from './invitation.js'
import { noSuchInvitation } from './invitation-refusals.js'
import { invitationColumns, InvitationsRepository } from './invitations.repository.js'

type Row = Invitation & { readonly inviter: string | null }

const pageSize = 50
const selected = `SELECT ${invitationColumns}, (SELECT user_name FROM accounts WHERE accounts.id = invited_by) AS inviter FROM invitations`
const inState = `(purpose <> 'set-up' AND ($1::text IS NULL OR CASE WHEN state = 'sent' AND expires_at <= $2::timestamptz THEN 'expired' ELSE state END = $1))`

/** Invitations as the security administrator sees them: to whom, what for, how far; mobile and mail masked, links never. */
@Injectable()
export class InvitationsReader {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly invitations: InvitationsRepository,
    private readonly organisations: Organisations,
    private readonly audit: AuditApi,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, state: InvitationRow['state'] | undefined, cursor: string | undefined): Promise<AnswerOf<'listInvitations'>> {
    const [at = null, id = null] = readCursor(cursor, 2)
    const tx = this.database.manager
    const now = this.clock.now()
    const { rows } = await statement<Row>(
      tx, `${selected} WHERE ${inState} AND ($3::timestamptz IS NULL OR (invited_at, id) < ($3, $4::uuid)) ORDER BY invited_at DESC, id DESC LIMIT ${pageSize + 1}`,
      [state ?? null, now, at, id],
    )
    const { rows: [count] } = await statement<{ total: number }>(tx, `SELECT count(*)::int AS total FROM invitations WHERE ${inState}`, [state ?? null, now])
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)
    await this.audit.noteShown({ actor, action: 'invitation.list', objects: page.map((row) => `invitation:${row.id}`) })
    return {
      rows: await this.shown(tx, page), total: count?.total ?? 0,
      next: rows.length > pageSize && last ? cursorOf([last.invitedAt, last.id]) : null,
    }
  }

  async get(tx: EntityManager, id: string): Promise<InvitationRow> {
    const { rows } = await statement<Row>(tx, `${selected} WHERE id = $1`, [id])
    const [shown] = await this.shown(tx, rows)
    if (!shown) throw noSuchInvitation()
    return shown
  }

  private async shown(tx: EntityManager, rows: readonly Row[]): Promise<InvitationRow[]> {
    const nameOf = await this.organisations.naming(tx, rows)
    return rows.map((row) => {
      const { id, purpose, role, name, mobile, email, invitedAt, expiresAt } = this.invitations.opened(row)
      return {
        id, purpose, role, name, invitedAt, expiresAt, mobile: maskField('phone', mobile), email: maskField('mail', email),
        organisation: nameOf(row), state: stateOf(row, this.clock.now()), invitedBy: row.inviter,
      }
    })
  }
}
