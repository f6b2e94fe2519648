import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, Instant, pageOf } from './shapes.js'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** What the system signed about its own audit at one moment; the signature is Ed25519, or SM2 with SM3, over the canonical JSON of the rest, base64url. */
export const Checkpoint = z.object({
  format: z.literal('icp-checkpoint/1'),
  number: z.number().int().min(1),
  /** Entries of the log that it covers. */
  size: z.number().int().min(1),
  /** Root of the Merkle tree (RFC 6962) over them. */
  root: Digest,
  at: Instant,
  previous: Digest,
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  signature: z.string().max(100),
}).meta({ id: 'Checkpoint' })
export type Checkpoint = z.infer<typeof Checkpoint>

export const AuditEntry = z.object({
  chain: z.string(),
  position: z.number().int(),
  /** Its place in the log of all entries; null until the next checkpoint. */
  sequence: z.number().int().nullable(),
  at: Instant,
  role: z.string(),
  accountId: Id.nullable(),
  userName: z.string().nullable(),
  action: z.string(),
  filingId: Id.nullable(),
  objectType: z.string(),
  objectId: z.string(),
  digest: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
}).meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>

/** What `verify` looks at, in the order in which it does. */
export const verifiedKinds = [
  'entries', 'chains', 'log', 'checkpoints', 'revisions', 'contents', 'corrections', 'receipts', 'papers', 'approvals', 'register', 'numbers', 'certificates', 'signers', 'acceptances', 'reads',
] as const
export const VerifiedKind = z.enum(verifiedKinds)
export type VerifiedKind = z.infer<typeof VerifiedKind>

/** What was found of one kind. `first` is the first thing that is wrong: where, and what. */
export const VerifiedPart = z.object({
  kind: VerifiedKind,
  checked: z.number().int(),
  wrong: z.number().int(),
  first: z.object({ where: z.string(), what: z.string() }).nullable(),
  /** Why it could not be checked, if it could not. */
  skipped: z.string().nullable(),
}).meta({ id: 'VerifiedPart' })
export type VerifiedPart = z.infer<typeof VerifiedPart>

export const Verification = z.object({
  id: Id,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  askedAt: Instant,
  endedAt: Instant.nullable(),
  /** What is being looked at, and how much of it was. */
  progress: z.object({ kind: VerifiedKind, done: z.number().int(), total: z.number().int() }).nullable(),
  result: z.object({ whole: z.boolean(), parts: z.array(VerifiedPart), entries: z.number().int(), checkpoint: Checkpoint.nullable() }).nullable(),
}).meta({ id: 'Verification' })
export type Verification = z.infer<typeof Verification>

/** A record that an account has read or acted on. */
export const ReadRecord = z.object({
  object: z.string(),
  /** Submission number or filing number, where the record has one. */
  reference: z.string().nullable(),
  reads: z.number().int(),
  acts: z.number().int(),
  actions: z.array(z.string()),
  first: Instant,
  last: Instant,
}).meta({ id: 'ReadRecord' })
export type ReadRecord = z.infer<typeof ReadRecord>

const Period = z.object({ from: Instant, to: Instant })

export const auditOperations = {
  getLatestCheckpoint: operation({
    method: 'GET', path: '/checkpoints/latest', summary: 'The newest signed checkpoint of the audit, with the key that verifies it',
    /** PEM. */
    answer: z.object({ checkpoint: Checkpoint.nullable(), publicKey: z.string() }),
  }),
  listCheckpoints: operation({
    method: 'GET', path: '/audit/checkpoints', summary: 'Signed checkpoints, newest first', query: z.object({ cursor: Cursor }), answer: pageOf(Checkpoint),
  }),
  searchAuditEntries: operation({
    method: 'GET', path: '/audit/entries', summary: 'Audit entries, newest first',
    query: z.object({
      /** A user name or account id. */
      actor: z.string().trim().max(100).optional(),
      /** An object id, a submission number or a filing number. */
      object: z.string().trim().max(100).optional(),
      /** The whole action, e.g. `filing.approve`, or its beginning up to the dot. */
      action: z.string().trim().max(60).optional(),
      from: Instant.optional(),
      to: Instant.optional(),
      cursor: Cursor,
    }),
    answer: z.object({ rows: z.array(AuditEntry), next: z.string().nullable() }),
  }),
  startVerification: operation({
    method: 'POST', path: '/audit/verifications', summary: 'Verify audit, contents, certificates and register now', answer: Verification, success: 201,
    idempotent: true,
  }),
  getVerification: operation({
    method: 'GET', path: '/audit/verifications/latest', summary: 'The newest verification and how far it is',
    answer: z.object({ verification: Verification.nullable() }),
  }),
  downloadAuditExport: operation({
    method: 'GET', path: '/audit/export', summary: 'All that verify needs, without personal data, as JSON lines', bytes: 'application/jsonl', refusals: [409],
  }),
  getBreachScope: operation({
    method: 'GET', path: '/audit/breach-scope', summary: 'Every record that an account has read or acted on in a period',
    query: Period.extend({ account: z.string().trim().min(1).max(100) }),
    answer: z.object({ account: z.object({ id: Id, userName: z.string(), role: z.string() }), entries: z.number().int(), rows: z.array(ReadRecord) }),
    refusals: [404],
  }),
}
