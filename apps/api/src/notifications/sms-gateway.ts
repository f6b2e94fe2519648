import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../platform/clock.js'
import type { SmsSettings } from '../platform/config.js'
import { DeliveryFault } from './delivery-fault.js'
import type { MessageGateway, Outgoing } from './gateway.js'

const patienceMs = 3000
const longestAnswer = 10_000

const Accepted = z.object({ accepted: z.literal(true) })

/** What stands in `X-ICP-Signature`: HMAC-SHA-256 over time and body, so that neither can be changed and an old request can be told from a new one. */
export const signatureOf = (secret: string, timestamp: string, body: string): string => `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`

/**
 * SMS by a signed webhook: POST of `{ id, to, text, at }`, answered `{ "accepted": true }` once the other side has it. `id` stays the same when a message is
 * sent again. Anything but a clear acceptance is no delivery. How to build the other side: docs/how-to/deliver-messages.md.
 */
export class SmsGateway implements MessageGateway {
  constructor(
    private readonly settings: SmsSettings,
    private readonly clock: Clock,
  ) {}

  async deliver({ id, to, text, at }: Outgoing): Promise<void> {
    const body = JSON.stringify({ id, to, text, at })
    const timestamp = String(Math.floor(Date.parse(this.clock.now()) / 1000))
    const answer = await this.post(id, timestamp, body)
    if (answer.status === 429 || answer.status === 408 || answer.status === 425) throw new DeliveryFault('busy')
    if (answer.status >= 500) throw new DeliveryFault('away')
    if (answer.status >= 400) throw new DeliveryFault('refused', true)
    if (answer.status >= 300 || !Accepted.safeParse(jsonOf(answer.text)).success) throw new DeliveryFault('unreadable')
  }

  private async post(id: string, timestamp: string, body: string): Promise<{ status: number; text: string }> {
    const { url, secret } = this.settings
    try {
      const answer = await fetch(url, {
        method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(patienceMs),
        headers: {
          'content-type': 'application/json', 'idempotency-key': id, 'x-icp-timestamp': timestamp, 'x-icp-signature': signatureOf(secret, timestamp, body),
        },
      })
      return { status: answer.status, text: await beginningOf(answer) }
    } catch (error) {
      throw new DeliveryFault((error as Error).name === 'TimeoutError' ? 'too-slow' : 'away')
    }
  }
}

/** As much as an acceptance can be long; the rest is not read. */
async function beginningOf(answer: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true })
    if (text.length > longestAnswer) break
  }
  return text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
