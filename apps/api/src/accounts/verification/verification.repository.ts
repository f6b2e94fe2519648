import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../../platform/statement.js'

@Injectable()
export class VerificationRepository {
  async insertPicture(tx: EntityManager, picture: { id: string; answer: string; expiresAt: string }): Promise<void> {
    await statement(tx, 'INSERT INTO verification_pictures (id, answer, expires_at) VALUES ($1, $2, $3)', [picture.id, picture.answer, picture.expiresAt])
  }

  /** Takes the picture away and answers what it asked for: of many that try, one gets it. Undefined when used, unknown or too old. */
  async takePicture(tx: EntityManager, id: string, now: string): Promise<string | undefined> {
    const { rows } = await statement<{ answer: string; expiresAt: string }>(
      tx, 'DELETE FROM verification_pictures WHERE id = $1 RETURNING answer, expires_at AS "expiresAt"', [id],
    )
    return rows[0] && rows[0].expiresAt > now ? rows[0].answer : undefined
  }

  /** True for the first who shows this proof. */
  async spendProof(tx: EntityManager, digest: string, expiresAt: string): Promise<boolean> {
    const { affected } = await statement(tx, 'INSERT INTO spent_proofs (digest, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1', [
      digest, expiresAt,
    ])
    return affected === 1
  }

  async purge(tx: EntityManager, now: string): Promise<void> {
    await statement(tx, 'DELETE FROM verification_pictures WHERE expires_at < $1', [now])
    await statement(tx, 'DELETE FROM spent_proofs WHERE expires_at < $1', [now])
  }
}
