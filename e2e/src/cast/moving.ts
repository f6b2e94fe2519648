import { expect } from '@jest/globals'
import { filingOf } from './contents.js'
import { approvedOf, finish, see } from './over-http.js'
import { type OwnerAccount, providerCalled, registerOwnerOverHttp, staff } from './people.js'
import type { Stage } from './play.js'

/** An owner with a subject in force, and that subject's person in charge. */
export interface FiledOwner {
  readonly account: OwnerAccount
  readonly person: { readonly mobile: string; readonly certificateNumber: string }
}

/** A subject in Beijing with as many websites, all at one provider. */
export async function subjectWith(stage: Stage, provider: string, websites: number): Promise<FiledOwner> {
  const account = await registerOwnerOverHttp(stage)
  const at = await providerCalled(account.caller, provider)
  const content = filingOf(stage.identities, Array.from({ length: websites }, () => [at]))
  await approvedOf(account.caller, content, [await staff(stage.stand, { provider })], await staff(stage.stand, { province: '110000' }))
  return { account, person: content.subject.person }
}

export const recordOf = async ({ account: { caller } }: FiledOwner) => (await caller.call('listOwnRecords')).rows[0]!

/** The first website of the giving subject, proposed to the receiving one without screens. */
export async function proposedOf(giving: FiledOwner, receiving: FiledOwner): Promise<string> {
  const [from, to] = [await recordOf(giving), await recordOf(receiving)]
  const { caller } = giving.account
  const draft = await caller.call('createFiling', { body: { kind: 'migrate-service', subjectNumber: from.number, serviceNumbers: [from.services[0]!.number] } })
  await caller.call('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content: { ...draft.content, receivingNumber: to.number, domainHolder: 'receiver' } as never } })
  return finish(caller, draft.id)
}

/** The owner's own person answers with what that owner's screen shows. */
export async function confirmOwn({ account: { caller }, person }: FiledOwner, id: string): Promise<void> {
  const shown = (await see(caller, id)).confirmations.filter(({ onScreen }) => onScreen !== null)
  expect(shown).toHaveLength(1)
  const { link, code } = shown[0]!.onScreen!
  await caller.call('confirm', { params: { token: link.split('/').at(-1) ?? '' }, body: { code, mobile: person.mobile, lastSix: person.certificateNumber.slice(-6) } })
}
