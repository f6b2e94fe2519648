import type { EntityManager } from 'typeorm'

export interface Outcome<Row> {
  readonly rows: Row[]
  /** Rows that the statement wrote; 0 for a SELECT. */
  readonly affected: number
}

/**
 * Runs one SQL statement in the transaction `tx`. Unlike `tx.query`, which answers in another form for UPDATE and DELETE, it always answers the same.
 */
export async function statement<Row = Record<string, unknown>>(tx: EntityManager, text: string, values: readonly unknown[] = []): Promise<Outcome<Row>> {
  const runner = tx.queryRunner
  if (!runner) throw new Error('A statement of a transaction was run outside of one')
  const result = await runner.query(text, [...values], true)
  return { rows: (result.records ?? []) as Row[], affected: result.affected ?? 0 }
}
