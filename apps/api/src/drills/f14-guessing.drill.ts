import { OneTimeCodes } from '../accounts/codes/one-time-codes.js'
import { LogOnRepository } from '../accounts/log-on/log-on.repository.js'
import { Passwords } from '../accounts/passwords.js'
import { SlidingLimits } from '../platform/sliding-limits.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import type { Drill, Given } from './drill.js'
import { anyAnswer, attackerAddress, partOf, passVerification } from './entry-attack.js'

/** What was compared, by every instance together: nothing else can be right by chance. */
interface Compared {
  readonly codes: Map<string, number>
  codesInAll: number
  passwords: number
}

const atOnce = 20
const day = 24 * 3600

/** Codes and passwords of one account, guessed from 50 addresses over several instances that are restarted meanwhile. */
export const drill: Drill = {
  id: 'F14',
  promise: 'P17: at most 5 comparisons with one code and 20 with all codes of an account in a day; of passwords at most 100 in a row; over any number of instances, restarts and new codes',
  fault: 'each instance counts in its own memory',
  run: async (given) => {
    const { full, startApi, random } = given
    const home = await startApi()
    const compared: Compared = { codes: new Map(), codesInAll: 0, passwords: 0 }
    const prepare = (api: TestApp) => {
      passVerification(api)
      watch(api, compared)
      if (given.planted) countInMemory(api)
      return api
    }
    const fresh = async () => prepare(await startApi({ beside: home }))
    prepare(home)
    const others = await Promise.all(Array.from({ length: full ? 3 : 1 }, fresh))
    const restart = async () => {
      const place = random.int(others.length)
      const gone = others[place]
      await gone?.close()
      // The end of the drill closes every instance that it knows.
      if (gone) Object.assign(gone, { close: async () => undefined })
      others[place] = await fresh()
    }
    const instance = () => random.pick([home, ...others])
    const attack = { ...given, home, instance, restart, compared }
    const guesses = full ? 5_000 : 160
    const violations = [...(await guessCodes(attack, guesses)), ...(await guessPasswords(attack, guesses))]
    return {
      figure: `${2 * guesses} guesses over ${others.length + 1} instances: ${compared.codesInAll} compared with codes, ${compared.passwords} with the password`, violations,
    }
  },
}

interface Attack extends Given {
  readonly home: TestApp
  readonly instance: () => TestApp
  readonly restart: () => Promise<void>
  readonly compared: Compared
}

const logOn = (attack: Attack, { userName, password }: Pick<TestAccount, 'userName' | 'password'>) => attack.instance().inject('logOn', {
  body: { category: 'owner', userName, password, verification: anyAnswer },
}, { headers: attackerAddress(attack.random) })

/** The attacker has the password, and asks for new codes and new attempts as often as is allowed. */
async function guessCodes(attack: Attack, guesses: number): Promise<string[]> {
  const { home, instance, random, compared, full } = attack
  const victim = await home.accounts.owner()
  const began = home.clock.now()
  let cookie = ''
  let rounds = 0
  for (let sent = 0; sent < guesses; sent += atOnce, rounds++) {
    home.clock.advance(60)
    const step = rounds % (full ? 8 : 2) === 0 ? await logOn(attack, victim) : undefined
    if (step?.status === 200) cookie = step.cookies
    else await instance().inject('resendLogOnCode', {}, { headers: { cookie } })
    await Promise.all(Array.from({ length: atOnce }, () => instance().inject('enterLogOnCode', { body: { code: String(random.int(1_000_000)).padStart(6, '0') } }, { headers: { cookie } })))
    if (rounds % (full ? 25 : 5) === 4) await attack.restart()
  }
  if (Date.parse(home.clock.now()) - Date.parse(began) > day * 1000) throw new Error('the guesses took longer than a day: the count of a day says nothing')
  const violations: string[] = []
  const most = Math.max(0, ...compared.codes.values())
  if (most > 5) violations.push(`${most} guesses were compared with one code`)
  if (compared.codesInAll > 20) violations.push(`${compared.codesInAll} guesses were compared with codes of one account within a day`)
  // The right code is worth nothing now, and somebody else notices nothing.
  if (await getsIn(attack, victim)) violations.push('the right code was taken after the limit')
  if (!(await getsIn(attack, await home.accounts.owner()))) violations.push('another account could not log on')
  return violations
}

async function getsIn(attack: Attack, account: TestAccount): Promise<boolean> {
  attack.home.clock.advance(60)
  const { status, cookies, body } = await logOn(attack, account)
  if (status !== 200) return false
  return (await attack.instance().inject('enterLogOnCode', { body: { code: body.onScreen?.code ?? '' } }, { headers: { cookie: cookies } })).status === 200
}

async function guessPasswords(attack: Attack, guesses: number): Promise<string[]> {
  const { home, compared, full } = attack
  const victim = await home.accounts.owner()
  const before = compared.passwords
  for (let sent = 0; sent < guesses; sent += atOnce) {
    // A patient attacker: the longest wait is an hour.
    home.clock.advance(full ? 3600 : 60)
    await Promise.all(Array.from({ length: atOnce }, (_, n) => logOn(attack, { userName: victim.userName, password: `guess number ${sent + n}` })))
    if (sent % (25 * atOnce) === 0) await attack.restart()
  }
  const tried = compared.passwords - before
  const right = await logOn(attack, victim)
  const limit = full ? 100 : 12
  const violations: string[] = []
  if (tried > limit) violations.push(`${tried} passwords were compared where ${limit} may be`)
  if (right.status === 200) violations.push('the right password was taken after the limit')
  if ((await logOn(attack, await home.accounts.owner())).status !== 200) violations.push('another account could not log on')
  return violations
}

function watch(api: TestApp, compared: Compared): void {
  const codes = partOf(api, OneTimeCodes)
  const compare = codes.compare.bind(codes)
  codes.compare = async (tx, bound, typed, path) => {
    const outcome = await compare(tx, bound, typed, path)
    const key = JSON.stringify([bound.purpose, bound.holder])
    compared.codes.set(key, (compared.codes.get(key) ?? 0) + 1)
    compared.codesInAll++
    return outcome
  }
  const passwords = partOf(api, Passwords)
  const matches = passwords.matches.bind(passwords)
  passwords.matches = (hashed, password, seat) => {
    if (hashed !== undefined && password.startsWith('guess')) compared.passwords++
    return matches(hashed, password, seat)
  }
}

function countInMemory(api: TestApp): void {
  const taken = new Map<string, number>()
  const limits = partOf(api, SlidingLimits)
  limits.take = async (_tx, limit, who) => {
    const key = `${limit.name} ${who}`
    const count = taken.get(key) ?? 0
    const most = Math.min(...limit.windows.map(({ points }) => points))
    if (count < most) taken.set(key, count + 1)
    return count < most ? 0 : day
  }
  limits.giveBack = async () => undefined
  const tries = new Map<string, number>()
  partOf(api, LogOnRepository).takeTry = async (_tx, userName) => {
    const count = (tries.get(userName) ?? 0) + 1
    tries.set(userName, count)
    return count > 100 ? { stopped: true } : { waitUntil: null }
  }
}
