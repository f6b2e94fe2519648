import { AuthenticatorsRepository } from '../accounts/authenticator/authenticators.repository.js'
import { InvitationsRepository } from '../accounts/invitations/invitations.repository.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import { codeOf } from '../testing/authenticator.js'
import { invite, join } from '../testing/staff.js'
import { solvedVerification } from '../testing/verification.js'
import type { Drill } from './drill.js'

interface Stand {
  /** Two instances of one system. */
  readonly instances: readonly [TestApp, TestApp]
  security: TestAccount
}

const atOnce = 32
const portal = { 'x-icp-portal': 'provider' }

/** What works once, tried by many at one moment over two instances: the link of an invitation, and the code of an authenticator. */
export const drill: Drill = {
  id: 'F10',
  promise: `P18: of ${atOnce} who use one invitation at the same moment one gets an account, and of 8 log-ons with one code of an authenticator one gets a session`,
  fault: 'the link is read without a lock, and no time step is remembered',
  run: async ({ startApi, full, planted }) => {
    const api = await startApi()
    const beside = await startApi({ beside: api })
    const stand: Stand = { instances: [api, beside], security: await api.accounts.securityAdministrator() }
    if (planted) for (const instance of stand.instances) forgetUses(instance)
    const rounds = full ? 50 : 1
    const violations: string[] = []
    for (let round = 1; round <= rounds; round++) {
      // Everybody comes from one address here: the next round begins when its limit per visitor has passed.
      api.clock.advance(300)
      stand.security = await api.accounts.logOnAgain(stand.security)
      violations.push(...[...(await raceForLink(stand)), ...(await raceForCode(stand))].map((what) => `round ${round}: ${what}`))
    }
    return { figure: `${rounds} rounds of ${atOnce} for one invitation and of 8 for one code, over 2 instances`, violations }
  },
}

function forgetUses(api: TestApp): void {
  const invitations = api.app.get(InvitationsRepository, { strict: false })
  invitations.lockByToken = (tx, token, now) => invitations.findByToken(tx, token, now)
  api.app.get(AuthenticatorsRepository, { strict: false }).useStep = async () => true
}

let named = 0

async function raceForLink({ instances, security }: Stand): Promise<string[]> {
  const [api] = instances
  const { token, invitation } = await invite(api, security)
  const { secret } = (await api.inject('openInvitation', { body: { token } })).body.authenticator
  const code = codeOf(secret, api.clock.now())
  const answers = await Promise.all(Array.from({ length: atOnce }, (_, n) => instances[n % 2]!.inject('acceptInvitation', {
    body: { token, userName: `racer-${++named}`, password: 'Juniper otter lantern', code },
  })))
  const won = answers.filter(({ status }) => status === 200).length
  const [{ n }] = await api.db.query('SELECT count(*)::int AS n FROM audit_entries WHERE action = $1 AND detail ->> $2 = $3', ['account.join', 'invitation', invitation.id])
  const wrong: string[] = []
  if (won !== 1) wrong.push(`${won} of ${atOnce} used one invitation`)
  if (n !== won) wrong.push(`${won} were told that they joined, ${n} did`)
  const other = answers.find(({ status }) => ![200, 404, 409, 429].includes(status))
  if (other) wrong.push(`a loser was answered ${other.status}`)
  return wrong
}

async function raceForCode({ instances, security }: Stand): Promise<string[]> {
  const [api] = instances
  const { userName, password, secret } = await join(api, (await invite(api, security)).token)
  api.clock.advance(60)
  const steps = []
  for (let n = 0; n < 8; n++) {
    steps.push(await api.inject('logOn', { body: { category: 'provider', userName, password, verification: await solvedVerification(api) } }, { headers: portal }))
  }
  const code = codeOf(secret, api.clock.now())
  const answers = await Promise.all(steps.map(({ cookies }, n) => instances[n % 2]!.inject('enterLogOnCode', { body: { code } }, { headers: { ...portal, cookie: cookies } })))
  const won = answers.filter(({ status }) => status === 200).length
  return won === 1 ? [] : [`${won} of 8 log-ons used one code`]
}
