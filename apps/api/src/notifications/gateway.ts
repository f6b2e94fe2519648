import { Injectable } from '@nestjs/common'
import type { OutboxMessage } from './outbox.repository.js'

/** How messages leave the house. Deliver once or throw; a throw is tried again later. */
export abstract class MessageGateway {
  abstract deliver(message: OutboxMessage): Promise<void>
}

/** Delivers to the operator's message page, where every message of the outbox can be read already: nothing leaves the house. */
@Injectable()
export class OutboxGateway extends MessageGateway {
  async deliver(): Promise<void> {}
}
