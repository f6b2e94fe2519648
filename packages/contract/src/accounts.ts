import { AccountRole, Category } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Instant, Password } from './shapes.js'

/** A verification code is answered either from the picture or by proof of work (no picture needed). */
export const VerificationAnswer = z.discriminatedUnion('way', [
  z.object({ way: z.literal('picture'), id: z.uuid(), text: z.string().max(16) }),
  z.object({ way: z.literal('proof'), payload: z.string().max(4000) }),
]).meta({ id: 'VerificationAnswer' })
export type VerificationAnswer = z.infer<typeof VerificationAnswer>

/** What a verification code is asked for. It is good for that and in the browser that asked, for nothing and nobody else. */
export const VerificationPurpose = z.enum(['log-on', 'registration', 'recovery']).meta({ id: 'VerificationPurpose' })
export type VerificationPurpose = z.infer<typeof VerificationPurpose>

export const VerificationPicture = z.object({ id: z.uuid(), svg: z.string(), expiresAt: Instant }).meta({ id: 'VerificationPicture' })
export const ProofChallenge = z.object({ challenge: z.record(z.string(), z.unknown()) }).meta({ id: 'ProofChallenge' })

export const DocumentName = z.enum(['terms', 'pledge'])
export const Acceptance = z.object({ document: DocumentName, version: z.string(), acceptedAt: Instant })

/** A code on screen is present only while the SMS platform is off. */
export const CodesSent = z.object({
  mobile: z.string(),
  email: z.string(),
  expiresAt: Instant,
  resendAt: Instant,
  onScreen: z.object({ mobileCode: z.string(), emailCode: z.string() }).nullable(),
}).meta({ id: 'CodesSent' })

export const Registration = z.object({ accepted: z.array(Acceptance), codes: CodesSent.nullable(), done: z.boolean() }).meta({ id: 'Registration' })

export const RegistrationForm = z.object({
  userName: z.string().max(64),
  password: Password,
  name: z.string().max(128),
  certificateType: z.string().max(16),
  certificateNumber: z.string().max(128),
  mobile: z.string().max(64),
  email: z.string().max(254),
  mobileCode: z.string().max(12),
  emailCode: z.string().max(12),
}).meta({ id: 'RegistrationForm' })
export type RegistrationForm = z.infer<typeof RegistrationForm>

/**
 * The second step of log-on. An owner gets one code, the same to phone and mail; staff enter the code of their authenticator, and no message leaves (`mobile`
 * and `email` are then empty). Only for accounts of the demo data does an authenticator's code stand on the screen.
 */
export const LogOnStep = z.object({
  way: z.enum(['message', 'authenticator']).default('message'),
  mobile: z.string(),
  email: z.string(),
  expiresAt: Instant,
  resendAt: Instant,
  triesLeft: z.number().int(),
  onScreen: z.object({ code: z.string() }).nullable(),
}).meta({ id: 'LogOnStep' })
export type LogOnStep = z.infer<typeof LogOnStep>

export const Me = z.object({
  id: z.uuid(),
  userName: z.string(),
  name: z.string(),
  category: Category,
  role: AccountRole,
  provider: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Six-digit province code of a reviewer's administration. */
  province: z.string().nullable(),
  /** Documents whose current version this account has not accepted yet. */
  toAccept: z.array(DocumentName),
  unreadNotices: z.number().int(),
  sessionEndsAt: Instant,
  /** The password is too old (profile mlps): nothing but a new one is taken until it is changed. */
  passwordExpired: z.literal(true).optional(),
}).meta({ id: 'Me' })
export type Me = z.infer<typeof Me>

export const OwnAccount = z.object({
  userName: z.string(),
  name: z.string(),
  certificateType: z.string(),
  certificateNumber: z.string(),
  mobile: z.string(),
  email: z.string(),
  registeredAt: Instant,
  /** Until when no cancellation is handed in, after a new mobile number; null when one may be. */
  heldUntil: Instant.nullable(),
  /** Since when log-ons ask for the code of an authenticator; null while a code goes to phone and mail. */
  authenticatorSince: Instant.nullable(),
  acceptances: z.array(Acceptance),
}).meta({ id: 'OwnAccount' })

export const Notice = z.object({
  id: z.uuid(),
  at: Instant,
  readAt: Instant.nullable(),
  filingId: z.uuid().nullable(),
  title: z.object({ zh: z.string(), en: z.string() }),
  text: z.object({ zh: z.string(), en: z.string() }),
}).meta({ id: 'Notice' })

export const accountOperations = {
  drawVerificationPicture: operation({
    method: 'POST', path: '/verification/pictures', summary: 'A new verification code as a picture', body: z.object({ purpose: VerificationPurpose }), answer: VerificationPicture, success: 201,
  }),
  askProofChallenge: operation({
    method: 'POST', path: '/verification/proofs', summary: 'A proof-of-work challenge, the way without a picture', body: z.object({ purpose: VerificationPurpose }), answer: ProofChallenge, success: 201,
  }),
  startRegistration: operation({
    method: 'POST', path: '/registrations', summary: 'Start registering; sets the registration cookie', answer: Registration, success: 201,
  }),
  getRegistration: operation({
    method: 'GET', path: '/registrations/current', summary: 'Where this registration stands', answer: Registration, refusals: [404],
  }),
  acceptForRegistration: operation({
    method: 'POST', path: '/registrations/current/acceptances', summary: 'Accept the terms, then the pledge',
    body: z.object({ document: DocumentName, version: z.string().max(32) }), answer: Registration, refusals: [404, 409], idempotent: true,
  }),
  sendRegistrationCodes: operation({
    method: 'POST', path: '/registrations/current/codes', summary: 'Send one code to the mobile and one to the mailbox',
    body: z.object({ mobile: z.string().max(64), email: z.string().max(254), verification: VerificationAnswer }), answer: CodesSent, refusals: [404, 409],
  }),
  completeRegistration: operation({
    method: 'POST', path: '/registrations/current/complete', summary: 'Make the account',
    body: RegistrationForm, answer: z.object({ userName: z.string() }), refusals: [404, 409], idempotent: true,
  }),
  logOn: operation({
    method: 'POST', path: '/log-on', summary: 'First step: category, name, password, verification code',
    body: z.object({ category: Category, userName: z.string().max(64), password: Password, verification: VerificationAnswer }),
    answer: LogOnStep, refusals: [401],
  }),
  getLogOnStep: operation({
    method: 'GET', path: '/log-on', summary: 'The running second step, after a reload', answer: LogOnStep, refusals: [401],
  }),
  resendLogOnCode: operation({
    method: 'POST', path: '/log-on/resend', summary: 'Send a new code; only the newest works', answer: LogOnStep, refusals: [401],
  }),
  enterLogOnCode: operation({
    method: 'POST', path: '/log-on/code', summary: 'Second step: the code', body: z.object({ code: z.string().max(12) }), answer: Me, refusals: [401],
  }),
  logOff: operation({ method: 'POST', path: '/log-off', summary: 'End this session' }),
  getMe: operation({ method: 'GET', path: '/me', summary: 'Who is signed in', answer: Me }),
  getOwnAccount: operation({ method: 'GET', path: '/account', summary: 'My account and what I accepted', answer: OwnAccount }),
  acceptAgain: operation({
    method: 'POST', path: '/account/acceptances', summary: 'Accept a new version of a document',
    body: z.object({ document: DocumentName, version: z.string().max(32) }), answer: OwnAccount, refusals: [409], idempotent: true,
  }),
  sendStepUpCode: operation({
    method: 'POST', path: '/account/codes', summary: 'A code for an act that needs one now',
    body: z.object({ purpose: z.enum(['cancel', 'password', 'export', 'closure']) }), answer: LogOnStep, idempotent: true,
  }),
  listNotices: operation({
    method: 'GET', path: '/notices', summary: 'My inbox, newest first', answer: z.object({ rows: z.array(Notice), unread: z.number().int() }),
  }),
  markNoticesRead: operation({ method: 'POST', path: '/notices/read', summary: 'Mark all of my notices as read' }),
}
