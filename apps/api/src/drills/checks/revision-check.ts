import { digestOf } from '../../filings/content-digest.api.js'
import { openContent } from '../../filings/sealed-content.api.js'
import { Sealing } from '../../platform/sealing.js'
import type { Check } from '../checker.js'

interface Row {
  readonly filing_id: string
  readonly number: number
  readonly content: unknown
  readonly digest: string
}

/** Every revision can be opened, and is what its digest says. */
export const checkRevisions: Check = async (database, api) => {
  const sealing = api.app.get(Sealing)
  const { rows } = await database.query<Row>('SELECT filing_id, number, content, digest FROM filing_revisions')
  return rows.flatMap(({ filing_id, number, content, digest }) => {
    const row = `${filing_id}/${number}`
    try {
      return digestOf(openContent(sealing, { table: 'filing_revisions', column: 'content', row }, content)) === digest ? [] : [`revision ${row} is not what its digest says`]
    } catch {
      return [`revision ${row} cannot be opened`]
    }
  })
}
