import { expect, test } from '@jest/globals'
import { TestClock } from '../testing/test-clock.js'
import { CircuitBreaker, Resting } from './circuit-breaker.js'
import { DeliveryFault } from './delivery-fault.js'

const failing = () => Promise.reject(new DeliveryFault('away'))
const outcomeOf = (breaker: CircuitBreaker, work: () => Promise<void>) => breaker.run(work).then(() => 'done', (error: Error) => (error instanceof Resting ? 'resting' : 'failed'))

test('it opens after five faults in a row, lets one try after half a minute, and closes when that one succeeds', async () => {
  const clock = new TestClock()
  const breaker = new CircuitBreaker(clock)
  const seen = []
  for (let n = 0; n < 6; n++) seen.push(await outcomeOf(breaker, failing))
  clock.advance(30)
  seen.push(...(await Promise.all([outcomeOf(breaker, failing), outcomeOf(breaker, failing)])))
  clock.advance(30)
  for (let n = 0; n < 2; n++) seen.push(await outcomeOf(breaker, async () => {}))
  expect(seen).toEqual(['failed', 'failed', 'failed', 'failed', 'failed', 'resting', 'failed', 'resting', 'done', 'done'])
})

test('faults with successes between them, and messages that are refused for good, do not open it', async () => {
  const breaker = new CircuitBreaker(new TestClock())
  for (let n = 0; n < 20; n++) await outcomeOf(breaker, n % 5 === 4 ? async () => {} : failing)
  for (let n = 0; n < 20; n++) await outcomeOf(breaker, () => Promise.reject(new DeliveryFault('refused', true)))
  expect(breaker.isOpen).toBe(false)
})
