import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { sha256 } from '../../platform/digest.js'
import { Sealing } from '../../platform/sealing.js'
import { statement } from '../../platform/statement.js'
import { emailText, mobileText } from '../searched-texts.api.js'
import type { Invitation } from './invitation.js'

export const invitationColumns = `id, purpose, role, provider_id AS "providerId", province, account_id AS "accountId", name, mobile, email, state, token, secret,
  tries_left AS "triesLeft", invited_by AS "invitedBy", invited_at AS "invitedAt", expires_at AS "expiresAt"`

@Injectable()
export class InvitationsRepository {
  constructor(private readonly sealing: Sealing) {}

  async insert(tx: EntityManager, invitation: Invitation): Promise<void> {
    const { id, purpose, role, providerId, province, accountId, name, mobile, email, state, token, triesLeft, invitedBy, invitedAt, expiresAt } = invitation
    await statement(
      tx,
      `INSERT INTO invitations (id, purpose, role, provider_id, province, account_id, name, mobile, mobile_index, email, email_index, state, token, tries_left,
                                invited_by, invited_at, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
      [
        id, purpose, role, providerId, province, accountId, name, this.seal(id, 'mobile', mobile), this.sealing.index(mobileText(mobile)),
        this.seal(id, 'email', email), this.sealing.index(emailText(email)), state, token, triesLeft, invitedBy, invitedAt, expiresAt,
      ],
    )
  }

  /** The one that this link may still be used for. Whoever else has it locked is waited for. */
  async lockByToken(tx: EntityManager, token: string, now: string): Promise<Invitation | undefined> {
    const { rows } = await statement<Invitation>(
      tx, `SELECT ${invitationColumns} FROM invitations WHERE token = $1 AND state = 'sent' AND expires_at > $2 FOR UPDATE`, [sha256(token), now],
    )
    return rows[0] && this.opened(rows[0])
  }

  /** The same without a lock, for a look before the work. */
  async findByToken(tx: EntityManager, token: string, now: string): Promise<Invitation | undefined> {
    const { rows } = await statement<Invitation>(
      tx, `SELECT ${invitationColumns} FROM invitations WHERE token = $1 AND state = 'sent' AND expires_at > $2`, [sha256(token), now],
    )
    return rows[0] && this.opened(rows[0])
  }

  async lock(tx: EntityManager, id: string): Promise<Invitation | undefined> {
    const { rows } = await statement<Invitation>(tx, `SELECT ${invitationColumns} FROM invitations WHERE id = $1 FOR UPDATE`, [id])
    return rows[0] && this.opened(rows[0])
  }

  async saveSecret(tx: EntityManager, id: string, secret: string): Promise<void> {
    await statement(tx, 'UPDATE invitations SET secret = $2 WHERE id = $1', [id, this.seal(id, 'secret', secret)])
  }

  /** A new link; whatever an earlier one had begun is gone with it. */
  async markSent(tx: EntityManager, id: string, token: string, expiresAt: string, triesLeft: number): Promise<void> {
    await statement(tx, `UPDATE invitations SET state = 'sent', token = $2, expires_at = $3, tries_left = $4, secret = NULL WHERE id = $1`, [
      id, sha256(token), expiresAt, triesLeft,
    ])
  }

  async markAccepted(tx: EntityManager, id: string, accountId: string): Promise<void> {
    await statement(tx, `UPDATE invitations SET state = 'accepted', account_id = $2, token = NULL, expires_at = NULL, secret = NULL WHERE id = $1`, [id, accountId])
  }

  async markRevoked(tx: EntityManager, id: string): Promise<void> {
    await statement(tx, `UPDATE invitations SET state = 'revoked', token = NULL, expires_at = NULL, secret = NULL WHERE id = $1`, [id])
  }

  /** Links for a new authenticator that the account holds, set-ups that nobody has used, or all that somebody invited, also what waits for a second person, stop working. */
  async revokeOpen(tx: EntityManager, of: { readonly accountId: string } | { readonly purpose: 'set-up' } | { readonly invitedBy: string }): Promise<void> {
    const [where, value] = 'accountId' in of ? [`account_id = $1 AND state = 'sent'`, of.accountId]
      : 'invitedBy' in of ? [`invited_by = $1 AND state IN ('waiting', 'sent')`, of.invitedBy] : [`purpose = $1 AND state = 'sent'`, of.purpose]
    await statement(tx, `UPDATE invitations SET state = 'revoked', token = NULL, expires_at = NULL, secret = NULL WHERE ${where}`, [value])
  }

  /** Counts a wrong password; the last one ends the link. Answers how many are left. */
  async takeTry(tx: EntityManager, invitation: Invitation): Promise<number> {
    const left = invitation.triesLeft - 1
    if (left <= 0) await this.markRevoked(tx, invitation.id)
    else await statement(tx, 'UPDATE invitations SET tries_left = $2 WHERE id = $1', [invitation.id, left])
    return Math.max(0, left)
  }

  /** Who was invited is erased, and that somebody was stays: requests for it and the audit point here. A link that still works keeps what it needs. */
  async eraseOld(tx: EntityManager, before: string, now: string): Promise<void> {
    const { rows } = await statement<{ id: string }>(
      tx, `SELECT id FROM invitations WHERE invited_at < $1 AND mobile_index <> '' AND (expires_at IS NULL OR expires_at <= $2) FOR UPDATE SKIP LOCKED`, [before, now],
    )
    for (const { id } of rows) {
      await statement(
        tx,
        `UPDATE invitations SET name = '', mobile = $2, mobile_index = '', email = $3, email_index = '', token = NULL, expires_at = NULL, secret = NULL,
                state = CASE WHEN state IN ('sent', 'waiting') THEN 'revoked' ELSE state END WHERE id = $1`,
        [id, this.seal(id, 'mobile', ''), this.seal(id, 'email', '')],
      )
    }
  }

  opened(row: Invitation): Invitation {
    const open = (column: string, sealed: string) => this.sealing.open({ table: 'invitations', column, row: row.id }, sealed)
    return { ...row, mobile: open('mobile', row.mobile), email: open('email', row.email), secret: row.secret && open('secret', row.secret) }
  }

  private readonly seal = (row: string, column: string, text: string) => this.sealing.seal({ table: 'invitations', column, row }, text)
}
