import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, Instant, pageOf } from './shapes.js'

export const Switches = z.object({
  smsPlatform: z.enum(['on', 'off']),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
}).meta({ id: 'Switches' })

/** What left, or would leave, by SMS and mail. */
export const OutboxMessage = z.object({
  id: Id, channel: z.enum(['sms', 'mail']), to: z.string(), subject: z.string(), text: z.string(), at: Instant, deliveredAt: Instant.nullable(),
}).meta({ id: 'OutboxMessage' })

export const administrationOperations = {
  getSwitches: operation({ method: 'GET', path: '/administration/switches', summary: 'Operator switches', answer: Switches }),
  setSwitches: operation({ method: 'PUT', path: '/administration/switches', summary: 'Switch the SMS platform on or off', body: z.object({ smsPlatform: z.enum(['on', 'off']) }), answer: Switches, idempotent: true }),
  listMessages: operation({ method: 'GET', path: '/administration/messages', summary: 'The SMS and mail outbox, newest first', query: z.object({ q: z.string().max(100).optional(), cursor: Cursor }), answer: pageOf(OutboxMessage) }),
}
