import { type Clock, later } from '../platform/clock.js'
import { DeliveryFault } from './delivery-fault.js'

const faultsInARow = 5
const restSeconds = 30

/**
 * After five faults in a row a gateway is left alone for half a minute, then one message tries whether it is back. So a gateway that hangs keeps no worker
 * busy. Kept by each instance for itself: each finds out within five tries.
 */
export class CircuitBreaker {
  private faults = 0
  private openUntil = ''

  constructor(private readonly clock: Clock) {}

  get isOpen(): boolean {
    return this.openUntil > this.clock.now()
  }

  /** Runs `work` unless the gateway rests, which throws `resting` at once. A final fault is the message's, not the gateway's. */
  async run(work: () => Promise<void>): Promise<void> {
    if (this.isOpen) throw new Resting(this.openUntil)
    // While one tries, the others wait for what it finds.
    if (this.faults >= faultsInARow) this.openUntil = later(this.clock.now(), restSeconds)
    try {
      await work()
      this.faults = 0
      this.openUntil = ''
    } catch (error) {
      if (error instanceof DeliveryFault && error.final) {
        this.faults = 0
        this.openUntil = ''
      } else {
        this.faults += 1
        if (this.faults >= faultsInARow) this.openUntil = later(this.clock.now(), restSeconds)
      }
      throw error
    }
  }
}

/** The gateway was not asked. */
export class Resting extends Error {
  constructor(readonly until: string) {
    super('the gateway rests')
    this.name = 'Resting'
  }
}
