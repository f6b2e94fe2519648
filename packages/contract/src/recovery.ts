import { Category } from '@icp/domain'
import { z } from 'zod'
import { VerificationAnswer } from './accounts.js'
import { operation } from './operation.js'
import { Instant, Password } from './shapes.js'

/** 256 bits in base64url, as a link carries them behind its `#`. */
export const LinkToken = z.string().max(64)

const Code = z.string().max(12)

/** How long the step that was just taken may go on; the same whether or not there is such an account. */
export const RecoveryStep = z.object({ until: Instant }).meta({ id: 'RecoveryStep' })

/** Getting back in. Each first step gives the same answer, and does the same work, whether or not there is such an account. */
export const recoveryOperations = {
  askUserName: operation({
    method: 'POST', path: '/recovery/user-name', summary: 'Mail the user names of this address, if there are any',
    body: z.object({ category: Category, email: z.string().max(254), verification: VerificationAnswer }),
  }),
  askPasswordReset: operation({
    method: 'POST', path: '/recovery/password', summary: 'Send a code to the phone of this account, if there is one',
    body: z.object({ category: Category, userName: z.string().max(64), verification: VerificationAnswer }), answer: RecoveryStep,
  }),
  enterResetCode: operation({
    method: 'POST', path: '/recovery/password/code', summary: 'Enter that code; a link goes to the mailbox',
    body: z.object({ code: Code }), answer: RecoveryStep, refusals: [401], idempotent: true,
  }),
  lookAtResetLink: operation({
    method: 'POST', path: '/recovery/password/link', summary: 'Whose password a link sets, while it works',
    body: z.object({ token: LinkToken }), answer: z.object({ userName: z.string(), category: Category, until: Instant, needsAuthenticator: z.boolean() }), refusals: [404],
  }),
  setNewPassword: operation({
    method: 'POST', path: '/recovery/password/new', summary: 'Set a new password by a link; every session ends',
    /** Of an account with an authenticator also its code. */
    body: z.object({ token: LinkToken, password: Password, authenticatorCode: z.string().max(32).optional() }), answer: z.object({ userName: z.string() }), refusals: [404], idempotent: true,
  }),
}
