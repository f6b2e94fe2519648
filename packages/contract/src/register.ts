import { FilingKind, FilingStatus, ServiceType } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Day, Id, IdParams, Instant, pageOf } from './shapes.js'

const State = z.enum(['in-force', 'cancelled'])

/** That the administration has cancelled it by force: when, why (code of `forcedReasons`) and on what ground. */
const ForcedEnd = z.object({ at: Instant, reason: z.string(), ground: z.string() })

export const CertificateRow = z.object({
  id: Id,
  version: z.number().int(),
  code: z.string(),
  state: z.enum(['current', 'replaced', 'cancelled']),
  subjectNumber: z.string(),
  subjectName: z.string(),
  services: z.number().int(),
  issuedAt: Instant,
  endedAt: Instant.nullable(),
  verifyUrl: z.string(),
}).meta({ id: 'CertificateRow' })
export type CertificateRow = z.infer<typeof CertificateRow>

export const RegisterSubjectView = z.object({
  id: Id,
  number: z.string(),
  name: z.string(),
  nature: z.string(),
  province: z.string(),
  state: State,
  approvedOn: Day,
  cancelledOn: Day.nullable(),
  byForce: ForcedEnd.nullish(),
  services: z.array(z.object({
    id: Id, number: z.string(), type: ServiceType, name: z.string(), domain: z.string(), state: State, approvedOn: Day, cancelledOn: Day.nullable(),
    /** Also of one that fell with its subject. */
    byForce: ForcedEnd.nullish(),
    /** The number under which it goes on with another subject. */
    movedTo: z.string().nullish(),
    providers: z.array(z.object({ id: Id, name: z.string() })),
    accesses: z.array(z.object({ id: z.string(), providerName: z.string() })),
  })),
  certificates: z.array(CertificateRow),
  /** A filing about this subject that is still running, if any. */
  openFilings: z.array(z.object({ id: Id, kind: FilingKind, status: FilingStatus, reference: z.string().nullable(), serviceNumbers: z.array(z.string()) })),
}).meta({ id: 'RegisterSubjectView' })
export type RegisterSubjectView = z.infer<typeof RegisterSubjectView>

export const PublicRecord = z.object({
  serviceNumber: z.string(),
  subjectNumber: z.string(),
  subjectName: z.string(),
  nature: z.string(),
  serviceName: z.string(),
  serviceType: ServiceType,
  domain: z.string(),
  preApprovals: z.array(z.string()),
  approvedOn: Day,
  state: State,
  cancelledOn: Day.nullable(),
  /** The number under which it goes on with another subject. */
  movedTo: z.string().nullish(),
}).meta({ id: 'PublicRecord' })
export type PublicRecord = z.infer<typeof PublicRecord>

export const LookUpAnswer = z.object({
  /** How the query was read: which kind, and after which normalisation. */
  read: z.object({ as: z.enum(['domain', 'number', 'package', 'name']), text: z.string() }),
  rows: z.array(PublicRecord),
  next: z.string().nullable(),
}).meta({ id: 'LookUpAnswer' })

/** What anyone may learn of a certificate. `verdict` is of the dropped PDF; of a code it is null, or `revoked-signer` where nothing shows that it was issued in time. */
export const CertificateCheck = z.object({
  verdict: z.enum(['genuine', 'tampered', 'appended', 'foreign-signer', 'revoked-signer', 'not-signed', 'unreadable']).nullable(),
  signedAt: Instant.nullable(),
  signer: z.string().nullable(),
  certificate: z.object({
    code: z.string(), version: z.number().int(), state: z.enum(['current', 'replaced', 'cancelled']), issuedAt: Instant, endedAt: Instant.nullable(),
    replacedBy: z.string().nullable(),
    subjectNumber: z.string(), subjectName: z.string(), administration: z.object({ zh: z.string(), en: z.string() }),
    services: z.array(z.object({ number: z.string(), type: ServiceType, name: z.string(), domain: z.string(), state: State, cancelledOn: Day.nullable() })),
  }).nullable(),
}).meta({ id: 'CertificateCheck' })
export type CertificateCheck = z.infer<typeof CertificateCheck>

export const revocationReasons = ['key-compromise', 'superseded', 'unspecified'] as const

/** A signer that counts no more, by the word of the root. */
export const Revocation = z.object({
  /** SHA-256 (hex) of the signer's public key. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Its folder in `signers/`, such as `0001`. */
  name: z.string().max(100),
  /** What the audit shows as issued before counts. */
  since: Instant,
  reason: z.enum(revocationReasons),
  /** Of the root over the rest: ECDSA P-256 with SHA-256, r and s, base64url. */
  signature: z.string().max(100),
}).meta({ id: 'Revocation' })
export type Revocation = z.infer<typeof Revocation>

export const RevokedSignersList = z.object({ format: z.literal('icp-revoked-signers/1'), revoked: z.array(Revocation) }).meta({ id: 'RevokedSignersList' })
export type RevokedSignersList = z.infer<typeof RevokedSignersList>

export const registerOperations = {
  listOwnRecords: operation({ method: 'GET', path: '/register/mine', summary: 'My subjects, services and certificates in the register', answer: z.object({ rows: z.array(RegisterSubjectView) }) }),
  listCertificates: operation({ method: 'GET', path: '/certificates', summary: 'Certificates issued by my administration', query: z.object({ q: z.string().max(100).optional(), cursor: Cursor }), answer: pageOf(CertificateRow) }),
  downloadCertificate: operation({ method: 'GET', path: '/certificates/:id/pdf', summary: 'The signed certificate', params: IdParams, bytes: 'application/pdf', refusals: [409] }),
  lookUp: operation({ method: 'GET', path: '/look-up', summary: 'Public look-up by domain, number, package name of an app, or name of an owner or app', query: z.object({ q: z.string().trim().min(2).max(255), cursor: Cursor }), answer: LookUpAnswer }),
  verifyByCode: operation({ method: 'GET', path: '/verify/:code', summary: 'A certificate by its code', params: z.object({ code: z.string().max(40) }), answer: CertificateCheck }),
  getCertificateStatement: operation({
    method: 'GET', path: '/verify/:code/statement', summary: 'A certificate for programs: what was issued and its signature, to be verified offline',
    params: z.object({ code: z.string().max(40) }), bytes: 'application/json', refusals: [409],
  }),
  getRevokedSigners: operation({
    method: 'GET', path: '/certificates/revoked-signers', summary: 'Signers of certificates that count no more, each by the word of the root', answer: RevokedSignersList,
  }),
  verifyPdf: operation({ method: 'POST', path: '/verify', summary: 'Check a certificate PDF', bodyBytes: 'application/pdf', answer: CertificateCheck }),
}
