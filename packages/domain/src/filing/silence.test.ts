import { expect, test } from '@jest/globals'
import { filing } from './filing.fixture.js'
import { silenceOf } from './silence.js'
import { FilingStatus } from './status.js'

const since = '2026-11-02T02:00:00.000Z'

test('a provider is silent for too long after seven days to the second, and from each return anew', () => {
  for (const status of ['with-providers', 'returned'] as const) {
    const waiting = filing(status, 'new-subject', { statusSince: since })
    expect([status, silenceOf(waiting, '2026-11-09T01:59:59.999Z'), silenceOf(waiting, '2026-11-09T02:00:00.000Z')]).toEqual([status, null, 'provider'])
  }
})

test('an administration is silent for too long once its twentieth working day has ended in Shanghai', () => {
  const inReview = filing('in-review', 'new-subject', { reviewSince: since, statusSince: since })
  expect(silenceOf(inReview, '2026-11-30T15:59:59.000Z')).toBeNull()
  expect(silenceOf(inReview, '2026-11-30T16:00:00.000Z')).toBe('review')
})

test('nothing else waits for somebody who has to be urged', () => {
  const others = FilingStatus.options.filter((status) => !['with-providers', 'returned', 'in-review'].includes(status))
  for (const status of others) expect([status, silenceOf(filing(status, 'new-subject', { statusSince: since }), '2028-01-01T00:00:00.000Z')]).toEqual([status, null])
})
