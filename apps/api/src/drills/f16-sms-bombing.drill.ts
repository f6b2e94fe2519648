import { SlidingLimits, secondsToWait } from '../platform/sliding-limits.js'
import { byAccount, toAnyone, toHolder, toNamed } from '../accounts/codes/code-limits.js'
import type { TestApp } from '../testing/app.js'
import type { Drill, Given } from './drill.js'
import { acceptedRegistration, anyAnswer, attackerAddress, partOf, passVerification } from './entry-attack.js'
import { bombByAccounts } from './sms-doors.js'
import type { Random } from './random.js'

const day = 24 * 3600
const budget = 400

/** One number, in the spellings of people, input methods and attackers. */
const spellings: readonly ((mobile: string) => string)[] = [
  (mobile) => mobile, (mobile) => `+86${mobile}`, (mobile) => `+86 ${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`, (mobile) => `0086${mobile}`,
  (mobile) => [...mobile].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''), (mobile) => ` ${mobile.slice(0, 3)}-${mobile.slice(3, 7)}-${mobile.slice(7)} `,
]

/**
 * A day of somebody who has SMS sent to one phone from many addresses in many spellings, to many phones from one address, and as many as the purse holds; then a day of
 * somebody who does it through accounts, to the phone and mailbox of an owner who wants to log on.
 */
export const drill: Drill = {
  id: 'F16',
  promise: 'P17: strangers who type a number make one phone get at most 1 SMS in a minute, 5 in an hour and 10 in a day, however it is written and wherever it is asked from; they spend nine tenths of the day’s budget at most. Its holder still logs on and still gets a new password, which count apart (0011)',
  fault: 'sendings are counted by the number as it was typed',
  moreFaults: ['what an account has sent to a new address counts with the codes of its holder', 'a new password counts with everything else that goes to the phone'],
  run: async (given) => {
    const { full, planted, startApi } = given
    const api = await startApi()
    passVerification(api)
    if (planted) [countAsTyped, countWithHolder, countAllTogether][planted - 1]?.(api)
    const sends = full ? 5_000 : 40
    const toOne = await bombOne({ ...given, api }, Math.floor(sends * 0.6))
    api.clock.advance(day)
    const toMany = await bombMany({ ...given, api }, Math.floor(sends * 0.4))
    api.clock.advance(day)
    const byAccounts = await bombByAccounts({ ...given, api }, full ? 1_000 : 18)
    return {
      figure: `${sends} sends: ${toOne.sent.length} SMS to one phone in a day, ${toMany.sent} to others from one address; ${toMany.spent} where ${budget} is the budget; ${byAccounts.figure}`,
      violations: [...toOne.violations, ...toMany.violations, ...byAccounts.violations],
    }
  },
}

interface Attack extends Given {
  readonly api: TestApp
}

async function bombOne({ api, random, full }: Attack, sends: number) {
  const victim = '13712340001'
  const sent: string[] = []
  const statuses = new Set<number>()
  const began = await messagesTo(api)
  for (let n = 0; n < sends; n++) {
    api.clock.advance(1 + random.int(Math.floor((2 * day) / sends)))
    const from = attackerAddress(random, 5_000)
    // A new registration each time: nothing but the number can be recognised.
    const cookie = await acceptedRegistration(api, from)
    const body = { mobile: random.pick(spellings)(victim), email: `nobody${n}@example.net`, verification: anyAnswer }
    const { status } = await api.inject('sendRegistrationCodes', { body }, { headers: { ...from, cookie } })
    statuses.add(status)
    if (status === 200) sent.push(api.clock.now())
  }
  const violations: string[] = []
  sent.forEach((at, index) => {
    const wait = secondsToWait(toAnyone, sent.slice(0, index), at)
    if (wait > 0) violations.push(`SMS number ${index + 1} came ${wait} s too early`)
  })
  const messages = (await messagesTo(api)) - began
  if (messages !== sent.length) violations.push(`${sent.length} were said to be sent, ${messages} SMS are there`)
  if (full && sent.length < 10) violations.push(`only ${sent.length} came through in a day: the holder of the phone is shut out`)
  for (const status of statuses) if (status !== 200 && status !== 429) violations.push(`a sending was answered ${status}`)
  return { sent, violations }
}

const messagesTo = async (api: TestApp): Promise<number> => Number((await api.db.query(`SELECT count(*) AS n FROM outbox_messages WHERE channel = 'sms'`))[0].n)

async function bombMany({ api, random }: Attack, sends: number) {
  await api.db.query(`UPDATE switches SET value = $1 WHERE name = 'sms-daily-budget'`, [String(budget)])
  const from = { 'x-forwarded-for': '10.99.7.1' }
  const cookie = await acceptedRegistration(api, from)
  let sent = 0
  for (let n = 0; n < sends; n++) {
    const { status } = await api.inject('sendRegistrationCodes', {
      body: { mobile: someNumber(random), email: `nobody-at-all${n}@example.net`, verification: anyAnswer },
    }, { headers: { ...from, cookie: n % 50 === 0 ? cookie : await acceptedRegistration(api, attackerAddress(random, 5_000)) } })
    if (status === 200) sent++
  }
  const violations: string[] = []
  if (sent > 300) violations.push(`${sent} sendings from one address in an hour, where 300 may be`)
  // As if the day's messages had left: strangers get no more, and are told until when.
  const spent = Math.ceil(budget * 0.9)
  await api.db.query(`INSERT INTO sms_spending (day, sent) VALUES ($1, $2) ON CONFLICT (day) DO UPDATE SET sent = excluded.sent`, [
    new Date(Date.parse(api.clock.now()) + 8 * 3600_000).toISOString().slice(0, 10), spent,
  ])
  const elsewhere = attackerAddress(random, 5_000)
  const late = await api.inject('sendRegistrationCodes', {
    body: { mobile: someNumber(random), email: 'late@example.net', verification: anyAnswer },
  }, { headers: { ...elsewhere, cookie: await acceptedRegistration(api, elsewhere) } })
  if (late.status !== 429 || late.problem.code !== 'sms-spent') violations.push(`with the budget spent a sending was answered ${late.status}`)
  return { sent, spent, violations }
}

const someNumber = (random: Random): string => `138${String(random.int(100_000_000)).padStart(8, '0')}`

/** Spellings of one number count for themselves: here by chance, as if each came in another one. */
function countAsTyped(api: TestApp): void {
  const limits = partOf(api, SlidingLimits)
  const take = limits.take.bind(limits)
  let nth = 0
  limits.take = (tx, limit, who) => take(tx, limit, limit.name === toAnyone.name ? `${who} ${++nth % spellings.length}` : who)
}

/** Nothing is asked of the account, and the address counts as if it were the account's own. */
function countWithHolder(api: TestApp): void {
  const limits = partOf(api, SlidingLimits)
  const take = limits.take.bind(limits)
  const asked = new WeakSet<object>()
  limits.take = async (tx, limit, who) => {
    if (limit.name !== byAccount.name) return take(tx, limit.name === toAnyone.name && asked.has(tx) ? toHolder : limit, who)
    asked.add(tx)
    return 0
  }
}

function countAllTogether(api: TestApp): void {
  const limits = partOf(api, SlidingLimits)
  const take = limits.take.bind(limits)
  limits.take = (tx, limit, who) => take(tx, limit.name === toNamed.name ? toAnyone : limit, who)
}
