import type { OperationId } from '@icp/contract'
import type { RegistrationContent } from '@icp/domain'
import type { TestAccount } from '../accounts.js'
import { type Journey, knownPersons, secretOf } from '../filing-journey.js'
import { ask, contested, contestedPath } from '../mediations.js'
import { sampleJpeg } from '../pictures.js'
import { MigrationJourneys } from '../migration-journey.js'
import type { Act, Acts, ActStage } from './act.js'

const finding = { path: 'subject.name', reason: '名称与证件不符', suggestion: '' }

/** A step of the life cycle by one of the filing's parties, at the version that it has now. */
async function step({ api, journeys }: ActStage, operation: OperationId, journey: Journey, as: TestAccount, more: object = {}): Promise<Act> {
  const body = { version: await journeys.version(journey), ...more }
  return { as, send: () => api.inject(operation as never, { params: { id: journey.id }, body } as never, { as }) as ReturnType<Act['send']> }
}

async function requested(stage: ActStage): Promise<{ journey: Journey; requestId: string; version: number; content: RegistrationContent }> {
  const { api, journeys, provider } = stage
  const journey = await journeys.finished([provider])
  const body = { version: await journeys.version(journey), fields: ['services.s1.name'], reason: '名称有误', providerId: provider.id }
  const requestId = (await api.inject('openCorrectionRequest', { params: { id: journey.id }, body }, { as: journey.owner })).body.id
  const { version, content } = await journeys.see(journey.id, provider.staff)
  const edited = structuredClone(content) as RegistrationContent
  edited.services[0]!.name = '晨光新书店'
  return { journey, requestId, version, content: edited }
}

const asked = ({ api, journeys, provider }: ActStage) => new MigrationJourneys(api, journeys, provider).asked()

/** Filings, from the draft to the decision. */
export const filingActs: Acts = {
  createFiling: async ({ api }) => {
    const as = await api.accounts.owner()
    return { as, send: () => api.inject('createFiling', { body: { kind: 'new-subject' } }, { as }) }
  },
  discardDraft: async ({ api, journeys, provider }) => {
    const as = await api.accounts.owner()
    const { id, version } = await journeys.draft(as, journeys.content([provider]))
    return { as, send: () => api.inject('discardDraft', { params: { id }, body: { version } }, { as }) }
  },
  putPaper: async ({ api, journeys, provider }) => {
    const as = await api.accounts.owner()
    const { id } = await journeys.draft(as, journeys.content([provider]))
    return { as, send: () => api.inject('putPaper', { params: { id }, query: { purpose: '2', about: 'subject' }, body: sampleJpeg() }, { as }) }
  },
  takePaperAway: async ({ api, journeys, provider }) => {
    const journey = await journeys.finished([provider])
    const as = provider.staff
    const { paper } = (await api.inject('putPaper', { params: { id: journey.id }, query: { purpose: '5', about: 'services.s1' }, body: sampleJpeg() }, { as })).body
    return { as, send: () => api.inject('takePaperAway', { params: { id: journey.id, paperId: paper.id }, query: {} }, { as }) }
  },
  finishFiling: async ({ api, journeys, provider }) => {
    const as = await api.accounts.owner()
    const { id, version } = await journeys.draft(as, journeys.content([provider]))
    return { as, send: () => api.inject('finishFiling', { params: { id }, body: { version } }, { as }) }
  },
  endAccess: async ({ api, journeys, provider }) => {
    const { owner } = await journeys.approved([provider])
    const { id } = (await api.inject('listOwnRecords', {}, { as: owner })).body.rows[0]!.services[0]!.accesses[0]!
    const as = provider.staff
    return { as, send: () => api.inject('endAccess', { params: { id }, body: { reason: '1', note: '合同到期' } }, { as }) }
  },
  askMediation: async ({ api, journeys, provider }) => {
    const { id, version, owner } = await contested(api, journeys, provider, 'record')
    return { as: owner, send: () => api.inject('askMediation', { params: { id }, body: { version, path: contestedPath, reason: '域名已转让给我单位' } }, { as: owner }) }
  },
  withdrawMediation: async ({ api, journeys, provider }) => {
    const wanted = await contested(api, journeys, provider, 'record')
    const { id } = (await ask(api, wanted)).body
    return { as: wanted.owner, send: () => api.inject('withdrawMediation', { params: { id } }, { as: wanted.owner }) }
  },
  answerMediation: async ({ api, journeys, provider }) => {
    const wanted = await contested(api, journeys, provider, 'record')
    const { id } = (await ask(api, wanted)).body
    const as = await api.accounts.reviewer('110000')
    return { as, send: () => api.inject('answerMediation', { params: { id }, body: { outcome: 'holder-asked', answer: '已请对方核对', tellHolder: true } }, { as }) }
  },
  withdrawFiling: async (stage) => {
    const journey = await stage.journeys.finished([stage.provider])
    return step(stage, 'withdrawFiling', journey, journey.owner)
  },
  agreeToMigration: async (stage) => {
    const journey = await asked(stage)
    return step(stage, 'agreeToMigration', journey, journey.receiver)
  },
  declineMigration: async (stage) => {
    const journey = await asked(stage)
    return step(stage, 'declineMigration', journey, journey.receiver, { reason: '域名尚未过户' })
  },
  openCorrectionRequest: async (stage) => {
    const journey = await stage.journeys.finished([stage.provider])
    return step(stage, 'openCorrectionRequest', journey, journey.owner, { fields: ['subject.name'], reason: '名称有误' })
  },
  declineCorrectionRequest: async (stage) => {
    const { journey, requestId, version } = await requested(stage)
    const as = stage.provider.staff
    return { as, send: () => stage.api.inject('declineCorrectionRequest', { params: { id: journey.id, requestId }, body: { version, answer: '与证件一致' } }, { as }) }
  },
  correctFiling: async (stage) => {
    const { journey, requestId, version, content } = await requested(stage)
    const as = stage.provider.staff
    return { as, send: () => stage.api.inject('correctFiling', { params: { id: journey.id }, body: { version, requestId, reason: '按证件更正', content } }, { as }) }
  },
  passFiling: async (stage) => {
    const [as, journey] = [stage.provider.staff, await stage.journeys.finished([stage.provider])]
    return step(stage, 'passFiling', journey, as, { sheet: await stage.journeys.sheet(journey.id, as) })
  },
  refuseFiling: async (stage) => step(stage, 'refuseFiling', await stage.journeys.finished([stage.provider]), stage.provider.staff, { reason: '不予接入' }),
  approveFiling: async (stage) => {
    const journey = await stage.journeys.inReview([stage.provider])
    return step(stage, 'approveFiling', journey, journey.reviewer)
  },
  returnFiling: async (stage) => {
    const journey = await stage.journeys.inReview([stage.provider])
    return step(stage, 'returnFiling', journey, journey.reviewer, { opinion: '请更正', findings: [finding] })
  },
  confirm: async ({ api, journeys, provider }) => {
    const { id, owner } = await journeys.passed([provider])
    const [confirmation] = (await journeys.see(id, owner)).confirmations
    const { token, code } = secretOf(confirmation!)
    const person = knownPersons[confirmation!.name]!
    return { send: () => api.inject('confirm', { params: { token }, body: { code, ...person } }) }
  },
  resendConfirmationCode: async ({ api, journeys, provider }) => {
    const { id, owner } = await journeys.passed([provider])
    const { token } = secretOf((await journeys.see(id, owner)).confirmations[0]!)
    return { send: () => api.inject('resendConfirmationCode', { params: { token } }) }
  },
  getPaper: async ({ api, journeys, provider }) => {
    const { staff } = provider
    const { id } = await journeys.finished([provider])
    const { paper } = (await api.inject('putPaper', { params: { id }, query: { purpose: '5', about: 'services.s1' }, body: sampleJpeg() }, { as: staff })).body
    return { as: staff, send: () => api.inject('getPaper', { params: { id, paperId: paper.id }, body: { reason: 'verify', note: '核对材料' } }, { as: staff }) }
  },
  revealField: async ({ api, journeys, provider }) => {
    const { id } = await journeys.finished([provider])
    const as = provider.staff
    return { as, send: () => api.inject('revealField', { params: { id }, body: { path: 'subject.person.mobile', reason: 'verify', note: '核对号码' } }, { as }) }
  },
}
