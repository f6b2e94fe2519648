import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'

/** argon2id, the library's default algorithm, at OWASP's minimum; about 10 ms alone. Every character of the password counts. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
/** Log-on is the cheapest way to keep the machine busy (LOG5). */
const atOnce = 2
const longestQueue = 50

declare const seat: unique symbol
/** A place in the queue that is kept for its holder. */
export interface Seat {
  readonly [seat]: true
}

/** Hashes and checks passwords, two at a time; some wait their turn, and more than that are refused (unavailable, with a time to try again). */
@Injectable()
export class Passwords {
  private seats = 0
  private running = 0
  private readonly waiting: (() => void)[] = []
  private dummy: Promise<string> | undefined

  /**
   * For who has something to spend before a hash: a place is taken first, or refused, and it is free again when `work` ends. What is hashed with the `seat` is
   * never refused, so whoever was turned away has spent nothing.
   */
  async seated<T>(work: (seat: Seat) => Promise<T>): Promise<T> {
    if (this.seats >= atOnce + longestQueue) throw tooBusy()
    this.seats++
    try {
      return await work({} as Seat)
    } finally {
      this.seats--
    }
  }

  hash(password: string, seat?: Seat): Promise<string> {
    return this.withSeat(seat, () => hash(password.normalize('NFKC'), cost))
  }

  /** With no hash (an unknown user name) it takes as long as with one, and answers false. */
  async matches(hashed: string | undefined, password: string, seat?: Seat): Promise<boolean> {
    const against = hashed ?? (await this.nobodysHash())
    const equal = await this.withSeat(seat, () => verify(against, password.normalize('NFKC')))
    return hashed !== undefined && equal
  }

  /** Made outside of the queue, once: a full one must not leave it refused for ever. */
  private nobodysHash(): Promise<string> {
    return (this.dummy ??= hash('an account that does not exist', cost))
  }

  private withSeat<T>(seat: Seat | undefined, work: () => Promise<T>): Promise<T> {
    return seat ? this.inTurn(work) : this.seated(() => this.inTurn(work))
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve))
    else this.running++
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }
}

const tooBusy = () =>
  new Refusal('unavailable', 'too-busy', { zh: '登录人数过多，请在 5 秒后重试。', en: 'Too many people are logging on at this moment. Try again in 5 seconds.' }, { retryAfter: 5 })
