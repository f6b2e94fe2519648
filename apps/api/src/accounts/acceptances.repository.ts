import { acceptanceDocuments } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import type { EntityManager } from 'typeorm'
import { statement } from '../platform/statement.js'

export interface Acceptance {
  readonly document: 'terms' | 'pledge'
  readonly version: string
  readonly acceptedAt: string
}

/** The order in which they are shown and accepted. */
export const documents = ['terms', 'pledge'] as const

/** Which documents lack an acceptance of the version in force. */
export const missingFrom = (acceptances: readonly Acceptance[]): ('terms' | 'pledge')[] =>
  documents.filter((document) => !acceptances.some((one) => one.document === document && one.version === acceptanceDocuments[document].version))

@Injectable()
export class AcceptancesRepository {
  /** Answers whether it is new: what was accepted before stays as it was. */
  async insert(tx: EntityManager, accountId: string, { document, version, acceptedAt }: Acceptance): Promise<boolean> {
    const { rows } = await statement(tx, 'INSERT INTO acceptances (account_id, document, version, accepted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING version', [
      accountId, document, version, acceptedAt,
    ])
    return rows.length > 0
  }

  async listOf(tx: EntityManager, accountId: string): Promise<Acceptance[]> {
    const { rows } = await statement<Acceptance>(
      tx, 'SELECT document, version, accepted_at AS "acceptedAt" FROM acceptances WHERE account_id = $1 ORDER BY accepted_at, document DESC', [accountId],
    )
    return rows
  }
}
