import { expect, test } from '@jest/globals'
import { heldUntil } from './safety-periods.js'

test('a new number holds cancellations back for three days, to the second', () => {
  const changed = '2026-11-23T02:00:00.000Z'
  expect(heldUntil(changed, '2026-11-26T01:59:59.999Z')).toBe('2026-11-26T02:00:00.000Z')
  expect(heldUntil(changed, '2026-11-26T02:00:00.000Z')).toBeNull()
  expect(heldUntil(null, changed)).toBeNull()
})
