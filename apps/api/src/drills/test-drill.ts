import { expect, test } from '@jest/globals'
import type { Drill } from './drill.js'
import { faultsOf, runDrill } from './run-drill.js'

const seed = 1
/** Far more than a fast run takes: a busy machine is no broken promise. */
const patienceMs = 900_000

/** The fast run of a drill and its twin, one for each fault, as tests. */
export function testDrill(drill: Drill): void {
  test(`${drill.id}: ${drill.promise}`, async () => {
    const { violations } = await runDrill(drill, { seed, full: false, planted: 0 })
    expect(violations).toEqual([])
  }, patienceMs)

  test.each(faultsOf(drill).map((fault, index) => [fault, index + 1] as const))(`${drill.id} fails once there is this fault: %s`, async (_fault, planted) => {
    const { passed } = await runDrill(drill, { seed, full: false, planted })
    expect(passed).toBe(false)
  }, patienceMs)
}
