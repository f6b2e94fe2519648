import { expect, test } from '@jest/globals'
import { later } from './clock.js'
import { secondsToWait } from './sliding-limits.js'

const limit = { name: 'x', windows: [{ points: 1, seconds: 60 }, { points: 3, seconds: 3600 }, { points: 4, seconds: 86_400 }] }
const noon = '2026-11-25T12:00:00.000Z'
const at = (...seconds: number[]) => seconds.map((second) => later(noon, second))

test.each([
  ['nothing was taken', [], 0],
  ['one was taken this very moment', [0], 60],
  ['one was taken 59 seconds ago', [-59], 1],
  ['one was taken a minute ago', [-60], 0],
  ['the hour holds three, the first of them 50 minutes ago', [-3000, -2000, -100], 600],
  ['the hour is over for the first of three', [-3600, -2000, -100], 0],
  ['the day holds four, the first of them 20 hours ago', [-72_000, -70_000, -69_000, -100], 14_400],
] as const)('%s', (_, taken, wait) => expect(secondsToWait(limit, at(...taken), noon)).toBe(wait))

test('a window has no border to wait for: in no stretch of an hour are there more than three', () => {
  const taken: string[] = []
  for (let second = 0; second < 4 * 3600; second += 10) if (secondsToWait(limit, taken, later(noon, second)) === 0) taken.push(later(noon, second))
  for (const end of taken) expect(taken.filter((one) => one > later(end, -3600) && one <= end).length).toBeLessThanOrEqual(3)
  expect(taken).toHaveLength(4)
})
