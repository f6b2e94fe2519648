import { brokenByMove, brokenInvariants, type Filing, gateRefusal, type Move, type WholeRegister } from '@icp/domain'
import { FilingSteps } from '../filings/filing-steps.js'
import { FilingsRepository } from '../filings/filings.repository.js'
import type { TestApp } from '../testing/app.js'
import { FilingJourneys } from '../testing/filing-journey.js'
import { sampleService } from '../testing/filing-samples.js'
import type { Drill, Given } from './drill.js'
import { type Attempt, Attempts, type Cast, isLifeCycleAction } from './life-cycle/attempts.js'
import { wholeRegisterOf } from './life-cycle/whole-register.js'

/** Random acts of random people on several filings of one subject, some of them two at once. */
export const drill: Drill = {
  id: 'F22',
  promise: 'P7: whoever tries what, and be it two at once, only what the life cycle allows is done, and the register keeps its invariants',
  fault: 'a step is opened without asking whose turn it is and which version was seen',
  run: async (given) => {
    const api = await given.startApi()
    if (given.planted) openBlindly(api)
    const journeys = new FilingJourneys(api)
    const stage = {
      api, journeys, providers: [await journeys.provider(), await journeys.provider()],
      reviewers: [await api.accounts.reviewer('110000'), await api.accounts.reviewer('330000')],
    }
    const [runs, commands] = given.full ? [300, 40] : [3, 40]
    const tally: Tally = { tried: 0, done: 0, together: 0, approved: 0, forced: 0 }
    const violations: string[] = []
    const everybody: string[] = []
    for (let run = 1; run <= runs; run++) {
      const cast = await castOf(stage)
      everybody.push(...cast.parties.map(({ account }) => account.id))
      const wrong = await walk(cast, commands, given, tally)
      violations.push(...wrong.map((what) => `run ${run}: ${what}`))
    }
    violations.push(...brokenInvariants(await wholeRegisterOf(api, everybody)).map((what) => `after all: ${what}`))
    return { figure: `${runs} runs, ${tally.tried} commands (${tally.together} of them two at once), ${tally.done} done, ${tally.approved} approvals, ${tally.forced} cancelled by force`, violations }
  },
}

interface Tally {
  tried: number
  done: number
  together: number
  approved: number
  forced: number
}

/** The step trusts its caller; `decide` still judges, but on a filing that was never compared with what the caller saw. */
function openBlindly(api: TestApp): void {
  const [steps, filings] = [api.app.get(FilingSteps, { strict: false }), api.app.get(FilingsRepository, { strict: false })]
  steps.open = async (tx, _actor, id) => {
    const record = await filings.lock(tx, id)
    if (!record) throw new Error(`no filing ${id}`)
    return record
  }
}

/** Two owners who want the same domains and, every second time, are the same subject twice. */
async function castOf(stage: Omit<Cast, 'parties'>): Promise<Cast> {
  const { api, journeys, providers } = stage
  const [one, two] = [journeys.content(providers), journeys.content(providers)]
  const n = one.subject.name.replace(/\D/g, '')
  const domains = [`chenguang${n}.com`, `chenguang${n}.net`, `chenguang${n}.cn`]
  const services = [sampleService('s1', domains[0]!, providers), sampleService('s2', domains[1]!, providers.slice(0, 1))]
  const second = Number(n) % 4 === 1 ? one.subject : two.subject
  return {
    ...stage,
    parties: [
      { account: await api.accounts.owner(), content: { ...one, services }, domains },
      { account: await api.accounts.owner(), content: { ...one, subject: second, services: services.toReversed().map((service, at) => ({ ...service, id: `s${at + 1}` })) }, domains },
    ],
  }
}

/** The numbers of a year are one series for all owners; it is judged when all have ended. */
const ofAll = 'I-02 '

const isForce = ({ command }: Attempt): boolean => command === 'cancel-by-force'

/** What ended between the two as refused: that is what filings come to whose record falls. */
const fallen = (before: WholeRegister, after: WholeRegister): Filing[] =>
  after.filings.filter(({ id, status }) => status === 'refused' && before.filings.find((one) => one.id === id)?.status !== 'refused')

const isDone = ({ status }: { status: number }): boolean => status < 300

const unchanged = (before: WholeRegister, after: WholeRegister): boolean => JSON.stringify(before) === JSON.stringify(after)

async function walk(cast: Cast, commands: number, { random, journal }: Given, tally: Tally): Promise<string[]> {
  const attempts = new Attempts(cast, random)
  const owners = cast.parties.map(({ account }) => account.id)
  let before = await wholeRegisterOf(cast.api, owners)
  for (let tried = 0; tried < commands;) {
    const together = random.chance(0.2) ? [await attempts.next(before), await attempts.next(before)] : [await attempts.next(before)]
    const answers = await Promise.all(together.map(({ send }) => send()))
    const after = await wholeRegisterOf(cast.api, owners)
    tried += together.length
    tally.tried += together.length
    tally.together += together.length === 2 ? 2 : 0
    const done = together.filter((_, at) => isDone(answers[at]!))
    tally.done += done.length
    tally.approved += done.filter(({ command }) => command === 'approve').length
    tally.forced += done.filter(isForce).length
    if (done.some(isForce)) fallen(before, after).forEach(({ id, status }) => journal.reached(id, status))
    for (const { filing } of done) {
      const now = after.filings.find(({ id }) => id === filing?.id)
      // A draft may be thrown away again.
      if (now && now.status !== 'draft') journal.reached(now.id, now.status)
    }
    const wrong = [
      ...answers.flatMap(({ status, text }, at) => ([200, 201, 204, 403, 404, 409, 422, 423, 429].includes(status) ? [] : [`${said(together[at]!)} was answered ${status} ${text.slice(0, 120)}`])),
      ...brokenInvariants(after).filter((what) => !what.startsWith(ofAll)),
      ...done.flatMap((attempt) => allowed(attempt, cast.api.clock.now())),
      ...(together.length === 1 ? alone(together[0]!, done.length === 1, before, after, cast.api.clock.now()) : atOnce(together, done, before, after)),
    ]
    if (wrong.length > 0) return wrong
    before = after
  }
  return []
}

const said = ({ command, actor, filing, stale }: Attempt): string => `${command} by ${actor.role} on ${filing ? `${filing.kind} in ${filing.status}` : 'nothing'}${stale ? ' with an old version' : ''}`

/** What was done is something that the life cycle allows and that was asked of the version that there is. */
function allowed(attempt: Attempt, now: string): string[] {
  const { command, actor, filing, stale } = attempt
  if (!filing) return []
  const refusal = isLifeCycleAction(command) ? gateRefusal(filing, command, actor, now) : null
  return [...(refusal ? [`${said(attempt)} was done, though: ${refusal.text.en}`] : []), ...(stale ? [`${said(attempt)} was done`] : [])]
}

/** Wrong tries are counted although the answer is a refusal. */
const counts = ({ command }: Attempt): boolean => command === 'confirm'

/** These need nothing but the right one at the right time. */
const judgedByGateAlone: readonly Attempt['command'][] = ['discard', 'withdraw', 'refuse']

function alone(attempt: Attempt, done: boolean, before: WholeRegister, after: WholeRegister, now: string): string[] {
  const { command, actor, filing, stale } = attempt
  if (!done) {
    const free = filing && !stale && isLifeCycleAction(command) && judgedByGateAlone.includes(command) && gateRefusal(filing, command, actor, now) === null
    return [...(free ? [`${said(attempt)} was refused, though the life cycle allows it`] : []), ...(unchanged(before, after) || counts(attempt) ? [] : [`${said(attempt)} was refused and changed something`])]
  }
  // A draft that was taken up again.
  if (command === 'create' && unchanged(before, after)) return []
  const made = after.filings.find(({ id }) => !before.filings.some((one) => one.id === id))
  return brokenByMove({ before, after, filingId: filing?.id ?? made?.id ?? '', command }).map((what) => `${said(attempt)}: ${what}`)
}

/** Of two at once, what holds for any two acts one after the other; every act that was acknowledged is there. */
function atOnce(together: readonly Attempt[], done: readonly Attempt[], before: WholeRegister, after: WholeRegister): string[] {
  const both = together.map(said).join(' while ')
  const command: Move['command'] = done.find((one) => one.command === 'approve' || isForce(one))?.command ?? done[0]?.command ?? 'save'
  const lasting = brokenByMove({ before, after, filingId: '', command }).filter((what) => /^M-0[12346]/.test(what))
  const lost = before.filings.flatMap((was) => {
    const [is, acts] = [after.filings.find(({ id }) => id === was.id), together.filter(({ filing }) => filing?.id === was.id)]
    const acknowledged = acts.filter((one) => done.includes(one)).length
    if (!is || acts.some(counts) || together.some((one) => one.command === 'create')) return []
    // A filing whose record fell has taken one more step, which nobody asked for.
    const fell = done.some(isForce) && is.status === 'refused' ? 1 : 0
    return [acknowledged, acknowledged + fell].includes(is.version - was.version) ? [] : [`${acknowledged} acts were acknowledged and the version went from ${was.version} to ${is.version}`]
  })
  return [...lasting, ...lost].map((what) => `${both}: ${what}`)
}
