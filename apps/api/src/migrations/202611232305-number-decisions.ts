import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Decisions and correction requests of one instant keep the order in which they were made. Rows of before are numbered as they lie: decisions, which are
 * never changed, as they came; requests are therefore ordered by their instant first.
 */
export class NumberDecisions implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review_decisions ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY')
    await runner.query('ALTER TABLE correction_requests ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY')
    await runner.query('DROP INDEX review_decisions_of_filing')
    await runner.query('CREATE INDEX review_decisions_of_filing ON review_decisions (filing_id, position)')
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE review_decisions DROP COLUMN position')
    await runner.query('ALTER TABLE correction_requests DROP COLUMN position')
    await runner.query('CREATE INDEX review_decisions_of_filing ON review_decisions (filing_id, at)')
  }
}
