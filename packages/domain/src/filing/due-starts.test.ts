import { expect, test } from '@jest/globals'
import { dueOf, lastOverdueStart, lastStartWithUsed } from './due.js'
import type { Filing } from './filing.js'
import { addDays } from '../working-days/day.js'

const now = '2026-11-23T06:00:00.000Z'

const dueSince = (day: string) => {
  const since = `${day}T03:00:00.000Z`
  return dueOf({ status: 'in-review', statusSince: since, reviewSince: since, confirmations: [] } as unknown as Filing, now)
}

test('every review that started up to the found day is overdue, and none that started later', () => {
  const last = lastOverdueStart(20, now)
  for (const [away, tone] of [[-1, true], [0, true], [1, false], [2, false]] as const) {
    expect([away, dueSince(addDays(last, away))?.tone === 'overdue']).toEqual([away, tone])
  }
})

test('every review that started up to the found day shows so many used working days, and none that started later', () => {
  for (const used of [1, 5, 15, 20]) {
    const last = lastStartWithUsed(used, now)
    expect(dueSince(last)?.used).toBeGreaterThanOrEqual(used)
    expect(dueSince(addDays(last, 1))?.used).toBeLessThan(used)
  }
})
