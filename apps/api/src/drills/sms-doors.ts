import { resetCodeQueue } from '../accounts/recovery/reset-code.service.js'
import { byAccount, toAnyone } from '../accounts/codes/code-limits.js'
import { type SlidingLimit, secondsToWait } from '../platform/sliding-limits.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import type { Given } from './drill.js'
import { acceptedRegistration, anyAnswer, attackerAddress } from './entry-attack.js'

interface Attack extends Given {
  readonly api: TestApp
}

const day = 24 * 3600
const attackers = 8

interface Sending {
  readonly at: string
  readonly door: string
  /** Which account asked; none asked for a registration. */
  readonly by: number | undefined
}

/**
 * Sends to an owner's phone and mailbox through every door that takes an address: registrations, and accounts that give it as their own new one. Then the owner logs on
 * and gets a new password, and one account goes on to write to strangers.
 */
export async function bombByAccounts(attack: Attack, sends: number) {
  const { api, random, full } = attack
  await api.db.query(`DELETE FROM sms_spending; UPDATE switches SET value = CASE name WHEN 'sms-platform' THEN 'on' ELSE '100000' END WHERE name IN ('sms-platform', 'sms-daily-budget')`)
  const victim = await api.accounts.owner()
  const accounts: TestAccount[] = []
  for (let n = 0; n < attackers; n++) accounts.push(await api.accounts.owner())
  const sent: Sending[] = []
  const violations: string[] = []
  for (let n = 0; n < sends; n++) {
    api.clock.advance(61 + random.int(full ? Math.floor((2 * day) / sends) : 30))
    const by = random.int(attackers)
    // The first ones come from accounts, as many as would have kept the holder out.
    const door = n < 12 ? 'contact' : random.pick(['registration', 'contact', 'lost-phone', 'mail'] as const)
    const status = await ask(attack, door, accounts[by] as TestAccount, victim)
    if (status === 200) sent.push({ at: api.clock.now(), door, by: door === 'registration' ? undefined : by })
    else if (status !== 429) violations.push(`a sending by ${door} was answered ${status}`)
  }
  violations.push(...tooSoon(toAnyone, sent.filter(({ door }) => door !== 'mail'), 'the phone'), ...tooSoon(toAnyone, sent.filter(({ door }) => door === 'mail'), 'the mailbox'))
  for (let by = 0; by < attackers; by++) violations.push(...tooSoon(byAccount, sent.filter((one) => one.by === by), `account ${by}`))
  violations.push(...(await holderGetsIn(api, victim)))
  const spread = await spreadFromOne(attack, accounts[0] as TestAccount, full ? 200 : 8)
  return { figure: `${sent.length} of ${sends} through accounts and registrations to an owner, ${spread.sent} from one account to others`, violations: [...violations, ...spread.violations] }
}

const tooSoon = (limit: SlidingLimit, sent: readonly Sending[], whose: string): string[] =>
  sent.flatMap(({ at, door }, index) => {
    const wait = secondsToWait(limit, sent.slice(0, index).map((one) => one.at), at)
    return wait > 0 ? [`number ${index + 1} of ${whose}, by ${door}, came ${wait} s too early`] : []
  })

type Door = 'registration' | 'contact' | 'lost-phone' | 'mail'

async function ask({ api, random }: Attack, door: Door, account: TestAccount, { mobile, email }: Pick<TestAccount, 'mobile' | 'email'>): Promise<number> {
  if (door === 'registration') {
    const from = attackerAddress(random, 60_000)
    const cookie = await acceptedRegistration(api, from)
    const body = { mobile, email: `nobody-by-account${random.int(1e9)}@example.net`, verification: anyAnswer }
    return (await api.inject('sendRegistrationCodes', { body }, { headers: { ...from, cookie } })).status
  }
  const as = await api.accounts.logOnAgain(account)
  if (door === 'lost-phone') return (await api.inject('startPhoneRecovery', { body: { mobile, password: account.password } }, { as })).status
  const body = door === 'contact' ? { channel: 'mobile' as const, value: mobile } : { channel: 'email' as const, value: email }
  return (await api.inject('startContactChange', { body: { ...body, password: account.password } }, { as })).status
}

/** The owner who was written to all day, by the log-on page and by the one for a new password. */
async function holderGetsIn(api: TestApp, { userName, password, mobile }: TestAccount): Promise<string[]> {
  const headers = { 'x-forwarded-for': '10.250.1.1' }
  const logOn = await api.inject('logOn', { body: { category: 'owner', userName, password, verification: anyAnswer } }, { headers })
  const before = await smsTo(api)
  const reset = await api.inject('askPasswordReset', { body: { category: 'owner', userName, verification: anyAnswer } }, { headers })
  await api.runJobs(resetCodeQueue)
  return [
    ...(logOn.status === 200 ? [] : [`the log-on of the owner who was written to was answered ${logOn.status}`]),
    ...(reset.status === 200 ? [] : [`the owner who was written to asked for a new password and was answered ${reset.status}`]),
    ...((await smsTo(api)) === before + 1 ? [] : [`no code for a new password reached ${mobile}`]),
  ]
}

const smsTo = async (api: TestApp): Promise<number> => Number((await api.db.query(`SELECT count(*) AS n FROM outbox_messages WHERE channel = 'sms'`))[0].n)

/** One account, another number each time: after a day without any it has what an account may have. */
async function spreadFromOne(attack: Attack, account: TestAccount, sends: number) {
  const { api, random } = attack
  api.clock.advance(day)
  const sent: Sending[] = []
  const violations: string[] = []
  for (let n = 0; n < sends; n++) {
    api.clock.advance(1 + random.int(Math.floor((attack.full ? day : 1200) / sends)))
    const status = await ask(attack, 'contact', account, { mobile: `135${String(n).padStart(8, '0')}`, email: '' })
    if (status === 200) sent.push({ at: api.clock.now(), door: 'contact', by: 0 })
    else if (status !== 429) violations.push(`a sending to another number was answered ${status}`)
  }
  violations.push(...tooSoon(byAccount, sent, 'one account'))
  if (sent.length < 5) violations.push(`one account reached only ${sent.length} new numbers`)
  return { sent: sent.length, violations }
}
