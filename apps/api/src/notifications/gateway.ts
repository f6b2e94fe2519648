import type { OutboxMessage } from './outbox.repository.js'

export interface Outgoing extends Pick<OutboxMessage, 'channel' | 'to' | 'subject' | 'text'> {
  /** The same at every try of one message, so that the other side can leave a repeat alone. */
  readonly id: string
  readonly at: string
}

/** One way out of the house. Takes a message, or throws a DeliveryFault within a few seconds. */
export interface MessageGateway {
  deliver(message: Outgoing): Promise<void>
  close?(): void
}
