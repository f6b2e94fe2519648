import { ExpiryService } from '../accounts/expiry.service.js'
import type { TestApp } from '../testing/app.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import type { Drill, Given } from './drill.js'
import { ignoreKeys } from './faults.js'

/** Double clicks, repeats, and keys that come back with something else, from somebody else, or too late. */
export const drill: Drill = {
  id: 'F09',
  promise: 'P5: eight at once with one key have one effect and one answer; another body is refused, another actor\'s key is another key, and it ends after seven days',
  fault: 'the key is not looked at',
  run: async (given) => {
    const api = await given.startApi()
    if (given.planted) ignoreKeys(api)
    const journeys = new FilingJourneys(api)
    const provider = await journeys.provider()
    const rounds = given.full ? 200 : 3
    const violations: string[] = []
    for (let round = 1; round <= rounds; round++) {
      violations.push(...(await tryRound(api, journeys, provider, given)).map((what) => `round ${round}: ${what}`))
    }
    violations.push(...(await tryAge(api, given)))
    return { figure: `${rounds} rounds of 8 at once with one key`, violations }
  },
}

const approvals = async (api: TestApp, { id }: Journey) =>
  Number((await api.db.query(`SELECT count(*) AS n FROM audit_entries WHERE filing_id = $1 AND action = 'filing.approve'`, [id]))[0].n)

async function tryRound(api: TestApp, journeys: FilingJourneys, provider: ProviderWithStaff, { random, journal }: Given): Promise<string[]> {
  const journey = await journeys.inReview([provider])
  const key = random.uuid()
  const version = await journeys.version(journey)
  const approve = (opinion: string, idempotencyKey: string, at = journey, as = journey.reviewer, seen = version) =>
    api.inject('approveFiling', { params: { id: at.id }, body: { version: seen, opinion } }, { as, idempotencyKey })
  const answers = await Promise.all(Array.from({ length: 8 }, () => approve('同意', key)))
  const wrong: string[] = []
  if (answers.some(({ status }) => status !== 200)) wrong.push(`answered ${answers.map(({ status }) => status).join(' ')}`)
  else journal.approved(journey.id, answers[0]!.body.subjectNumber)
  if (new Set(answers.map(({ text }) => text)).size !== 1) wrong.push('the answers differ')
  if (answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true').length !== 7) wrong.push('seven answers should say that they are repeats')
  if ((await approvals(api, journey)) !== 1) wrong.push(`${await approvals(api, journey)} effects`)
  const other = await approve('另一份', key)
  if (other.status !== 422) wrong.push(`another body under the key answered ${other.status}`)
  const second = await journeys.inReview([provider])
  const foreign = await approve('同意', key, second, second.reviewer, await journeys.version(second))
  if (foreign.status !== 200 || foreign.headers['idempotency-replayed']) wrong.push(`the same key of another actor answered ${foreign.status}`)
  else journal.approved(second.id, foreign.body.subjectNumber)
  return wrong
}

const day = 24 * 3600

/** The answer is kept for seven days; after that the key is a new one. */
async function tryAge(api: TestApp, { random }: Given): Promise<string[]> {
  const idempotencyKey = random.uuid()
  let operator = await api.accounts.operator()
  const entries = () => api.count('audit_entries')
  const ask = async (after: number) => {
    api.clock.advance(after)
    await api.app.get(ExpiryService, { strict: false }).removeExpired()
    operator = await api.accounts.logOnAgain(operator)
    const before = await entries()
    const answer = await api.inject('setSwitches', { body: { smsPlatform: 'off' } }, { as: operator, idempotencyKey })
    return { effects: (await entries()) - before, replayed: answer.headers['idempotency-replayed'] === 'true' }
  }
  const [first, within, late] = [await ask(0), await ask(7 * day - 3600), await ask(2 * 3600)]
  const wrong: string[] = []
  if (first.effects !== 1) wrong.push('the first request had no effect')
  if (within.effects !== 0 || !within.replayed) wrong.push('a repeat within seven days was not answered from the first')
  if (late.effects !== 1 || late.replayed) wrong.push('after seven days and an hour the key was still the old one')
  return wrong
}
