import { expect, test } from '@jest/globals'
import { dueOf } from './due.js'
import { at, filing, hours, later, waiting } from './filing.fixture.js'
import { statutoryCalendar } from '../working-days/working-calendar.js'
import { FilingStatus, isFinal } from './status.js'

test('drafts and closed filings have no clock, and every other status has one', () => {
  for (const status of FilingStatus.options) {
    expect([status, dueOf(filing(status), later(1)) === null]).toEqual([status, status === 'draft' || isFinal(status)])
  }
})

test('review takes 20 working days; National Day week and its make-up days are counted as the State Council says', () => {
  const inReview = filing('in-review', 'new-subject', { reviewSince: '2025-09-30T02:00:00.000Z' })
  expect(dueOf(inReview, '2025-10-09T04:00:00.000Z')).toMatchObject({ what: 'review', at: '2025-11-04T15:59:59.000Z', total: 20, used: 1, left: 19, tone: 'neutral', provisional: false })
})

test('the review clock warns from the fifteenth day and is overdue only after the last day has ended in Shanghai', () => {
  const inReview = filing('in-review', 'new-subject', { reviewSince: '2025-09-30T02:00:00.000Z' })
  const tone = (now: string) => dueOf(inReview, now)?.tone
  expect(tone('2025-10-27T04:00:00.000Z')).toBe('neutral')
  expect(tone('2025-10-28T04:00:00.000Z')).toBe('warn')
  expect(tone('2025-11-04T15:59:59.000Z')).toBe('warn')
  expect(tone('2025-11-04T16:00:00.000Z')).toBe('overdue')
  expect(dueOf(inReview, '2025-12-01T04:00:00.000Z')?.left).toBe(0)
})

test('a day runs in Shanghai: what enters review at 16:30 UTC has entered on the next day', () => {
  const late = filing('in-review', 'new-subject', { reviewSince: '2025-09-29T16:30:00.000Z' })
  expect(dueOf(late, '2025-09-29T16:31:00.000Z')).toMatchObject({ at: '2025-11-04T15:59:59.000Z', used: 0, left: 20 })
})

test('a due day in a year without a published calendar says that it is provisional', () => {
  const far = filing('in-review', 'new-subject', { reviewSince: '2031-01-06T02:00:00.000Z' })
  expect(dueOf(far, '2031-01-07T02:00:00.000Z')?.provisional).toBe(true)
})

test('the provider’s time is advice: two working days from when it got the ball', () => {
  const with2 = filing('with-providers', 'new-subject', { statusSince: '2025-10-09T02:00:00.000Z' })
  expect(dueOf(with2, '2025-10-09T03:00:00.000Z')).toMatchObject({ what: 'provider', at: '2025-10-11T15:59:59.000Z', total: 2, used: 0, left: 2, advisory: true })
  expect(dueOf({ ...with2, status: 'returned' }, '2025-10-20T03:00:00.000Z')?.tone).toBe('overdue')
})

test('the confirmation window ends for the filing with the first of those still waiting, and warns from the eighteenth hour', () => {
  const round = filing('awaiting-confirmation', 'new-subject', {
    confirmations: [waiting('k1', ['subject'], { state: 'confirmed', expiresAt: later(hours) }), waiting('k2', ['s2'])],
  })
  expect(dueOf(round, at)).toEqual({
    what: 'confirmation', at: later(24 * hours), provisional: false, total: null, used: null, left: null, tone: 'neutral', advisory: false,
  })
  expect(dueOf(round, later(18 * hours))?.tone).toBe('warn')
  expect(dueOf(round, later(24 * hours))?.tone).toBe('overdue')
})

test('once the holidays of the year are published the same review has another day, and it is not provisional any more', () => {
  const acrossSpringFestival = filing('in-review', 'new-subject', { reviewSince: '2027-01-25T02:00:00.000Z' })
  const before = dueOf(acrossSpringFestival, '2027-01-26T02:00:00.000Z')
  expect(before).toMatchObject({ at: '2027-02-22T15:59:59.000Z', provisional: true })
  const published = {
    publishedYears: new Set([...statutoryCalendar.publishedYears, 2027]),
    holidays: new Set([...statutoryCalendar.holidays, '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11']),
    makeUpDays: new Set([...statutoryCalendar.makeUpDays, '2027-01-31']),
  }
  expect(dueOf(acrossSpringFestival, '2027-01-26T02:00:00.000Z', published)).toMatchObject({ at: '2027-02-26T15:59:59.000Z', provisional: false })
})
