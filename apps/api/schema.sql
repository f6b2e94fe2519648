CREATE EXTENSION pg_trgm;

CREATE TABLE acceptances (
  account_id uuid NOT NULL,
  document text NOT NULL,
  version text NOT NULL,
  accepted_at timestamp with time zone NOT NULL,
  CONSTRAINT acceptances_document_check CHECK ((document = ANY (ARRAY['terms'::text, 'pledge'::text]))),
  CONSTRAINT acceptances_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT acceptances_pkey PRIMARY KEY (account_id, document, version)
);
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE account_acts (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  act text NOT NULL,
  reason text NOT NULL,
  by_account uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT account_acts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT account_acts_by_account_fkey FOREIGN KEY (by_account) REFERENCES accounts(id),
  CONSTRAINT account_acts_pkey PRIMARY KEY (id)
);
CREATE INDEX account_acts_account ON public.account_acts USING btree (account_id, at);
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE account_requests (
  id uuid NOT NULL,
  kind text NOT NULL,
  account_id uuid,
  invitation_id uuid,
  role text,
  provider_id uuid,
  province text,
  reason text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  CONSTRAINT account_requests_check CHECK (((kind = 'invite'::text) = (invitation_id IS NOT NULL))),
  CONSTRAINT account_requests_check1 CHECK (((kind = 'invite'::text) = (account_id IS NULL))),
  CONSTRAINT account_requests_check2 CHECK (((state = 'waiting'::text) = (decided_by IS NULL))),
  CONSTRAINT account_requests_kind_check CHECK ((kind = ANY (ARRAY['invite'::text, 'change-role'::text, 'reset-authenticator'::text, 'enable'::text]))),
  CONSTRAINT account_requests_role_check CHECK ((role = ANY (ARRAY['provider'::text, 'reviewer'::text, 'operator'::text, 'security-administrator'::text, 'audit-administrator'::text]))),
  CONSTRAINT account_requests_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'agreed'::text, 'declined'::text]))),
  CONSTRAINT account_requests_two_people CHECK (((decided_by IS NULL) OR ((decided_by <> asked_by) AND (decided_by IS DISTINCT FROM account_id)))),
  CONSTRAINT account_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT account_requests_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts(id),
  CONSTRAINT account_requests_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id),
  CONSTRAINT account_requests_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitations(id),
  CONSTRAINT account_requests_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
  CONSTRAINT account_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX account_requests_account ON public.account_requests USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX account_requests_invitation ON public.account_requests USING btree (invitation_id) WHERE (invitation_id IS NOT NULL);
CREATE INDEX account_requests_newest ON public.account_requests USING btree (asked_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE accounts (
  id uuid NOT NULL,
  role text NOT NULL,
  user_name text NOT NULL,
  user_name_key text NOT NULL,
  name text NOT NULL,
  password text NOT NULL,
  certificate_type text NOT NULL,
  certificate_number text NOT NULL,
  certificate_index text,
  mobile text NOT NULL,
  mobile_index text NOT NULL,
  email text NOT NULL,
  email_index text NOT NULL,
  provider_id uuid,
  province text,
  registered_at timestamp with time zone NOT NULL,
  last_log_on_at timestamp with time zone,
  mobile_changed_at timestamp with time zone,
  disabled_at timestamp with time zone,
  demo boolean NOT NULL DEFAULT false,
  password_changed_at timestamp with time zone,
  closed_at timestamp with time zone,
  CONSTRAINT accounts_check CHECK (((role = 'provider'::text) = (provider_id IS NOT NULL))),
  CONSTRAINT accounts_check1 CHECK (((role = 'reviewer'::text) = (province IS NOT NULL))),
  CONSTRAINT accounts_closed_stays_so CHECK (((closed_at IS NULL) OR ((disabled_at IS NOT NULL) AND (name = ''::text)))),
  CONSTRAINT accounts_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'provider'::text, 'reviewer'::text, 'operator'::text, 'security-administrator'::text, 'audit-administrator'::text]))),
  CONSTRAINT accounts_pkey PRIMARY KEY (id),
  CONSTRAINT accounts_user_name UNIQUE (user_name_key)
);
CREATE UNIQUE INDEX accounts_administrator_email ON public.accounts USING btree (email_index) WHERE ((role = ANY (ARRAY['operator'::text, 'security-administrator'::text, 'audit-administrator'::text])) AND (disabled_at IS NULL));
CREATE UNIQUE INDEX accounts_administrator_mobile ON public.accounts USING btree (mobile_index) WHERE ((role = ANY (ARRAY['operator'::text, 'security-administrator'::text, 'audit-administrator'::text])) AND (disabled_at IS NULL));
CREATE UNIQUE INDEX accounts_certificate ON public.accounts USING btree (certificate_type, certificate_index) WHERE (role = 'owner'::text);
CREATE UNIQUE INDEX accounts_email ON public.accounts USING btree (email_index) WHERE (role = 'owner'::text);
CREATE UNIQUE INDEX accounts_mobile ON public.accounts USING btree (mobile_index) WHERE (role = 'owner'::text);
CREATE INDEX accounts_newest ON public.accounts USING btree (registered_at DESC, id DESC);
CREATE INDEX accounts_provider ON public.accounts USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX accounts_province ON public.accounts USING btree (province) WHERE (province IS NOT NULL);
CREATE TRIGGER keep_account_closed BEFORE UPDATE OF closed_at ON public.accounts FOR EACH ROW EXECUTE FUNCTION keep_account_closed();
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE administrations (
  province text NOT NULL,
  phone text NOT NULL,
  address text NOT NULL,
  website text NOT NULL,
  version integer NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  CONSTRAINT administrations_version_check CHECK ((version > 0)),
  CONSTRAINT administrations_pkey PRIMARY KEY (province)
);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE audit_checkpoints (
  number integer NOT NULL,
  size bigint NOT NULL,
  root text NOT NULL,
  frontier text[] NOT NULL,
  at timestamp with time zone NOT NULL,
  previous text NOT NULL,
  key_id text NOT NULL,
  signature text NOT NULL,
  CONSTRAINT audit_checkpoints_number_check CHECK ((number > 0)),
  CONSTRAINT audit_checkpoints_pkey PRIMARY KEY (number)
);
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_checkpoints FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE audit_entries (
  chain text NOT NULL,
  "position" integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor jsonb NOT NULL,
  action text NOT NULL,
  filing_id uuid,
  object_type text NOT NULL,
  object_id text NOT NULL,
  digest text,
  detail jsonb NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_entries_pkey PRIMARY KEY (chain, "position")
);
CREATE INDEX audit_entries_by_action ON public.audit_entries USING btree (action, at DESC);
CREATE INDEX audit_entries_filing ON public.audit_entries USING btree (filing_id, "position") WHERE (filing_id IS NOT NULL);
CREATE INDEX audit_entries_newest ON public.audit_entries USING btree (at DESC, chain DESC, "position" DESC);
CREATE INDEX audit_entries_of_account ON public.audit_entries USING btree (((actor ->> 'accountId'::text)), at DESC, chain DESC, "position" DESC) WHERE ((actor ->> 'accountId'::text) IS NOT NULL);
CREATE INDEX audit_entries_of_object ON public.audit_entries USING btree (object_id, at DESC);
CREATE INDEX audit_entries_readings ON public.audit_entries USING gin (((detail -> 'objects'::text))) WHERE ((object_type = 'account-reads'::text) AND (NOT (detail ? 'quietMinutes'::text)));
CREATE TRIGGER await_checkpoint AFTER INSERT ON public.audit_entries FOR EACH ROW EXECUTE FUNCTION await_checkpoint();
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_entries FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE audit_log (
  sequence bigint NOT NULL,
  chain text NOT NULL,
  "position" integer NOT NULL,
  hash text NOT NULL,
  CONSTRAINT audit_log_sequence_check CHECK ((sequence > 0)),
  CONSTRAINT audit_log_pkey PRIMARY KEY (sequence),
  CONSTRAINT audit_log_chain_position_key UNIQUE (chain, "position")
);
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit_log FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE audit_verifications (
  id uuid NOT NULL,
  asked_by uuid,
  asked_at timestamp with time zone NOT NULL,
  state text NOT NULL,
  progress jsonb,
  result jsonb,
  ended_at timestamp with time zone,
  CONSTRAINT audit_verifications_check CHECK (((state = 'done'::text) = (result IS NOT NULL))),
  CONSTRAINT audit_verifications_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text]))),
  CONSTRAINT audit_verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX audit_verifications_newest ON public.audit_verifications USING btree (asked_at DESC);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE audit_waiting (
  arrived bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  chain text NOT NULL,
  "position" integer NOT NULL,
  CONSTRAINT audit_waiting_pkey PRIMARY KEY (arrived)
);
GRANT DELETE, INSERT, SELECT TO icp_app;

CREATE TABLE authenticators (
  account_id uuid NOT NULL,
  secret text NOT NULL,
  last_step bigint NOT NULL,
  added_at timestamp with time zone NOT NULL,
  CONSTRAINT authenticators_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT authenticators_pkey PRIMARY KEY (account_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE blacklist_entries (
  id uuid NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  domain text,
  certificate_type text,
  certificate_number text,
  reason text NOT NULL,
  source text NOT NULL,
  valid_from date NOT NULL,
  valid_until date,
  version integer NOT NULL DEFAULT 1,
  added_at timestamp with time zone NOT NULL,
  added_by uuid NOT NULL,
  lifted_at timestamp with time zone,
  lifted_by uuid,
  CONSTRAINT blacklist_entries_check CHECK (((kind = 'domain'::text) = (domain IS NOT NULL))),
  CONSTRAINT blacklist_entries_check1 CHECK (((kind = 'subject'::text) = ((certificate_type IS NOT NULL) AND (certificate_number IS NOT NULL)))),
  CONSTRAINT blacklist_entries_check2 CHECK (((lifted_at IS NULL) = (lifted_by IS NULL))),
  CONSTRAINT blacklist_entries_check3 CHECK (((valid_until IS NULL) OR (valid_until >= valid_from))),
  CONSTRAINT blacklist_entries_kind_check CHECK ((kind = ANY (ARRAY['subject'::text, 'domain'::text]))),
  CONSTRAINT blacklist_entries_pkey PRIMARY KEY (id)
);
CREATE INDEX blacklist_entries_by_key ON public.blacklist_entries USING btree (key) WHERE (lifted_at IS NULL);
CREATE INDEX blacklist_entries_newest ON public.blacklist_entries USING btree (added_at DESC, id DESC);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE certificates (
  id uuid NOT NULL,
  subject_id uuid NOT NULL,
  version integer NOT NULL,
  code text NOT NULL,
  owner_account_id uuid NOT NULL,
  province text NOT NULL,
  subject_number text NOT NULL,
  subject_name text NOT NULL,
  services integer NOT NULL,
  payload jsonb NOT NULL,
  signature bytea NOT NULL,
  signer bytea NOT NULL,
  issued_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'current'::text,
  ended_at timestamp with time zone,
  replaced_by uuid,
  pdf bytea,
  sha256 text,
  CONSTRAINT certificates_check CHECK (((state = 'current'::text) = (ended_at IS NULL))),
  CONSTRAINT certificates_check1 CHECK (((state = 'replaced'::text) = (replaced_by IS NOT NULL))),
  CONSTRAINT certificates_check2 CHECK (((pdf IS NULL) = (sha256 IS NULL))),
  CONSTRAINT certificates_services_check CHECK ((services > 0)),
  CONSTRAINT certificates_state_check CHECK ((state = ANY (ARRAY['current'::text, 'replaced'::text, 'cancelled'::text]))),
  CONSTRAINT certificates_version_check CHECK ((version > 0)),
  CONSTRAINT certificates_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES certificates(id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT certificates_pkey PRIMARY KEY (id),
  CONSTRAINT certificates_code_key UNIQUE (code),
  CONSTRAINT certificates_subject_id_version_key UNIQUE (subject_id, version)
);
CREATE INDEX certificates_of_province ON public.certificates USING btree (province, issued_at DESC, id);
CREATE UNIQUE INDEX certificates_one_current_per_subject ON public.certificates USING btree (subject_id) WHERE (state = 'current'::text);
CREATE TRIGGER keep_certificate BEFORE UPDATE ON public.certificates FOR EACH ROW EXECUTE FUNCTION keep_certificate();
CREATE TRIGGER never_remove_certificate BEFORE DELETE OR TRUNCATE ON public.certificates FOR EACH STATEMENT EXECUTE FUNCTION never_remove_certificate();
ALTER TABLE certificates ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON certificates FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'owner'::text THEN (owner_account_id = ( SELECT acting_account() AS acting_account))
    WHEN 'reviewer'::text THEN (province = ( SELECT acting_province() AS acting_province))
    WHEN 'verifier'::text THEN (subject_id = ( SELECT subject_of_certificate(acting_link()) AS subject_of_certificate))
    WHEN 'house'::text THEN ( SELECT acting_reaches('certificates'::text) AS acting_reaches)
    ELSE false
END);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE confirmations (
  id uuid NOT NULL,
  filing_id uuid NOT NULL,
  round integer NOT NULL,
  "position" integer NOT NULL,
  covers text[] NOT NULL,
  name text NOT NULL,
  mobile text NOT NULL,
  mail text NOT NULL,
  mobile_key text NOT NULL,
  last_six_key text NOT NULL,
  token_key text NOT NULL,
  code_key text NOT NULL,
  secret text,
  state text NOT NULL,
  wrong_tries integer NOT NULL DEFAULT 0,
  resends integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  confirmed_at timestamp with time zone,
  closed_at timestamp with time zone,
  CONSTRAINT confirmations_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text]))),
  CONSTRAINT confirmations_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT confirmations_pkey PRIMARY KEY (id),
  CONSTRAINT confirmations_token_key_key UNIQUE (token_key)
);
CREATE INDEX confirmations_of_filing ON public.confirmations USING btree (filing_id, round);
CREATE TRIGGER guard_confirmation BEFORE INSERT OR UPDATE ON public.confirmations FOR EACH ROW EXECUTE FUNCTION guard_confirmation();
CREATE TRIGGER never_rewrite BEFORE DELETE OR TRUNCATE ON public.confirmations FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
ALTER TABLE confirmations ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON confirmations FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = confirmations.filing_id))));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE conflict_keys (
  filing_id uuid,
  subject_id uuid,
  subject_key text NOT NULL,
  kind text NOT NULL,
  path text NOT NULL,
  key text,
  person_key text,
  provider_id uuid,
  addresses numrange,
  CONSTRAINT conflict_keys_check CHECK (((filing_id IS NULL) <> (subject_id IS NULL))),
  CONSTRAINT conflict_keys_check1 CHECK (((kind = 'address'::text) = (key IS NULL))),
  CONSTRAINT conflict_keys_check2 CHECK (((kind = 'address'::text) = ((addresses IS NOT NULL) AND (provider_id IS NOT NULL)))),
  CONSTRAINT conflict_keys_kind_check CHECK ((kind = ANY (ARRAY['service-name'::text, 'home-page'::text, 'phone'::text, 'address'::text]))),
  CONSTRAINT conflict_keys_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id) ON DELETE CASCADE,
  CONSTRAINT conflict_keys_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register_subjects(id)
);
CREATE INDEX conflict_keys_by_address ON public.conflict_keys USING gist (addresses) WHERE (addresses IS NOT NULL);
CREATE INDEX conflict_keys_by_key ON public.conflict_keys USING btree (key) WHERE (key IS NOT NULL);
CREATE INDEX conflict_keys_by_person ON public.conflict_keys USING btree (person_key) WHERE (kind = 'phone'::text);
CREATE INDEX conflict_keys_of_filing ON public.conflict_keys USING btree (filing_id) WHERE (filing_id IS NOT NULL);
CREATE INDEX conflict_keys_of_subject ON public.conflict_keys USING btree (subject_id) WHERE (subject_id IS NOT NULL);
ALTER TABLE conflict_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY claimed_for_others ON conflict_keys FOR INSERT TO icp_app WITH CHECK ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = conflict_keys.filing_id))));
CREATE POLICY of_whoever_acts ON conflict_keys FOR ALL TO icp_app USING (
CASE
    WHEN ((kind = 'address'::text) AND (( SELECT acting_role() AS acting_role) = 'provider'::text) AND (provider_id IS DISTINCT FROM ( SELECT acting_provider() AS acting_provider))) THEN false
    ELSE
    CASE
        WHEN (filing_id IS NULL) THEN (EXISTS ( SELECT
           FROM register_subjects s
          WHERE (s.id = conflict_keys.subject_id)))
        ELSE (EXISTS ( SELECT
           FROM filings f
          WHERE (f.id = conflict_keys.filing_id)))
    END
END);
GRANT DELETE, INSERT, SELECT TO icp_app;

CREATE TABLE contact_changes (
  account_id uuid NOT NULL,
  channel text NOT NULL,
  value text NOT NULL,
  session text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  CONSTRAINT contact_changes_channel_check CHECK ((channel = ANY (ARRAY['mobile'::text, 'email'::text]))),
  CONSTRAINT contact_changes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT contact_changes_pkey PRIMARY KEY (account_id)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE correction_requests (
  id uuid NOT NULL,
  filing_id uuid NOT NULL,
  opened_by text NOT NULL,
  opened_by_account_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  fields text[] NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  opened_at timestamp with time zone NOT NULL,
  answer text,
  answered_at timestamp with time zone,
  "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT correction_requests_fields_check CHECK ((cardinality(fields) > 0)),
  CONSTRAINT correction_requests_opened_by_check CHECK ((opened_by = ANY (ARRAY['owner'::text, 'provider'::text]))),
  CONSTRAINT correction_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'corrected'::text, 'declined'::text, 'closed'::text]))),
  CONSTRAINT correction_requests_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT correction_requests_pkey PRIMARY KEY (id)
);
CREATE INDEX correction_requests_of_filing ON public.correction_requests USING btree (filing_id, opened_at);
CREATE TRIGGER keep_correction_request BEFORE UPDATE ON public.correction_requests FOR EACH ROW EXECUTE FUNCTION keep_correction_request();
ALTER TABLE correction_requests ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON correction_requests FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = correction_requests.filing_id))));
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE corrections (
  id uuid NOT NULL,
  filing_id uuid NOT NULL,
  request_id uuid NOT NULL,
  revision integer NOT NULL,
  provider_id uuid NOT NULL,
  provider_name text NOT NULL,
  by_account_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL,
  reason text NOT NULL,
  changes text NOT NULL,
  CONSTRAINT corrections_filing_id_revision_fkey FOREIGN KEY (filing_id, revision) REFERENCES filing_revisions(filing_id, number),
  CONSTRAINT corrections_request_id_fkey FOREIGN KEY (request_id) REFERENCES correction_requests(id),
  CONSTRAINT corrections_pkey PRIMARY KEY (id)
);
CREATE INDEX corrections_of_filing ON public.corrections USING btree (filing_id, revision);
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.corrections FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.corrections FOR EACH ROW EXECUTE FUNCTION only_resealed('reason', 'changes');
ALTER TABLE corrections ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON corrections FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = corrections.filing_id))));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE cut_orders (
  id uuid NOT NULL,
  cancellation_id uuid NOT NULL,
  province text NOT NULL,
  provider_id uuid NOT NULL,
  provider_name text NOT NULL,
  service_number text NOT NULL,
  service_name text NOT NULL,
  service_type text NOT NULL,
  domain text NOT NULL,
  subject_name text NOT NULL,
  ordered_at timestamp with time zone NOT NULL,
  due_on date NOT NULL,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  urged_at timestamp with time zone,
  CONSTRAINT cut_orders_check CHECK (((acknowledged_at IS NULL) = (acknowledged_by IS NULL))),
  CONSTRAINT cut_orders_cancellation_id_fkey FOREIGN KEY (cancellation_id) REFERENCES forced_cancellations(id),
  CONSTRAINT cut_orders_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
  CONSTRAINT cut_orders_pkey PRIMARY KEY (id),
  CONSTRAINT cut_orders_provider_id_service_number_key UNIQUE (provider_id, service_number)
);
CREATE INDEX cut_orders_due ON public.cut_orders USING btree (provider_id, due_on, id);
CREATE INDEX cut_orders_of_cancellation ON public.cut_orders USING btree (cancellation_id);
CREATE INDEX cut_orders_waiting ON public.cut_orders USING btree (due_on, id) WHERE ((acknowledged_at IS NULL) AND (urged_at IS NULL));
ALTER TABLE cut_orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON cut_orders FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'provider'::text THEN (provider_id = ( SELECT acting_provider() AS acting_provider))
    WHEN 'reviewer'::text THEN (province = ( SELECT acting_province() AS acting_province))
    WHEN 'house'::text THEN ( SELECT acting_reaches('register'::text) AS acting_reaches)
    ELSE false
END);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE earlier_papers (
  id uuid NOT NULL,
  filing_id uuid NOT NULL,
  purpose text NOT NULL,
  about text NOT NULL,
  provider_id uuid,
  "position" integer NOT NULL,
  format text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  size integer NOT NULL,
  digest text NOT NULL,
  at timestamp with time zone NOT NULL,
  by_account_id uuid NOT NULL,
  by_role text NOT NULL,
  by_name text NOT NULL,
  reason text,
  bytes text NOT NULL,
  gone_at timestamp with time zone NOT NULL,
  gone_by_account_id uuid NOT NULL,
  gone_by_role text NOT NULL,
  gone_by_name text NOT NULL,
  gone_reason text,
  replaced_by uuid,
  CONSTRAINT earlier_papers_gone_by_role_check CHECK ((gone_by_role = ANY (ARRAY['owner'::text, 'provider'::text]))),
  CONSTRAINT earlier_papers_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT earlier_papers_pkey PRIMARY KEY (id)
);
CREATE INDEX earlier_papers_of_filing ON public.earlier_papers USING btree (filing_id, gone_at);
CREATE TRIGGER guard_earlier_paper BEFORE INSERT ON public.earlier_papers FOR EACH ROW EXECUTE FUNCTION guard_earlier_paper();
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.earlier_papers FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.earlier_papers FOR EACH ROW EXECUTE FUNCTION only_resealed('bytes');
ALTER TABLE earlier_papers ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON earlier_papers FOR ALL TO icp_app USING (((EXISTS ( SELECT
   FROM filings f
  WHERE ((f.id = earlier_papers.filing_id) AND ((f.owner_account_id = ( SELECT acting_account() AS acting_account)) OR (( SELECT acting_role() AS acting_role) = ANY (ARRAY['provider'::text, 'reviewer'::text, 'house'::text])))))) AND ((provider_id IS NULL) OR (( SELECT acting_role() AS acting_role) <> 'provider'::text) OR (provider_id = ( SELECT acting_provider() AS acting_provider)))));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE filing_changes (
  filing_id uuid NOT NULL,
  changes text NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT filing_changes_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT filing_changes_pkey PRIMARY KEY (filing_id)
);
CREATE TRIGGER guard_filing_changes BEFORE INSERT ON public.filing_changes FOR EACH ROW EXECUTE FUNCTION guard_filing_changes();
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.filing_changes FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.filing_changes FOR EACH ROW EXECUTE FUNCTION only_resealed('changes');
ALTER TABLE filing_changes ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON filing_changes FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = filing_changes.filing_id))));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE filing_events (
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  filing_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  action text NOT NULL,
  role text NOT NULL,
  name text NOT NULL,
  status text NOT NULL,
  note text,
  CONSTRAINT filing_events_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id) ON DELETE CASCADE,
  CONSTRAINT filing_events_pkey PRIMARY KEY (id)
);
CREATE INDEX filing_events_of_filing ON public.filing_events USING btree (filing_id, id);
CREATE TRIGGER guard_filing_event BEFORE INSERT ON public.filing_events FOR EACH ROW EXECUTE FUNCTION guard_filing_event();
CREATE TRIGGER keep_filing_event BEFORE DELETE ON public.filing_events FOR EACH ROW EXECUTE FUNCTION keep_filing_event();
CREATE TRIGGER never_rewrite BEFORE UPDATE OR TRUNCATE ON public.filing_events FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.filing_events FOR EACH ROW EXECUTE FUNCTION only_resealed('note');
ALTER TABLE filing_events ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON filing_events FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = filing_events.filing_id))));
GRANT DELETE, INSERT, SELECT TO icp_app;

CREATE TABLE filing_papers (
  id uuid NOT NULL,
  filing_id uuid NOT NULL,
  purpose text NOT NULL,
  about text NOT NULL,
  provider_id uuid,
  "position" integer NOT NULL,
  format text NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  size integer NOT NULL,
  digest text NOT NULL,
  at timestamp with time zone NOT NULL,
  by_account_id uuid NOT NULL,
  by_role text NOT NULL,
  by_name text NOT NULL,
  reason text,
  bytes text NOT NULL,
  CONSTRAINT filing_papers_about_check CHECK (((about = 'subject'::text) OR (about ~~ 'services.%'::text))),
  CONSTRAINT filing_papers_by_role_check CHECK ((by_role = ANY (ARRAY['owner'::text, 'provider'::text]))),
  CONSTRAINT filing_papers_format_check CHECK ((format = ANY (ARRAY['1'::text, '2'::text]))),
  CONSTRAINT filing_papers_height_check CHECK ((height > 0)),
  CONSTRAINT filing_papers_position_check CHECK (("position" > 0)),
  CONSTRAINT filing_papers_size_check CHECK ((size > 0)),
  CONSTRAINT filing_papers_width_check CHECK ((width > 0)),
  CONSTRAINT filing_papers_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id) ON DELETE CASCADE,
  CONSTRAINT filing_papers_pkey PRIMARY KEY (id),
  CONSTRAINT filing_papers_filing_id_purpose_about_provider_id_position_key UNIQUE NULLS NOT DISTINCT (filing_id, purpose, about, provider_id, "position")
);
CREATE TRIGGER guard_filing_paper BEFORE INSERT OR DELETE ON public.filing_papers FOR EACH ROW EXECUTE FUNCTION guard_filing_paper();
CREATE TRIGGER never_rewrite BEFORE UPDATE OR TRUNCATE ON public.filing_papers FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.filing_papers FOR EACH ROW EXECUTE FUNCTION only_resealed('bytes');
ALTER TABLE filing_papers ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON filing_papers FOR ALL TO icp_app USING (((EXISTS ( SELECT
   FROM filings f
  WHERE ((f.id = filing_papers.filing_id) AND ((f.owner_account_id = ( SELECT acting_account() AS acting_account)) OR (( SELECT acting_role() AS acting_role) = ANY (ARRAY['provider'::text, 'reviewer'::text, 'house'::text])))))) AND ((provider_id IS NULL) OR (( SELECT acting_role() AS acting_role) <> 'provider'::text) OR (provider_id = ( SELECT acting_provider() AS acting_provider)))));
GRANT DELETE, INSERT, SELECT TO icp_app;

CREATE TABLE filing_passes (
  filing_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  provider_name text NOT NULL,
  "position" integer NOT NULL,
  state text NOT NULL,
  at timestamp with time zone,
  by_account_id uuid,
  remark text,
  CONSTRAINT filing_passes_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'passed'::text]))),
  CONSTRAINT filing_passes_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT filing_passes_pkey PRIMARY KEY (filing_id, provider_id)
);
CREATE INDEX filing_passes_of_provider ON public.filing_passes USING btree (provider_id, filing_id);
CREATE TRIGGER guard_filing_pass BEFORE INSERT OR UPDATE ON public.filing_passes FOR EACH ROW EXECUTE FUNCTION guard_filing_pass();
CREATE TRIGGER never_rewrite BEFORE DELETE OR TRUNCATE ON public.filing_passes FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
ALTER TABLE filing_passes ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON filing_passes FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = filing_passes.filing_id))));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE filing_revisions (
  filing_id uuid NOT NULL,
  number integer NOT NULL,
  content jsonb NOT NULL,
  digest text NOT NULL,
  cause text NOT NULL,
  author_account_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT filing_revisions_cause_check CHECK ((cause = ANY (ARRAY['finish'::text, 'correct'::text]))),
  CONSTRAINT filing_revisions_number_check CHECK ((number > 0)),
  CONSTRAINT filing_revisions_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT filing_revisions_pkey PRIMARY KEY (filing_id, number)
);
CREATE TRIGGER guard_filing_revision BEFORE INSERT ON public.filing_revisions FOR EACH ROW EXECUTE FUNCTION guard_filing_revision();
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.filing_revisions FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.filing_revisions FOR EACH ROW EXECUTE FUNCTION only_resealed('content');
ALTER TABLE filing_revisions ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON filing_revisions FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = filing_revisions.filing_id))));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE filings (
  id uuid NOT NULL,
  reference text,
  kind text NOT NULL,
  status text NOT NULL,
  version integer NOT NULL DEFAULT 0,
  owner_account_id uuid NOT NULL,
  province text NOT NULL DEFAULT ''::text,
  subject_key text,
  subject_name text NOT NULL DEFAULT ''::text,
  summary jsonb NOT NULL DEFAULT '{"services": [], "providers": []}'::jsonb,
  domain_keys text[] NOT NULL DEFAULT '{}'::text[],
  draft_content jsonb,
  revision integer NOT NULL DEFAULT 0,
  round integer NOT NULL DEFAULT 0,
  created_at timestamp with time zone NOT NULL,
  saved_at timestamp with time zone NOT NULL,
  finished_at timestamp with time zone,
  status_since timestamp with time zone NOT NULL,
  review_since timestamp with time zone,
  from_filing_id uuid,
  result jsonb,
  reminded_at timestamp with time zone,
  contested_domains text[] NOT NULL DEFAULT '{}'::text[],
  contested_at timestamp with time zone,
  draft_check jsonb,
  urged_at timestamp with time zone,
  receiving_account_id uuid,
  receiving_key text,
  applicant_provider_id uuid,
  contested_version integer,
  CONSTRAINT filings_agreement_check CHECK (((status <> 'awaiting-agreement'::text) OR (kind = 'migrate-service'::text))),
  CONSTRAINT filings_applicant_check CHECK (((applicant_provider_id IS NULL) OR (kind = 'cancel-access'::text))),
  CONSTRAINT filings_check CHECK (((status = 'draft'::text) = (reference IS NULL))),
  CONSTRAINT filings_check1 CHECK (((status = 'draft'::text) = (draft_content IS NOT NULL))),
  CONSTRAINT filings_check2 CHECK (((status = 'draft'::text) OR ((subject_key IS NOT NULL) AND (finished_at IS NOT NULL) AND (revision > 0)))),
  CONSTRAINT filings_kind_check CHECK ((kind = ANY (ARRAY['new-subject'::text, 'new-service'::text, 'new-access'::text, 'change'::text, 'migrate-service'::text, 'cancel-access'::text, 'cancel-service'::text, 'cancel-subject'::text]))),
  CONSTRAINT filings_receiving_check CHECK ((((receiving_account_id IS NULL) = (receiving_key IS NULL)) AND ((receiving_key IS NULL) OR ((kind = 'migrate-service'::text) AND (status <> 'draft'::text))))),
  CONSTRAINT filings_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'awaiting-agreement'::text, 'with-providers'::text, 'awaiting-confirmation'::text, 'in-review'::text, 'returned'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text]))),
  CONSTRAINT filings_from_filing_id_fkey FOREIGN KEY (from_filing_id) REFERENCES filings(id),
  CONSTRAINT filings_pkey PRIMARY KEY (id),
  CONSTRAINT filings_reference_key UNIQUE (reference)
);
CREATE INDEX filings_contested ON public.filings USING gin (contested_domains) WHERE ((status = 'draft'::text) AND (contested_at IS NOT NULL));
CREATE INDEX filings_domains ON public.filings USING gin (domain_keys);
CREATE INDEX filings_drafts_by_age ON public.filings USING btree (saved_at) WHERE (status = 'draft'::text);
CREATE INDEX filings_of_owner ON public.filings USING btree (owner_account_id, status_since DESC, id);
CREATE INDEX filings_of_province ON public.filings USING btree (province, status, review_since, id);
CREATE INDEX filings_of_receiver ON public.filings USING btree (receiving_account_id, status_since DESC, id) WHERE (receiving_account_id IS NOT NULL);
CREATE INDEX filings_of_subject ON public.filings USING btree (subject_key) WHERE (status <> 'draft'::text);
CREATE UNIQUE INDEX filings_one_new_subject_draft ON public.filings USING btree (owner_account_id) WHERE ((status = 'draft'::text) AND (kind = 'new-subject'::text));
CREATE UNIQUE INDEX filings_one_open_per_subject ON public.filings USING btree (subject_key) WHERE (status = ANY (ARRAY['awaiting-agreement'::text, 'with-providers'::text, 'awaiting-confirmation'::text, 'in-review'::text, 'returned'::text]));
CREATE UNIQUE INDEX filings_one_received_per_subject ON public.filings USING btree (receiving_key) WHERE (status = ANY (ARRAY['with-providers'::text, 'awaiting-confirmation'::text, 'in-review'::text, 'returned'::text]));
CREATE TRIGGER begins_as_draft BEFORE INSERT ON public.filings FOR EACH ROW WHEN (((new.status <> 'draft'::text) OR (new.revision <> 0) OR (new.finished_at IS NOT NULL) OR (new.result IS NOT NULL))) EXECUTE FUNCTION begins_as_draft();
CREATE TRIGGER end_mediations AFTER UPDATE ON public.filings FOR EACH ROW WHEN ((old.status = 'draft'::text)) EXECUTE FUNCTION end_mediations();
CREATE TRIGGER keep_filing_result BEFORE UPDATE OF result ON public.filings FOR EACH ROW EXECUTE FUNCTION keep_filing_result();
CREATE TRIGGER keep_filing_row BEFORE DELETE ON public.filings FOR EACH ROW EXECUTE FUNCTION keep_filing_row();
CREATE TRIGGER keep_finished_filing BEFORE UPDATE ON public.filings FOR EACH ROW EXECUTE FUNCTION keep_finished_filing();
ALTER TABLE filings ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_a_conflict ON filings FOR SELECT TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'mediator'::text THEN ((status <> 'draft'::text) AND conflict_shows(id))
    ELSE false
END);
CREATE POLICY of_whoever_acts ON filings FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'owner'::text THEN ((owner_account_id = ( SELECT acting_account() AS acting_account)) OR ((status <> 'draft'::text) AND (receiving_account_id = ( SELECT acting_account() AS acting_account))))
    WHEN 'provider'::text THEN (((status <> 'draft'::text) AND filing_names_provider(id)) OR (applicant_provider_id = ( SELECT acting_provider() AS acting_provider)))
    WHEN 'reviewer'::text THEN ((status <> 'draft'::text) AND (province = ( SELECT acting_province() AS acting_province)))
    WHEN 'link'::text THEN ((status <> 'draft'::text) AND link_leads_to_filing(id))
    WHEN 'house'::text THEN ( SELECT acting_reaches('filings'::text) AS acting_reaches)
    ELSE false
END);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE fingerprint_keys (
  use text NOT NULL,
  generation integer NOT NULL,
  key_id text NOT NULL,
  suite text NOT NULL,
  CONSTRAINT fingerprint_keys_suite_check CHECK ((suite = ANY (ARRAY['aes'::text, 'sm'::text]))),
  CONSTRAINT fingerprint_keys_use_check CHECK ((use = ANY (ARRAY['search'::text, 'mark'::text]))),
  CONSTRAINT fingerprint_keys_pkey PRIMARY KEY (use)
);
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE forced_cancellations (
  id uuid NOT NULL,
  subject_id uuid NOT NULL,
  service_id uuid,
  province text NOT NULL,
  number text NOT NULL,
  numbers text[] NOT NULL,
  reason text NOT NULL,
  ground text NOT NULL,
  at timestamp with time zone NOT NULL,
  by_account uuid NOT NULL,
  subject_listed boolean NOT NULL,
  domains_listed boolean NOT NULL,
  CONSTRAINT forced_cancellations_service_id_fkey FOREIGN KEY (service_id) REFERENCES register_services(id),
  CONSTRAINT forced_cancellations_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register_subjects(id),
  CONSTRAINT forced_cancellations_pkey PRIMARY KEY (id),
  CONSTRAINT forced_cancellations_subject_id_service_id_key UNIQUE NULLS NOT DISTINCT (subject_id, service_id)
);
CREATE INDEX forced_cancellations_newest ON public.forced_cancellations USING btree (at DESC, id DESC);
ALTER TABLE forced_cancellations ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON forced_cancellations FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'owner'::text THEN (EXISTS ( SELECT
       FROM register_subjects s
      WHERE (s.id = forced_cancellations.subject_id)))
    WHEN 'provider'::text THEN (EXISTS ( SELECT
       FROM cut_orders o
      WHERE (o.cancellation_id = forced_cancellations.id)))
    WHEN 'reviewer'::text THEN (province = ( SELECT acting_province() AS acting_province))
    WHEN 'house'::text THEN ( SELECT acting_reaches('register'::text) AS acting_reaches)
    ELSE false
END);
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE hollow_records (
  id uuid NOT NULL,
  subject_id uuid NOT NULL,
  service_id uuid,
  since timestamp with time zone NOT NULL,
  told_at timestamp with time zone,
  CONSTRAINT hollow_records_service_id_fkey FOREIGN KEY (service_id) REFERENCES register_services(id),
  CONSTRAINT hollow_records_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register_subjects(id),
  CONSTRAINT hollow_records_pkey PRIMARY KEY (id),
  CONSTRAINT hollow_records_subject_id_service_id_key UNIQUE NULLS NOT DISTINCT (subject_id, service_id)
);
CREATE INDEX hollow_records_longest ON public.hollow_records USING btree (since, id);
CREATE INDEX hollow_records_untold ON public.hollow_records USING btree (since, id) WHERE (told_at IS NULL);
ALTER TABLE hollow_records ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON hollow_records FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM register_subjects s
  WHERE (s.id = hollow_records.subject_id))));
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE idempotency_records (
  actor text NOT NULL,
  operation text NOT NULL,
  key text NOT NULL,
  request text NOT NULL,
  answer text,
  at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_records_pkey PRIMARY KEY (actor, operation, key)
);
CREATE INDEX idempotency_records_at ON public.idempotency_records USING btree (at);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE invitations (
  id uuid NOT NULL,
  purpose text NOT NULL,
  role text NOT NULL,
  provider_id uuid,
  province text,
  account_id uuid,
  name text NOT NULL,
  mobile text NOT NULL,
  mobile_index text NOT NULL,
  email text NOT NULL,
  email_index text NOT NULL,
  state text NOT NULL,
  token text,
  secret text,
  tries_left integer NOT NULL,
  invited_by uuid,
  invited_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone,
  CONSTRAINT invitations_check CHECK (((role = 'provider'::text) = (provider_id IS NOT NULL))),
  CONSTRAINT invitations_check1 CHECK (((role = 'reviewer'::text) = (province IS NOT NULL))),
  CONSTRAINT invitations_check2 CHECK (((state = 'sent'::text) = (token IS NOT NULL))),
  CONSTRAINT invitations_check3 CHECK (((state = 'sent'::text) = (expires_at IS NOT NULL))),
  CONSTRAINT invitations_check4 CHECK ((((purpose = 'authenticator'::text) OR (state = 'accepted'::text)) = (account_id IS NOT NULL))),
  CONSTRAINT invitations_purpose_check CHECK ((purpose = ANY (ARRAY['join'::text, 'authenticator'::text, 'set-up'::text]))),
  CONSTRAINT invitations_role_check CHECK ((role = ANY (ARRAY['provider'::text, 'reviewer'::text, 'operator'::text, 'security-administrator'::text, 'audit-administrator'::text]))),
  CONSTRAINT invitations_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'accepted'::text, 'revoked'::text]))),
  CONSTRAINT invitations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts(id),
  CONSTRAINT invitations_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
  CONSTRAINT invitations_pkey PRIMARY KEY (id),
  CONSTRAINT invitations_token_key UNIQUE (token)
);
CREATE INDEX invitations_account ON public.invitations USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX invitations_newest ON public.invitations USING btree (invited_at DESC, id DESC);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE known_devices (
  account_id uuid NOT NULL,
  token text NOT NULL,
  first_seen_at timestamp with time zone NOT NULL,
  last_seen_at timestamp with time zone NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  browser text NOT NULL DEFAULT ''::text,
  system text NOT NULL DEFAULT ''::text,
  CONSTRAINT known_devices_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT known_devices_pkey PRIMARY KEY (account_id, token),
  CONSTRAINT known_devices_id UNIQUE (id)
);
CREATE INDEX known_devices_last_seen ON public.known_devices USING btree (last_seen_at);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE limiter_points (
  key character varying(255) NOT NULL,
  points integer NOT NULL DEFAULT 0,
  expire bigint,
  CONSTRAINT limiter_points_pkey PRIMARY KEY (key)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE log_on_attempts (
  token text NOT NULL,
  account_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  way text NOT NULL DEFAULT 'message'::text,
  tries_left integer NOT NULL DEFAULT 5,
  CONSTRAINT log_on_attempts_way_check CHECK ((way = ANY (ARRAY['message'::text, 'authenticator'::text]))),
  CONSTRAINT log_on_attempts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT log_on_attempts_pkey PRIMARY KEY (token)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE log_on_failures (
  user_name_index text NOT NULL,
  failures integer NOT NULL,
  wait_until timestamp with time zone,
  at timestamp with time zone NOT NULL,
  CONSTRAINT log_on_failures_pkey PRIMARY KEY (user_name_index)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE log_on_records (
  id uuid NOT NULL,
  account_id uuid,
  at timestamp with time zone NOT NULL,
  outcome text NOT NULL,
  browser text NOT NULL,
  system text NOT NULL,
  address text NOT NULL,
  CONSTRAINT log_on_records_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'failed-password'::text, 'failed-code'::text]))),
  CONSTRAINT log_on_records_pkey PRIMARY KEY (id)
);
CREATE INDEX log_on_records_at ON public.log_on_records USING btree (at);
CREATE INDEX log_on_records_latest ON public.log_on_records USING btree (account_id, at DESC, id);
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE mediations (
  id uuid NOT NULL,
  filing_id uuid NOT NULL,
  over text NOT NULL,
  domain text,
  rule text NOT NULL,
  path text NOT NULL,
  reason text NOT NULL,
  applicant_province text NOT NULL,
  holder_province text NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamp with time zone NOT NULL,
  state text NOT NULL DEFAULT 'open'::text,
  outcome text,
  answer text,
  holder_told boolean NOT NULL DEFAULT false,
  answered_by uuid,
  ended_at timestamp with time zone,
  CONSTRAINT mediations_check CHECK (((over = 'domain'::text) = (domain IS NOT NULL))),
  CONSTRAINT mediations_check1 CHECK (((state = 'open'::text) = (ended_at IS NULL))),
  CONSTRAINT mediations_check2 CHECK (((state = 'answered'::text) = ((outcome IS NOT NULL) AND (answer IS NOT NULL) AND (answered_by IS NOT NULL)))),
  CONSTRAINT mediations_outcome_check CHECK ((outcome = ANY (ARRAY['holder-asked'::text, 'holder-keeps'::text, 'clearing'::text]))),
  CONSTRAINT mediations_over_check CHECK ((over = ANY (ARRAY['domain'::text, 'subject'::text]))),
  CONSTRAINT mediations_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'withdrawn'::text, 'lapsed'::text]))),
  CONSTRAINT mediations_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id) ON DELETE CASCADE,
  CONSTRAINT mediations_pkey PRIMARY KEY (id)
);
CREATE INDEX mediations_longest ON public.mediations USING btree (asked_at, id);
CREATE UNIQUE INDEX mediations_one_open ON public.mediations USING btree (filing_id, over, domain) NULLS NOT DISTINCT WHERE (state = 'open'::text);
ALTER TABLE mediations ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON mediations FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'owner'::text THEN (asked_by = ( SELECT acting_account() AS acting_account))
    WHEN 'reviewer'::text THEN ((( SELECT acting_province() AS acting_province) = applicant_province) OR (( SELECT acting_province() AS acting_province) = holder_province))
    WHEN 'house'::text THEN ( SELECT acting_reaches('filings'::text) AS acting_reaches)
    ELSE false
END);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE message_reads (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  reader_account_id uuid NOT NULL,
  message_id uuid NOT NULL,
  reason text NOT NULL,
  note text NOT NULL,
  recipient_account_id uuid,
  CONSTRAINT message_reads_pkey PRIMARY KEY (id)
);
CREATE INDEX message_reads_recipient ON public.message_reads USING btree (recipient_account_id, at DESC, id) WHERE (recipient_account_id IS NOT NULL);
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE notices (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  read_at timestamp with time zone,
  filing_id uuid,
  title_zh text NOT NULL,
  title_en text NOT NULL,
  text_zh text NOT NULL,
  text_en text NOT NULL,
  CONSTRAINT notices_pkey PRIMARY KEY (id)
);
CREATE INDEX notices_of_account ON public.notices USING btree (account_id, at DESC, id);
CREATE INDEX notices_unread ON public.notices USING btree (account_id) WHERE (read_at IS NULL);
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON notices FOR ALL TO icp_app USING (((account_id = ( SELECT acting_account() AS acting_account)) OR ( SELECT acting_reaches('notices'::text) AS acting_reaches)));
CREATE POLICY told_to_others ON notices FOR INSERT TO icp_app WITH CHECK ((( SELECT acting_role() AS acting_role) <> ALL (ARRAY[''::text, 'visitor'::text])));
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE number_counters (
  province text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT number_counters_pkey PRIMARY KEY (province, year)
);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE one_time_codes (
  purpose text NOT NULL,
  holder text NOT NULL,
  code text NOT NULL,
  target text NOT NULL,
  on_screen text,
  expires_at timestamp with time zone NOT NULL,
  resend_at timestamp with time zone NOT NULL,
  tries_left integer NOT NULL,
  CONSTRAINT one_time_codes_tries_left_check CHECK ((tries_left >= 0)),
  CONSTRAINT one_time_codes_pkey PRIMARY KEY (purpose, holder)
);
CREATE INDEX one_time_codes_holder ON public.one_time_codes USING btree (holder);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE outbox_messages (
  id uuid NOT NULL,
  channel text NOT NULL,
  recipient text NOT NULL,
  recipient_index text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  at timestamp with time zone NOT NULL,
  delivered_at timestamp with time zone,
  expires_at timestamp with time zone,
  state text NOT NULL DEFAULT 'waiting'::text,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  next_try_at timestamp with time zone,
  claimed_until timestamp with time zone,
  resends integer NOT NULL DEFAULT 0,
  personal_parts text,
  about text,
  by_stranger boolean NOT NULL DEFAULT false,
  CONSTRAINT outbox_messages_attempts_check CHECK ((attempts >= 0)),
  CONSTRAINT outbox_messages_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'mail'::text]))),
  CONSTRAINT outbox_messages_check CHECK (((state = 'delivered'::text) = (delivered_at IS NOT NULL))),
  CONSTRAINT outbox_messages_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text, 'kept'::text]))),
  CONSTRAINT outbox_messages_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_messages_about ON public.outbox_messages USING btree (about) WHERE (about IS NOT NULL);
CREATE INDEX outbox_messages_newest ON public.outbox_messages USING btree (at DESC, id DESC);
CREATE INDEX outbox_messages_recipient ON public.outbox_messages USING btree (recipient_index, at DESC, id DESC);
CREATE INDEX outbox_messages_unsettled ON public.outbox_messages USING btree (state, at DESC, id DESC) WHERE (state = ANY (ARRAY['waiting'::text, 'failed'::text]));
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE personal_reads (
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  reader_account_id uuid NOT NULL,
  reader_role text NOT NULL,
  provider_id uuid,
  province text,
  owner_account_id uuid NOT NULL,
  filing_id uuid NOT NULL,
  revision integer NOT NULL,
  path text NOT NULL,
  reason text NOT NULL,
  note text,
  CONSTRAINT personal_reads_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT personal_reads_pkey PRIMARY KEY (id)
);
CREATE INDEX personal_reads_of_owner ON public.personal_reads USING btree (owner_account_id, at DESC, id DESC);
CREATE INDEX personal_reads_of_reader ON public.personal_reads USING btree (reader_account_id, at DESC, id DESC);
ALTER TABLE personal_reads ENABLE ROW LEVEL SECURITY;
CREATE POLICY noted_by_readers ON personal_reads FOR INSERT TO icp_app WITH CHECK ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = personal_reads.filing_id))));
CREATE POLICY of_whoever_acts ON personal_reads FOR SELECT TO icp_app USING (((owner_account_id = ( SELECT acting_account() AS acting_account)) OR ( SELECT acting_reaches('filings'::text) AS acting_reaches)));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE phone_recoveries (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  mobile text NOT NULL,
  stop_token text NOT NULL,
  state text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  due_at timestamp with time zone NOT NULL,
  ended_at timestamp with time zone,
  vouched_by uuid,
  vouched_provider uuid,
  vouched_way text,
  CONSTRAINT phone_recoveries_check CHECK (((state = 'waiting'::text) = (ended_at IS NULL))),
  CONSTRAINT phone_recoveries_check1 CHECK ((num_nulls(vouched_by, vouched_provider, vouched_way) = ANY (ARRAY[0, 3]))),
  CONSTRAINT phone_recoveries_check2 CHECK (((vouched_by IS NULL) OR ((state = 'done'::text) AND (vouched_by <> account_id)))),
  CONSTRAINT phone_recoveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'done'::text, 'stopped'::text]))),
  CONSTRAINT phone_recoveries_vouched_way_check CHECK ((vouched_way = ANY (ARRAY['in-person'::text, 'video'::text, 'official-letter'::text]))),
  CONSTRAINT phone_recoveries_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT phone_recoveries_vouched_by_fkey FOREIGN KEY (vouched_by) REFERENCES accounts(id),
  CONSTRAINT phone_recoveries_vouched_provider_fkey FOREIGN KEY (vouched_provider) REFERENCES providers(id),
  CONSTRAINT phone_recoveries_pkey PRIMARY KEY (id),
  CONSTRAINT phone_recoveries_stop_token UNIQUE (stop_token)
);
CREATE UNIQUE INDEX phone_recoveries_one_waiting ON public.phone_recoveries USING btree (account_id) WHERE (state = 'waiting'::text);
ALTER TABLE phone_recoveries ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON phone_recoveries FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'owner'::text THEN (account_id = ( SELECT acting_account() AS acting_account))
    WHEN 'provider'::text THEN provider_serves_account(account_id)
    WHEN 'house'::text THEN ( SELECT acting_reaches('notices'::text) AS acting_reaches)
    ELSE false
END);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE provider_ip_blocks (
  provider_id uuid NOT NULL,
  block cidr NOT NULL,
  CONSTRAINT provider_ip_blocks_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES providers(id),
  CONSTRAINT provider_ip_blocks_pkey PRIMARY KEY (provider_id, block)
);
CREATE INDEX provider_ip_blocks_by_address ON public.provider_ip_blocks USING gist (block inet_ops);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE providers (
  id uuid NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  licence text NOT NULL,
  province text NOT NULL,
  city text NOT NULL,
  state text NOT NULL,
  pinyin text NOT NULL,
  initials text NOT NULL,
  search_text text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  keywords text[] NOT NULL DEFAULT '{}'::text[],
  version integer NOT NULL DEFAULT 1,
  suspended_for text,
  suspended_at timestamp with time zone,
  CONSTRAINT providers_state_check CHECK ((state = ANY (ARRAY['active'::text, 'suspended'::text]))),
  CONSTRAINT providers_suspended_for_check CHECK ((suspended_for = ANY (ARRAY['licence-ended'::text, 'rectification'::text, 'own-request'::text, 'order'::text]))),
  CONSTRAINT providers_pkey PRIMARY KEY (id),
  CONSTRAINT providers_licence_key UNIQUE (licence),
  CONSTRAINT providers_name_key UNIQUE (name)
);
CREATE INDEX providers_in_order ON public.providers USING btree (name COLLATE "zh-x-icu", id) WHERE (state = 'active'::text);
CREATE INDEX providers_newest ON public.providers USING btree (created_at DESC, id DESC);
CREATE INDEX providers_search_text ON public.providers USING gin (search_text gin_trgm_ops);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE recovery_codes (
  account_id uuid NOT NULL,
  code text NOT NULL,
  used_at timestamp with time zone,
  CONSTRAINT recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, code)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE recovery_requests (
  id uuid NOT NULL,
  kind text NOT NULL,
  token text,
  given text NOT NULL,
  given_index text NOT NULL,
  category text NOT NULL,
  account_id uuid,
  link text,
  link_until timestamp with time zone,
  started_at timestamp with time zone NOT NULL,
  CONSTRAINT recovery_requests_category_check CHECK ((category = ANY (ARRAY['owner'::text, 'provider'::text, 'administration'::text]))),
  CONSTRAINT recovery_requests_kind_check CHECK ((kind = ANY (ARRAY['user-name'::text, 'password'::text]))),
  CONSTRAINT recovery_requests_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT recovery_requests_pkey PRIMARY KEY (id),
  CONSTRAINT recovery_requests_link UNIQUE (link),
  CONSTRAINT recovery_requests_token UNIQUE (token)
);
CREATE INDEX recovery_requests_account ON public.recovery_requests USING btree (account_id) WHERE (account_id IS NOT NULL);
CREATE INDEX recovery_requests_started ON public.recovery_requests USING btree (started_at);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE reference_counters (
  day date NOT NULL,
  last integer NOT NULL,
  CONSTRAINT reference_counters_pkey PRIMARY KEY (day)
);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE register_accesses (
  id uuid NOT NULL,
  service_id uuid NOT NULL,
  "position" integer NOT NULL,
  provider_id uuid NOT NULL,
  provider_name text NOT NULL,
  modes text[] NOT NULL,
  places text[] NOT NULL,
  ip_ranges jsonb NOT NULL,
  CONSTRAINT register_accesses_service_id_fkey FOREIGN KEY (service_id) REFERENCES register_services(id),
  CONSTRAINT register_accesses_pkey PRIMARY KEY (id)
);
CREATE INDEX register_accesses_of_provider ON public.register_accesses USING btree (provider_id);
CREATE INDEX register_accesses_of_service ON public.register_accesses USING btree (service_id, "position");
ALTER TABLE register_accesses ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON register_accesses FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'provider'::text THEN (provider_id = ( SELECT acting_provider() AS acting_provider))
    ELSE (EXISTS ( SELECT
       FROM register_services s
      WHERE (s.id = register_accesses.service_id)))
END);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE register_services (
  id uuid NOT NULL,
  subject_id uuid NOT NULL,
  number text NOT NULL,
  service_index integer NOT NULL,
  type text NOT NULL,
  name text NOT NULL,
  domain text NOT NULL,
  domain_key text NOT NULL,
  content jsonb NOT NULL,
  state text NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  cancelled_at timestamp with time zone,
  package_names text[] NOT NULL DEFAULT '{}'::text[],
  moved_to text,
  CONSTRAINT register_services_check CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  CONSTRAINT register_services_moved_check CHECK (((moved_to IS NULL) OR (state = 'cancelled'::text))),
  CONSTRAINT register_services_service_index_check CHECK ((service_index > 0)),
  CONSTRAINT register_services_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'cancelled'::text]))),
  CONSTRAINT register_services_moved_to_fkey FOREIGN KEY (moved_to) REFERENCES register_services(number) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT register_services_subject_id_fkey FOREIGN KEY (subject_id) REFERENCES register_subjects(id),
  CONSTRAINT register_services_pkey PRIMARY KEY (id),
  CONSTRAINT register_services_number_key UNIQUE (number),
  CONSTRAINT register_services_subject_id_service_index_key UNIQUE (subject_id, service_index)
);
CREATE UNIQUE INDEX register_one_website_per_domain ON public.register_services USING btree (domain_key) WHERE ((state = 'in-force'::text) AND (type = 'website'::text) AND (domain_key <> ''::text));
CREATE INDEX register_services_by_domain ON public.register_services USING btree (domain_key) WHERE (domain_key <> ''::text);
CREATE INDEX register_services_by_name ON public.register_services USING btree (lower(name) text_pattern_ops) WHERE (type <> 'website'::text);
CREATE INDEX register_services_by_package ON public.register_services USING gin (package_names);
CREATE INDEX register_services_by_part_of_name ON public.register_services USING gin (lower(name) gin_trgm_ops) WHERE (type <> 'website'::text);
CREATE TRIGGER keep_register_number BEFORE DELETE OR UPDATE ON public.register_services FOR EACH ROW EXECUTE FUNCTION keep_register_number();
CREATE TRIGGER keep_service_apart BEFORE INSERT OR UPDATE OF state, subject_id, domain_key, package_names ON public.register_services FOR EACH ROW EXECUTE FUNCTION keep_service_apart();
ALTER TABLE register_services ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON register_services FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM register_subjects s
  WHERE (s.id = register_services.subject_id))));
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE register_subjects (
  id uuid NOT NULL,
  number text NOT NULL,
  certificate_key text NOT NULL,
  name text NOT NULL,
  nature text NOT NULL,
  province text NOT NULL,
  owner_account_id uuid NOT NULL,
  content jsonb NOT NULL,
  state text NOT NULL,
  last_service_index integer NOT NULL,
  approved_at timestamp with time zone NOT NULL,
  cancelled_at timestamp with time zone,
  CONSTRAINT register_subjects_check CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL))),
  CONSTRAINT register_subjects_state_check CHECK ((state = ANY (ARRAY['in-force'::text, 'cancelled'::text]))),
  CONSTRAINT register_subjects_pkey PRIMARY KEY (id),
  CONSTRAINT register_subjects_number_key UNIQUE (number)
);
CREATE UNIQUE INDEX register_one_subject_per_certificate ON public.register_subjects USING btree (certificate_key) WHERE (state = 'in-force'::text);
CREATE INDEX register_subjects_by_certificate ON public.register_subjects USING btree (certificate_key);
CREATE INDEX register_subjects_by_name ON public.register_subjects USING btree (lower(name) text_pattern_ops);
CREATE INDEX register_subjects_by_part_of_name ON public.register_subjects USING gin (lower(name) gin_trgm_ops);
CREATE INDEX register_subjects_of_owner ON public.register_subjects USING btree (owner_account_id);
CREATE TRIGGER keep_register_number BEFORE DELETE OR UPDATE ON public.register_subjects FOR EACH ROW EXECUTE FUNCTION keep_register_number();
CREATE TRIGGER keep_register_owner BEFORE UPDATE OF owner_account_id ON public.register_subjects FOR EACH ROW EXECUTE FUNCTION keep_register_owner();
ALTER TABLE register_subjects ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_a_conflict ON register_subjects FOR SELECT TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'mediator'::text THEN conflict_shows(id)
    ELSE false
END);
CREATE POLICY of_whoever_acts ON register_subjects FOR ALL TO icp_app USING (
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'owner'::text THEN (owner_account_id = ( SELECT acting_account() AS acting_account))
    WHEN 'provider'::text THEN provider_serves_subject(id)
    WHEN 'reviewer'::text THEN (province = ( SELECT acting_province() AS acting_province))
    WHEN 'house'::text THEN ( SELECT acting_reaches('register'::text) AS acting_reaches)
    ELSE false
END);
GRANT INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE registrations (
  token text NOT NULL,
  started_at timestamp with time zone NOT NULL,
  accepted jsonb NOT NULL,
  mobile text,
  email text,
  user_name text,
  CONSTRAINT registrations_pkey PRIMARY KEY (token)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE review_decisions (
  id uuid NOT NULL,
  filing_id uuid NOT NULL,
  round integer NOT NULL,
  decision text NOT NULL,
  by_account_id uuid,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL,
  opinion text NOT NULL,
  findings text NOT NULL,
  "position" bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  CONSTRAINT review_decisions_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'return'::text, 'refuse'::text, 'expire'::text]))),
  CONSTRAINT review_decisions_filing_id_fkey FOREIGN KEY (filing_id) REFERENCES filings(id),
  CONSTRAINT review_decisions_pkey PRIMARY KEY (id)
);
CREATE INDEX review_decisions_of_filing ON public.review_decisions USING btree (filing_id, "position");
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.review_decisions FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.review_decisions FOR EACH ROW EXECUTE FUNCTION only_resealed('opinion', 'findings');
ALTER TABLE review_decisions ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON review_decisions FOR ALL TO icp_app USING ((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = review_decisions.filing_id))));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE rule_changes (
  id uuid NOT NULL,
  key text NOT NULL,
  entry jsonb NOT NULL,
  state text NOT NULL,
  version integer NOT NULL,
  number integer,
  drafted_by text NOT NULL,
  drafted_at timestamp with time zone NOT NULL,
  published_by text,
  published_at timestamp with time zone,
  CONSTRAINT rule_changes_check CHECK ((((state = 'published'::text) = (number IS NOT NULL)) AND ((number IS NULL) = (published_by IS NULL)) AND ((number IS NULL) = (published_at IS NULL)))),
  CONSTRAINT rule_changes_number_check CHECK ((number > 0)),
  CONSTRAINT rule_changes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text]))),
  CONSTRAINT rule_changes_version_check CHECK ((version > 0)),
  CONSTRAINT rule_changes_pkey PRIMARY KEY (id),
  CONSTRAINT rule_changes_number_key UNIQUE (number)
);
CREATE UNIQUE INDEX rule_changes_one_draft ON public.rule_changes USING btree (key) WHERE (state = 'draft'::text);
CREATE TRIGGER keep_published_rule BEFORE INSERT OR DELETE OR UPDATE ON public.rule_changes FOR EACH ROW EXECUTE FUNCTION keep_published_rule();
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE sessions (
  token text NOT NULL,
  account_id uuid NOT NULL,
  started_at timestamp with time zone NOT NULL,
  seen_at timestamp with time zone NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  browser text NOT NULL DEFAULT ''::text,
  system text NOT NULL DEFAULT ''::text,
  address text,
  proven_at timestamp with time zone,
  device_id uuid,
  CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id),
  CONSTRAINT sessions_pkey PRIMARY KEY (token),
  CONSTRAINT sessions_id UNIQUE (id)
);
CREATE INDEX sessions_account ON public.sessions USING btree (account_id);
CREATE INDEX sessions_seen ON public.sessions USING btree (seen_at);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE sliding_counts (
  key text NOT NULL,
  taken jsonb NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT sliding_counts_pkey PRIMARY KEY (key)
);
CREATE INDEX sliding_counts_until ON public.sliding_counts USING btree (until);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE sms_spending (
  day date NOT NULL,
  sent integer NOT NULL,
  CONSTRAINT sms_spending_sent_check CHECK ((sent >= 0)),
  CONSTRAINT sms_spending_pkey PRIMARY KEY (day)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE spent_proofs (
  digest text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT spent_proofs_pkey PRIMARY KEY (digest)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE switches (
  name text NOT NULL,
  value text NOT NULL,
  changed_at timestamp with time zone,
  changed_by text,
  CONSTRAINT switches_pkey PRIMARY KEY (name)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE verification_pictures (
  id uuid NOT NULL,
  answer text NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  CONSTRAINT verification_pictures_pkey PRIMARY KEY (id)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE TABLE verification_sheets (
  id uuid NOT NULL,
  number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  filing_id uuid NOT NULL,
  provider_id uuid NOT NULL,
  provider_name text NOT NULL,
  revision integer NOT NULL,
  by_account_id uuid NOT NULL,
  by_name text NOT NULL,
  at timestamp with time zone NOT NULL,
  lines text NOT NULL,
  CONSTRAINT verification_sheets_filing_id_provider_id_fkey FOREIGN KEY (filing_id, provider_id) REFERENCES filing_passes(filing_id, provider_id),
  CONSTRAINT verification_sheets_filing_id_revision_fkey FOREIGN KEY (filing_id, revision) REFERENCES filing_revisions(filing_id, number),
  CONSTRAINT verification_sheets_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_sheets_of_filing ON public.verification_sheets USING btree (filing_id, number);
CREATE TRIGGER never_rewrite BEFORE DELETE OR UPDATE OR TRUNCATE ON public.verification_sheets FOR EACH STATEMENT EXECUTE FUNCTION never_rewrite();
CREATE TRIGGER only_resealed BEFORE UPDATE ON public.verification_sheets FOR EACH ROW EXECUTE FUNCTION only_resealed('lines');
ALTER TABLE verification_sheets ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_whoever_acts ON verification_sheets FOR ALL TO icp_app USING (((EXISTS ( SELECT
   FROM filings f
  WHERE (f.id = verification_sheets.filing_id))) AND
CASE ( SELECT acting_role() AS acting_role)
    WHEN 'provider'::text THEN (provider_id = ( SELECT acting_provider() AS acting_provider))
    WHEN 'reviewer'::text THEN true
    WHEN 'house'::text THEN true
    ELSE false
END));
GRANT INSERT, SELECT TO icp_app;

CREATE TABLE working_years (
  year integer NOT NULL,
  holidays text[] NOT NULL,
  make_up_days text[] NOT NULL,
  source text NOT NULL,
  published_at timestamp with time zone NOT NULL,
  CONSTRAINT working_years_year_check CHECK (((year >= 2005) AND (year <= 2100))),
  CONSTRAINT working_years_pkey PRIMARY KEY (year)
);
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;

CREATE VIEW public_records AS
 SELECT service.number AS service_number,
    subject.number AS subject_number,
    subject.name AS subject_name,
    subject.nature,
    service.name AS service_name,
    service.type AS service_type,
    service.domain,
    service.domain_key,
        CASE
            WHEN ((service.content ->> 'preApprovalAnswer'::text) = 'some'::text) THEN ARRAY( SELECT (item.value ->> 'item'::text)
               FROM jsonb_array_elements((service.content -> 'preApprovals'::text)) item(value))
            ELSE ARRAY[]::text[]
        END AS pre_approvals,
    service.approved_at,
    service.state,
    service.cancelled_at,
    service.id AS service_id,
    subject.id AS subject_id,
    service.package_names,
    service.moved_to
   FROM (register_services service
     JOIN register_subjects subject ON ((subject.id = service.subject_id)));
GRANT DELETE, INSERT, SELECT, UPDATE TO icp_app;
GRANT SELECT TO icp_reader;

CREATE VIEW served_accesses WITH (security_barrier=true) AS
 SELECT a.id,
    a.provider_id,
    a.ip_ranges,
    s.number AS service_number,
    s.name AS service_name,
    s.type AS service_type,
    s.domain,
    s.approved_at,
    b.id AS subject_id,
    b.number AS subject_number,
    b.name AS subject_name
   FROM ((register_accesses a
     JOIN register_services s ON ((s.id = a.service_id)))
     JOIN register_subjects b ON ((b.id = s.subject_id)))
  WHERE ((a.provider_id = ( SELECT acting_provider() AS acting_provider)) AND (( SELECT acting_role() AS acting_role) = 'provider'::text) AND (s.state = 'in-force'::text));
GRANT SELECT TO icp_app;

CREATE OR REPLACE FUNCTION public.access_is_last(access uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT count(*) = 1 FROM register_accesses own JOIN register_accesses one ON one.service_id = own.service_id
         WHERE own.id = access AND own.provider_id = acting_provider()
      $function$
;

CREATE OR REPLACE FUNCTION public.accesses_to_judge_by(subject uuid)
 RETURNS SETOF register_accesses
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT a.* FROM register_accesses a JOIN register_services s ON s.id = a.service_id
         WHERE s.subject_id = subject AND acting_role() = 'provider' AND provider_serves_subject(subject)
      $function$
;

CREATE OR REPLACE FUNCTION public.acting_account()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(current_setting('icp.account', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION public.acting_link()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(current_setting('icp.link', true), '') $function$
;

CREATE OR REPLACE FUNCTION public.acting_provider()
 RETURNS uuid
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(current_setting('icp.provider', true), '')::uuid $function$
;

CREATE OR REPLACE FUNCTION public.acting_province()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ SELECT nullif(current_setting('icp.province', true), '') $function$
;

CREATE OR REPLACE FUNCTION public.acting_reaches(what text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
    SELECT acting_role() = 'house' AND what = ANY (string_to_array(current_setting('icp.reach', true), ','))
  $function$
;

CREATE OR REPLACE FUNCTION public.acting_role()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ SELECT coalesce(current_setting('icp.role', true), '') $function$
;

CREATE OR REPLACE FUNCTION public.await_checkpoint()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        INSERT INTO audit_waiting (chain, position) VALUES (NEW.chain, NEW.position);
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.begins_as_draft()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    RAISE EXCEPTION 'filing %: begins as a draft', NEW.id USING ERRCODE = 'IC002';
  END $function$
;

CREATE OR REPLACE FUNCTION public.blacklisted(subject text, domains text[], today date)
 RETURNS TABLE(kind text, key text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT b.kind, b.key FROM blacklist_entries b
     WHERE ((b.kind = 'subject' AND b.key = subject) OR (b.kind = 'domain' AND b.key = ANY (domains)))
       AND b.lifted_at IS NULL AND b.valid_from <= today AND (b.valid_until IS NULL OR b.valid_until >= today)
  $function$
;

CREATE OR REPLACE FUNCTION public.changes_of_subject(key text, since timestamp with time zone, except_id uuid)
 RETURNS TABLE(provider_id uuid, changes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT p.provider_id, count(DISTINCT f.id)::integer FROM filings f JOIN filing_passes p ON p.filing_id = f.id
         WHERE f.subject_key = key AND f.kind = 'change' AND f.finished_at >= since AND f.id IS DISTINCT FROM except_id GROUP BY p.provider_id
      $function$
;

CREATE OR REPLACE FUNCTION public.claimed_domains(keys text[], except_id uuid)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT DISTINCT claimed FROM filings f, unnest(f.domain_keys) claimed
     WHERE f.domain_keys && keys AND claimed = ANY (keys) AND f.id <> except_id
       AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')
  $function$
;

CREATE OR REPLACE FUNCTION public.colliding_keys(asked jsonb, own_subject text, except_id uuid)
 RETURNS TABLE(kind text, path text, against text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    WITH wanted AS (SELECT * FROM jsonb_to_recordset(asked) AS w (kind text, path text, key text, person text, provider uuid, first numeric, last numeric)),
    met AS (
      SELECT w.kind, w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.key = w.key AND k.kind = w.kind
       WHERE w.kind <> 'address' AND (w.kind <> 'phone' OR k.person_key IS DISTINCT FROM w.person)
      UNION ALL
      SELECT w.kind, w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.addresses && numrange(w.first, w.last, '[]')
       WHERE w.kind = 'address' AND k.provider_id <> w.provider
      UNION ALL
      SELECT 'person', w.path, k.filing_id, k.subject_key FROM wanted w JOIN conflict_keys k ON k.person_key = w.person AND k.kind = 'phone'
       WHERE w.kind = 'phone' AND k.key <> w.key)
    SELECT DISTINCT met.kind, met.path, CASE WHEN met.filing_id IS NULL THEN 'record' ELSE 'filing' END
      FROM met LEFT JOIN filings f ON f.id = met.filing_id
     WHERE met.subject_key IS DISTINCT FROM own_subject AND met.filing_id IS DISTINCT FROM except_id AND (f.id IS NULL OR f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned'))
  $function$
;

CREATE OR REPLACE FUNCTION public.conflict_parties(mine uuid)
 RETURNS TABLE(kind text, path text, party text, party_id uuid, number text, status text, subject_name text, province text, since timestamp with time zone, other_path text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    WITH own AS (
      SELECT * FROM filings f WHERE f.id = mine AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned') AND acting_role() IN ('reviewer', 'mediator') AND f.province = acting_province()),
    met AS (
      SELECT m.kind, m.path, k.filing_id, k.subject_id, k.path AS other_path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id JOIN conflict_keys k ON k.key = m.key AND k.kind = m.kind
       WHERE k.subject_key <> own.subject_key AND (m.kind <> 'phone' OR k.person_key IS DISTINCT FROM m.person_key)
      UNION ALL
      SELECT m.kind, m.path, k.filing_id, k.subject_id, k.path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id AND m.kind = 'address' JOIN conflict_keys k ON k.addresses && m.addresses
       WHERE k.subject_key <> own.subject_key AND k.provider_id <> m.provider_id
      UNION ALL
      SELECT 'person', m.path, k.filing_id, k.subject_id, k.path
        FROM own JOIN conflict_keys m ON m.filing_id = own.id AND m.kind = 'phone' JOIN conflict_keys k ON k.person_key = m.person_key AND k.kind = 'phone'
       WHERE k.subject_key <> own.subject_key AND k.key <> m.key
      UNION ALL
      SELECT 'domain', d.key, f.id, NULL, d.key FROM own, unnest(own.domain_keys) AS d (key) JOIN filings f ON f.domain_keys @> ARRAY[d.key]
       WHERE f.id <> own.id AND f.subject_key IS DISTINCT FROM own.subject_key AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')
      UNION ALL
      SELECT 'domain', d.key, NULL, s.subject_id, d.key FROM own, unnest(own.domain_keys) AS d (key)
        JOIN register_services s ON s.domain_key = d.key AND s.state = 'in-force' JOIN register_subjects r ON r.id = s.subject_id
       WHERE r.certificate_key <> own.subject_key
      UNION ALL
      SELECT 'subject', '', NULL, r.id, '' FROM own JOIN register_subjects r ON r.certificate_key = own.subject_key AND r.state = 'in-force' WHERE own.kind = 'new-subject')
    SELECT met.kind, met.path, 'filing', f.id, f.reference, f.status, f.subject_name, f.province, f.finished_at, met.other_path
      FROM met JOIN filings f ON f.id = met.filing_id WHERE f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')
    UNION
    SELECT met.kind, met.path, 'record', r.id, r.number, r.state, r.name, r.province, r.approved_at, met.other_path
      FROM met JOIN register_subjects r ON r.id = met.subject_id WHERE r.state = 'in-force'
    UNION
    SELECT 'domain', d.key, 'attempt', NULL::uuid, NULL, 'draft', f.subject_name, f.province, f.contested_at, d.key
      FROM own, unnest(own.domain_keys) AS d (key) JOIN filings f ON f.contested_domains @> ARRAY[d.key] AND f.domain_keys @> ARRAY[d.key]
     WHERE f.status = 'draft' AND f.contested_at IS NOT NULL AND f.id <> own.id
  $function$
;

CREATE OR REPLACE FUNCTION public.conflict_shows(other uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT EXISTS (SELECT FROM conflict_parties(acting_link()::uuid) p WHERE p.party_id = other)
  $function$
;

CREATE OR REPLACE FUNCTION public.domains_in_force(keys text[], asking_subject text)
 RETURNS TABLE(domain_key text, type text, own boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT s.domain_key, s.type, r.number = asking_subject FROM register_services s JOIN register_subjects r ON r.id = s.subject_id
         WHERE s.domain_key = ANY (keys) AND s.state = 'in-force'
      $function$
;

CREATE OR REPLACE FUNCTION public.end_mediations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  BEGIN
    UPDATE mediations SET state = 'lapsed', ended_at = NEW.saved_at
     WHERE filing_id = NEW.id AND state = 'open'
       AND (NEW.status <> 'draft' OR (over = 'domain' AND NOT domain = ANY (NEW.domain_keys))
         OR (over = 'subject' AND acting_role() = 'owner' AND NEW.subject_key IS DISTINCT FROM OLD.subject_key));
    RETURN NULL;
  END $function$
;

CREATE OR REPLACE FUNCTION public.filing_names_provider(filing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT EXISTS (SELECT FROM filing_passes WHERE filing_id = filing AND provider_id = acting_provider())
  $function$
;

CREATE OR REPLACE FUNCTION public.forget_addresses_of_others(filing uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        DELETE FROM conflict_keys k WHERE k.filing_id = filing AND k.kind = 'address' AND acting_role() = 'provider' AND filing_names_provider(filing)
      $function$
;

CREATE OR REPLACE FUNCTION public.guard_confirmation()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    held record;
    ended boolean;
    sealed text[] := ARRAY['name', 'mobile', 'mail', 'secret', 'mobile_key', 'last_six_key', 'token_key', 'code_key'];
    moving text[] := ARRAY['state', 'confirmed_at', 'wrong_tries', 'resends', 'code_key', 'secret', 'closed_at'];
  BEGIN
    IF TG_OP = 'UPDATE' AND is_resealing(TG_RELID) AND to_jsonb(NEW) - sealed = to_jsonb(OLD) - sealed THEN RETURN NEW; END IF;
    SELECT status, round, applicant_provider_id, xmin = pg_current_xact_id()::xid AS moved INTO held FROM filings WHERE id = NEW.filing_id;
    IF NOT FOUND THEN RETURN NEW; END IF;
    ended := held.status IN ('approved', 'refused', 'withdrawn');
    IF NOT held.moved OR (ended AND TG_OP = 'INSERT') THEN RAISE EXCEPTION 'filing %: its confirmations are locked', NEW.filing_id USING ERRCODE = 'IC001'; END IF;
    IF TG_OP = 'INSERT' THEN
      IF held.status = 'awaiting-confirmation' AND NEW.round = held.round AND NEW.state = 'waiting' THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'filing %: nobody is asked to confirm it now', NEW.filing_id USING ERRCODE = 'IC002';
    END IF;
    IF OLD.closed_at IS NOT NULL OR to_jsonb(NEW) - moving IS DISTINCT FROM to_jsonb(OLD) - moving THEN
      RAISE EXCEPTION 'confirmation %: who was asked never changes, and a closed one stays', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF ended AND (NEW.closed_at IS NULL OR NEW.secret IS NOT NULL
                  OR to_jsonb(NEW) - ARRAY['secret', 'closed_at'] IS DISTINCT FROM to_jsonb(OLD) - ARRAY['secret', 'closed_at']) THEN
      RAISE EXCEPTION 'filing %: its confirmations are locked', OLD.filing_id USING ERRCODE = 'IC001';
    END IF;
    IF (OLD.state = 'confirmed' AND (NEW.state, NEW.confirmed_at) IS DISTINCT FROM (OLD.state, OLD.confirmed_at))
       OR (OLD.state <> 'confirmed' AND NEW.state = 'confirmed' AND held.status NOT IN ('awaiting-confirmation', 'in-review')) THEN
      RAISE EXCEPTION 'confirmation %: % does not lead to %', OLD.id, OLD.state, NEW.state USING ERRCODE = 'IC002';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.guard_earlier_paper()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF NOT EXISTS (SELECT FROM filing_papers p WHERE p.id = NEW.id AND p.filing_id = NEW.filing_id AND p.purpose = NEW.purpose AND p.about = NEW.about
                     AND p.provider_id IS NOT DISTINCT FROM NEW.provider_id AND p.digest = NEW.digest AND p.at = NEW.at AND p.by_account_id = NEW.by_account_id) THEN
      RAISE EXCEPTION 'earlier_papers: only a picture that is there becomes an earlier one' USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.guard_filing_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF EXISTS (SELECT FROM filings WHERE id = NEW.filing_id AND status IN ('approved', 'refused', 'withdrawn')) THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'filing %: what it changes is not settled before it has ended', NEW.filing_id USING ERRCODE = 'IC001';
      END $function$
;

CREATE OR REPLACE FUNCTION public.guard_filing_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE held record; ended boolean;
  BEGIN
    SELECT status, round, applicant_provider_id, xmin = pg_current_xact_id()::xid AS moved INTO held FROM filings WHERE id = NEW.filing_id;
    IF NOT FOUND THEN RETURN NEW; END IF;
    ended := held.status IN ('approved', 'refused', 'withdrawn');
    IF NOT held.moved OR NEW.status <> held.status OR (ended AND EXISTS (SELECT FROM filing_events WHERE filing_id = NEW.filing_id AND status = NEW.status)) THEN
      RAISE EXCEPTION 'filing %: its history has no such step', NEW.filing_id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.guard_filing_paper()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE
    paper filing_papers := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    held text;
  BEGIN
    SELECT status INTO held FROM filings WHERE id = paper.filing_id;
    IF TG_OP = 'DELETE' AND NOT FOUND THEN RETURN OLD; END IF;
    IF TG_OP = 'DELETE' AND held <> 'draft' AND NOT EXISTS (SELECT FROM earlier_papers WHERE id = OLD.id) THEN
      RAISE EXCEPTION 'filing %: a picture that was handed in is kept', OLD.filing_id USING ERRCODE = 'IC001';
    END IF;
    IF (acting_role() = 'owner' AND paper.provider_id IS NULL AND held IN ('draft', 'returned'))
       OR (acting_role() = 'provider' AND (paper.provider_id IS NULL OR paper.provider_id = acting_provider()) AND held IN ('with-providers', 'returned')
           AND EXISTS (SELECT FROM filing_passes WHERE filing_id = paper.filing_id AND provider_id = acting_provider() AND state = 'waiting')) THEN
      RETURN paper;
    END IF;
    RAISE EXCEPTION 'filing %: its papers are locked', paper.filing_id USING ERRCODE = 'IC001';
  END $function$
;

CREATE OR REPLACE FUNCTION public.guard_filing_pass()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  DECLARE held record; ended boolean;
  BEGIN
    IF TG_OP = 'UPDATE' AND is_resealing(TG_RELID) AND to_jsonb(NEW) - 'remark' = to_jsonb(OLD) - 'remark' THEN RETURN NEW; END IF;
    SELECT status, round, applicant_provider_id, xmin = pg_current_xact_id()::xid AS moved INTO held FROM filings WHERE id = NEW.filing_id;
    IF NOT FOUND THEN RETURN NEW; END IF;
    ended := held.status IN ('approved', 'refused', 'withdrawn');
    IF ended OR NOT held.moved THEN RAISE EXCEPTION 'filing %: its passes are locked', NEW.filing_id USING ERRCODE = 'IC001'; END IF;
    IF TG_OP = 'INSERT' THEN
      IF (held.status = 'with-providers' AND NEW.state = 'waiting')
         OR (held.status = 'in-review' AND NEW.state = 'passed' AND NEW.provider_id = held.applicant_provider_id) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'filing %: nobody is asked to pass it now', NEW.filing_id USING ERRCODE = 'IC002';
    END IF;
    IF (NEW.filing_id, NEW.provider_id, NEW.provider_name, NEW.position) IS DISTINCT FROM (OLD.filing_id, OLD.provider_id, OLD.provider_name, OLD.position) THEN
      RAISE EXCEPTION 'filing %: who is asked to pass it never changes', OLD.filing_id USING ERRCODE = 'IC001';
    END IF;
    IF OLD.state = 'passed' AND NEW.state <> 'passed' AND held.status NOT IN ('with-providers', 'returned') THEN
      RAISE EXCEPTION 'filing %: a pass is not taken back while it is %', OLD.filing_id, held.status USING ERRCODE = 'IC002';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.guard_filing_revision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      DECLARE held record;
      BEGIN
        SELECT status, revision INTO held FROM filings WHERE id = NEW.filing_id;
        IF NEW.number <> held.revision + 1 THEN
          RAISE EXCEPTION 'filing %: revision % does not follow %', NEW.filing_id, NEW.number, held.revision USING ERRCODE = 'IC001';
        END IF;
        IF held.status = 'draft' AND NEW.cause = 'finish' THEN RETURN NEW; END IF;
        IF held.status IN ('with-providers', 'returned') AND NEW.cause = 'correct' AND names_open_correction_request(NEW.filing_id) THEN RETURN NEW; END IF;
        RAISE EXCEPTION 'filing %: locked since it was finished', NEW.filing_id USING ERRCODE = 'IC001';
      END $function$
;

CREATE OR REPLACE FUNCTION public.holders_of(mine uuid, wanted text)
 RETURNS TABLE(party text, party_id uuid, number text, status text, subject_name text, province text, since timestamp with time zone, changed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    WITH own AS (SELECT * FROM filings WHERE id = mine)
    SELECT 'record', r.id, r.number, r.state, r.name, r.province, r.approved_at, coalesce((SELECT max(c.issued_at) FROM certificates c WHERE c.subject_id = r.id), r.approved_at)
      FROM own JOIN register_subjects r ON r.state = 'in-force' AND r.owner_account_id <> own.owner_account_id
       AND CASE WHEN wanted IS NULL THEN r.certificate_key = own.subject_key
           ELSE r.certificate_key IS DISTINCT FROM own.subject_key AND EXISTS (SELECT FROM register_services s WHERE s.subject_id = r.id AND s.domain_key = wanted AND s.state = 'in-force') END
    UNION ALL
    SELECT 'filing', f.id, f.reference, f.status, f.subject_name, f.province, f.finished_at, f.status_since
      FROM own JOIN filings f ON f.id <> own.id AND f.domain_keys @> ARRAY[wanted] AND f.subject_key IS DISTINCT FROM own.subject_key
       AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned') AND f.owner_account_id <> own.owner_account_id
     WHERE wanted IS NOT NULL
  $function$
;

CREATE OR REPLACE FUNCTION public.is_resealing(touched oid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        SELECT coalesce(current_setting('icp.resealing', true), '') = 'on' AND pg_has_role(current_user, relowner, 'MEMBER') FROM pg_class WHERE oid = touched
      $function$
;

CREATE OR REPLACE FUNCTION public.keep_account_closed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF NEW.closed_at IS DISTINCT FROM OLD.closed_at AND (OLD.closed_at IS NOT NULL) THEN
      RAISE EXCEPTION 'accounts %: closed_at stays as it is', OLD.id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.keep_certificate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF
          (NEW.id, NEW.subject_id, NEW.version, NEW.code, NEW.owner_account_id, NEW.province, NEW.subject_number,
           NEW.subject_name, NEW.services, NEW.payload, NEW.signature, NEW.signer, NEW.issued_at)
          IS DISTINCT FROM
          (OLD.id, OLD.subject_id, OLD.version, OLD.code, OLD.owner_account_id, OLD.province, OLD.subject_number,
           OLD.subject_name, OLD.services, OLD.payload, OLD.signature, OLD.signer, OLD.issued_at) THEN
          RAISE EXCEPTION 'certificate %: what was issued never changes', OLD.code USING ERRCODE = 'IC004';
        END IF;
        IF OLD.pdf IS NOT NULL AND (NEW.pdf, NEW.sha256) IS DISTINCT FROM (OLD.pdf, OLD.sha256) THEN
          RAISE EXCEPTION 'certificate %: its paper was drawn already', OLD.code USING ERRCODE = 'IC004';
        END IF;
        IF OLD.state <> 'current' AND (NEW.state, NEW.ended_at, NEW.replaced_by) IS DISTINCT FROM (OLD.state, OLD.ended_at, OLD.replaced_by) THEN
          RAISE EXCEPTION 'certificate %: it has ended', OLD.code USING ERRCODE = 'IC004';
        END IF;
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.keep_correction_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF is_resealing(TG_RELID) AND to_jsonb(NEW) - ARRAY['reason', 'answer'] = to_jsonb(OLD) - ARRAY['reason', 'answer'] THEN RETURN NEW; END IF;
        IF (NEW.id, NEW.filing_id, NEW.opened_by, NEW.opened_by_account_id, NEW.provider_id, NEW.fields, NEW.reason, NEW.opened_at)
             IS DISTINCT FROM (OLD.id, OLD.filing_id, OLD.opened_by, OLD.opened_by_account_id, OLD.provider_id, OLD.fields, OLD.reason, OLD.opened_at)
           OR (OLD.state <> 'open' AND NEW.state <> OLD.state) THEN
          RAISE EXCEPTION 'correction request %: what was asked never changes, and an answered one stays answered', OLD.id USING ERRCODE = 'IC001';
        END IF;
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.keep_filing_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF EXISTS (SELECT FROM filings WHERE id = OLD.filing_id) THEN
          RAISE EXCEPTION 'filing_events: rows are never changed or deleted' USING ERRCODE = 'IC001';
        END IF;
        RETURN OLD;
      END $function$
;

CREATE OR REPLACE FUNCTION public.keep_filing_result()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF NEW.result IS DISTINCT FROM OLD.result AND (OLD.result IS NOT NULL OR NEW.status <> 'approved') THEN
      RAISE EXCEPTION 'filings %: result stays as it is', OLD.id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.keep_filing_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF OLD.status <> 'draft' THEN RAISE EXCEPTION 'filing %: locked since it was finished', OLD.id USING ERRCODE = 'IC001'; END IF;
        RETURN OLD;
      END $function$
;

CREATE OR REPLACE FUNCTION public.keep_finished_filing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF (NEW.id, NEW.kind, NEW.owner_account_id, NEW.created_at, NEW.applicant_provider_id) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.owner_account_id, OLD.created_at, OLD.applicant_provider_id) THEN
      RAISE EXCEPTION 'filing %: identity never changes', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF OLD.status <> 'draft' AND (NEW.reference, NEW.finished_at, NEW.receiving_account_id, NEW.receiving_key) IS DISTINCT FROM (OLD.reference, OLD.finished_at, OLD.receiving_account_id, OLD.receiving_key) THEN
      RAISE EXCEPTION 'filing %: reference and time of finish never change', OLD.id USING ERRCODE = 'IC001';
    END IF;
    IF NOT (OLD.status = 'draft' AND NEW.status = 'in-review' AND OLD.applicant_provider_id IS NOT NULL) AND NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
      ('draft', 'awaiting-agreement'), ('awaiting-agreement', 'with-providers'), ('awaiting-agreement', 'refused'), ('awaiting-agreement', 'withdrawn'),
      ('draft', 'with-providers'),
      ('with-providers', 'awaiting-confirmation'), ('with-providers', 'in-review'), ('with-providers', 'refused'), ('with-providers', 'withdrawn'),
      ('awaiting-confirmation', 'in-review'), ('awaiting-confirmation', 'returned'), ('awaiting-confirmation', 'withdrawn'), ('awaiting-confirmation', 'refused'),
      ('in-review', 'approved'), ('in-review', 'returned'), ('in-review', 'refused'),
      ('returned', 'awaiting-confirmation'), ('returned', 'in-review'), ('returned', 'refused'), ('returned', 'withdrawn')
    ) THEN
      RAISE EXCEPTION 'filing %: % does not lead to %', OLD.id, OLD.status, NEW.status USING ERRCODE = 'IC002';
    END IF;
    IF NEW.status <> OLD.status AND NEW.version <= OLD.version THEN
      RAISE EXCEPTION 'filing %: a status moves with its version', OLD.id USING ERRCODE = 'IC002';
    END IF;
    IF OLD.status <> 'draft'
       AND (NEW.draft_content, NEW.revision, NEW.subject_key, NEW.subject_name, NEW.province, NEW.summary, NEW.domain_keys)
           IS DISTINCT FROM (OLD.draft_content, OLD.revision, OLD.subject_key, OLD.subject_name, OLD.province, OLD.summary, OLD.domain_keys)
       AND NOT (OLD.status IN ('with-providers', 'returned') AND names_open_correction_request(OLD.id)) THEN
      RAISE EXCEPTION 'filing %: locked since it was finished', OLD.id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.keep_published_rule()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF TG_OP <> 'INSERT' AND OLD.state = 'published' THEN
          RAISE EXCEPTION 'rule change %: what was published stays as it is', OLD.id USING ERRCODE = 'IC001';
        END IF;
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        IF NEW.state = 'published' THEN
          IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM rule_changes) THEN
            RAISE EXCEPTION 'rule change %: number % does not follow', NEW.id, NEW.number USING ERRCODE = 'IC001';
          END IF;
          IF TG_OP = 'UPDATE' AND (NEW.id, NEW.key, NEW.entry) IS DISTINCT FROM (OLD.id, OLD.key, OLD.entry) THEN
            RAISE EXCEPTION 'rule change %: what is published is the draft that was there', NEW.id USING ERRCODE = 'IC001';
          END IF;
        END IF;
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.keep_register_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'register: % stays, so that its number is never used again', OLD.number USING ERRCODE = 'IC003'; END IF;
        IF NEW.number <> OLD.number OR NEW.id <> OLD.id OR (OLD.state = 'cancelled' AND NEW.state <> 'cancelled') THEN
          RAISE EXCEPTION 'register: % keeps its number and stays cancelled', OLD.number USING ERRCODE = 'IC003';
        END IF;
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.keep_register_owner()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF NEW.owner_account_id IS DISTINCT FROM OLD.owner_account_id AND (true) THEN
      RAISE EXCEPTION 'register_subjects %: owner_account_id stays as it is', OLD.id USING ERRCODE = 'IC001';
    END IF;
    RETURN NEW;
  END $function$
;

CREATE OR REPLACE FUNCTION public.keep_service_apart()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
      BEGIN
        IF NEW.state <> 'in-force' THEN RETURN NEW; END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended(key, 13))
           FROM (SELECT DISTINCT key FROM unnest(NEW.package_names || NEW.domain_key) AS key WHERE key <> '' ORDER BY key) AS held;
        IF NEW.domain_key <> '' AND EXISTS (
          SELECT FROM register_services WHERE domain_key = NEW.domain_key AND state = 'in-force' AND subject_id <> NEW.subject_id
        ) THEN
          RAISE unique_violation USING CONSTRAINT = 'register_one_subject_per_domain', MESSAGE = 'the domain is in force for another subject';
        END IF;
        IF EXISTS (SELECT FROM register_services WHERE package_names && NEW.package_names AND state = 'in-force' AND id <> NEW.id) THEN
          RAISE unique_violation USING CONSTRAINT = 'register_one_service_per_package', MESSAGE = 'the program is in force as another service';
        END IF;
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.link_leads_to_filing(filing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT EXISTS (SELECT FROM confirmations WHERE filing_id = filing AND token_key = acting_link())
  $function$
;

CREATE OR REPLACE FUNCTION public.mediation_sides(asked uuid)
 RETURNS TABLE(applicant_name text, applicant_since timestamp with time zone, party text, party_id uuid, number text, status text, subject_name text, province text, since timestamp with time zone, changed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT f.subject_name, f.created_at, h.* FROM mediations m JOIN filings f ON f.id = m.filing_id
      LEFT JOIN LATERAL (SELECT * FROM holders_of(m.filing_id, m.domain) h WHERE h.province = m.holder_province ORDER BY h.party DESC, h.since LIMIT 1) h ON true
     WHERE m.id = asked AND acting_role() = 'reviewer' AND acting_province() IN (m.applicant_province, m.holder_province)
  $function$
;

CREATE OR REPLACE FUNCTION public.mediation_stands(asked uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT EXISTS (SELECT FROM mediations m, holders_of(m.filing_id, m.domain) h WHERE m.id = asked AND h.province = m.holder_province)
  $function$
;

CREATE OR REPLACE FUNCTION public.migration_standing(giving text, service text, receiving text)
 RETURNS TABLE(giving_key text, service_in_force boolean, services_in_force integer, domain_shared boolean, receiving_nature text, receiving_account uuid, receiving_key text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT g.certificate_key,
           EXISTS (SELECT FROM register_services s WHERE s.subject_id = g.id AND s.number = service AND s.state = 'in-force'),
           (SELECT count(*)::integer FROM register_services s WHERE s.subject_id = g.id AND s.state = 'in-force'),
           EXISTS (
             SELECT FROM register_services s JOIN register_services other ON other.subject_id = g.id AND other.domain_key = s.domain_key AND other.id <> s.id AND other.state = 'in-force'
              WHERE s.subject_id = g.id AND s.number = service AND s.state = 'in-force' AND s.domain_key <> ''),
           r.nature, r.owner_account_id, r.certificate_key
      FROM (SELECT) one
      LEFT JOIN register_subjects g ON g.number = giving AND g.state = 'in-force'
      LEFT JOIN register_subjects r ON r.number = receiving AND r.state = 'in-force'
  $function$
;

CREATE OR REPLACE FUNCTION public.names_open_correction_request(filing uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
        SELECT EXISTS (
          SELECT 1 FROM correction_requests
           WHERE id::text = current_setting('icp.correction_request', true) AND filing_id = filing AND state = 'open')
      $function$
;

CREATE OR REPLACE FUNCTION public.never_remove_certificate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        RAISE EXCEPTION 'certificates: rows are never deleted' USING ERRCODE = 'IC004';
      END $function$
;

CREATE OR REPLACE FUNCTION public.never_rewrite()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF TG_OP = 'UPDATE' AND is_resealing(TG_RELID) THEN RETURN NULL; END IF;
        RAISE EXCEPTION '%: rows are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'IC001';
      END $function$
;

CREATE OR REPLACE FUNCTION public.only_resealed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
      BEGIN
        IF to_jsonb(NEW) - TG_ARGV IS DISTINCT FROM to_jsonb(OLD) - TG_ARGV THEN
          RAISE EXCEPTION '%: only what is sealed may be sealed anew', TG_TABLE_NAME USING ERRCODE = 'IC001';
        END IF;
        RETURN NEW;
      END $function$
;

CREATE OR REPLACE FUNCTION public.packages_in_force(names text[], except_services uuid[])
 RETURNS SETOF text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT DISTINCT held FROM register_services s, unnest(s.package_names) AS held
         WHERE s.package_names && names AND held = ANY (names) AND s.state = 'in-force' AND s.id <> ALL (except_services)
      $function$
;

CREATE OR REPLACE FUNCTION public.provider_serves_account(account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT EXISTS (
          SELECT FROM register_subjects r JOIN register_services s ON s.subject_id = r.id JOIN register_accesses a ON a.service_id = s.id
           WHERE r.owner_account_id = account AND r.state = 'in-force' AND s.state = 'in-force' AND a.provider_id = acting_provider())
      $function$
;

CREATE OR REPLACE FUNCTION public.provider_serves_subject(subject uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT EXISTS (
      SELECT FROM register_services s JOIN register_accesses a ON a.service_id = s.id WHERE s.subject_id = subject AND a.provider_id = acting_provider())
      OR EXISTS (
        SELECT FROM register_subjects r JOIN filings f ON (r.certificate_key = f.subject_key OR r.certificate_key = f.receiving_key) JOIN filing_passes p ON p.filing_id = f.id
         WHERE r.id = subject AND p.provider_id = acting_provider() AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned'))
  $function$
;

CREATE OR REPLACE FUNCTION public.province_to_ask(mine uuid, wanted text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT h.province FROM holders_of(mine, wanted) h
     WHERE EXISTS (SELECT FROM filings f WHERE f.id = mine AND f.owner_account_id = acting_account() AND f.status = 'draft') ORDER BY h.party DESC, h.since LIMIT 1
  $function$
;

CREATE OR REPLACE FUNCTION public.remove_log_on_records(before timestamp with time zone)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        DELETE FROM log_on_records WHERE at < before
      $function$
;

CREATE OR REPLACE FUNCTION public.reviews_of_provinces(before timestamp with time zone)
 RETURNS TABLE(province text, "inReview" integer, overdue integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT f.province::text, count(*)::integer, (count(*) FILTER (WHERE coalesce(f.review_since, f.status_since) <= $1))::integer
          FROM filings f WHERE f.status = 'in-review' AND acting_role() = 'operator' GROUP BY f.province
      $function$
;

CREATE OR REPLACE FUNCTION public.running_filings_of_subject(key text, except_id uuid)
 RETURNS TABLE(kind text, status text, service_numbers text[], access_ids text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
        SELECT f.kind, f.status, CASE WHEN f.kind = 'cancel-service' THEN ARRAY (SELECT jsonb_array_elements_text(r.content -> 'serviceNumbers')) ELSE '{}' END, CASE WHEN f.kind = 'cancel-access' THEN ARRAY (SELECT jsonb_array_elements_text(r.content -> 'accessIds')) ELSE '{}' END
          FROM filings f JOIN filing_revisions r ON r.filing_id = f.id AND r.number = f.revision
         WHERE f.id IS DISTINCT FROM except_id AND ((f.subject_key = key AND f.status = 'awaiting-agreement')
           OR ((f.subject_key = key OR f.receiving_key = key) AND f.status IN ('with-providers', 'awaiting-confirmation', 'in-review', 'returned')))
      $function$
;

CREATE OR REPLACE FUNCTION public.subject_is_filed(key text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT EXISTS (SELECT FROM register_subjects WHERE certificate_key = key AND state = 'in-force')
  $function$
;

CREATE OR REPLACE FUNCTION public.subject_of_certificate(asked text)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
    SELECT subject_id FROM certificates WHERE code = asked
  $function$
;
