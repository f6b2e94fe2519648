import pg from 'pg'
import { resetCodeQueue } from '../accounts/recovery/reset-code.service.js'
import { Passwords } from '../accounts/passwords.js'
import type { Answered, TestApp } from '../testing/app.js'
import type { Drill, Given } from './drill.js'
import { acceptedRegistration, anyAnswer, attackerAddress, partOf, passVerification } from './entry-attack.js'

/** Somebody who has an account, or somebody who has none. */
interface Person {
  readonly userName: string
  readonly mobile: string
  readonly email: string
}

/** What an attacker sees of one answer, and what answering it took. */
interface Seen {
  readonly answer: string
  readonly work: string
  readonly milliseconds: number
}

type Ask = (person: Person) => Promise<Answered<unknown>>

const limit = 0.55

/** Whether there is an account, asked at every door that strangers have, for people who have one and people who have none, in turns. */
export const drill: Drill = {
  id: 'F18',
  promise: `P16: log-on, registration, reset and its code answer alike for who has an account and who has none: the same status, body and headers, the same work; in the long run an AUC of time below ${limit}`,
  fault: 'for an unknown name no password is hashed',
  run: async (given) => {
    const api = await given.startApi()
    passVerification(api)
    if (given.planted) skipUnknown(api)
    const work = watchWork(api)
    given.atEnd(work.stop)
    const pairs = given.full ? 2_000 : 12
    const violations: string[] = []
    const figures: string[] = []
    for (const [door, open] of Object.entries(doors)) {
      const { existing, absent } = await askInTurns({ ...given, api, work }, open, pairs)
      violations.push(...differences(door, existing, absent))
      if (!given.full) continue
      const auc = areaUnderCurve(existing.map(({ milliseconds }) => milliseconds), absent.map(({ milliseconds }) => milliseconds))
      figures.push(`${door} ${auc.toFixed(3)}`)
      if (auc >= limit) violations.push(`${door}: the time tells them apart, AUC ${auc.toFixed(3)}`)
    }
    const timed = given.full ? `; AUC of time: ${figures.join(', ')}` : ''
    return { figure: `${Object.keys(doors).length} doors × ${2 * pairs} tries: the same answers and the same work${timed}`, violations }
  },
}

interface Stand extends Given {
  readonly api: TestApp
  readonly work: Work
}

/** Every ask comes from somewhere else, so that no limit of an address answers. */
const doors: Readonly<Record<string, (stand: Stand, people: readonly Person[]) => Promise<Ask>>> = {
  'log-on': async ({ api, random }) => ({ userName }) => api.inject('logOn', {
    body: { category: 'owner', userName, password: 'not the password of anybody', verification: anyAnswer },
  }, { headers: attackerAddress(random, 60_000) }),
  registration: async ({ api, random }, people) => {
    const cookies = new Map<string, string>()
    for (const { userName } of people) cookies.set(userName, await acceptedRegistration(api, attackerAddress(random, 60_000)))
    return ({ userName, mobile, email }) => api.inject('sendRegistrationCodes', { body: { mobile, email, verification: anyAnswer } }, {
      headers: { ...attackerAddress(random, 60_000), cookie: cookies.get(userName) },
    })
  },
  reset: async ({ api, random }) => ({ userName }) => api.inject('askPasswordReset', { body: { category: 'owner', userName, verification: anyAnswer } }, {
    headers: attackerAddress(random, 60_000),
  }),
  'code of a reset': async ({ api, random }, people) => {
    const cookies = new Map<string, string>()
    for (const { userName } of people) {
      const { cookies: cookie } = await api.inject('askPasswordReset', { body: { category: 'owner', userName, verification: anyAnswer } }, { headers: attackerAddress(random, 60_000) })
      cookies.set(userName, cookie)
    }
    for (let ran = 1; ran > 0;) ran = await api.runJobs(resetCodeQueue)
    return ({ userName }) => api.inject('enterResetCode', { body: { code: 'no code' } }, { headers: { ...attackerAddress(random, 60_000), cookie: cookies.get(userName) } })
  },
}

/** People are asked about once each in the short run, and again and again in the long one; limits forget between the rounds, of both alike. */
async function askInTurns(stand: Stand, open: (typeof doors)[string], pairs: number) {
  const { api, random, work, full } = stand
  const size = Math.min(pairs, full ? 100 : 12)
  const seen = { existing: [] as Seen[], absent: [] as Seen[] }
  const known = await Promise.all(Array.from({ length: size }, () => api.accounts.owner()))
  for (let done = 0, round = 0; done < pairs; done += size, round++) {
    api.clock.advance(1800)
    await api.db.query('DELETE FROM log_on_failures; DELETE FROM sliding_counts; DELETE FROM limiter_points; DELETE FROM recovery_requests; DELETE FROM one_time_codes')
    const unknown = known.map(({ mobile }, n) => ({ userName: `owner-${n}-${round}x`, mobile: mobile.replace(/^138/, '137'), email: `owner${n}x${round}@example.com` }))
    const ask = await open(stand, [...known, ...unknown])
    // The first of a run is slower than the others, whoever it is about.
    for (const person of round === 0 ? [...known.slice(0, 1), ...unknown.slice(0, 1)] : []) await ask(person)
    if (round === 0) await api.db.query('DELETE FROM log_on_failures; DELETE FROM sliding_counts; DELETE FROM limiter_points')
    const turns = random.shuffled([...known.map((person) => [person, 'existing'] as const), ...unknown.map((person) => [person, 'absent'] as const)])
    for (const [person, kind] of turns) seen[kind].push(await watched(() => ask(person), work))
  }
  return seen
}

async function watched(ask: () => Promise<Answered<unknown>>, work: Work): Promise<Seen> {
  work.begin()
  const startedAt = performance.now()
  const { status, text, headers } = await ask()
  const milliseconds = performance.now() - startedAt
  return { answer: JSON.stringify([status, leveled(text), Object.keys(headers).toSorted()]), work: work.end(), milliseconds }
}

/** What differs between any two answers: their ids, times, the code on screen and the masked address that was typed. */
const leveled = (text: string): string => text
  .replace(/"(requestId|until|expiresAt|resendAt|mobile|email|mobileCode|emailCode)":"[^"]*"/g, '"$1":""')

function differences(door: string, existing: readonly Seen[], absent: readonly Seen[]): string[] {
  return (['answer', 'work'] as const).flatMap((what) => {
    const [of, ofNobody] = [existing, absent].map((list) => [...new Set(list.map((one) => one[what]))].toSorted())
    return JSON.stringify(of) === JSON.stringify(ofNobody) ? [] : [`${door}: the ${what} differs, ${of?.join(' | ')} for who has an account and ${ofNobody?.join(' | ')} for who has none`]
  })
}

/** How likely a try about somebody takes longer than one about nobody, or the other way round: 0.5 tells nothing (Mann and Whitney). */
function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))].toSorted((a, b) => a.value - b.value)
  const ranks = all.reduce((sum, { isOne }, at) => (isOne ? sum + at + 1 : sum), 0)
  const area = (ranks - (one.length * (one.length + 1)) / 2) / (one.length * other.length)
  return Math.max(area, 1 - area)
}

interface Work {
  readonly begin: () => void
  readonly end: () => string
  readonly stop: () => Promise<void>
}

/** Who acts is set only when a connection changes hands, and the queue keeps itself by its own clock: either falls into a try by chance. */
const byChance = /^SELECT q\.name, q\.policy|set_config|pgboss\.instance/

/** Counts the statements to the database by their kind, and the passwords that were hashed. */
function watchWork(api: TestApp): Work {
  const counts = new Map<string, number>()
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  const passwords = partOf(api, Passwords) as unknown as { inTurn: (work: () => Promise<unknown>) => Promise<unknown> }
  const inTurn = passwords.inTurn.bind(passwords)
  passwords.inTurn = (work) => {
    count('hash')
    return inTurn(work)
  }
  const query = pg.Client.prototype.query
  pg.Client.prototype.query = function watchedQuery(this: pg.Client, ...given: unknown[]) {
    const text = typeof given[0] === 'string' ? given[0] : ((given[0] as { text?: string } | undefined)?.text ?? '')
    const kind = text.trim().split(/\s+/).slice(0, 3).join(' ')
    if (!byChance.test(`${kind} ${text}`)) count(kind)
    return (query as (...all: unknown[]) => unknown).apply(this, given)
  } as typeof query
  return {
    begin: () => counts.clear(),
    end: () => [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => `${n} ${what}`).join(', '),
    stop: async () => {
      pg.Client.prototype.query = query
    },
  }
}

function skipUnknown(api: TestApp): void {
  const passwords = partOf(api, Passwords)
  const matches = passwords.matches.bind(passwords)
  passwords.matches = async (hashed, password, seat) => hashed !== undefined && matches(hashed, password, seat)
}
