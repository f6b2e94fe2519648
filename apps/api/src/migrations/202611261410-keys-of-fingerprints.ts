import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * With which key and suite the fingerprints of this database are made, so that every instance changes over in the same moment. The first instance writes it
 * down; from then on only the owner of the tables changes it, in the transaction that changes the fingerprints.
 */
export class KeysOfFingerprints implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fingerprint_keys (
        use text PRIMARY KEY CHECK (use IN ('search', 'mark')),
        generation integer NOT NULL,
        key_id text NOT NULL,
        suite text NOT NULL CHECK (suite IN ('aes', 'sm'))
      );
      REVOKE UPDATE, DELETE, TRUNCATE ON fingerprint_keys FROM icp_app
    `)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE fingerprint_keys')
  }
}
