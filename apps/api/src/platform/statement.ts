import type { EntityManager } from 'typeorm'

export interface Outcome<Row> {
  readonly rows: Row[]
  /** Rows that the statement wrote; 0 for a SELECT. */
  readonly affected: number
}

/**
 * Runs one SQL statement in the transaction `tx`; with a manager that is in none (`DataSource.manager`, for reads) on a connection of its own. Unlike
 * `tx.query`, which answers in another form for UPDATE and DELETE, it always answers the same.
 */
export async function statement<Row = Record<string, unknown>>(tx: EntityManager, text: string, values: readonly unknown[] = []): Promise<Outcome<Row>> {
  const runner = tx.queryRunner ?? tx.connection.createQueryRunner()
  try {
    const result = await runner.query(text, [...values], true)
    return { rows: (result.records ?? []) as Row[], affected: result.affected ?? 0 }
  } finally {
    if (!tx.queryRunner) await runner.release()
  }
}
