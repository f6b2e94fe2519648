import type { RegistrationContent } from '@icp/domain'
import { rotateIndexKey } from '../personal-data/index-key/rotate-index-key.js'
import { FingerprintKeys } from '../platform/fingerprint-keys.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import { ownerOf } from '../testing/database.js'
import { FilingJourneys, type Journey, type ProviderWithStaff } from '../testing/filing-journey.js'
import { solvedVerification } from '../testing/verification.js'
import type { Given } from './drill.js'

interface Stand {
  /** Two instances of one system. */
  readonly instances: readonly [TestApp, TestApp]
  readonly journeys: FilingJourneys
  readonly provider: ProviderWithStaff
  readonly running: Journey
  readonly content: RegistrationContent
  readonly operator: TestAccount
  readonly violations: string[]
}

async function standOf(given: Given): Promise<Stand> {
  // The long run also proves that nobody waits longer than an installation lets them.
  const api = await given.startApi(given.full ? { env: { DATABASE_PATIENCE: '1' } } : {})
  const other = await given.startApi({ beside: api, ...(given.full ? { env: { DATABASE_PATIENCE: '1' } } : {}) })
  if (given.planted) api.app.get(FingerprintKeys).take = () => undefined
  const journeys = new FilingJourneys(api)
  const provider = await journeys.provider()
  const running = await journeys.inReview([provider])
  await api.inject('sendStepUpCode', { body: { purpose: 'cancel' } as never }, { as: running.owner })
  const { content } = await journeys.see(running.id, running.owner)
  return { instances: [api, other], journeys, provider, running, content: content as RegistrationContent, operator: await api.accounts.operator(), violations: [] }
}

let asked = 0
const elsewhere = () => ({ 'x-forwarded-for': `10.${(++asked >> 8) & 255}.${asked & 255}.7` })

/** One of the things that people do, on one of the instances; says what was wrong with the answer. */
type Doing = (stand: Stand, instance: TestApp) => Promise<string | undefined>

const lookUp: Doing = async ({ running, operator }, instance) => {
  const { status, body } = await instance.inject('listMessages', { body: { recipient: running.owner.mobile } }, { as: operator })
  return status === 200 && body.total > 0 ? undefined : `a look-up by phone answered ${status} and found ${status === 200 ? body.total : 'nothing'}`
}

const read: Doing = async ({ running }, instance) => {
  const { status } = await instance.inject('getFiling', { params: { id: running.id } }, { as: running.owner })
  return status === 200 ? undefined : `a filing answered ${status}`
}

const logOn: Doing = async ({ running: { owner } }, instance) => {
  const body = { category: 'owner' as const, userName: owner.userName, password: owner.password, verification: await solvedVerification(instance) }
  const { status } = await instance.inject('logOn', { body }, { headers: elsewhere() })
  return status === 200 ? undefined : `a log-on answered ${status}`
}

/** Somebody else types the subject and the names of a filing that is on its way. */
const meetConflict: Doing = async ({ content, instances: [api] }, instance) => {
  const as = await api.accounts.owner()
  const { body } = await instance.inject('createFiling', { body: { kind: 'new-subject' } }, { as })
  const saved = await instance.inject('saveDraft', { params: { id: body.id }, body: { version: body.version, content } }, { as })
  if (saved.status !== 200) return `a draft was saved with ${saved.status}`
  return saved.body.findings.some(({ path }) => path === 'subject.certificateNumber') ? undefined : 'a subject that is on its way was met by nobody'
}

let pairs = 0
/** Two owners hand in the same subject at once, each at another instance. */
const finishTwice: Doing = async ({ journeys, provider, instances }) => {
  const content = journeys.content([provider])
  const pair = ++pairs
  const drafts = await Promise.all(instances.map(async (_, n) => {
    const owner = await instances[0].accounts.owner()
    const services = content.services.map((service) => ({ ...service, domain: `pair${pair}-${n}.com`, homePage: `www.pair${pair}-${n}.com`, name: `${service.name}${pair}${n}` }))
    return { owner, ...(await journeys.draft(owner, { ...content, services })) }
  }))
  const answers = await Promise.all(drafts.map(({ id, version, owner }, n) => (instances[n] as TestApp).inject('finishFiling', { params: { id }, body: { version } }, { as: owner })))
  const statuses = answers.map(({ status }) => status)
  return statuses.filter((status) => status === 200).length === 1 && statuses.every((status) => status < 500) ? undefined : `two finishes of one subject answered ${statuses.join(' and ')}`
}

const doings: readonly Doing[] = [lookUp, read, logOn, meetConflict, finishTwice]

/** The index key is rotated, and the suite changed, while two instances look up, log on, meet conflicts and take filings in. */
export async function rotateIndexUnderLoad(given: Given): Promise<{ readonly figure: string; readonly violations: readonly string[] }> {
  const stand = await standOf(given)
  const [api] = stand.instances
  const over = new AbortController()
  let acts = 0
  const act = async (doing: Doing, instance: TestApp) => {
    const wrong = await doing(stand, instance).catch((error: unknown) => (error instanceof Error ? error.message : String(error)))
    acts++
    if (wrong !== undefined) stand.violations.push(`act ${acts}: ${wrong} while the index key was rotated`)
  }
  // In the long run all at once, in the fast one two at a time.
  const lanes: readonly (readonly Doing[])[] = given.full ? doings.map((doing) => [doing]) : [[lookUp, read, logOn], [meetConflict, finishTwice]]
  const busy = lanes.map(async (lane, n) => {
    for (let time = n; !over.signal.aborted; time++) await act(lane[time % lane.length] as Doing, stand.instances[time % 2] as TestApp)
  })
  let [rows, longest] = [0, 0]
  const times = given.full ? 40 : 2
  try {
    for (let time = 0; time < times; time++) {
      const rotated = await ownerOf(api, (client) => rotateIndexKey(client, api.dataDir, time % 2 === 0 ? 'sm' : 'aes'))
      rows += rotated.rows
      longest = Math.max(longest, rotated.stoodMs)
    }
  } catch (error) {
    stand.violations.push(`the rotation did not come to its end: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    over.abort()
    await Promise.all(busy)
  }
  for (const instance of stand.instances) for (const doing of [lookUp, meetConflict]) await act(doing, instance)
  await act(finishTwice, api)
  if (rows === 0) stand.violations.push('the rotations made no fingerprint anew')
  const figure = `${times} rotations of the index key made the fingerprints of ${rows} rows anew under ${acts} acts, ${stand.violations.length} failed; writers stood still for ${longest.toFixed(0)} ms at most`
  return { figure, violations: stand.violations }
}
