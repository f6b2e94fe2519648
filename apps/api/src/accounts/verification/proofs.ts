import { type Challenge, createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { Injectable } from '@nestjs/common'
import { z } from 'zod'
import { Sealing } from '../../platform/sealing.js'

// About 256 tries of 1,000 rounds: a fifth of a second for a browser, two milliseconds to check.
const work = { algorithm: 'PBKDF2/SHA-256', cost: 1000, keyPrefix: '00' } as const

const Payload = z.object({
  challenge: z.object({
    parameters: z.looseObject({ algorithm: z.literal(work.algorithm), cost: z.literal(work.cost), data: z.object({ until: z.iso.datetime(), bound: z.string().max(200) }) }),
    signature: z.string().max(200),
  }),
  solution: z.looseObject({ counter: z.number().int(), derivedKey: z.string().max(200) }),
})

/** Proof of work in place of a picture: nothing to see, hear or type (WCAG 2.2, 3.3.8). */
@Injectable()
export class Proofs {
  private readonly secret: string

  constructor(sealing: Sealing) {
    this.secret = sealing.mark('altcha', 'challenge signature')
  }

  /** A challenge for altcha's solver (deriveKey of `PBKDF2/SHA-256`), good until the instant and for what it is bound to. */
  ask(until: string, bound: string): Promise<Challenge> {
    return createChallenge({ ...work, deriveKey, data: { until, bound }, hmacSignatureSecret: this.secret })
  }

  /**
   * `payload` is altcha's: base64 of the JSON `{ challenge, solution }`. Answers the challenge's signature, which names it, and until when it is good;
   * undefined when it is not solved, not ours, bound to something else, or over.
   */
  async check(payload: string, bound: string, now: string): Promise<{ signature: string; until: string } | undefined> {
    const read = Payload.safeParse(jsonOf(payload))
    if (!read.success || read.data.challenge.parameters.data.until <= now || read.data.challenge.parameters.data.bound !== bound) return undefined
    const { challenge, solution } = read.data
    const { verified } = await verifySolution({
      challenge: challenge as unknown as Challenge, solution, deriveKey, hmacSignatureSecret: this.secret,
    })
    return verified ? { signature: challenge.signature, until: challenge.parameters.data.until } : undefined
  }
}

function jsonOf(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))
  } catch {
    return undefined
  }
}
