import { Injectable } from '@nestjs/common'
import { Queries } from '../platform/queries.js'
import type { Entry } from './chain.js'

@Injectable()
export class AuditReader {
  constructor(private readonly queries: Queries) {}

  /** A whole chain, oldest first, as its hashes cover it. */
  listChain(chain: string): Promise<(Entry & { readonly hash: string })[]> {
    return this.queries.named(
      'audit.chain',
      `SELECT chain, position, at, actor, action, filing_id AS "filingId", object_type AS "objectType", object_id AS "objectId", digest, detail, previous, hash
       FROM audit_entries WHERE chain = $1 ORDER BY position`,
      [chain],
    )
  }
}
