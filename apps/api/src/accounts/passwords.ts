import { hash, verify } from '@node-rs/argon2'
import { Injectable } from '@nestjs/common'

// argon2id, the library's default algorithm. OWASP's minimum; about 10 ms alone. Log-on is the cheapest way to keep the machine busy, so at most two run at once.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const atOnce = 2

/** Hashes and checks passwords, two at a time; the others wait their turn. */
@Injectable()
export class Passwords {
  private running = 0
  private readonly waiting: (() => void)[] = []
  private dummy: Promise<string> | undefined

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password.normalize('NFKC'), cost))
  }

  /** With no hash (an unknown user name) it takes as long as with one, and answers false. */
  async matches(hashed: string | undefined, password: string): Promise<boolean> {
    this.dummy ??= this.hash('an account that does not exist')
    const against = hashed ?? (await this.dummy)
    const equal = await this.inTurn(() => verify(against, password.normalize('NFKC')))
    return hashed !== undefined && equal
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
