import type { Check } from '../checker.js'

/** What was acknowledged is there, with the same number. */
export const journalCheck: Check = async (database, _api, { approvals, acknowledged }) => {
  const { rows } = await database.query<{ id: string; status: string; number: string | null }>(
    `SELECT id, status, result->>'subjectNumber' AS number FROM filings WHERE id = ANY($1)`, [[...acknowledged.keys()]],
  )
  const held = new Map(rows.map((row) => [row.id, row]))
  return [...acknowledged].flatMap(([id, status]) => {
    const row = held.get(id)
    if (!row) return [`acknowledged but absent: ${id}`]
    if (row.status !== status) return [`acknowledged as ${status} but ${row.status}: ${id}`]
    const number = approvals.get(id)
    return number !== undefined && row.number !== number ? [`acknowledged as ${number} but ${row.number}: ${id}`] : []
  })
}
