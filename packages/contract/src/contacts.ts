import { z } from 'zod'
import { LogOnStep } from './accounts.js'
import { operation } from './operation.js'
import { Password } from './shapes.js'

const Code = z.string().max(12)

/** A code that was sent to one contact. On screen only while the SMS platform is off. */
export const CodeSent = LogOnStep.omit({ way: true }).meta({ id: 'CodeSent' })
export type CodeSent = z.infer<typeof CodeSent>

export const Channel = z.enum(['mobile', 'email'])
export type Channel = z.infer<typeof Channel>

export const contactOperations = {
  startContactChange: operation({
    method: 'POST', path: '/account/contacts', summary: 'Change my phone or mail: a code to the old one and a code to the new one',
    /** `authenticatorCode`, or a recovery code: of staff, and of an owner who has an authenticator. */
    body: z.object({ channel: Channel, value: z.string().max(254), password: Password, authenticatorCode: z.string().max(32).optional() }),
    answer: z.object({ before: CodeSent, after: CodeSent }),
  }),
  completeContactChange: operation({
    method: 'POST', path: '/account/contacts/complete', summary: 'Enter both codes',
    body: z.object({ oldCode: Code, newCode: Code }), refusals: [409], idempotent: true,
  }),
  changePassword: operation({
    method: 'POST', path: '/account/password', summary: 'Change my password; all other sessions end',
    body: z.object({ current: Password, password: Password, code: Code }), idempotent: true,
  }),
}
