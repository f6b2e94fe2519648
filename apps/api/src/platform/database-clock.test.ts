import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { Logger } from '@nestjs/common'
import pg from 'pg'
import { createTestDatabase } from '../testing/database.js'
import { DatabaseClock, type Machine, thisMachine } from './database-clock.js'
import { DatabaseTime } from './database-time.js'

const at = Date.parse('2026-11-23T02:00:00.000Z')
const iso = (ms: number) => new Date(ms).toISOString()

const warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue()
const told = jest.spyOn(Logger.prototype, 'log').mockReturnValue()
beforeEach(() => void [warned, told].map((spy) => spy.mockClear()))
afterAll(() => void [warned, told].map((spy) => spy.mockRestore()))

/** A machine and a database whose times a test sets apart; an answer takes as long each way as `way` says. */
function apart({ wall = at, way = 0 }: { wall?: number; way?: number } = {}) {
  let steady = 5_000
  const state = { wall, database: at, way, answers: true, asked: 0, closed: false }
  const machine: Machine = { wall: () => state.wall, steady: () => steady }
  const pass = (ms: number) => {
    steady += ms
    state.wall += ms
    state.database += ms
  }
  const source = {
    ask: async () => {
      state.asked += 1
      if (!state.answers) throw new Error('nothing answers there')
      pass(state.way)
      const said = state.database
      pass(state.way)
      return said
    },
    close: async () => void (state.closed = true),
  }
  return { state, machine, pass, source, sleep: (ms: number) => Object.assign(state, { wall: state.wall + ms, database: state.database + ms }) }
}

test.each([2, -2])('a machine whose clock is %i hours off says the time of the database', async (hours) => {
  const { machine, source, pass, state } = apart({ wall: at + hours * 3_600_000 })
  const clock = await DatabaseClock.start(source, machine)
  expect(clock.now()).toBe(iso(state.database))
  pass(90_000)
  expect(clock.now()).toBe(iso(at + 90_000))
  expect(warned).toHaveBeenCalledWith({ offBySeconds: hours * 3600 }, 'the clock of this machine is off; the time of the database holds')
})

test('the way of the question and the answer is taken out', async () => {
  const { machine, source, state } = apart({ way: 300 })
  const clock = await DatabaseClock.start(source, machine)
  expect(clock.now()).toBe(iso(state.database))
})

test('a machine whose clock is set meanwhile goes on evenly', async () => {
  const { machine, source, state } = apart()
  const clock = await DatabaseClock.start(source, machine)
  for (const moved of [-5_000, 7_200_000, -86_400_000]) {
    state.wall += moved
    expect(clock.now()).toBe(iso(state.database))
  }
})

test('a machine that has slept asks again at the first look', async () => {
  const { machine, source, sleep, state } = apart()
  const clock = await DatabaseClock.start(source, machine)
  sleep(3_600_000)
  clock.now()
  await clock.measure()
  expect(clock.now()).toBe(iso(state.database))
})

test('when the time of the database moves, forth or back, the clock goes along at the next measurement', async () => {
  const { machine, source, state } = apart()
  const clock = await DatabaseClock.start(source, machine)
  for (const moved of [600_000, -1_200_000]) {
    clock.now()
    state.database += moved
    await clock.measure()
    expect(clock.now()).toBe(iso(state.database))
    expect(warned).toHaveBeenLastCalledWith({ movedBySeconds: moved / 1000 }, expect.stringContaining('has moved'))
  }
})

test('a small correction never turns the time back', async () => {
  const { machine, source, state, pass } = apart()
  const clock = await DatabaseClock.start(source, machine)
  const before = clock.now()
  state.database -= 40
  await clock.measure()
  expect(clock.now()).toBe(before)
  pass(100)
  expect(clock.now()).toBe(iso(state.database))
})

test('while the database does not answer the time goes on, and is corrected once it does', async () => {
  const { machine, source, state, pass } = apart()
  const clock = await DatabaseClock.start(source, machine)
  state.answers = false
  pass(30_000)
  await clock.measure()
  expect(clock.now()).toBe(iso(at + 30_000))
  await clock.measure()
  expect(warned.mock.calls.map(([, text]) => text)).toEqual(['the time of the database could not be measured; it goes on as measured before'])
  state.database += 5_000
  state.answers = true
  await clock.measure()
  expect(clock.now()).toBe(iso(state.database))
  expect(told).toHaveBeenCalledWith('the time of the database is measured again')
})

test('an answer that was long under way corrects nothing', async () => {
  const { machine, source, state } = apart()
  const clock = await DatabaseClock.start(source, machine)
  const asked = state.asked
  state.way = 1_500
  state.database += 60_000
  await clock.measure()
  expect(state.asked).toBe(asked + 3)
  expect(clock.now()).toBe(iso(state.database - 60_000))
  expect(warned.mock.calls.map(([, text]) => text)).toEqual(['the time of the database could not be measured; it goes on as measured before'])
})

test('without an answer there is no clock', async () => {
  const { machine, source, state } = apart()
  state.answers = false
  await expect(DatabaseClock.start(source, machine)).rejects.toThrow('nothing answers there')
  expect(state.closed).toBe(true)
})

describe('on PostgreSQL', () => {
  let url: string
  let client: pg.Client
  beforeAll(async () => {
    url = await createTestDatabase()
    client = new pg.Client({ connectionString: url })
    await client.connect()
  })
  afterAll(() => client.end())

  /** What the clock says lies between what the database says before and after. */
  const agree = async (clock: DatabaseClock) => {
    const ask = async () => Number((await client.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS at')).rows[0].at)
    const before = await ask()
    const said = Date.parse(clock.now())
    const after = await ask()
    // Half of the shortest way there and back may be wrong, and busy machines have long ways.
    expect(said).toBeGreaterThan(before - 1_000)
    expect(said).toBeLessThan(after + 1_000)
  }

  test('two machines that are four hours apart agree with it and each other, also after their connection was cut', async () => {
    const clocks = await Promise.all([2, -2].map(async (hours) => DatabaseClock.start(
      await DatabaseTime.of({ databaseUrl: url, databasePatience: 10 }), { ...thisMachine, wall: () => Date.now() + hours * 3_600_000 },
    )))
    for (const clock of clocks) await agree(clock)
    const { rows } = await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'icp-clock' AND datname = current_database()`)
    expect(rows).toHaveLength(2)
    for (const clock of clocks) {
      await clock.measure()
      await clock.measure()
      await agree(clock)
    }
    const held = await client.query(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'icp-clock' AND datname = current_database()`)
    expect(held.rows[0].n).toBe(2)
    for (const clock of clocks) await clock.onApplicationShutdown()
  })
})
