import { randomBytes } from 'node:crypto'
import { SessionsRepository } from '../accounts/sessions.repository.js'
import { sha256 } from '../platform/digest.js'
import { statement } from '../platform/statement.js'
import type { TestAccount } from '../testing/accounts.js'
import type { Answered, TestApp } from '../testing/app.js'
import { codeOf } from '../testing/authenticator.js'
import { resetLinkOf } from '../testing/recovery.js'
import { invite, join } from '../testing/staff.js'
import type { Drill } from './drill.js'
import { anyAnswer, attackerAddress, partOf, passVerification } from './entry-attack.js'
import type { Random } from './random.js'

const minute = 60
const hour = 3600

/** Every way in which a session begins, rises and ends, and what its cookie opens before and after. */
export const drill: Drill = {
  id: 'F19',
  promise: 'P19: a session has a new id at each rise and none that somebody else chose; what has ended opens nothing; cookies are HttpOnly, SameSite=Strict and, on https, __Host- and Secure',
  fault: 'a cookie goes on after its session has risen or ended',
  run: async ({ startApi, full, planted, random }) => {
    const http = await startApi()
    const https = await startApi({ env: { PORTAL_OWNER_URL: 'https://icp.example.cn', PORTAL_PROVIDER_URL: 'https://provider.example.cn', PORTAL_ADMINISTRATION_URL: 'https://admin.example.cn' } })
    const rounds = full ? 20 : 1
    const violations: string[] = []
    let tried = 0
    for (const api of [http, https]) {
      passVerification(api)
      if (planted) keepOld(api)
    }
    for (let round = 0; round < rounds; round++) {
      const stand = await standOf(http, random)
      for (const [what, tryCase] of Object.entries(cases)) {
        await http.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
        const wrong = await tryCase(stand)
        tried += wrong.length
        violations.push(...wrong.filter(({ holds }) => !holds).map(({ says }) => `${what}: ${says}`))
      }
      const shapes = await shapesOf(https, random)
      tried += shapes.length
      violations.push(...shapes.filter(({ holds }) => !holds).map(({ says }) => says))
    }
    return { figure: `${tried} questions to sessions in ${Object.keys(cases).length + 1} cases`, violations }
  },
}

interface Claim {
  readonly says: string
  readonly holds: boolean
}

interface Stand {
  readonly api: TestApp
  readonly random: Random
  readonly opens: (cookie: string, portal?: string) => Promise<boolean>
  readonly logOn: (account: Pick<TestAccount, 'userName' | 'password'>, cookie?: string) => Promise<Answered<unknown>>
}

const claim = (says: string, holds: boolean): Claim => ({ says, holds })
const closed = async ({ opens }: Stand, what: string, cookie: string, portal?: string): Promise<Claim> => claim(`${what} still opens the account`, !(await opens(cookie, portal)))
const open = async ({ opens }: Stand, what: string, cookie: string, portal?: string): Promise<Claim> => claim(`${what} does not open the account`, await opens(cookie, portal))

async function standOf(api: TestApp, random: Random): Promise<Stand> {
  const opens = async (cookie: string, portal = 'owner') => (await api.inject('getMe', {}, { headers: { cookie, 'x-icp-portal': portal } })).status === 200
  const logOn = async ({ userName, password }: Pick<TestAccount, 'userName' | 'password'>, cookie = '') => {
    const { body, cookies } = await api.inject('logOn', { body: { category: 'owner', userName, password, verification: anyAnswer } }, { headers: { ...attackerAddress(random), ...(cookie ? { cookie } : {}) } })
    return api.inject('enterLogOnCode', { body: { code: body.onScreen?.code ?? '' } }, { headers: { cookie: [cookies, cookie].filter(Boolean).join('; ') } })
  }
  return { api, random, opens, logOn }
}

const sessionOf = (cookies: string): string => cookies.split('; ').find((pair) => /^(__Host-)?icp-(owner|provider|administration)=.+/.test(pair)) ?? ''

const cases: Readonly<Record<string, (stand: Stand) => Promise<Claim[]>>> = {
  'a cookie that was planted before the log-on': async (stand) => {
    const planted = `icp-owner=${randomBytes(32).toString('base64url')}`
    const account = await stand.api.accounts.owner()
    const got = sessionOf((await stand.logOn(account, planted)).cookies)
    return [claim('the planted cookie was kept', got !== planted && got !== ''), await closed(stand, 'the planted cookie', planted), await open(stand, 'the new cookie', got)]
  },
  'a log-on over a session that runs': async (stand) => {
    const account = await stand.api.accounts.owner()
    const before = account.cookie
    const got = sessionOf((await stand.logOn(account, before)).cookies)
    return [claim('the cookie stayed the same', got !== before), await closed(stand, 'the cookie before', before), await open(stand, 'the new cookie', got)]
  },
  'half a log-on': async (stand) => {
    const account = await stand.api.accounts.owner()
    const { cookies } = await stand.api.inject('logOn', { body: { category: 'owner', userName: account.userName, password: account.password, verification: anyAnswer } })
    const token = cookies.split('=')[1] ?? ''
    return [await closed(stand, 'the cookie of the first step', cookies), await closed(stand, 'its value as a session', `icp-owner=${token}`)]
  },
  'a change of password': async (stand) => {
    const { api } = stand
    const account = await api.accounts.owner()
    const elsewhere = await api.accounts.logOnAgain(account)
    const before = account.cookie
    const code = (await api.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as: account })).body.onScreen?.code ?? ''
    const changed = await api.inject('changePassword', { body: { current: account.password, password: 'Juniper otter lantern', code } }, { as: account })
    return [
      claim('the password was not changed', changed.status === 204), claim('the cookie stayed the same', account.cookie !== before), await closed(stand, 'the cookie before', before),
      await closed(stand, 'another device', elsewhere.cookie), await open(stand, 'the new cookie', account.cookie),
    ]
  },
  'a change of phone': async (stand) => {
    const { api, random } = stand
    const account = await api.accounts.owner()
    const elsewhere = await api.accounts.logOnAgain(account)
    const before = account.cookie
    const value = `137${String(random.int(100_000_000)).padStart(8, '0')}`
    const sent = (await api.inject('startContactChange', { body: { channel: 'mobile', value, password: account.password } }, { as: account })).body
    const changed = await api.inject('completeContactChange', { body: { oldCode: sent.before.onScreen?.code ?? '', newCode: sent.after.onScreen?.code ?? '' } }, { as: account })
    return [
      claim('the phone was not changed', changed.status === 204), await closed(stand, 'the cookie before', before), await closed(stand, 'another device', elsewhere.cookie),
      await open(stand, 'the new cookie', account.cookie),
    ]
  },
  'a reset of the password': async (stand) => {
    const { api, random } = stand
    const account = await api.accounts.owner()
    const { token } = await resetLinkOf(api, account, await api.accounts.operator(), attackerAddress(random), anyAnswer)
    const { status } = await api.inject('setNewPassword', { body: { token, password: 'Juniper otter lantern' } })
    return [claim('the password was not reset', status === 200), await closed(stand, 'the session before', account.cookie)]
  },
  'ends that the owner chooses': async (stand) => {
    const { api } = stand
    const account = await api.accounts.owner()
    const [second, third] = [await api.accounts.logOnAgain(account), await api.accounts.logOnAgain(account)]
    const { rows } = (await api.inject('listOwnSessions', {}, { as: account })).body
    const [other] = rows.filter(({ current }) => !current)
    await api.inject('endOwnSession', { params: { id: other?.id ?? '' }, body: { password: account.password } }, { as: account })
    const stillOpen = [await stand.opens(second.cookie), await stand.opens(third.cookie)].filter(Boolean).length
    await api.inject('endOtherSessions', { body: { password: account.password } }, { as: account })
    const claims = [
      claim(`${rows.length} of 3 sessions are listed`, rows.length === 3), claim('not exactly one was ended', stillOpen === 1), await closed(stand, 'the second device', second.cookie),
      await closed(stand, 'the third device', third.cookie), await open(stand, 'the own cookie', account.cookie),
    ]
    await api.inject('logOff', {}, { as: account })
    return [...claims, await closed(stand, 'a session that was logged off', account.cookie)]
  },
  'another’s session by its id': async (stand) => {
    const { api } = stand
    const [mine, theirs] = [await api.accounts.owner(), await api.accounts.owner()]
    const [{ id }] = await api.db.query('SELECT id FROM sessions WHERE account_id = $1', [theirs.id])
    await api.inject('endOwnSession', { params: { id }, body: { password: mine.password } }, { as: mine })
    return [await open(stand, 'the other account’s cookie', theirs.cookie), await closed(stand, 'the public id of a session as a cookie', `icp-owner=${id}`)]
  },
  'thirty minutes without a request': async (stand) => {
    const { api } = stand
    const account = await api.accounts.owner()
    api.clock.advance(29 * minute)
    const inTime = await open(stand, 'a session of 29 idle minutes', account.cookie)
    api.clock.advance(30 * minute)
    return [inTime, await closed(stand, 'a session of 30 idle minutes', account.cookie)]
  },
  'a page that asks by itself while nobody is at it': async (stand) => {
    const { api } = stand
    const account = await api.accounts.owner()
    const answered: number[] = []
    for (let spent = 0; spent < 40; spent += 10) {
      answered.push((await api.inject('listFilings', { query: {} }, { as: account, headers: { 'x-icp-unattended': '1' } })).status)
      api.clock.advance(10 * minute)
    }
    return [claim(`it was answered ${answered.join(', ')} after 0, 10, 20 and 30 minutes`, answered.join() === '200,200,200,401')]
  },
  'twelve hours': async (stand) => {
    const { api } = stand
    const account = await api.accounts.owner()
    for (let spent = 0; spent < 12 * hour - 25 * minute; spent += 25 * minute) {
      api.clock.advance(25 * minute)
      if (!(await stand.opens(account.cookie))) return [claim(`it ended after ${spent / minute} minutes of use`, false)]
    }
    api.clock.advance(25 * minute)
    return [await closed(stand, 'a session of twelve hours in use', account.cookie)]
  },
  'staff whose role changes, who are disabled, and whose sessions are ended': async (stand) => {
    const { api } = stand
    const [security, countersigner] = [await api.accounts.securityAdministrator(), await api.accounts.operator()]
    const as = async (act: (id: string) => Promise<Answered<unknown>>, what: string): Promise<Claim[]> => {
      const { token } = await invite(api, security)
      const clerk = await join(api, token)
      const [{ id, provider_id: providerId }] = await api.db.query('SELECT id, provider_id FROM accounts WHERE user_name = $1', [clerk.userName])
      api.clock.advance(60)
      const first = await api.inject('logOn', { body: { category: 'provider', userName: clerk.userName, password: clerk.password, verification: anyAnswer } }, { headers: { 'x-icp-portal': 'provider' } })
      const second = await api.inject('enterLogOnCode', { body: { code: codeOf(clerk.secret, api.clock.now()) } }, { headers: { cookie: first.cookies, 'x-icp-portal': 'provider' } })
      const cookie = sessionOf(second.cookies)
      const inside = await open(stand, 'the session of a clerk', cookie, 'provider')
      const { status } = await act(id)
      return [inside, claim(`${what} was answered ${status}`, status < 300 && providerId !== null), await closed(stand, `the session of a clerk after: ${what}`, cookie, 'provider')]
    }
    const reason = 'the drill asks for it'
    return [
      ...(await as((id) => api.inject('disableAccount', { params: { id }, body: { reason } }, { as: security }), 'disabling')),
      ...(await as((id) => api.inject('endAccountSessions', { params: { id } }, { as: security }), 'ending')),
      ...(await as(async (id) => {
        await api.inject('requestRoleChange', { params: { id }, body: { role: 'reviewer', providerId: null, province: '330000', reason } }, { as: security })
        const [request] = (await api.inject('listAccountRequests', { query: {} }, { as: countersigner })).body.rows.filter(({ accountId }) => accountId === id)
        return api.inject('decideAccountRequest', { params: { id: request?.id ?? id }, body: { agree: true } }, { as: countersigner })
      }, 'a new role')),
    ]
  },
}

/** On https: what the browser is told about each cookie. */
async function shapesOf(api: TestApp, random: Random): Promise<Claim[]> {
  await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  const account = await api.accounts.owner()
  const drawn = await api.inject('askProofChallenge', { body: { purpose: 'log-on' } })
  const first = await api.inject('logOn', { body: { category: 'owner', userName: account.userName, password: account.password, verification: anyAnswer } }, { headers: attackerAddress(random) })
  const second = await api.inject('enterLogOnCode', { body: { code: first.body.onScreen?.code ?? '' } }, { headers: { cookie: first.cookies } })
  const set = [drawn, first, second].flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat() as string[]).filter((line) => !/=;/.test(line))
  const asked = ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/']
  return [
    claim(`${set.length} cookies were set, where at least 4 are`, set.length >= 4),
    ...set.flatMap((line) => [
      claim(`${line.split('=')[0]} has no __Host- before its name`, line.startsWith('__Host-')), claim(`${line.split('=')[0]} names a Domain`, !/domain=/i.test(line)),
      ...asked.map((part) => claim(`${line.split('=')[0]} is without ${part}`, line.split('; ').includes(part))),
    ]),
  ]
}

/** The old cookie stays beside the new one, and an end only looks like one. */
function keepOld(api: TestApp): void {
  const sessions = partOf(api, SessionsRepository)
  sessions.renew = async (tx, id) => {
    const token = randomBytes(32).toString('base64url')
    const { affected } = await statement(
      tx, `INSERT INTO sessions (token, account_id, started_at, seen_at) SELECT $2, account_id, started_at, seen_at FROM sessions WHERE token = $1`, [id, sha256(token)],
    )
    return affected === 1 ? token : undefined
  }
  sessions.close = async () => undefined
}
