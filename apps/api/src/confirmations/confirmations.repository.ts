import type { Confirmation, PlannedConfirmation } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { type EntityManager, IsNull } from 'typeorm'
import { Sealing } from '../platform/sealing.js'
import { ConfirmationEntity } from './confirmation.entity.js'
import { answerKeysOf, codeKeyOf, tokenKeyOf } from './confirmation-secrets.js'

export interface Secret {
  readonly token: string
  readonly code: string
}

export interface NewConfirmation extends Secret {
  readonly planned: PlannedConfirmation
  readonly filingId: string
  readonly round: number
  readonly position: number
  readonly mail: string
  readonly now: string
  readonly expiresAt: string
}

/** A confirmation with what it holds sealed in clear. `secret` is null once it cannot be answered any more. */
export interface OpenedConfirmation {
  readonly row: ConfirmationEntity
  readonly name: string
  readonly mobile: string
  readonly mail: string
  readonly secret: Secret | null
}

@Injectable()
export class ConfirmationsRepository {
  constructor(private readonly sealing: Sealing) {}

  async ofRound(tx: EntityManager, filingId: string, round: number): Promise<ConfirmationEntity[]> {
    return tx.find(ConfirmationEntity, { where: { filingId, round }, order: { position: 'ASC' } })
  }

  async findByToken(tx: EntityManager, token: string): Promise<ConfirmationEntity | null> {
    return tx.findOneBy(ConfirmationEntity, { tokenKey: tokenKeyOf(this.sealing, token) })
  }

  async get(tx: EntityManager, id: string): Promise<OpenedConfirmation> {
    return this.opened(await tx.findOneByOrFail(ConfirmationEntity, { id }))
  }

  async insert(tx: EntityManager, { planned, filingId, round, position, mail, token, code, now, expiresAt }: NewConfirmation): Promise<void> {
    const { id, covers, name, mobile, lastSix } = planned
    await tx.insert(ConfirmationEntity, {
      id, filingId, round, position, covers: [...covers], expiresAt, createdAt: now, state: 'waiting', wrongTries: 0, resends: 0,
      name: this.seal(id, 'name', name), mobile: this.seal(id, 'mobile', mobile), mail: this.seal(id, 'mail', mail),
      ...answerKeysOf(this.sealing, id, { code, mobile, lastSix }), tokenKey: tokenKeyOf(this.sealing, token),
      secret: this.seal(id, 'secret', JSON.stringify({ token, code })),
    })
  }

  /** Writes what a decision changed: tries, resends, the answer. */
  async save(tx: EntityManager, { id, state, wrongTries, resends }: Confirmation, now: string): Promise<void> {
    const answered = state === 'confirmed' ? { secret: null, confirmedAt: now } : {}
    await tx.update(ConfirmationEntity, { id }, { state, wrongTries, resends, ...answered })
  }

  async renewCode(tx: EntityManager, id: string, secret: Secret): Promise<void> {
    await tx.update(ConfirmationEntity, { id }, { codeKey: codeKeyOf(this.sealing, id, secret.code), secret: this.seal(id, 'secret', JSON.stringify(secret)) })
  }

  /** Answers which were open. */
  async close(tx: EntityManager, filingId: string, now: string): Promise<string[]> {
    const open = await tx.find(ConfirmationEntity, { select: { id: true }, where: { filingId, closedAt: IsNull() } })
    await tx.update(ConfirmationEntity, { filingId, closedAt: IsNull() }, { closedAt: now, secret: null })
    return open.map(({ id }) => id)
  }

  opened(row: ConfirmationEntity): OpenedConfirmation {
    const open = (column: string, sealed: string) => this.sealing.open({ table: 'confirmations', column, row: row.id }, sealed)
    return {
      row, name: open('name', row.name), mobile: open('mobile', row.mobile), mail: open('mail', row.mail),
      secret: row.secret === null ? null : (JSON.parse(open('secret', row.secret)) as Secret),
    }
  }

  private seal(id: string, column: string, text: string): string {
    return this.sealing.seal({ table: 'confirmations', column, row: id }, text)
  }
}
