import { VouchWay } from '@icp/domain'
import { z } from 'zod'
import { CodeSent } from './contacts.js'
import { operation } from './operation.js'
import { LinkToken } from './recovery.js'
import { Id, IdParams, Instant, Password } from './shapes.js'

const Code = z.string().max(12)
const Mobile = z.string().max(64)

/** A new phone that waits until the time is over, in which the old phone and the mailbox may stop it. */
export const PhoneRecovery = z.object({ mobile: z.string(), startedAt: Instant, dueAt: Instant }).meta({ id: 'PhoneRecovery' })

/** One that the provider may vouch for: the owner has a service in force there. */
export const PhoneRecoveryRow = PhoneRecovery.extend({
  id: Id, owner: z.string(), subjects: z.array(z.object({ name: z.string(), number: z.string() })),
}).meta({ id: 'PhoneRecoveryRow' })
export type PhoneRecoveryRow = z.infer<typeof PhoneRecoveryRow>

export const lostPhoneOperations = {
  startPhoneRecovery: operation({
    method: 'POST', path: '/account/lost-phone', summary: 'I have lost my phone: a code to the mailbox and a code to the new phone',
    body: z.object({ mobile: Mobile, password: Password }), answer: z.object({ mail: CodeSent, phone: CodeSent }),
  }),
  confirmPhoneRecovery: operation({
    method: 'POST', path: '/account/lost-phone/confirm', summary: 'Enter both codes; the new phone works after a time, unless it is stopped',
    body: z.object({ mobile: Mobile, mailCode: Code, phoneCode: Code }), answer: PhoneRecovery, idempotent: true,
  }),
  getPhoneRecovery: operation({
    method: 'GET', path: '/account/lost-phone', summary: 'The new phone that waits, if there is one', answer: z.object({ recovery: PhoneRecovery.nullable() }),
  }),
  stopPhoneRecovery: operation({ method: 'POST', path: '/account/lost-phone/stop', summary: 'Keep the phone that I have', idempotent: true, refusals: [404] }),
  lookAtPhoneStopLink: operation({
    method: 'POST', path: '/recovery/phone/link', summary: 'Which new phone a link stops, while it waits', body: z.object({ token: LinkToken }), answer: PhoneRecovery, refusals: [404],
  }),
  stopPhoneByLink: operation({
    method: 'POST', path: '/recovery/phone/stop', summary: 'Stop a new phone by the link of the old phone or the mailbox', body: z.object({ token: LinkToken }), refusals: [404], idempotent: true,
  }),
  listPhoneRecoveries: operation({
    method: 'GET', path: '/provider/phone-recoveries', summary: 'Owners served here who have lost their phone', answer: z.object({ rows: z.array(PhoneRecoveryRow) }),
  }),
  vouchForPhone: operation({
    method: 'POST', path: '/provider/phone-recoveries/:id/vouch', summary: 'Vouch that it is the owner who asks; the new phone works at once', params: IdParams,
    /** The whole new number as the owner says it. */
    body: z.object({ mobile: Mobile, way: VouchWay }), idempotent: true,
  }),
}
