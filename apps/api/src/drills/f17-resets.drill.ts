import { RecoveryRequestsRepository } from '../accounts/recovery/recovery-requests.repository.js'
import { resetCodeQueue } from '../accounts/recovery/reset-code.service.js'
import { sha256 } from '../platform/digest.js'
import { statement } from '../platform/statement.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import { newestTo, resetLinkOf } from '../testing/recovery.js'
import { invite, join } from '../testing/staff.js'
import type { Drill } from './drill.js'
import { anyAnswer, attackerAddress, partOf, passVerification } from './entry-attack.js'
import type { Random } from './random.js'

const password = 'Juniper otter lantern'
const portal = 'http://localhost:3001'

/** A reset of a password, abused: by headers that lie about the host, by links used again, altered, too late or of another, and by steps out of order. */
export const drill: Drill = {
  id: 'F17',
  promise: 'P18: a reset’s link begins with the configured address whatever a request says, works once, for fifteen minutes and for its account; afterwards the old sessions are ended and the account is told',
  fault: 'a link is found, whether it was used or is too old',
  run: async ({ startApi, full, planted, random }) => {
    const api = await startApi()
    passVerification(api)
    if (planted) findAnyLink(api)
    const violations: string[] = []
    let tried = 0
    for (let round = 0; round < (full ? 10 : 1); round++) {
      for (const part of [forgedHosts, usedLinks, alteredLinks, stepsOutOfOrder]) {
        await api.db.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
        const stand: Stand = { api, random, operator: await api.accounts.operator() }
        const claims = await part(stand)
        tried += claims.length
        violations.push(...claims.filter(({ holds }) => !holds).map(({ says }) => says))
      }
    }
    return { figure: `${tried} cases of abuse`, violations }
  },
}

interface Claim {
  readonly says: string
  readonly holds: boolean
}

interface Stand {
  readonly api: TestApp
  readonly random: Random
  readonly operator: TestAccount
}

const claim = (says: string, holds: boolean): Claim => ({ says, holds })
const set = (api: TestApp, token: string) => api.inject('setNewPassword', { body: { token, password } })
const refused = async (api: TestApp, what: string, token: string): Promise<Claim> => {
  const { status } = await set(api, token)
  return claim(`${what} was answered ${status}`, status === 404)
}

/** A foreign origin is refused before anything is done (F27). */
const lies: readonly Readonly<Record<string, string>>[] = [
  { host: 'evil.example' }, { host: 'localhost:3001.evil.example' }, { host: 'localhost:3001@evil.example' }, { 'x-forwarded-host': 'evil.example' }, { 'x-forwarded-host': 'evil.example, localhost:3001' },
  { 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'evil.example' }, { forwarded: 'host=evil.example;proto=https' }, { 'x-original-host': 'evil.example' }, { 'x-host': 'evil.example' },
  { 'x-forwarded-server': 'evil.example' }, { 'x-http-host-override': 'evil.example' }, { origin: 'https://evil.example' }, { referer: 'https://evil.example/' }, { 'x-original-url': 'https://evil.example/' },
  { 'x-rewrite-url': 'https://evil.example/' }, { 'x-icp-portal': 'evil.example' }, { 'x-forwarded-port': '6666' }, { 'x-forwarded-prefix': '//evil.example' },
]

async function forgedHosts({ api, operator, random }: Stand): Promise<Claim[]> {
  const claims: Claim[] = []
  for (const lie of lies) {
    const owner = await api.accounts.owner()
    const { link } = await resetLinkOf(api, owner, operator, { ...attackerAddress(random, 60_000), ...lie }, anyAnswer)
    claims.push(claim(`with ${JSON.stringify(lie)} the link was ${link.slice(0, 60)}`, link.startsWith(`${portal}/recover/new-password#`) || ('origin' in lie && link === '')))
    const told = await newestTo(api, owner.email, operator)
    claims.push(claim(`with ${JSON.stringify(lie)} the mail names the other host`, !told.includes('evil') && !told.includes('6666')))
  }
  return claims
}

async function usedLinks({ api, operator, random }: Stand): Promise<Claim[]> {
  const from = () => attackerAddress(random, 60_000)
  const owner = await api.accounts.owner()
  const first = await resetLinkOf(api, owner, operator, from(), anyAnswer)
  api.clock.advance(61)
  const second = await resetLinkOf(api, owner, operator, from(), anyAnswer)
  // Messages of one moment have no order.
  api.clock.advance(1)
  const used = await set(api, second.token)
  const told = [await newestTo(api, owner.mobile, operator), await newestTo(api, owner.email, operator)]
  const session = await api.inject('getMe', {}, { as: owner })
  const late = await api.accounts.owner()
  const lateLink = await resetLinkOf(api, late, operator, from(), anyAnswer)
  api.clock.advance(15 * 60 + 1)
  const lateClaim = await refused(api, 'a link of sixteen minutes', lateLink.token)
  const operatorNow = await api.accounts.logOnAgain(operator)
  const disabled = await api.accounts.owner()
  const ofDisabled = await resetLinkOf(api, disabled, operatorNow, from(), anyAnswer)
  await api.db.query('UPDATE accounts SET disabled_at = $2 WHERE id = $1', [disabled.id, api.clock.now()])
  const looked = await api.inject('lookAtResetLink', { body: { token: ofDisabled.token } })
  return [
    claim(`the right link was answered ${used.status}`, used.status === 200), claim(`the session before was answered ${session.status}`, session.status === 401),
    ...told.map((text) => claim('a contact was not told of the reset', text.includes('重设'))),
    await refused(api, 'a used link', second.token), await refused(api, 'the link of an earlier request, after a later one was used', first.token), lateClaim,
    await refused(api, 'the link of a disabled account', ofDisabled.token), claim(`a look at the link of a disabled account was answered ${looked.status}`, looked.status === 404),
  ]
}

async function alteredLinks({ api, operator, random }: Stand): Promise<Claim[]> {
  const owner = await api.accounts.owner()
  const { token } = await resetLinkOf(api, owner, operator, attackerAddress(random, 60_000), anyAnswer)
  const at = random.int(token.length - 1)
  const other = token[at] === 'A' ? 'B' : 'A'
  const altered: Readonly<Record<string, string>> = {
    'an altered link': `${token.slice(0, at)}${other}${token.slice(at + 1)}`, 'a link without its end': token.slice(0, -1), 'a link with more behind it': `${token}A`, 'a link in capitals': token.toUpperCase(),
    'a link backwards': [...token].toReversed().join(''), 'no link': '', 'a blank': ' ', 'the digest of the link': sha256(token), 'a percent sign': '%', 'an underscore for each character': '_'.repeat(token.length),
    'a quote': `${token}' OR ''='`.slice(0, 64), 'a link with a blank before it': ` ${token}`, 'null': 'null', 'undefined': 'undefined', 'a UUID': random.uuid(),
  }
  const claims: Claim[] = []
  for (const [what, changed] of Object.entries(altered)) claims.push(await refused(api, what, changed))
  claims.push(claim('the true link does not work after all that', (await set(api, token)).status === 200))
  return claims
}

async function stepsOutOfOrder({ api, operator, random }: Stand): Promise<Claim[]> {
  const from = attackerAddress(random, 60_000)
  const [owner, other] = [await api.accounts.owner(), await api.accounts.owner()]
  const ask = (userName: string, category: 'owner' | 'provider' = 'owner') => api.inject('askPasswordReset', { body: { category, userName, verification: anyAnswer } }, { headers: from })
  const [mine, theirs] = [await ask(owner.userName), await ask(other.userName)]
  await api.runJobs(resetCodeQueue)
  const codeOf = async (to: TestAccount) => /\d{6}/.exec(await newestTo(api, to.mobile, operator))?.[0] ?? ''
  const [code, theirCode] = [await codeOf(owner), await codeOf(other)]
  const enter = async (cookie: string, typed: string) => (await api.inject('enterResetCode', { body: { code: typed } }, { headers: { ...from, cookie } })).status
  const claims = [
    claim('a code of another’s recovery was taken', code === theirCode || (await enter(mine.cookies, theirCode)) >= 400), claim('a code without the cookie of its recovery was taken', (await enter('', code)) >= 400),
    claim('an empty code was taken', (await enter(mine.cookies, '')) >= 400), claim('the right code was refused', (await enter(mine.cookies, code)) === 200),
    claim('a code was taken twice', (await enter(mine.cookies, code)) >= 400), claim('the cookie of a recovery opens the account', (await api.inject('getMe', {}, { headers: { cookie: mine.cookies } })).status === 401),
  ]
  await api.runJobs(resetCodeQueue)
  api.clock.advance(301)
  claims.push(claim('a code of five minutes was taken', (await enter(theirs.cookies, theirCode)) >= 400))
  const security = await api.accounts.securityAdministrator()
  const n = String(random.int(100_000_000)).padStart(8, '0')
  const [mobile, email] = [`137${n}`, `clerk${n}@example.net`]
  const clerk = await join(api, (await invite(api, security, { mobile, email })).token)
  api.clock.advance(1)
  const staffAsked = await ask(clerk.userName, 'provider')
  await api.runJobs(resetCodeQueue)
  const staffCode = /\d{6}/.exec(await newestTo(api, mobile, operator))?.[0] ?? ''
  await enter(staffAsked.cookies, staffCode)
  const token = (/http\S+/.exec(await newestTo(api, email, operator))?.[0] ?? '').split('#')[1] ?? ''
  const without = await set(api, token)
  claims.push(claim('staff got no link', token !== ''))
  claims.push(claim(`staff without their authenticator were answered ${without.status}`, without.status === 422))
  return claims
}

function findAnyLink(api: TestApp): void {
  const requests = partOf(api, RecoveryRequestsRepository)
  const first = async (tx: Parameters<typeof requests.findByLink>[0], token: string) => {
    const { rows } = await statement<{ id: string }>(tx, 'SELECT id FROM recovery_requests WHERE link = $1', [sha256(token)])
    return rows[0] && requests.lock(tx, rows[0].id)
  }
  requests.findByLink = first
  requests.lockByLink = first
  requests.useLink = async () => true
  requests.removeOf = async () => undefined
}
