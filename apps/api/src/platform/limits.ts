import { type Bilingual, Refusal } from '@icp/domain'
import { Injectable } from '@nestjs/common'
import { InjectDataSource } from '@nestjs/typeorm'
import { isIPv6 } from 'node:net'
import { DataSource } from 'typeorm'
import { Clock } from './clock.js'
import { Sealing } from './sealing.js'

export interface Limit {
  /** `capability-what`; each name counts for itself. */
  readonly name: string
  /** How many are allowed in one window. */
  readonly points: number
  readonly seconds: number
}

interface Held {
  readonly points: number
  /** Milliseconds since 1970. */
  readonly expire: number
}

/** Counts in PostgreSQL, so that a restart or a second instance does not give anybody a second share. */
@Injectable()
export class Limits {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly sealing: Sealing,
  ) {}

  /** Counts one use by `who` (an address, an account). Refuses (rate-limited, with the seconds to wait) the one after `points` in a window of `seconds`. */
  async take(limit: Limit, who: string): Promise<void> {
    const { name, points, seconds } = limit
    const now = Date.parse(this.clock.now())
    const [row] = await this.database.query<Held[]>(
      `INSERT INTO limiter_points AS held (key, points, expire) VALUES ($1, 1, $2)
       ON CONFLICT (key) DO UPDATE SET points = CASE WHEN held.expire <= $3 THEN 1 ELSE held.points + 1 END,
                                       expire = CASE WHEN held.expire <= $3 THEN $2 ELSE held.expire END
       RETURNING points, expire`,
      [this.keyOf(name, who), now + seconds * 1000, now],
    )
    if (row && row.points > points) throw tooMany(limit, row, now)
  }

  /** Refuses as `take` would, but counts nothing: for what is counted only when it succeeds. */
  async check(limit: Limit, who: string): Promise<void> {
    const { name, points } = limit
    const now = Date.parse(this.clock.now())
    const [row] = await this.database.query<Held[]>(
      'SELECT points, expire FROM limiter_points WHERE key = $1 AND expire > $2', [this.keyOf(name, who), now],
    )
    if (row && row.points >= points) throw tooMany(limit, row, now)
  }

  /** Addresses and accounts are personal data; the table holds keyed fingerprints of them. */
  private keyOf(name: string, who: string): string {
    return `${name}:${this.sealing.mark(name, who)}`
  }
}

/** Whom a limit per address counts: an IPv4 address, or the /64 of an IPv6 one, since a household or server has all of that. */
export function holderOf(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const rest = tail.split(':').filter(Boolean)
  return [...groups, ...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest].slice(0, 4).map((group) => parseInt(group, 16).toString(16)).join(':')
}

/** The addresses around one, which one attacker may well have all of: the /24 of an IPv4 address, the /48 of an IPv6 one. */
export function networkOf(address: string): string {
  const holder = holderOf(address)
  return holder.includes(':') ? holder.split(':').slice(0, 3).join(':') : holder.split('.').slice(0, 3).join('.')
}

/** Says which limit it is and when to try again. */
function tooMany({ points, seconds }: Limit, { expire }: Held, now: number): Refusal {
  const wait = Math.max(1, Math.ceil((expire - now) / 1000))
  return new Refusal('rate-limited', 'too-many', {
    zh: `请求过于频繁：每${spanOf(seconds).zh}最多 ${points} 次，请在 ${wait} 秒后重试。`,
    en: `Too many requests: ${points} in ${spanOf(seconds).en} at most. Try again in ${wait} seconds.`,
  }, { retryAfter: wait })
}

const units: readonly (readonly [seconds: number, zh: string, en: string])[] = [[86_400, '天', 'day'], [3600, '小时', 'hour'], [60, '分钟', 'minute'], [1, '秒', 'second']]

/** A stretch of time as a limit names it: `1 hour`, `5 minutes`. */
export function spanOf(seconds: number): Bilingual {
  const [unit, zh, en] = units.find(([unit]) => seconds % unit === 0) ?? [1, '秒', 'second']
  const count = seconds / unit
  return { zh: `${count} ${zh}`, en: `${count} ${en}${count === 1 ? '' : 's'}` }
}
