import { z } from 'zod'
import { operation } from './operation.js'
import { Instant, Password } from './shapes.js'
import { OpenedInvitation } from './staff.js'

/** An owner’s own authenticator in place of codes by SMS and mail; and the proof of it that staff give once more. */
export const ownAuthenticatorOperations = {
  startOwnAuthenticator: operation({
    method: 'POST', path: '/account/authenticator/start', summary: 'A secret for an authenticator; nothing is kept of it until a code proves it',
    /** `setup` is the sealed secret, to be sent back with the code. */
    body: z.object({ password: Password }), answer: z.object({ setup: z.string(), authenticator: OpenedInvitation.shape.authenticator }),
  }),
  addOwnAuthenticator: operation({
    method: 'POST', path: '/account/authenticator', summary: 'The first code; from now on log-ons ask for the authenticator',
    body: z.object({ setup: z.string().max(2000), code: z.string().max(12) }), answer: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  removeOwnAuthenticator: operation({
    method: 'POST', path: '/account/authenticator/remove', summary: 'Go back to codes by SMS and mail',
    /** A code of the authenticator, or a recovery code. */
    body: z.object({ password: Password, code: z.string().max(32) }), idempotent: true,
  }),
  getAuthenticatorProof: operation({
    method: 'GET', path: '/account/authenticator/proof', summary: 'Until when my session may take files along without a new code',
    /** `onScreen`: of the demo data only, whose accounts have no phone. */
    answer: z.object({ until: Instant, onScreen: z.object({ code: z.string() }).nullable() }),
  }),
  proveAuthenticator: operation({
    method: 'POST', path: '/account/authenticator/proof', summary: 'A code of my authenticator, or a recovery code, once more',
    body: z.object({ code: z.string().max(32) }), answer: z.object({ until: Instant }), idempotent: true,
  }),
}
