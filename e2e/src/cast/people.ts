import { acceptanceDocuments } from '@icp/domain'
import { Caller } from './caller.js'
import type { Provider } from './contents.js'
import type { PersonIdentity } from './identities.js'
import type { Stage } from './play.js'
import { logInOf, type LogIn, type Stand } from './stand.js'

export interface Registrant extends PersonIdentity {
  readonly userName: string
  readonly password: string
}

export interface OwnerAccount extends Registrant {
  /** Logged on. */
  readonly caller: Caller
}

/** Somebody who could register. */
export const registrantOf = (stage: Stage): Registrant => {
  const userName = stage.identities.userName()
  return { ...stage.identities.person(), userName, password: `Juniper otter ${userName.length} lantern` }
}

/** Registers and logs on without screens, for tests that begin inside. */
export async function registerOwnerOverHttp(stage: Stage, who: Registrant = registrantOf(stage)): Promise<OwnerAccount> {
  const caller = new Caller(stage.stand, 'owner')
  await caller.call('startRegistration')
  for (const document of ['terms', 'pledge'] as const) {
    await caller.call('acceptForRegistration', { body: { document, version: acceptanceDocuments[document].version } })
  }
  const { userName, password, name, certificateNumber, mobile, email } = who
  const { onScreen } = await caller.call('sendRegistrationCodes', { body: { mobile, email, verification: await caller.verification('registration') } })
  if (!onScreen) throw new Error('The SMS platform is on, so no codes are shown')
  await caller.call('completeRegistration', { body: { userName, password, name, certificateType: '2', certificateNumber, mobile, email, ...onScreen } })
  return { ...who, caller: await caller.logOn(userName, password) }
}

const sessions = new Map<string, Promise<Caller>>()

/** Staff, logged on once per test file. */
export function staff(stand: Stand, wanted: Parameters<typeof logInOf>[1]): Promise<Caller> {
  const { userName, password, portal } = logInOf(stand, wanted) satisfies LogIn
  const key = `${stand.api} ${userName}`
  const session = sessions.get(key) ?? new Caller(stand, portal).logOn(userName, password)
  sessions.set(key, session)
  return session
}

/** A provider whose name holds every word, as the search finds it for this caller. */
export async function providerCalled(caller: Caller, words: string): Promise<Provider> {
  const [found] = (await caller.call('searchProviders', { query: { q: words } })).rows
  if (!found) throw new Error(`No provider is called ${words}`)
  return { id: found.id, name: found.name }
}

/** What left by SMS and mail for one number or address, newest first, as the operator sees it. */
export async function messagesTo(stand: Stand, recipient: string) {
  const operator = await staff(stand, { role: 'operator' })
  return (await operator.call('listMessages', { body: { recipient: recipient } })).rows
}
