import { randomUUID } from 'node:crypto'
import type { BodyOf, InvitationAnswer } from '@icp/contract'
import { Authenticators } from '../accounts/authenticator/authenticators.js'
import { newSecret, stepAt } from '../accounts/authenticator/time-codes.js'
import { Transactions } from '../platform/transaction.service.js'
import type { TestAccount } from './accounts.js'
import type { TestApp } from './app.js'
import { codeOf } from './authenticator.js'

let made = 0

/** An access provider that nobody else uses; answers its id. */
export async function newProvider(api: TestApp): Promise<string> {
  const id = randomUUID()
  await api.db.query(
    `INSERT INTO providers (id, name, name_en, licence, province, city, state, pinyin, initials, search_text, created_at)
     VALUES ($1, $2, $2, $3, '330000', '330100', 'active', '', '', '', now())`,
    [id, `示例${id}`, id],
  )
  return id
}

/** What the operator enters of a new access provider; no two have a name or licence in common. */
export function sampleProvider(given: Partial<BodyOf<'addProvider'>> = {}): BodyOf<'addProvider'> {
  const n = String(++made).padStart(4, '0')
  return {
    name: `示例第${n}云计算有限公司`, nameEn: `Sample Cloud ${n} Co., Ltd.`, licence: `B1-2026${n}`, province: '330000', city: '330100', keywords: [], ipBlocks: [`2001:db8:${(0x8000 + made).toString(16)}::/48`], ...given,
  }
}

/** What an invitation of somebody new says; a provider's staff unless another role is given. */
export async function somebody(api: TestApp, given: Partial<BodyOf<'inviteStaff'>> = {}): Promise<BodyOf<'inviteStaff'>> {
  const n = String(++made).padStart(4, '0')
  const role = given.role ?? 'provider'
  return {
    role, providerId: role === 'provider' ? (given.providerId ?? (await newProvider(api))) : null, province: role === 'reviewer' ? '330000' : null,
    name: '新同事', mobile: `1390013${n}`, email: `new${n}@example.net`, reason: '入职', ...given,
  }
}

export const tokenOf = (link: string | undefined): string => {
  const token = link?.split('#')[1]
  if (!token) throw new Error('there is no link')
  return token
}

/** Invites and answers the token of the link that is shown while the SMS platform is off. */
export async function invite(api: TestApp, security: TestAccount, given: Partial<BodyOf<'inviteStaff'>> = {}) {
  const { body } = await api.inject('inviteStaff', { body: await somebody(api, given) }, { as: security })
  return { id: body.invitation.id, token: tokenOf(body.onScreen?.link), invitation: body.invitation }
}

/** Gives an account that a test made an authenticator, as if it had joined with one a while ago; answers the secret. */
export async function addAuthenticator(api: TestApp, { id }: Pick<TestAccount, 'id'>): Promise<string> {
  const secret = newSecret()
  await api.app.get(Transactions).write(null, (tx) => api.app.get(Authenticators, { strict: false }).add(tx, id, secret, stepAt(api.clock.now()) - 10))
  return secret
}

export interface Joined {
  readonly userName: string
  readonly password: string
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** Opens the link and answers all that it asks. */
export async function join(api: TestApp, token: string, given: Partial<InvitationAnswer> = {}): Promise<Joined> {
  const { authenticator: { secret } } = (await api.inject('openInvitation', { body: { token } })).body
  const userName = `joined-${++made}`
  const answer = { token, userName, password: 'Juniper otter lantern', code: codeOf(secret, api.clock.now()), ...given }
  const { recoveryCodes, userName: name } = (await api.inject('acceptInvitation', { body: answer })).body
  return { userName: name, password: answer.password, secret, recoveryCodes }
}
