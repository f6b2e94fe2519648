import { AuthenticatorsRepository } from '../accounts/authenticator/authenticators.repository.js'
import { OneTimeCodesRepository } from '../accounts/codes/one-time-codes.repository.js'
import { InvitationsRepository } from '../accounts/invitations/invitations.repository.js'
import { RecoveryRequestsRepository } from '../accounts/recovery/recovery-requests.repository.js'
import { VerificationRepository } from '../accounts/verification/verification.repository.js'
import type { TestAccount } from '../testing/accounts.js'
import type { Answered, TestApp } from '../testing/app.js'
import { codeOf } from '../testing/authenticator.js'
import { resetLinkOf } from '../testing/recovery.js'
import { invite, join } from '../testing/staff.js'
import { solvedVerification } from '../testing/verification.js'
import type { Drill } from './drill.js'

interface Stand {
  /** Two instances of one system. */
  readonly instances: readonly [TestApp, TestApp]
  readonly security: TestAccount
  readonly operator: TestAccount
  /** Everybody comes from somewhere else each time, so that no limit per address answers first. */
  readonly from: () => string
}

const atOnce = 32
const staff = { 'x-icp-portal': 'provider' }
const password = 'Juniper otter lantern'

/** What works once, used by many at one moment over two instances. */
export const drill: Drill = {
  id: 'F10',
  promise: `P18: of ${atOnce} who use one verification code, one-time code, link of a reset or invitation, or code of an authenticator at the same moment, one gets through`,
  fault: 'things that work once are looked at instead of used up',
  run: async ({ startApi, full, planted, random }) => {
    const api = await startApi()
    const instances = [api, await startApi({ beside: api })] as const
    if (planted) for (const instance of instances) onlyLook(instance)
    const stand: Stand = {
      instances, security: await api.accounts.securityAdministrator(), operator: await api.accounts.operator(),
      from: () => `10.${random.int(256)}.${random.int(256)}.${random.int(256)}`,
    }
    const rounds = full ? 50 : 1
    const violations: string[] = []
    for (let round = 1; round <= rounds; round++) {
      for (const [what, race] of Object.entries(races)) {
        api.clock.advance(300)
        const now: Stand = { ...stand, security: await api.accounts.logOnAgain(stand.security), operator: await api.accounts.logOnAgain(stand.operator) }
        violations.push(...(await race(now)).map((wrong) => `round ${round}, ${what}: ${wrong}`))
      }
    }
    return { figure: `${rounds * Object.keys(races).length} races of ${atOnce} over 2 instances`, violations }
  },
}

function onlyLook(api: TestApp): void {
  const get = <T>(token: abstract new (...args: never[]) => T) => api.app.get(token as never, { strict: false }) as T
  get(VerificationRepository).spendProof = async () => true
  get(OneTimeCodesRepository).useUp = async () => true
  get(RecoveryRequestsRepository).useLink = async () => true
  get(RecoveryRequestsRepository).removeOf = async () => undefined
  get(AuthenticatorsRepository).useStep = async () => true
  const invitations = get(InvitationsRepository)
  invitations.lockByToken = (tx, token, now) => invitations.findByToken(tx, token, now)
}

const many = <T>(send: (n: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: atOnce }, (_, n) => send(n)))

const judged = (answers: readonly Answered<unknown>[], isThrough: (answer: Answered<unknown>) => boolean): string[] => {
  const through = answers.filter(isThrough).length
  const broken = answers.find(({ status }) => status >= 500)
  return [...(through === 1 ? [] : [`${through} of ${answers.length} got through`]), ...(broken ? [`a loser was answered ${broken.status}`] : [])]
}

let named = 0

const races: Readonly<Record<string, (stand: Stand) => Promise<string[]>>> = {
  'a verification code': async ({ instances, from }) => {
    const verification = await solvedVerification(instances[0])
    const answers = await many((n) => instances[n % 2]!.inject('logOn', {
      body: { category: 'owner', userName: `nobody-${++named}`, password, verification },
    }, { headers: { 'x-forwarded-for': from() } }))
    return judged(answers, ({ problem }) => problem.code === 'log-on-failed')
  },
  'a one-time code': async ({ instances, from }) => {
    const { userName, password: right } = await instances[0].accounts.owner()
    const { body, cookies } = await instances[0].inject('logOn', {
      body: { category: 'owner', userName, password: right, verification: await solvedVerification(instances[0]) },
    }, { headers: { 'x-forwarded-for': from() } })
    const code = body.onScreen?.code ?? ''
    return judged(await many((n) => instances[n % 2]!.inject('enterLogOnCode', { body: { code } }, { headers: { cookie: cookies } })), ({ status }) => status === 200)
  },
  'a link of a reset': async ({ instances, operator, from }) => {
    const { token } = await resetLinkOf(instances[0], await instances[0].accounts.owner(), operator, { 'x-forwarded-for': from() })
    const answers = await many((n) => instances[n % 2]!.inject('setNewPassword', { body: { token, password } }, { headers: { 'x-forwarded-for': from() } }))
    return judged(answers, ({ status }) => status === 200)
  },
  'a link of an invitation': async ({ instances, security, from }) => {
    const [api] = instances
    const { token, invitation } = await invite(api, security)
    const { secret } = (await api.inject('openInvitation', { body: { token } })).body.authenticator
    const code = codeOf(secret, api.clock.now())
    const answers = await many((n) => instances[n % 2]!.inject('acceptInvitation', {
      body: { token, userName: `racer-${++named}`, password, code },
    }, { headers: { 'x-forwarded-for': from() } }))
    const [{ n }] = await api.db.query(`SELECT count(*)::int AS n FROM audit_entries WHERE action = 'account.join' AND detail ->> 'invitation' = $1`, [invitation.id])
    return [...judged(answers, ({ status }) => status === 200), ...(n === 1 ? [] : [`${n} accounts were made`])]
  },
  'a code of an authenticator': async ({ instances, security, from }) => {
    const [api] = instances
    const { userName, secret } = await join(api, (await invite(api, security)).token)
    api.clock.advance(60)
    const steps: string[] = []
    for (let n = 0; n < 4; n++) {
      const body = { category: 'provider' as const, userName, password, verification: await solvedVerification(api) }
      steps.push((await api.inject('logOn', { body }, { headers: { ...staff, 'x-forwarded-for': from() } })).cookies)
    }
    const code = codeOf(secret, api.clock.now())
    return judged(await many((n) => instances[n % 2]!.inject('enterLogOnCode', { body: { code } }, { headers: { ...staff, cookie: steps[n % 4] } })), ({ status }) => status === 200)
  },
}
