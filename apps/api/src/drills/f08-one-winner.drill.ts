import type { OperationId } from '@icp/contract'
import { statement } from '../platform/statement.js'
import { RegisterRepository } from '../register/register.repository.js'
import type { TestAccount } from '../testing/accounts.js'
import type { Answered, TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import type { Drill, Given } from './drill.js'

const atOnce = 32

interface Act {
  readonly operation: OperationId
  readonly action: string
  readonly who: 'reviewer' | 'provider' | 'owner'
  readonly body: object
}

const findings = [{ path: 'subject.name', reason: '名称与证件不符', suggestion: '' }]
const approve: Act = { operation: 'approveFiling', action: 'filing.approve', who: 'reviewer', body: {} }
const giveBack: Act = { operation: 'returnFiling', action: 'filing.return', who: 'reviewer', body: { opinion: '请更正', findings } }
const refuse: Act = { operation: 'refuseFiling', action: 'filing.refuse', who: 'reviewer', body: { reason: '不实' } }
const pass: Act = { operation: 'passFiling', action: 'filing.pass', who: 'provider', body: {} }
const turnDown: Act = { ...refuse, who: 'provider' }
const withdraw: Act = { operation: 'withdrawFiling', action: 'filing.withdraw', who: 'owner', body: {} }

/** Every pair of decisions that one filing can meet at the same moment. */
const contests: readonly { at: 'inReview' | 'finished'; acts: readonly [Act, Act] }[] = [
  { at: 'inReview', acts: [approve, approve] }, { at: 'inReview', acts: [approve, giveBack] }, { at: 'inReview', acts: [approve, refuse] },
  { at: 'inReview', acts: [giveBack, refuse] }, { at: 'finished', acts: [pass, withdraw] }, { at: 'finished', acts: [turnDown, withdraw] }, { at: 'finished', acts: [pass, turnDown] },
]

interface Stand {
  readonly api: TestApp
  readonly journeys: FilingJourneys
  readonly provider: ProviderWithStaff
  readonly reviewer: TestAccount
}

export const drill: Drill = {
  id: 'F08',
  promise: 'P4: of 32 decisions at one moment one wins and the others are told so; P3: 32 approvals at one moment get 32 numbers without a gap',
  fault: 'the number is the highest one + 1',
  run: async (given) => {
    const api = await given.startApi()
    const reviewer = await api.accounts.reviewer('110000')
    const journeys = new FilingJourneys(api, reviewer)
    const stand: Stand = { api, journeys, reviewer, provider: await journeys.provider() }
    if (given.planted) takeHighest(api)
    const [rounds, batches, size] = given.full ? [100, 100, atOnce] : [3, 1, 8]
    const violations: string[] = []
    const chosen = given.random.shuffled(contests)
    for (let round = 0; round < rounds; round++) {
      violations.push(...(await contest(stand, chosen[round % chosen.length]!, given)).map((what) => `round ${round + 1}: ${what}`))
    }
    let numbers = 0
    for (let batch = 1; batch <= batches; batch++) {
      const wrong = await approveMany(stand, size, given)
      violations.push(...wrong.map((what) => `batch ${batch}: ${what}`))
      numbers += size - wrong.length
    }
    return { figure: `${rounds} contests of ${atOnce}, ${numbers} of ${batches * size} numbers given`, violations }
  },
}

/** Two that look at the same moment find the same highest number. */
function takeHighest(api: TestApp): void {
  api.app.get(RegisterRepository, { strict: false }).takeSerial = async (tx, province) => {
    const { rows } = await statement<{ next: number }>(
      tx, `SELECT coalesce(max(substring(number FROM '([0-9]{6})号$')::int), 0) + 1 AS next FROM register_subjects WHERE province = $1`, [province],
    )
    return rows[0]?.next ?? 1
  }
}

async function contest({ api, journeys, provider, reviewer }: Stand, { at, acts }: (typeof contests)[number], { random, journal }: Given): Promise<string[]> {
  const journey = await journeys[at]([provider])
  const { id, owner } = journey
  const version = await journeys.version(journey)
  const people = { owner, reviewer, provider: provider.staff }
  const sheet = await journeys.sheet(id, provider.staff)
  const entrants = random.shuffled(Array.from({ length: atOnce }, (_, n) => acts[n % 2] as Act))
  const answers: Answered<unknown>[] = await Promise.all(entrants.map(({ operation, body, who }) =>
    api.inject(operation, { params: { id }, body: { version, ...body, ...(operation === 'passFiling' ? { sheet } : {}) } } as never, { as: people[who], idempotencyKey: random.uuid() })))
  const name = acts.map(({ action }) => action).join(' × ')
  const won = answers.filter(({ status }) => status === 200)
  const lost = answers.filter(({ status }) => status === 409 || status === 423)
  const wrong: string[] = []
  if (won.length !== 1 || lost.length !== atOnce - 1) wrong.push(`${name}: ${answers.map(({ status }) => status).join(' ')}`)
  const names = [...new Set(acts.map(({ action }) => action))]
  const [{ effects }] = await api.db.query('SELECT count(*)::int AS effects FROM audit_entries WHERE filing_id = $1 AND action = ANY($2)', [id, names])
  if (effects !== 1) wrong.push(`${name}: ${effects} effects`)
  const winner = won[0]?.body as { status: string; subjectNumber?: string } | undefined
  if (winner) journal.reached(id, winner.status)
  if (winner?.subjectNumber) journal.approved(id, winner.subjectNumber)
  return wrong
}

/** Different filings, all approved at one moment. One that is told to try again does so with its key, as a client would. */
async function approveMany({ api, journeys, provider, reviewer }: Stand, size: number, { random, journal }: Given): Promise<string[]> {
  const ready: { id: string; version: number; key: string }[] = []
  for (let n = 0; n < size; n++) {
    const journey = await journeys.inReview([provider])
    ready.push({ id: journey.id, version: await journeys.version(journey), key: random.uuid() })
  }
  const one = async ({ id, version, key }: (typeof ready)[number]): Promise<string[]> => {
    const ask = () => api.inject('approveFiling', { params: { id }, body: { version } }, { as: reviewer, idempotencyKey: key })
    let answer = await ask()
    for (let tries = 1; answer.status === 409 && ['busy', 'still-running'].includes(answer.problem.code) && tries < 5; tries++) answer = await ask()
    if (answer.status !== 200) return [`an approval answered ${answer.status} ${answer.problem.code}`]
    journal.approved(id, answer.body.subjectNumber)
    return []
  }
  return (await Promise.all(ready.map(one))).flat()
}
