import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Filings and what happens to them. Personal fields inside `draft_content`, `filing_revisions.content` and the texts that people write are
 * sealed before they arrive here; `subject_key` is a keyed index of certificate type and number, so equality can be asked without reading it.
 */
export class CreateFilings implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE filings (
        id uuid PRIMARY KEY,
        reference text UNIQUE,
        kind text NOT NULL CHECK (kind IN ('new-subject', 'new-service', 'new-access', 'change', 'cancel-access', 'cancel-service', 'cancel-subject')),
        status text NOT NULL CHECK (status IN ('draft', 'with-providers', 'awaiting-confirmation', 'in-review', 'returned', 'approved', 'refused', 'withdrawn')),
        version integer NOT NULL DEFAULT 0,
        owner_account_id uuid NOT NULL,
        province text NOT NULL DEFAULT '',
        subject_key text,
        subject_name text NOT NULL DEFAULT '',
        summary jsonb NOT NULL DEFAULT '{"services": [], "providers": []}',
        /* A-labels in lower case of the services' domains. */
        domain_keys text[] NOT NULL DEFAULT '{}',
        draft_content jsonb,
        revision integer NOT NULL DEFAULT 0,
        round integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        saved_at timestamptz NOT NULL,
        finished_at timestamptz,
        status_since timestamptz NOT NULL,
        review_since timestamptz,
        from_filing_id uuid REFERENCES filings (id),
        result jsonb,
        CHECK ((status = 'draft') = (reference IS NULL)),
        CHECK ((status = 'draft') = (draft_content IS NOT NULL)),
        CHECK (status = 'draft' OR (subject_key IS NOT NULL AND finished_at IS NOT NULL AND revision > 0))
      )`)
    // One filing of a subject travels at a time, nationwide; others may be prepared as drafts and wait.
    await runner.query(`
      CREATE UNIQUE INDEX filings_one_open_per_subject ON filings (subject_key)
        WHERE status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')`)
    await runner.query(`
      CREATE UNIQUE INDEX filings_one_new_subject_draft ON filings (owner_account_id) WHERE status = 'draft' AND kind = 'new-subject'`)
    await runner.query('CREATE INDEX filings_domains ON filings USING gin (domain_keys)')
    await runner.query('CREATE INDEX filings_of_owner ON filings (owner_account_id, status_since DESC, id)')
    await runner.query('CREATE INDEX filings_of_province ON filings (province, status, review_since, id)')

    await runner.query(`
      CREATE TABLE filing_revisions (
        filing_id uuid NOT NULL REFERENCES filings (id),
        number integer NOT NULL CHECK (number > 0),
        content jsonb NOT NULL,
        digest text NOT NULL,
        cause text NOT NULL CHECK (cause IN ('finish', 'correct')),
        author_account_id uuid NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (filing_id, number)
      )`)
    await runner.query(`
      CREATE TABLE filing_passes (
        filing_id uuid NOT NULL REFERENCES filings (id),
        provider_id uuid NOT NULL,
        provider_name text NOT NULL,
        position integer NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'passed')),
        at timestamptz,
        by_account_id uuid,
        remark text,
        PRIMARY KEY (filing_id, provider_id)
      )`)
    await runner.query('CREATE INDEX filing_passes_of_provider ON filing_passes (provider_id, filing_id)')
    await runner.query(`
      CREATE TABLE correction_requests (
        id uuid PRIMARY KEY,
        filing_id uuid NOT NULL REFERENCES filings (id),
        opened_by text NOT NULL CHECK (opened_by IN ('owner', 'provider')),
        opened_by_account_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        fields text[] NOT NULL CHECK (cardinality(fields) > 0),
        reason text NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'corrected', 'declined', 'closed')),
        opened_at timestamptz NOT NULL,
        answer text,
        answered_at timestamptz
      )`)
    await runner.query('CREATE INDEX correction_requests_of_filing ON correction_requests (filing_id, opened_at)')
    await runner.query(`
      CREATE TABLE corrections (
        id uuid PRIMARY KEY,
        filing_id uuid NOT NULL,
        request_id uuid NOT NULL REFERENCES correction_requests (id),
        revision integer NOT NULL,
        provider_id uuid NOT NULL,
        provider_name text NOT NULL,
        by_account_id uuid NOT NULL,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        reason text NOT NULL,
        changes text NOT NULL,
        FOREIGN KEY (filing_id, revision) REFERENCES filing_revisions (filing_id, number)
      )`)
    await runner.query('CREATE INDEX corrections_of_filing ON corrections (filing_id, revision)')
    await runner.query(`
      CREATE TABLE confirmations (
        id uuid PRIMARY KEY,
        filing_id uuid NOT NULL REFERENCES filings (id),
        round integer NOT NULL,
        position integer NOT NULL,
        covers text[] NOT NULL,
        name text NOT NULL,
        mobile text NOT NULL,
        mail text NOT NULL,
        mobile_key text NOT NULL,
        last_six_key text NOT NULL,
        token_key text NOT NULL UNIQUE,
        code_key text NOT NULL,
        /* Link and code, sealed: a resend repeats the link, and the owner sees both while the SMS platform is off. Emptied when the round ends. */
        secret text,
        state text NOT NULL CHECK (state IN ('waiting', 'confirmed')),
        wrong_tries integer NOT NULL DEFAULT 0,
        resends integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        closed_at timestamptz
      )`)
    await runner.query('CREATE INDEX confirmations_of_filing ON confirmations (filing_id, round)')
    await runner.query(`
      CREATE TABLE review_decisions (
        id uuid PRIMARY KEY,
        filing_id uuid NOT NULL REFERENCES filings (id),
        round integer NOT NULL,
        decision text NOT NULL CHECK (decision IN ('approve', 'return', 'refuse', 'expire')),
        by_account_id uuid,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        opinion text NOT NULL,
        findings text NOT NULL
      )`)
    await runner.query('CREATE INDEX review_decisions_of_filing ON review_decisions (filing_id, at)')
    await runner.query(`
      CREATE TABLE filing_events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        filing_id uuid NOT NULL REFERENCES filings (id) ON DELETE CASCADE,
        at timestamptz NOT NULL,
        action text NOT NULL,
        role text NOT NULL,
        name text NOT NULL,
        status text NOT NULL,
        note text
      )`)
    await runner.query('CREATE INDEX filing_events_of_filing ON filing_events (filing_id, id)')
    await runner.query('CREATE TABLE reference_counters (day date PRIMARY KEY, last integer NOT NULL)')
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'reference_counters', 'filing_events', 'review_decisions', 'confirmations', 'corrections', 'correction_requests', 'filing_passes',
      'filing_revisions', 'filings',
    ]) await runner.query(`DROP TABLE ${table}`)
  }
}
