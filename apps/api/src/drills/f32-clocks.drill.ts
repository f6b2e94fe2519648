import { shanghaiDay } from '@icp/domain'
import { idleSeconds } from '../accounts/sessions.repository.js'
import { Clock, later } from '../platform/clock.js'
import { codeSeconds, resendSeconds } from '../platform/codes.js'
import { ConfirmationsService } from '../confirmations/confirmations.service.js'
import type { Answered, TestApp } from '../testing/app.js'
import { codeOf } from '../testing/authenticator.js'
import { FilingJourneys, type Journey, knownPersons, secretOf } from '../testing/filing-journey.js'
import { invite, join } from '../testing/staff.js'
import type { Drill, Given } from './drill.js'
import { anyAnswer, attackerAddress, partOf, passVerification } from './entry-attack.js'

const hour = 3600
const off = 2 * hour

interface Instance {
  readonly name: string
  readonly api: TestApp
}

interface Stand extends Given {
  readonly instances: readonly Instance[]
  /** The instance without a fault, whose clock moves the time of all. */
  readonly home: TestApp
  readonly journeys: FilingJourneys
}

/** Three instances of one system, the machine of one two hours fast, of another two hours slow: what one begins another goes on with, to the second. */
export const drill: Drill = {
  id: 'F32',
  promise: 'P28: a machine whose clock is two hours fast or slow changes no life of a code, no wait, no window of a limit, no end of a session, no deadline, no number and no time that is written down',
  fault: 'each instance goes by the clock of its own machine',
  run: async (given) => {
    const home = await given.startApi({ machineOff: 0 })
    const others = [off, -off].map(async (machineOff) => given.startApi({ beside: home, machineOff }))
    const [fast, slow] = (await Promise.all(others)) as [TestApp, TestApp]
    const instances = [{ name: 'the right one', api: home }, { name: 'the fast one', api: fast }, { name: 'the slow one', api: slow }]
    for (const [index, { api }] of instances.entries()) {
      passVerification(api)
      if (given.planted) goByMachine(api, [0, off, -off][index]!)
    }
    const stand: Stand = { ...given, instances, home, journeys: new FilingJourneys(home) }
    // Each round ends a year; an authority that signs certificates lives for ten.
    const rounds = given.full ? 9 : 1
    const violations: string[] = []
    let asked = 0
    for (let round = 1; round <= rounds; round++) {
      for (const [what, tryCase] of Object.entries(cases)) {
        await home.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
        const claims = await tryCase(stand)
        asked += claims.length
        violations.push(...claims.filter(({ holds }) => !holds).map(({ says }) => `round ${round}, ${what}: ${says}`))
      }
    }
    return { figure: `${asked} questions in ${Object.keys(cases).length} cases over 3 instances, 2 of them two hours off`, violations }
  },
}

function goByMachine(api: TestApp, seconds: number): void {
  partOf(api, Clock as abstract new () => Clock).now = () => later(api.clock.now(), seconds)
}

interface Claim {
  readonly says: string
  readonly holds: boolean
}

const answered = (says: string, { status }: Answered<unknown>, expected: number): Claim => ({ says: `${says} was answered ${status}, not ${expected}`, holds: status === expected })
const is = (says: string, found: unknown, expected: unknown): Claim => ({ says: `${says} is ${String(found)}, not ${String(expected)}`, holds: found === expected })

/** Each instance begins, the next one goes on. */
const pairs = ({ instances }: Stand) => instances.map((maker, index) => ({ maker, taker: instances[(index + 1) % instances.length]!, who: `${instances[(index + 1) % instances.length]!.name} after ${maker.name}` }))

const logOn = ({ random }: Given, { api }: Instance, userName: string, password: string, category: 'owner' | 'provider' = 'owner') =>
  api.inject('logOn', { body: { category, userName, password, verification: anyAnswer } }, { headers: { ...attackerAddress(random, 60_000), 'x-icp-portal': category } })

const cases: Readonly<Record<string, (stand: Stand) => Promise<Claim[]>>> = {
  'the life of a code': async (stand) => {
    const begun: { taker: Instance; who: string; late: boolean; code: string; cookie: string }[] = []
    for (const pair of pairs(stand)) {
      for (const late of [false, true]) {
        const { userName, password } = await stand.home.accounts.owner()
        const { body, cookies } = await logOn(stand, pair.maker, userName, password)
        begun.push({ ...pair, late, code: body.onScreen?.code ?? '', cookie: cookies })
      }
    }
    const enter = async (late: boolean) => Promise.all(begun.filter((one) => one.late === late).map(async ({ taker, who, code, cookie }) =>
      answered(`a code ${late ? 'after' : 'in'} its five minutes, at ${who},`, await taker.api.inject('enterLogOnCode', { body: { code } }, { headers: { cookie } }), late ? 422 : 200)))
    stand.home.clock.advance(codeSeconds - 1)
    const inTime = await enter(false)
    stand.home.clock.advance(1)
    return [...inTime, ...(await enter(true))]
  },
  'the wait for a new code': async (stand) => {
    const begun = await Promise.all(pairs(stand).map(async (pair) => {
      const { userName, password } = await stand.home.accounts.owner()
      return { ...pair, cookie: (await logOn(stand, pair.maker, userName, password)).cookies }
    }))
    const resend = (seconds: number, expected: number) => Promise.all(begun.map(async ({ taker, who, cookie }) =>
      answered(`a new code after ${seconds} seconds, at ${who},`, await taker.api.inject('resendLogOnCode', {}, { headers: { cookie } }), expected)))
    stand.home.clock.advance(resendSeconds - 1)
    const tooSoon = await resend(resendSeconds - 1, 429)
    stand.home.clock.advance(1)
    return [...tooSoon, ...(await resend(resendSeconds, 200))]
  },
  'the wait after wrong passwords': async (stand) => {
    const { userName, password } = await stand.home.accounts.owner()
    for (let n = 0; n < 5; n++) await logOn(stand, stand.instances[n % 3]!, userName, 'Juniper otter lantern')
    stand.home.clock.advance(29)
    const claims: Claim[] = []
    for (const instance of stand.instances) claims.push(answered(`the right password after 29 seconds, at ${instance.name},`, await logOn(stand, instance, userName, password), 429))
    stand.home.clock.advance(1)
    claims.push(answered('the right password after 30 seconds, at the slow one,', await logOn(stand, stand.instances[2]!, userName, password), 200))
    return claims
  },
  'a limit of a minute': async (stand) => {
    const headers = attackerAddress(stand.random)
    const draw = ({ api }: Instance) => api.inject('drawVerificationPicture', { body: { purpose: 'log-on' } }, { headers })
    const within: number[] = []
    for (let n = 0; n < 20; n++) within.push((await draw(stand.instances[n % 3]!)).status)
    const claims = [is('how many of 20 pictures in one minute were drawn', within.filter((status) => status === 201).length, 20)]
    stand.home.clock.advance(59)
    for (const instance of stand.instances) claims.push(answered(`one more picture after 59 seconds, at ${instance.name},`, await draw(instance), 429))
    stand.home.clock.advance(1)
    for (const instance of stand.instances) claims.push(answered(`one more picture after a minute, at ${instance.name},`, await draw(instance), 201))
    return claims
  },
  'a code of an authenticator': async (stand) => {
    const { home, instances } = stand
    const { userName, password, secret } = await join(home, (await invite(home, await home.accounts.securityAdministrator())).token)
    const claims: Claim[] = []
    for (const instance of instances.slice(1)) {
      home.clock.advance(60)
      const { cookies } = await logOn(stand, instance, userName, password, 'provider')
      const entered = await instance.api.inject('enterLogOnCode', { body: { code: codeOf(secret, home.clock.now()) } }, { headers: { cookie: cookies, 'x-icp-portal': 'provider' } })
      claims.push(answered(`the code of this half minute, at ${instance.name},`, entered, 200))
    }
    return claims
  },
  'the end of a session': async (stand) => {
    const begun = await Promise.all(pairs(stand).map(async (pair) => {
      const { userName, password } = await stand.home.accounts.owner()
      const { body, cookies } = await logOn(stand, pair.maker, userName, password)
      const entered = await pair.maker.api.inject('enterLogOnCode', { body: { code: body.onScreen?.code ?? '' } }, { headers: { cookie: cookies } })
      return { ...pair, cookie: entered.cookies }
    }))
    const look = (seconds: number, expected: number) => Promise.all(begun.map(async ({ taker, who, cookie }) =>
      answered(`a session idle for ${seconds} seconds, at ${who},`, await taker.api.inject('getMe', {}, { headers: { cookie } }), expected)))
    stand.home.clock.advance(idleSeconds - 1)
    const open = await look(idleSeconds - 1, 200)
    stand.home.clock.advance(idleSeconds)
    return [...open, ...(await look(idleSeconds, 401))]
  },
  'the 24 hours of a confirmation that end with the year': async (stand) => {
    const { home, instances, journeys } = stand
    const [right, fast, slow] = instances as [Instance, Instance, Instance]
    // The year in China: in its last eight hours UTC is a year behind, and the next round must not go back.
    const newYear = `${shanghaiDay(home.clock.now()).slice(0, 4)}-12-31T16:00:00.000Z`
    home.clock.set(later(newYear, -24 * hour))
    const provider = await journeys.provider()
    const [inTime, late] = [await journeys.passed([provider]), await journeys.passed([provider])]
    const sweep = async () => {
      for (const { api } of instances) await partOf(api, ConfirmationsService).sweep()
    }
    home.clock.set(later(newYear, -1))
    await sweep()
    const claims = [is('how the unanswered one stands in its last second', await statusOf(home, late.id), 'awaiting-confirmation')]
    claims.push(...(await confirm(stand, inTime)), ...(await approve(stand, inTime, fast)))
    home.clock.set(newYear)
    await sweep()
    claims.push(is('how the unanswered one stands after 24 hours', await statusOf(home, late.id), 'returned'))
    await journeys.pass({ ...late, owner: await home.accounts.logOnAgain(late.owner), staff: [await home.accounts.logOnAgain(provider.staff)] })
    return [...claims, ...(await confirm({ ...stand, instances: [slow, right, fast] }, late)), ...(await approve(stand, late, slow))]
  },
}

/** Every person answers, each at another instance. */
async function confirm({ home, instances }: Pick<Stand, 'home' | 'instances'>, { id, owner }: Journey): Promise<Claim[]> {
  const { confirmations } = (await home.inject('getFiling', { params: { id } }, { as: await home.accounts.logOnAgain(owner) })).body
  const claims: Claim[] = []
  for (const [index, confirmation] of confirmations.filter(({ onScreen }) => onScreen).entries()) {
    const { token, code } = secretOf(confirmation)
    const { mobile, lastSix } = knownPersons[confirmation.name]!
    const { name, api } = instances[(index + 1) % instances.length]!
    claims.push(answered(`a confirmation at ${name}`, await api.inject('confirm', { params: { token }, body: { code, mobile, lastSix } }), 200))
  }
  return claims.length > 0 ? claims : [{ says: 'nobody was asked to confirm', holds: false }]
}

/** The number is of the year that it is in China, and what is written down has the time that it is. */
async function approve({ home }: Stand, { id, owner, reviewer }: Journey, { name, api }: Instance): Promise<Claim[]> {
  const { version } = (await home.inject('getFiling', { params: { id } }, { as: await home.accounts.logOnAgain(owner) })).body
  const answer = await api.inject('approveFiling', { params: { id }, body: { version } }, { as: await home.accounts.logOnAgain(reviewer) })
  const [entry] = await home.db.query('SELECT at FROM audit_entries WHERE filing_id = $1 ORDER BY position DESC LIMIT 1', [id])
  const [issued] = await home.db.query('SELECT subject_number AS number, issued_at AS at FROM certificates ORDER BY issued_at DESC, subject_number DESC LIMIT 1')
  const now = home.clock.now()
  const year = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date(now))
  return [
    answered(`an approval at ${name}`, answer, 200), is(`the year of a number by ${name}`, String(issued?.number).match(/\d{4}/)?.[0], year),
    is(`when ${name} issued a certificate`, issued?.at, now), is(`the time of an audit entry of ${name}`, entry.at, now),
  ]
}

const statusOf = async (api: TestApp, id: string): Promise<string> => (await api.db.query('SELECT status FROM filings WHERE id = $1', [id]))[0].status
