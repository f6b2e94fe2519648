import type { FilingView } from '@icp/contract'
import type { AnsweredLine, RegistrationContent } from '@icp/domain'
import type { Caller } from './caller.js'

/*
 * A filing's way without screens, each step by the one who may take it: for tests that begin further on.
 */

export const see = (caller: Caller, id: string): Promise<FilingView> => caller.call('getFiling', { params: { id } })
const versionOf = async (caller: Caller, id: string): Promise<number> => (await see(caller, id)).version

export async function draftOf(owner: Caller, content: RegistrationContent): Promise<string> {
  const draft = await owner.call('createFiling', { body: { kind: 'new-subject' } })
  await owner.call('saveDraft', { params: { id: draft.id }, body: { version: draft.version, content } })
  return draft.id
}

export async function finish(owner: Caller, id: string): Promise<string> {
  await owner.call('finishFiling', { params: { id }, body: { version: await versionOf(owner, id) } })
  return id
}

export const finishedOf = async (owner: Caller, content: RegistrationContent): Promise<string> => finish(owner, await draftOf(owner, content))

/** The sheet of a provider, everything in it found to hold. */
export async function wholeSheet(provider: Caller, id: string): Promise<AnsweredLine[]> {
  const { asked } = await provider.call('getVerificationSheet', { params: { id } })
  return asked.map(({ rule, path, figure }) => ({ rule, path, figure, answer: 'holds', reason: '' }))
}

export async function pass(provider: Caller, id: string): Promise<void> {
  await provider.call('passFiling', { params: { id }, body: { version: await versionOf(provider, id), sheet: await wholeSheet(provider, id) } })
}

/** Every responsible person answers with what the owner's screen shows while the SMS platform is off, and with what the owner has revealed to them. */
export async function confirm(owner: Caller, id: string): Promise<void> {
  const { confirmations, content } = await see(owner, id)
  if (content.form !== 'registration') return
  const persons = [
    { at: 'subject.person', person: content.subject.person },
    ...content.services.map((service) => ({ at: `services.${service.id}.person`, person: service.person })),
  ]
  const clear = async (path: string) => (await owner.call('revealField', { params: { id }, body: { path, reason: 'own-data', note: '' } })).value
  for (const { name, onScreen, state } of confirmations) {
    const found = persons.find(({ person }) => person.name === name)
    if (state !== 'waiting') continue
    if (!found || !onScreen) throw new Error(`The confirmation of ${name} cannot be answered`)
    const token = onScreen.link.split('/').at(-1) ?? ''
    const [mobile, number] = [await clear(`${found.at}.mobile`), await clear(`${found.at}.certificateNumber`)]
    await owner.call('confirm', { params: { token }, body: { code: onScreen.code, mobile, lastSix: number.slice(-6) } })
  }
}

export async function approve(reviewer: Caller, id: string): Promise<void> {
  await reviewer.call('approveFiling', { params: { id }, body: { version: await versionOf(reviewer, id) } })
}

export async function approvedOf(owner: Caller, content: RegistrationContent, providers: readonly Caller[], reviewer: Caller): Promise<string> {
  const id = await finishedOf(owner, content)
  for (const provider of providers) await pass(provider, id)
  await confirm(owner, id)
  await approve(reviewer, id)
  return id
}
