import { z } from 'zod'
import { operation } from './operation.js'
import { Password } from './shapes.js'
import { OpenedInvitation } from './staff.js'

/** An owner’s own authenticator in place of codes by SMS and mail. */
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
}
