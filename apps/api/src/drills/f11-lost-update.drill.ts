import { setTimeout as pause } from 'node:timers/promises'
import type { RegistrationContent } from '@icp/domain'
import { FilingEntity } from '../filings/filing.entity.js'
import { FilingsRepository } from '../filings/filings.repository.js'
import { sealContent } from '../filings/sealed-content.api.js'
import { Sealing } from '../platform/sealing.js'
import type { TestAccount } from '../testing/accounts.js'
import type { TestApp } from '../testing/app.js'
import { FilingJourneys, type ProviderWithStaff } from '../testing/filing-journey.js'
import type { Drill, Given } from './drill.js'

interface Stand {
  readonly api: TestApp
  readonly journeys: FilingJourneys
  readonly provider: ProviderWithStaff
}

/** Two who saw the same version and both write. */
export const drill: Drill = {
  id: 'F11',
  promise: 'P6: of two who write on the same version one is told so; nothing is overwritten unseen, and what is locked is what was shown',
  fault: 'drafts are read without a lock and written by repository.save',
  run: async (given) => {
    const api = await given.startApi()
    const journeys = new FilingJourneys(api)
    const stand: Stand = { api, journeys, provider: await journeys.provider() }
    if (given.planted) saveBlindly(api)
    const [saves, finishes, corrections] = given.full ? [800, 100, 100] : [40, 3, 2]
    const violations: string[] = []
    const note = (name: string, round: number, wrong: readonly string[]) => violations.push(...wrong.map((what) => `${name} ${round + 1}: ${what}`))
    const owner = await api.accounts.owner()
    let draft = await journeys.draft(owner, journeys.content([stand.provider]))
    for (let round = 0; round < saves; round++) {
      note('save × save', round, await saveTwice(stand, owner, draft, given))
      draft = await journeys.see(draft.id, owner)
    }
    for (let round = 0; round < finishes; round++) note('save × finish', round, await saveAndFinish(stand, given))
    for (let round = 0; round < corrections; round++) note('correct × correct', round, await correctTwice(stand, given))
    return { figure: `${saves + finishes + corrections} interleavings: ${saves} save × save, ${finishes} save × finish, ${corrections} correct × correct`, violations }
  },
}

function saveBlindly(api: TestApp): void {
  const filings = api.app.get(FilingsRepository, { strict: false })
  const sealing = api.app.get(Sealing)
  filings.lock = (tx, id) => filings.find(tx, id)
  filings.saveDraft = async (tx, row, content, columns, now) => {
    const version = row.version + 1
    const draftContent = sealContent(sealing, { table: 'filings', column: 'draft_content', row: row.id }, content)
    await tx.getRepository(FilingEntity).save({ ...row, ...columns, version, savedAt: now, draftContent: draftContent as never })
    return version
  }
}

/** Each of the two starts a moment before, after or with the other. */
const interleaved = <First, Second>({ random }: Given, first: () => Promise<First>, second: () => Promise<Second>): Promise<[First, Second]> => {
  const [one, two] = [random.int(6), random.int(6)]
  return Promise.all([pause(one).then(first), pause(two).then(second)])
}

const named = (content: RegistrationContent, name: string): RegistrationContent => ({ ...content, subject: { ...content.subject, name } })
const nameIn = (content: object) => (content as RegistrationContent).subject.name

async function saveTwice({ api, journeys }: Stand, as: TestAccount, draft: { id: string; version: number; content: object }, given: Given): Promise<string[]> {
  const { id, version } = draft
  const names = [`甲${given.random.int(1e6)}`, `乙${given.random.int(1e6)}`] as const
  const save = (name: string) => () =>
    api.inject('saveDraft', { params: { id }, body: { version, content: named(draft.content as RegistrationContent, name) } }, { as })
  const answers = await interleaved(given, save(names[0]), save(names[1]))
  const won = names.filter((_, n) => answers[n]!.status === 200)
  const after = await journeys.see(id, as)
  const wrong: string[] = []
  if (won.length !== 1 || !answers.some(({ status }) => status === 409)) wrong.push(`answered ${answers.map(({ status }) => status).join(' ')}`)
  if (after.version !== version + won.length) wrong.push(`the version went from ${version} to ${after.version} with ${won.length} successes`)
  if (won.length === 1 && nameIn(after.content) !== won[0]) wrong.push('what was acknowledged is not what is there')
  return wrong
}

async function saveAndFinish({ api, journeys, provider }: Stand, given: Given): Promise<string[]> {
  const as = await api.accounts.owner()
  const { id, version, content } = await journeys.draft(as, journeys.content([provider]))
  const shown = nameIn(content)
  const [save, finish] = await interleaved(
    given,
    () => api.inject('saveDraft', { params: { id }, body: { version, content: named(content as RegistrationContent, `${shown}改`) } }, { as }),
    () => api.inject('finishFiling', { params: { id }, body: { version } }, { as }),
  )
  const after = await journeys.see(id, as)
  const wrong: string[] = []
  if ((save.status === 200) === (finish.status === 200)) wrong.push(`answered ${save.status} ${finish.status}`)
  if (finish.status === 200) given.journal.reached(id, 'with-providers')
  if (finish.status === 200 && nameIn(after.content) !== shown) wrong.push('what was locked is not what was shown')
  if (save.status === 200 && after.status !== 'draft') wrong.push('finished although another save came first')
  return wrong
}

async function correctTwice({ api, journeys, provider }: Stand, given: Given): Promise<string[]> {
  const { id, owner } = await journeys.finished([provider])
  const as = provider.staff
  const first = await journeys.see(id, owner)
  const asked = await api.inject('openCorrectionRequest', { params: { id }, body: { version: first.version, fields: ['subject.name'], reason: '名称有误' } }, { as: owner })
  const { version, content } = await journeys.see(id, as)
  const correct = (name: string) => () => api.inject('correctFiling', {
    params: { id }, body: { version, requestId: asked.body.id, reason: '按证件更正', content: named(content as RegistrationContent, name) },
  }, { as })
  const names = ['北京甲更名有限公司', '北京乙更名有限公司'] as const
  const answers = await interleaved(given, correct(names[0]), correct(names[1]))
  const won = names.filter((_, n) => answers[n]!.status === 201)
  const after = await journeys.see(id, owner)
  const wrong: string[] = []
  if (won.length !== 1) wrong.push(`answered ${answers.map(({ status }) => status).join(' ')}`)
  if (after.corrections.length !== 1 || nameIn(after.content) !== won[0]) wrong.push('what was acknowledged is not what is there')
  return wrong
}
