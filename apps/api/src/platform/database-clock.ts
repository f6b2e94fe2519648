import { Logger, type OnApplicationShutdown } from '@nestjs/common'
import { Clock } from './clock.js'
import type { TimeSource } from './database-time.js'

/** What a machine itself says of time, in milliseconds. */
export interface Machine {
  /** Its clock: may be hours off, and be set at any moment. */
  wall(): number
  /** Counts on evenly from some beginning and is never set; stands while the machine sleeps. */
  steady(): number
}

export const thisMachine: Machine = { wall: () => Date.now(), steady: () => performance.now() }

const measuredEveryMs = 30_000
/** Asked so often for one measurement; the answer that was under way for the shortest time says it most exactly. */
const asks = 3
/** An answer that was under way for longer says the time too vaguely to correct by it: half of it may be wrong. */
const longestTripMs = 2_000
/** What is more than delays and drift: somebody has set a clock, or the machine has slept. */
const jumpMs = 1_000

interface Reading {
  /** What has to be added to `steady()`. */
  readonly offset: number
  readonly trip: number
}

/**
 * The database's time, for every instance of the system, whatever the clock of its machine says. Measured against the machine's steady count at the start and
 * every half minute, with half of the way there and back taken out; between two measurements that count goes on, so nobody waits for the database to know the time.
 */
export class DatabaseClock extends Clock implements OnApplicationShutdown {
  private readonly log = new Logger('Clock')
  private offset = 0
  /** Wall minus steady as last seen: it changes when the machine's clock is set and when the machine has slept. */
  private gap: number
  private last = 0
  private measuring: Promise<void> | undefined
  private isLost = false
  private isOver = false
  private timer: NodeJS.Timeout | undefined

  private constructor(
    private readonly source: TimeSource,
    private readonly machine: Machine,
  ) {
    super()
    this.gap = machine.wall() - machine.steady()
  }

  /** Knows the time once it is there: throws the driver's error when the database does not answer. */
  static async start(source: TimeSource, machine: Machine = thisMachine): Promise<DatabaseClock> {
    const clock = new DatabaseClock(source, machine)
    const first = await clock.read().catch(async (error: unknown) => {
      await source.close()
      throw error
    })
    clock.offset = first.offset
    const off = machine.wall() - (first.offset + machine.steady())
    if (Math.abs(off) > jumpMs) clock.log.warn({ offBySeconds: Math.round(off / 1000) }, 'the clock of this machine is off; the time of the database holds')
    clock.timer = setInterval(() => void clock.measure(), measuredEveryMs).unref()
    return clock
  }

  now(): string {
    const steady = this.machine.steady()
    const gap = this.machine.wall() - steady
    if (Math.abs(gap - this.gap) > jumpMs) {
      this.gap = gap
      void this.measure()
    }
    const at = Math.floor(this.offset + steady)
    // A small correction holds the time for a moment instead of turning it back.
    if (at > this.last || this.last - at > jumpMs) this.last = at
    return new Date(this.last).toISOString()
  }

  /** Asks again and goes by the answer. A failure, or an answer that is too long under way, is logged once, and the time goes on as measured before. */
  measure(): Promise<void> {
    return (this.measuring ??= this.correct().finally(() => (this.measuring = undefined)))
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true
    clearInterval(this.timer)
    await this.source.close()
  }

  private async correct(): Promise<void> {
    let reading: Reading
    try {
      reading = await this.read()
      if (reading.trip > longestTripMs) throw new Error(`The answer was under way for ${Math.round(reading.trip)} ms`)
    } catch (error) {
      if (!this.isLost && !this.isOver) this.log.warn({ err: error }, 'the time of the database could not be measured; it goes on as measured before')
      this.isLost = true
      return
    }
    if (this.isLost) this.log.log('the time of the database is measured again')
    this.isLost = false
    const moved = reading.offset - this.offset
    if (Math.abs(moved) > jumpMs) this.log.warn({ movedBySeconds: Math.round(moved / 1000) }, 'the time of the database has moved against the steady count of this machine; it holds')
    this.offset = reading.offset
  }

  private async read(): Promise<Reading> {
    let best: Reading | undefined
    for (let ask = 0; ask < asks; ask++) {
      const before = this.machine.steady()
      const at = await this.source.ask()
      const after = this.machine.steady()
      // The first answer of all also waited for the connection.
      if (!best || after - before < best.trip) best = { offset: at - (before + after) / 2, trip: after - before }
    }
    if (!best || Number.isNaN(best.offset)) throw new Error('The database did not say what time it is')
    return best
  }
}
