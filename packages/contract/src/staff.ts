import { AccountRequestKind, AccountRequestState as StoredRequestState, AccountRole, Post, StaffRole } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf, Password } from './shapes.js'

/** 256 bits in base64url; travels behind the # of the link and in bodies, never in an address that a server or proxy writes down. */
const Token = z.string().max(64)
const Reason = z.string().max(500)
const Search = z.string().max(100).optional()

export const InvitationPurpose = z.enum(['join', 'authenticator', 'set-up'])

/** What the page behind the link of an invitation shows. The secret is for the authenticator that is being added; nothing is kept of it until a code proves it. */
export const OpenedInvitation = z.object({
  purpose: InvitationPurpose,
  role: StaffRole,
  organisation: z.string().nullable(),
  /** Empty in the set-up of the first security administrator, who is not known yet. */
  name: z.string(),
  mobile: z.string(),
  email: z.string(),
  /** Of an account that exists already. */
  userName: z.string().nullable(),
  expiresAt: Instant,
  authenticator: z.object({ secret: z.string(), address: z.string(), qrCode: z.string() }),
}).meta({ id: 'OpenedInvitation' })
export type OpenedInvitation = z.infer<typeof OpenedInvitation>

export const InvitationAnswer = z.object({
  token: Token,
  userName: z.string().max(64),
  password: Password,
  code: z.string().max(12),
  /** Asked only in the set-up of the first security administrator. */
  name: z.string().max(128).optional(),
  mobile: z.string().max(64).optional(),
  email: z.string().max(254).optional(),
}).meta({ id: 'InvitationAnswer' })
export type InvitationAnswer = z.infer<typeof InvitationAnswer>

/** `link` is present only while the SMS platform is off, as codes are. */
const OnScreenLink = z.object({ link: z.string() }).nullable()

export const InvitationState = z.enum(['waiting', 'sent', 'expired', 'accepted', 'revoked'])
export type InvitationState = z.infer<typeof InvitationState>
export const InvitationRow = z.object({
  id: Id, purpose: InvitationPurpose, role: StaffRole, organisation: z.string().nullable(), name: z.string(), mobile: z.string(), email: z.string(),
  state: InvitationState, invitedAt: Instant, invitedBy: z.string().nullable(), expiresAt: Instant.nullable(),
}).meta({ id: 'InvitationRow' })
export type InvitationRow = z.infer<typeof InvitationRow>

export const Invited = z.object({ invitation: InvitationRow, onScreen: OnScreenLink }).meta({ id: 'Invited' })

/** `closed`: by its owner; `emptied`: of staff, long after it was disabled. Of both nothing says any more whose it was, and `userName` is only a placeholder. */
export const KeptAccountState = z.enum(['active', 'disabled', 'closed', 'emptied'])

/** Of a disabled staff account: when it will be emptied, unless it is enabled before; else null. */
const EmptiedFrom = Instant.nullable()
export const AccountRow = z.object({
  id: Id, userName: z.string(), name: z.string(), role: AccountRole, organisation: z.string().nullable(), state: KeptAccountState,
  registeredAt: Instant, lastLogOnAt: Instant.nullable(), emptiedFrom: EmptiedFrom,
}).meta({ id: 'AccountRow' })

/** Mobile and mail are masked; certificate numbers are not shown at all. */
export const KeptAccount = AccountRow.extend({
  mobile: z.string(), email: z.string(), providerId: Id.nullable(), province: z.string().nullable(),
  sessions: z.number().int(), authenticatorSince: Instant.nullable(), recoveryCodesLeft: z.number().int(),
  /** A wait after wrong passwords runs. */
  waitUntil: Instant.nullable(),
  /** Stopped altogether after too many wrong passwords in a row. */
  stopped: z.boolean(),
  /** Kinds for which a request waits for a second person. */
  waiting: z.array(AccountRequestKind),
  /** What was done to it by hand, newest first. */
  acts: z.array(z.object({ act: z.enum(['disable', 'enable', 'reset-authenticator', 'change-role', 'end-sessions', 'clear-stop']), by: z.string(), at: Instant, reason: z.string() })),
}).meta({ id: 'KeptAccount' })
export type KeptAccount = z.infer<typeof KeptAccount>

/** `expired`: nobody decided in time; `withdrawn`: the invitation that it asks for was taken back meanwhile. */
export const AccountRequestState = z.enum([...StoredRequestState.options, 'expired', 'withdrawn'])
export type AccountRequestState = z.infer<typeof AccountRequestState>

export const AccountRequestRow = z.object({
  id: Id, kind: AccountRequestKind, state: AccountRequestState,
  /** Whom it is about, by name and, where there is one, by user name. */
  name: z.string(), userName: z.string().nullable(), accountId: Id.nullable(),
  /** What it leads to; null where the role stays. */
  role: StaffRole.nullable(), organisation: z.string().nullable(),
  reason: z.string(), askedBy: z.string(), askedAt: Instant, expiresAt: Instant,
  decidedBy: z.string().nullable(), decidedAt: Instant.nullable(),
  /** Whether the one who asks may decide it. */
  mayDecide: z.boolean(),
}).meta({ id: 'AccountRequestRow' })
export type AccountRequestRow = z.infer<typeof AccountRequestRow>

/** Done at once, or waiting for a second person. */
export const Kept = z.object({ account: KeptAccount, waitsForSecondPerson: z.boolean(), onScreen: OnScreenLink }).meta({ id: 'Kept' })

export const staffOperations = {
  openInvitation: operation({
    method: 'POST', path: '/invitations/open', summary: 'What the link of an invitation is for, and the secret for an authenticator',
    body: z.object({ token: Token }), answer: OpenedInvitation, refusals: [404],
  }),
  acceptInvitation: operation({
    method: 'POST', path: '/invitations/accept', summary: 'User name, password and the first code of the authenticator: makes or completes the account',
    body: InvitationAnswer, answer: z.object({ userName: z.string(), recoveryCodes: z.array(z.string()) }), refusals: [404],
  }),
  inviteStaff: operation({
    method: 'POST', path: '/administration/invitations', summary: 'Invite staff of a provider, a reviewer or an administrator',
    body: Post.extend({ name: z.string().max(128), mobile: z.string().max(64), email: z.string().max(254), reason: Reason }), answer: Invited, success: 201, idempotent: true,
  }),
  listInvitations: operation({
    method: 'GET', path: '/administration/invitations', summary: 'Invitations, newest first',
    query: z.object({ state: InvitationState.optional(), cursor: Cursor }), answer: pageOf(InvitationRow),
  }),
  revokeInvitation: operation({
    method: 'POST', path: '/administration/invitations/:id/revoke', summary: 'Take an invitation back; its link stops working', params: IdParams,
    answer: InvitationRow, idempotent: true,
  }),
  resendInvitation: operation({
    method: 'POST', path: '/administration/invitations/:id/resend', summary: 'Send a new link; the one before stops working', params: IdParams,
    answer: Invited, idempotent: true,
  }),
  listAccounts: operation({
    method: 'GET', path: '/administration/accounts', summary: 'Accounts, newest first',
    query: z.object({ q: Search, role: AccountRole.optional(), state: KeptAccountState.optional(), providerId: Id.optional(), province: z.string().max(6).optional(), cursor: Cursor }),
    answer: pageOf(AccountRow),
  }),
  getAccount: operation({ method: 'GET', path: '/administration/accounts/:id', summary: 'One account', params: IdParams, answer: KeptAccount }),
  disableAccount: operation({
    method: 'POST', path: '/administration/accounts/:id/disable', summary: 'Disable an account; its sessions end at once', params: IdParams,
    body: z.object({ reason: Reason }), answer: Kept, idempotent: true,
  }),
  enableAccount: operation({
    method: 'POST', path: '/administration/accounts/:id/enable', summary: 'Enable a disabled account; two people for an administrator', params: IdParams,
    body: z.object({ reason: Reason }), answer: Kept, idempotent: true,
  }),
  endAccountSessions: operation({
    method: 'POST', path: '/administration/accounts/:id/end-sessions', summary: 'End every session of an account', params: IdParams,
    answer: Kept, idempotent: true,
  }),
  clearLogOnStop: operation({
    method: 'POST', path: '/administration/accounts/:id/clear-stop', summary: 'Let an account try again that was stopped after wrong passwords', params: IdParams,
    answer: Kept, idempotent: true,
  }),
  resetAuthenticator: operation({
    method: 'POST', path: '/administration/accounts/:id/reset-authenticator', summary: 'Take a lost authenticator away and send a link for a new one; two people for an administrator', params: IdParams, body: z.object({ reason: Reason }), answer: Kept, idempotent: true,
  }),
  requestRoleChange: operation({
    method: 'POST', path: '/administration/accounts/:id/role', summary: 'Ask for another role or organisation of a staff account; a second person countersigns',
    params: IdParams, body: Post.extend({ reason: Reason }), answer: Kept, idempotent: true,
  }),
  listAccountRequests: operation({
    method: 'GET', path: '/administration/account-requests', summary: 'What waits for a second person, and what was decided',
    query: z.object({ state: AccountRequestState.optional(), cursor: Cursor }), answer: pageOf(AccountRequestRow),
  }),
  decideAccountRequest: operation({
    method: 'POST', path: '/administration/account-requests/:id/decision', summary: 'Countersign or decline, as another person than who asked',
    params: IdParams, body: z.object({ agree: z.boolean() }), answer: z.object({ request: AccountRequestRow, onScreen: OnScreenLink }), idempotent: true,
  }),
  listTeam: operation({
    method: 'GET', path: '/team', summary: 'The staff of my access provider',
    answer: z.object({ rows: z.array(z.object({ id: Id, userName: z.string(), name: z.string(), state: KeptAccountState.exclude(['closed']), registeredAt: Instant, lastLogOnAt: Instant.nullable(), emptiedFrom: EmptiedFrom })) }),
  }),
}
