import { type Entry, findBreak } from '../../audit/chain.js'
import type { Check } from '../checker.js'

/** Every chain of the audit is whole. */
export const checkChains: Check = async (database) => {
  const { rows } = await database.query<Entry & { hash: string }>(
    `SELECT chain, position, at, actor, action, filing_id AS "filingId", object_type AS "objectType", object_id AS "objectId", digest, detail, previous, hash
     FROM audit_entries ORDER BY chain, position`,
  )
  return [...Map.groupBy(rows, ({ chain }) => chain)].flatMap(([chain, entries]) => {
    const broken = findBreak(entries)
    return broken === undefined ? [] : [`the chain ${chain} is broken at ${broken}`]
  })
}
