import { Clock, later } from '../platform/clock.js'

/** A clock that stands still until a test moves it. */
export class TestClock extends Clock {
  constructor(private instant = '2026-11-23T02:00:00.000Z') {
    super()
  }

  override now(): string {
    return this.instant
  }

  set(instant: string): void {
    this.instant = new Date(instant).toISOString()
  }

  advance(seconds: number): void {
    this.instant = later(this.instant, seconds)
  }
}
