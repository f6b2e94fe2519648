import type { OperationId } from '@icp/contract'
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { TestAccount } from '../../testing/accounts.js'
import { faceOf, type Findings, shown } from './judge.js'
import type { Asked } from './requests.js'
import { send } from './send.js'
import { changedTables, digestTables } from './table-digests.js'
import type { World } from './world.js'

/** A request in which something of side A's stands where one's own belongs: in the body, in a list, in a search, below one's own object. */
interface Crossing {
  readonly id: OperationId
  readonly what: string
  readonly as: TestAccount
  readonly foreign: Asked
  readonly absent: Asked
}

async function crossingsOf(world: World): Promise<Crossing[]> {
  const { a, b, newcomer, targets } = world
  const ended = targets.find(({ name }) => name === 'refused')!.filingId
  const requestId = targets[0]!.requestId
  const version = await world.journeys.version({ id: b.running, owner: b.runningOwner } as never)
  const { content } = await world.journeys.see(b.running, b.provider.staff)
  const params = { id: b.running }
  const noNumber = a.subjectNumber.replace(/\d/g, '9')
  const searches = [['owner', b.owner], ['newcomer', newcomer], ['provider', b.provider.staff], ['province', b.reviewer]] as const
  return [
    { id: 'createFiling', what: 'a draft from A’s filing', as: newcomer, foreign: { body: { kind: 'new-subject', fromFilingId: ended } }, absent: { body: { kind: 'new-subject', fromFilingId: randomUUID() } } },
    { id: 'createFiling', what: 'cancelling A’s subject', as: b.owner, foreign: { body: { kind: 'cancel-subject', subjectNumber: a.subjectNumber } }, absent: { body: { kind: 'cancel-subject', subjectNumber: noNumber } } },
    {
      id: 'createFiling', what: 'cancelling A’s service', as: newcomer, foreign: { body: { kind: 'cancel-service', subjectNumber: a.subjectNumber, serviceNumbers: [a.serviceNumber] } },
      absent: { body: { kind: 'cancel-service', subjectNumber: noNumber, serviceNumbers: [`${noNumber}-1`] } },
    },
    {
      id: 'createFiling', what: 'A’s service in a list of one’s own', as: b.owner, foreign: { body: { kind: 'cancel-service', subjectNumber: b.subjectNumber, serviceNumbers: [b.serviceNumber, a.serviceNumber] } },
      absent: { body: { kind: 'cancel-service', subjectNumber: b.subjectNumber, serviceNumbers: [b.serviceNumber, `${noNumber}-1`] } },
    },
    {
      id: 'declineCorrectionRequest', what: 'A’s request below one’s own filing', as: b.provider.staff, foreign: { params: { ...params, requestId }, body: { version, answer: '不予修改' } },
      absent: { params: { ...params, requestId: randomUUID() }, body: { version, answer: '不予修改' } },
    },
    {
      id: 'correctFiling', what: 'A’s request in the body', as: b.provider.staff, foreign: { params, body: { version, requestId, reason: '更正', content } },
      absent: { params, body: { version, requestId: randomUUID(), reason: '更正', content } },
    },
    {
      id: 'openCorrectionRequest', what: 'a provider that the filing does not name', as: b.runningOwner, foreign: { params, body: { version, fields: ['subject.name'], reason: '更名', providerId: a.provider.id } },
      absent: { params, body: { version, fields: ['subject.name'], reason: '更名', providerId: randomUUID() } },
    },
    { id: 'getRevision', what: 'a revision that is not there', as: b.runningOwner, foreign: { params: { id: targets[1]!.filingId, number: 1 } }, absent: { params: { id: b.running, number: 999 } } },
    ...([['getPaper', { body: { reason: 'own-data', note: '' } }], ['takePaperAway', {}]] as const).map(([id, more]): Crossing => ({
      id, what: 'A’s paper below one’s own filing', as: b.runningOwner, foreign: { params: { ...params, paperId: targets[0]!.paperId }, ...more }, absent: { params: { ...params, paperId: randomUUID() }, ...more },
    })),
    ...searches.map(([who, as]): Crossing => ({
      id: 'listFilings', what: `A’s number searched by ${who} B`, as, foreign: { query: { q: world.secrets.find((secret) => secret.startsWith('BA')) } }, absent: { query: { q: 'BA19990101-000001' } },
    })),
    { id: 'listCertificates', what: 'A’s certificate searched by province B', as: b.reviewer, foreign: { query: { q: a.certificateCode } }, absent: { query: { q: 'ZZZZ-ZZZZ-ZZZZ' } } },
  ]
}

const crossed: readonly OperationId[] = ['createFiling', 'declineCorrectionRequest', 'correctFiling', 'openCorrectionRequest', 'getRevision', 'getPaper', 'takePaperAway', 'listFilings', 'listCertificates']

/** Each is answered like the same request with something that does not exist; and what one does to all of one's own leaves others' alone. */
export async function sendCrossings(world: World, database: Client, only: readonly OperationId[], found: Findings): Promise<void> {
  const crossings = only.some((id) => crossed.includes(id)) ? await crossingsOf(world) : []
  for (const { id, what, as, foreign, absent } of crossings.filter((one) => only.includes(one.id))) {
    const state = await digestTables(database)
    const sender = { name: as.role, account: as }
    const [one, other] = [await send(world, id, foreign, sender), await send(world, id, absent, sender)]
    found.requests += 2
    if (one.status < 400 && other.status >= 400) found.violations.push(`${id}, ${what}: ${one.status}`)
    else if (faceOf(one) !== faceOf(other)) found.oracles.push(`${id}, ${what}: ${one.status}, and ${other.status} for what is absent`)
    if (shown(one, world.secrets)) found.violations.push(`${id}, ${what} shows ${shown(one, world.secrets)}`)
    const changed = changedTables(state, await digestTables(database))
    if (changed.length > 0) found.violations.push(`${id}, ${what} changed ${changed.join(', ')}`)
  }
  if (only.includes('markNoticesRead')) {
    const others = { notices: `account_id <> '${world.newcomer.id}'` }
    const state = await digestTables(database, others)
    await send(world, 'markNoticesRead', {}, { name: 'newcomer', account: world.newcomer })
    found.requests++
    if (changedTables(state, await digestTables(database, others)).length > 0) found.violations.push('markNoticesRead as a newcomer marks the notices of others')
  }
}
