import { findOperation, type OperationId, operationIds } from '@icp/contract'
import { permissionOf, statusesOf } from '@icp/domain'
import type { Client } from 'pg'
import type { Answered } from '../../testing/app.js'
import { sendCrossings } from './crossings.js'
import { faceOf, Findings, shown } from './judge.js'
import { isAboutAnObject, isForTheAsked, isOffered, isOpenTo, requestFor } from './requests.js'
import { send } from './send.js'
import { changedTables, digestTables } from './table-digests.js'
import { tricks } from './tricks.js'
import { isOwned, type Sender, type Target, type World } from './world.js'

export interface Scope {
  /** Left out = every operation of the contract. */
  readonly only?: readonly OperationId[]
  /** Every state for every step, and every trick with every operation. */
  readonly full: boolean
}

/** What lists and pages showed before anything of side A's existed, by sender and operation. */
export type Before = ReadonlyMap<string, string>

/** Every operation × every sender × what is theirs, what is another's and what does not exist. */
export async function sweep(world: World, before: Before, database: Client, { only = operationIds, full }: Scope): Promise<Findings> {
  const found = new Findings()
  // What an earlier sweep has used up of a limit would answer in the place of what is asked about.
  await database.query('DELETE FROM limiter_points; DELETE FROM sliding_counts')
  const state = await digestTables(database)
  for (const id of only) {
    if (isAboutAnObject(id) && !isOffered(id)) found.unproven.push(`${id}: the sweep has no object for ${findOperation(id).path}`)
    await refuseRoles(world, id, found, full)
    if (isAboutAnObject(id) && isOffered(id)) await refuseStrangers(world, id, found, { only, full })
  }
  const changed = changedTables(state, await digestTables(database))
  if (changed.length > 0) found.violations.push(`refused requests changed ${changed.join(', ')}`)
  await compareLists(world, before, only, found)
  await sendCrossings(world, database, only, found)
  for (const id of only) if (isAboutAnObject(id) && isOffered(id)) await reachOwn(world, id, found)
  return found
}

/** Whoever has not the role is refused before anything is looked for: 401 for visitors, 403 for others, whatever the id. */
async function refuseRoles(world: World, id: OperationId, found: Findings, full: boolean): Promise<void> {
  const roles = new Map(world.senders.map((sender) => [full ? sender.name : sender.account?.role, sender]))
  for (const sender of roles.values()) {
    if (isOpenTo(id, sender.account?.role)) continue
    const wanted = sender.account ? 403 : 401
    for (const target of findOperation(id).path.includes(':') ? [world.targets[0]!, world.absent] : [world.absent]) {
      const answer = await send(world, id, requestFor(id, target), sender)
      found.requests++
      if (answer.status !== wanted) found.violations.push(`${id} as ${sender.name} on ${target.name}: ${answer.status} instead of ${wanted}`)
      if (shown(answer, world.secrets)) found.violations.push(`${id} as ${sender.name} on ${target.name} shows ${shown(answer, world.secrets)}`)
    }
  }
}

/** Side A's people, by what they are to a target. */
const isParty = (world: World, sender: Sender, target: Target): boolean => {
  const { account } = sender
  if (!account || !isOwned(target)) return false
  if (account.id === target.owner.id || account.id === target.receiver?.id) return true
  if (target.name === 'draft') return false
  return account.role === 'reviewer' ? account.id === world.a.reviewer.id : [world.a.provider.staff.id, world.a.colleague.id].includes(account.id)
}

/** What may be cancelled by force is its province’s alone. Of the certificate, the request about a conflict, the session and the new phone, owner A is the owner whatever the filing; of the access, provider A is the one that serves. */
const isOwn = (world: World, id: OperationId, sender: Sender, target: Target): boolean => {
  const { path } = findOperation(id)
  if (path.startsWith('/register/subjects')) return sender.account?.id === world.a.reviewer.id
  if (path.startsWith('/certificates') || path.startsWith('/mediations')) return [world.a.owner.id, world.a.reviewer.id].includes(sender.account?.id ?? '')
  if (path.startsWith('/provider/phone-recoveries') || path.startsWith('/served-accesses')) return [world.a.provider.staff.id, world.a.colleague.id].includes(sender.account?.id ?? '')
  return path.startsWith('/account/') ? sender.account?.id === world.a.owner.id : isParty(world, sender, target)
}

/** The states in which a step is tried: one where it could be taken, and one where it could not; all of them in the full run. */
const statesFor = (world: World, id: OperationId, full: boolean): readonly Target[] => {
  if (full || findOperation(id).method === 'GET') return world.targets
  const possible = (['owner', 'provider', 'reviewer'] as const).flatMap((role) => statusesOf(id, role) ?? [])
  const open = world.targets.find(({ name }) => (possible as readonly string[]).includes(name))
  const shut = world.targets.find(({ name }) => !(possible as readonly string[]).includes(name) && name !== open?.name)
  return [open, shut].filter((target) => target !== undefined)
}

/** Whoever has the role but no part in the object is told that there is none, in the very words and headers that are said of an absent one. */
async function refuseStrangers(world: World, id: OperationId, found: Findings, { only = operationIds, full }: Scope): Promise<void> {
  for (const sender of world.senders) {
    if (!isOpenTo(id, sender.account?.role) || isOpenTo(id, undefined)) continue
    if (!full && sender.name.endsWith('colleague') && findOperation(id).method !== 'GET') continue
    const absent = faceOf(await send(world, id, requestFor(id, world.absent), sender))
    for (const target of statesFor(world, id, full)) {
      if (isOwn(world, id, sender, target)) continue
      const asked = requestFor(id, target)
      const where = `${id} as ${sender.name} on A’s ${target.name}`
      const answer = await send(world, id, asked, sender)
      found.requests++
      judge(answer, absent, where, world.secrets, found)
      const tricked = full || (only.length === operationIds.length && ['getFiling', 'withdrawFiling'].includes(id) && target.name === 'with-providers')
      for (const [trick, change] of tricked ? tricks(world, asked, id) : []) {
        const given = await send(world, id, change.asked ?? asked, sender, change.headers)
        found.requests++
        if (given.status < 400) found.violations.push(`${where}, ${trick}: ${given.status}`)
        if (shown(given, world.secrets)) found.violations.push(`${where}, ${trick} shows ${shown(given, world.secrets)}`)
      }
    }
  }
}

function judge(answer: Answered<unknown>, absent: string, where: string, secrets: readonly string[], found: Findings): void {
  if (answer.status < 400) found.violations.push(`${where}: ${answer.status}`)
  else if (answer.status !== 404 || faceOf(answer) !== absent) found.oracles.push(`${where}: ${answer.status}, unlike an absent one`)
  const secret = shown(answer, secrets)
  if (secret) found.violations.push(`${where} shows ${secret}`)
}

/** Own requests get as far as the object; otherwise the refusals above would prove nothing. */
async function reachOwn(world: World, id: OperationId, found: Findings): Promise<void> {
  if (isOpenTo(id, undefined)) {
    const { status } = await send(world, id, requestFor(id, world.targets.find(({ name }) => name === 'in-review')!), { name: 'visitor' })
    if ([401, 403, 404].includes(status)) found.unproven.push(`${id} by a link that is good: ${status}`)
    const guessed = await send(world, id, requestFor(id, world.absent), { name: 'visitor' })
    if (guessed.status !== 404) found.violations.push(`${id} by a link that leads nowhere: ${guessed.status}`)
    return
  }
  for (const role of ['owner', 'provider', 'reviewer'] as const) {
    if (!isOpenTo(id, role) || (role !== 'owner' && findOperation(id).path.startsWith('/account/'))) continue
    let reached = false
    const statuses: number[] = []
    for (const target of world.targets) {
      const owner = (isOwned(target) && ((isForTheAsked(id) && target.receiver) || target.owner)) || world.a.owner
      const account = role === 'owner' ? (findOperation(id).path.startsWith('/filings') ? owner : world.a.owner) : role === 'provider' ? world.a.provider.staff : world.a.reviewer
      const answer = await send(world, id, requestFor(id, target), { name: role, account })
      statuses.push(answer.status)
      reached ||= ![401, 403, 404].includes(answer.status)
      const foreign = role === 'provider' ? shown(answer, world.otherNetworks) : undefined
      if (foreign) found.violations.push(`${id} as provider A on ${target.name} shows the network ${foreign} of another provider`)
    }
    if (!reached) found.unproven.push(`${id} as the ${role} of what it asks for: ${statuses.join(' ')}`)
  }
}

/** Lists and pages without an object, which may change nothing and whose answer is only about the sender. */
export const listsOf = (sender: Sender, only: readonly OperationId[]): OperationId[] =>
  only.filter((id) => findOperation(id).method === 'GET' && !findOperation(id).path.includes(':') && !isOffice(id) && isOpenTo(id, sender.account?.role))

/** What an office keeps for everybody changes with everybody. */
const isOffice = (id: OperationId): boolean =>
  findOperation(id).path.startsWith('/administration') || Object.values(permissionOf(id).callers).includes('office') || id === 'getOpenApi' || id === 'getReadiness'

/** Strangers see exactly what they saw before anything of side A's existed. */
async function compareLists(world: World, before: Before, only: readonly OperationId[], found: Findings): Promise<void> {
  for (const sender of strangersOf(world)) {
    for (const id of listsOf(sender, only)) {
      const answer = await send(world, id, requestFor(id, world.absent), sender)
      found.requests++
      const was = before.get(`${sender.account?.id ?? ''} ${id}`)
      if (was !== faceOf(answer) && !isToldOfOwnSide(world, id, sender)) found.violations.push(`${id} as ${sender.name} is not what it was before side A came`)
      if (shown(answer, world.secrets)) found.violations.push(`${id} as ${sender.name} shows ${shown(answer, world.secrets)}`)
    }
  }
}

/** Side B's staff export their own list while they look around, of which side B's owner is told: there it is only asked that nothing of side A's is shown. */
const isToldOfOwnSide = ({ b }: World, id: OperationId, sender: Sender): boolean => id === 'listOwnReads' && sender.account?.id === b.owner.id

const strangersOf = ({ senders, a }: World): readonly Sender[] => {
  const own = [a.owner, a.provider.staff, a.colleague, a.reviewer].map(({ id }) => id)
  return senders.filter(({ account }) => !account || !own.includes(account.id))
}

/** What strangers are shown now. */
export async function lookAround(world: Pick<World, 'api'>, senders: readonly Sender[], only: readonly OperationId[] = operationIds): Promise<Before> {
  const seen = new Map<string, string>()
  for (const sender of senders) {
    for (const id of listsOf(sender, only)) seen.set(`${sender.account?.id ?? ''} ${id}`, faceOf(await send(world, id, requestFor(id, nobodys), sender)))
  }
  return seen
}

const nobodys: Target = { name: 'absent', filingId: '', requestId: '', certificateId: '', accessId: '', token: '', sessionId: '', deviceId: '', recoveryId: '', mediationId: '', paperId: '', subjectId: '', partyId: '', content: {} }
