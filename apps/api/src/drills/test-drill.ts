import { expect, test } from '@jest/globals'
import type { Drill } from './drill.js'
import { runDrill } from './run-drill.js'

const seed = 1
/** Far more than a fast run takes: a busy machine is no broken promise. */
const patienceMs = 180_000

/** The fast run of a drill and its twin as two tests. */
export function testDrill(drill: Drill): void {
  test(`${drill.id}: ${drill.promise}`, async () => {
    const { violations } = await runDrill(drill, { seed, full: false, planted: false })
    expect(violations).toEqual([])
  }, patienceMs)

  test(`${drill.id} fails once there is this fault: ${drill.fault}`, async () => {
    const { passed } = await runDrill(drill, { seed, full: false, planted: true })
    expect(passed).toBe(false)
  }, patienceMs)
}
