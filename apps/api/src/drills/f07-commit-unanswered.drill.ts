import type { AnsweredLine } from '@icp/domain'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import { DatabaseProxy } from './database-proxy.js'
import type { Drill, Given } from './drill.js'
import { ignoreKeys } from './faults.js'

const acts = ['finishFiling', 'passFiling', 'approveFiling'] as const

interface Stand {
  readonly api: TestApp
  readonly proxy: DatabaseProxy
  readonly journeys: FilingJourneys
  readonly provider: ProviderWithStaff
  readonly reviewer: TestAccount
}

/** The database commits, and the API never hears so: the connection breaks between the two. */
export const drill: Drill = {
  id: 'F07',
  promise: 'P5: when the answer to COMMIT is lost, the same key gets the answer of what was done, and it was done once',
  fault: 'the key is not looked at',
  run: async (given) => {
    const stand = await put(given)
    const rounds = given.full ? 200 : acts.length
    const violations: string[] = []
    let same = 0
    for (let round = 0; round < rounds; round++) {
      const wrong = await tryRound(stand, acts[round % acts.length] as (typeof acts)[number], given)
      violations.push(...wrong.map((what) => `round ${round + 1}: ${what}`))
      if (wrong.length === 0) same++
    }
    return { figure: `${same} of ${rounds} repeats got the answer of what was done; ${stand.proxy.cuts} answers to COMMIT lost`, violations }
  },
}

async function put({ startApi, atEnd, planted }: Given): Promise<Stand> {
  const proxies: DatabaseProxy[] = []
  const api = await startApi({
    reach: async (url) => {
      proxies.push(await DatabaseProxy.start(url))
      return proxies[0]!.url
    },
  })
  const proxy = proxies[0]!
  atEnd(() => proxy.close())
  if (planted) ignoreKeys(api)
  const reviewer = await api.accounts.reviewer('110000')
  const journeys = new FilingJourneys(api, reviewer)
  return { api, proxy, reviewer, journeys, provider: await journeys.provider() }
}

/** A filing that stands just before the act, and who may take it. */
async function reach({ api, journeys, provider, reviewer }: Stand, act: (typeof acts)[number]): Promise<{ id: string; body: { version: number; sheet?: AnsweredLine[] }; as: TestAccount; owner: TestAccount }> {
  if (act === 'finishFiling') {
    const owner = await api.accounts.owner()
    const { id, version } = await journeys.draft(owner, journeys.content([provider]))
    return { id, body: { version }, as: owner, owner }
  }
  const journey = act === 'passFiling' ? await journeys.finished([provider]) : await journeys.inReview([provider])
  const as = act === 'passFiling' ? provider.staff : reviewer
  const sheet = act === 'passFiling' ? { sheet: await journeys.sheet(journey.id, as) } : {}
  return { id: journey.id, body: { version: await journeys.version(journey), ...sheet }, as, owner: journey.owner }
}

async function tryRound(stand: Stand, act: (typeof acts)[number], { random, journal }: Given): Promise<string[]> {
  const { api, proxy, journeys } = stand
  const { id, body, as, owner } = await reach(stand, act)
  const idempotencyKey = random.uuid()
  const ask = () => api.inject(act, { params: { id }, body }, { as, idempotencyKey })
  const cuts = proxy.cuts
  proxy.loseNextCommit()
  const lost = await ask()
  const [repeat, again] = [await ask(), await ask()]
  const wrong: string[] = []
  if (proxy.cuts !== cuts + 1) wrong.push(`${act}: no answer to COMMIT was lost`)
  if (lost.status !== 503 || lost.headers['retry-after'] === undefined) wrong.push(`${act}: the lost one answered ${lost.status} instead of 503 with Retry-After`)
  if (repeat.status !== 200 || repeat.headers['idempotency-replayed'] !== 'true') return [...wrong, `${act}: the repeat answered ${repeat.status} ${repeat.text.slice(0, 120)}`]
  if (again.text !== repeat.text) wrong.push(`${act}: two repeats differ`)
  const [{ effects }] = await api.db.query(`SELECT count(*)::int AS effects FROM audit_entries WHERE filing_id = $1 AND action = $2`, [id, `filing.${act.replace('Filing', '')}`])
  if (effects !== 1) wrong.push(`${act}: ${effects} effects`)
  const view = await journeys.see(id, owner)
  journal.reached(id, repeat.body.status)
  if (view.status !== repeat.body.status || view.version !== repeat.body.version) wrong.push(`${act}: the repeat says ${repeat.body.status}, the filing is ${view.status}`)
  if ('subjectNumber' in repeat.body) journal.approved(id, repeat.body.subjectNumber)
  return wrong
}
