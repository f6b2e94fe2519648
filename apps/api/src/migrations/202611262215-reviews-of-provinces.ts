import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How many filings each administration has before it, and since when the oldest: for those who run the system, to whom the policies show no filing. */
export class ReviewsOfProvinces implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION reviews_of_provinces(before timestamptz) RETURNS TABLE (province text, "inReview" integer, overdue integer)
      LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
        SELECT f.province::text, count(*)::integer, (count(*) FILTER (WHERE coalesce(f.review_since, f.status_since) <= $1))::integer
          FROM filings f WHERE f.status = 'in-review' AND acting_role() = 'operator' GROUP BY f.province
      $$`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION reviews_of_provinces(timestamptz)')
  }
}
