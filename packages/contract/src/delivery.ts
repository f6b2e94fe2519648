import { ReadPurpose } from '@icp/domain'
import { z } from 'zod'
import { operation } from './operation.js'
import { Cursor, Id, IdParams, Instant, pageOf } from './shapes.js'

export const MessageState = z.enum(['waiting', 'delivered', 'failed', 'kept'])
/** Why the last attempt failed; no text of a gateway, which may name people. */
export const DeliveryError = z.enum(['away', 'too-slow', 'unreadable', 'busy', 'refused', 'budget', 'expired'])

/**
 * What left, or would leave, by SMS and mail. Recipients, names, numbers and addresses are masked; codes and links are covered where a gateway takes messages.
 */
export const OutboxMessage = z.object({
  id: Id, channel: z.enum(['sms', 'mail']), to: z.string(), subject: z.string(), text: z.string(), at: Instant,
  state: MessageState, attempts: z.number().int(), error: DeliveryError.nullable(), deliveredAt: Instant.nullable(), nextTryAt: Instant.nullable(),
  resends: z.number().int(), mayBeSentAgain: z.boolean(),
}).meta({ id: 'OutboxMessage' })

/** `leaves`: a gateway is configured. `resting`: it failed several times in a row and is left alone for a moment. */
const WayStanding = z.object({ leaves: z.boolean(), resting: z.boolean(), waiting: z.number().int(), failed: z.number().int() })

export const Delivery = z.object({
  mail: WayStanding,
  sms: WayStanding.extend({ sentToday: z.number().int(), dailyBudget: z.number().int() }),
}).meta({ id: 'Delivery' })

export const deliveryOperations = {
  listMessages: operation({
    method: 'POST', path: '/administration/messages/search', summary: 'The SMS and mail outbox, newest first, masked; a POST so that no number or address stands in a URL',
    body: z.object({
      /** A whole mobile number or mail address. */
      recipient: z.string().max(100).optional(),
      state: MessageState.optional(),
      cursor: Cursor,
    }),
    answer: pageOf(OutboxMessage),
  }),
  revealMessage: operation({
    method: 'POST', path: '/administration/messages/:id/reveal', summary: 'Recipient and text of one message in clear, with the reason; written down. Codes and links stay covered',
    params: IdParams, body: ReadPurpose,
    answer: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  }),
  resendMessage: operation({
    method: 'POST', path: '/administration/messages/:id/resend', summary: 'Send a settled message once more', params: IdParams,
    answer: z.object({ resends: z.number().int() }), idempotent: true,
  }),
  getDelivery: operation({ method: 'GET', path: '/administration/delivery', summary: 'By which ways messages leave, and how that goes', answer: Delivery }),
  setSmsBudget: operation({
    method: 'PUT', path: '/administration/sms-budget', summary: 'How many SMS may leave in a day', body: z.object({ dailyBudget: z.number().int().min(0).max(10_000_000) }),
    answer: z.object({ dailyBudget: z.number().int() }), idempotent: true,
  }),
}
