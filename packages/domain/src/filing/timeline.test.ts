import { expect, test } from '@jest/globals'
import { hours, later } from './filing.fixture.js'
import { timelineOf, type TimelineEvent } from './timeline.js'

const by = (role: TimelineEvent['by']['role'], name = '') => ({ role, name })
const event = (hour: number, action: TimelineEvent['action'], status: TimelineEvent['status'], who = by('owner')): TimelineEvent =>
  ({ at: later(hour * hours), action, by: who, status })

const toReview: TimelineEvent[] = [
  event(0, 'create', 'draft'), event(1, 'finish', 'with-providers'), event(2, 'correct', 'with-providers', by('provider', 'P1')),
  event(3, 'pass', 'with-providers', by('provider', 'P1')), event(4, 'pass', 'awaiting-confirmation', by('provider', 'P2')),
  event(6, 'confirm', 'in-review', by('responsible-person')),
]
const now = later(10 * hours)
const drawn = (events: TimelineEvent[], status: TimelineEvent['status'], kind: Parameters<typeof timelineOf>[1]['kind'] = 'new-subject') => {
  const line = timelineOf(events, { kind, status }, now)
  return { line, stages: line.stages.map((stage) => `${stage.round} ${stage.key} ${stage.state}`) }
}

test('a draft stands at its first stage with the whole way ahead', () => {
  const { line, stages } = drawn([event(0, 'create', 'draft')], 'draft')
  expect(stages).toEqual(['1 finished current', '1 verified ahead', '1 confirmed ahead', '1 reviewed ahead', '1 decided ahead'])
  expect(line).toMatchObject({ holder: 'owner', next: { key: 'verified' }, outcome: null })
})

test('stages that are done carry when, who and how long; corrections and first passes move nothing', () => {
  const { line, stages } = drawn(toReview, 'in-review')
  expect(stages).toEqual(['1 finished done', '1 verified done', '1 confirmed done', '1 reviewed current', '1 decided ahead'])
  expect(line.stages[1]).toMatchObject({ from: later(hours), until: later(4 * hours), duration: 3 * hours, by: { role: 'provider', name: 'P2' } })
  expect(line.current).toMatchObject({ key: 'reviewed', from: later(6 * hours), until: null, duration: 4 * hours, holder: 'reviewer' })
})

test('a return is a loop to a second round', () => {
  const { line, stages } = drawn([...toReview, event(8, 'return', 'returned', by('reviewer', '北京管局'))], 'returned')
  expect(stages).toEqual([
    '1 finished done', '1 verified done', '1 confirmed done', '1 reviewed sent-back', '2 verified current', '2 confirmed ahead', '2 reviewed ahead',
    '2 decided ahead',
  ])
  expect(line.loops).toEqual([
    { fromRound: 1, fromStage: 'reviewed', at: later(8 * hours), cause: 'returned', by: { role: 'reviewer', name: '北京管局' } },
  ])
  expect(line.holder).toBe('provider')
})

test('an expired round and a sixth wrong try are loops with their own cause', () => {
  const base = toReview.slice(0, 5)
  expect(drawn([...base, event(28, 'expire', 'returned', by('clock'))], 'returned').line.loops[0]).toMatchObject({ fromStage: 'confirmed', cause: 'expired' })
  expect(drawn([...base, event(5, 'confirm', 'returned', by('responsible-person'))], 'returned').line.loops[0]).toMatchObject({ cause: 'wrong-tries' })
})

test('an approved filing has every stage done and nobody next', () => {
  const { line, stages } = drawn([...toReview, event(9, 'approve', 'approved', by('reviewer'))], 'approved')
  expect(stages).toEqual(['1 finished done', '1 verified done', '1 confirmed done', '1 reviewed done', '1 decided done'])
  expect(line).toMatchObject({ current: null, next: null, holder: 'nobody', outcome: 'approved' })
  expect(line.stages.at(-1)).toMatchObject({ from: later(9 * hours), by: { role: 'reviewer' } })
})

test('a refused or withdrawn filing ends where it stood, with nothing ahead', () => {
  const { line, stages } = drawn([...toReview.slice(0, 2), event(3, 'refuse', 'refused', by('provider', 'P1'))], 'refused')
  expect(stages).toEqual(['1 finished done', '1 verified ended', '1 decided ended'])
  expect(line.stages.at(-1)?.label.zh).toBe('未通过')
})

test('cancelling an access has no confirmation stage, and cancellations use their own words', () => {
  const { line, stages } = drawn([event(0, 'create', 'draft')], 'draft', 'cancel-access')
  expect(stages).toEqual(['1 finished current', '1 verified ahead', '1 reviewed ahead', '1 decided ahead'])
  expect(line.stages.at(-1)?.label.en).toBe('Cancelled')
})

test('events may come in any order', () => {
  expect(drawn([...toReview].reverse(), 'in-review').stages).toEqual(drawn(toReview, 'in-review').stages)
})
