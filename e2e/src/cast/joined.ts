import type { InputOf } from '@icp/contract'
import { codeShown } from './authenticator.js'
import { Caller } from './caller.js'
import { staff } from './people.js'
import type { Stage } from './play.js'

type Invitation = InputOf<'inviteStaff'>['body']

/** Staff with an account of their own, so that what becomes of its sessions is nobody else's matter. */
export interface JoinedStaff {
  readonly caller: Caller
  readonly userName: string
  readonly password: string
  /** Each is one log-on without waiting for the authenticator's next code. */
  readonly recoveryCodes: string[]
}

/** Invites somebody new to this post, as the security administrator does; where a second person has to agree, the operator does. */
export async function invited(stage: Stage, post: Pick<Invitation, 'role' | 'providerId' | 'province'>) {
  const security = await staff(stage.stand, { role: 'security-administrator' })
  const { name, mobile, email } = stage.identities.person()
  const { invitation, ...sent } = await security.call('inviteStaff', { body: { ...post, name, mobile, email, reason: '增设岗位' } })
  const onScreen = sent.onScreen ?? (await agreedTo(stage, name)).onScreen
  if (!onScreen) throw new Error('The SMS platform is on: there is no link')
  return { ...invitation, link: onScreen.link }
}

/** The operator agrees to what was asked about somebody of this name. */
export async function agreedTo(stage: Stage, name: string) {
  const operator = await staff(stage.stand, { role: 'operator' })
  const request = (await operator.call('listAccountRequests', { query: { state: 'waiting' } })).rows.find((row) => row.name === name)
  if (!request) throw new Error(`Nothing about ${name} waits for a second person`)
  return operator.call('decideAccountRequest', { params: { id: request.id }, body: { agree: true } })
}

/** Invited, joined and logged on without a screen. */
export async function joined(stage: Stage, post: Pick<Invitation, 'role' | 'providerId' | 'province'>): Promise<JoinedStaff> {
  return join(stage, await invited(stage, post))
}

/** The link is used, as whoever got it does. */
export async function join(stage: Stage, { role, link }: { readonly role: Invitation['role']; readonly link: string }): Promise<JoinedStaff> {
  const caller = new Caller(stage.stand, role === 'provider' ? 'provider' : 'administration')
  const token = new URL(link).hash.slice(1)
  const { authenticator } = await caller.call('openInvitation', { body: { token } })
  const who = { userName: stage.identities.userName(), password: 'Quarry pelican umbrella' }
  const { recoveryCodes } = await caller.call('acceptInvitation', { body: { token, ...who, code: codeShown(authenticator.secret) } })
  const [first = '', ...left] = recoveryCodes
  await caller.call('logOn', { body: { category: caller.portal, ...who, verification: await caller.verification('log-on') } })
  await caller.call('enterLogOnCode', { body: { code: first } })
  return { caller, ...who, recoveryCodes: left }
}
