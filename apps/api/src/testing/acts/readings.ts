import type { OperationId } from '@icp/contract'
import type { AccountRole, RegistrationContent } from '@icp/domain'
import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { TestAccount } from '../accounts.js'
import type { Journey } from '../filing-journey.js'
import { force, onRecord } from '../forced.js'
import { madeHollow, tellOfHollow } from '../hollow.js'
import { ask, contested } from '../mediations.js'
import { sampleJpeg } from '../pictures.js'
import { invite } from '../staff.js'
import type { Act, ActStage } from './act.js'

/** A request of staff that shows something of others, the record that the breach scope has to list for it, and as what. */
export interface Look {
  readonly as: TestAccount
  readonly object: string
  readonly action: string
  readonly send: Act['send']
}

type Looks = (stage: ActStage) => Promise<Look[]>

const parties = ({ staff, reviewer }: Journey): TestAccount[] => [staff[0]!, reviewer]

/** A filing with both of its readers, each looking at it in the same way. */
const ofFiling = (action: string, operation: OperationId, input: (id: string) => object): Looks => async ({ api, journeys, provider }) => {
  const journey = await journeys.inReview([provider])
  return parties(journey).map((as) => ({ as, object: `filing:${journey.id}`, action, send: () => api.inject(operation as never, input(journey.id) as never, { as }) as ReturnType<Act['send']> }))
}

const office = (action: string, operation: OperationId, as: TestAccount, object: string, input: object, { api }: ActStage): Look[] =>
  [{ as, object, action, send: () => api.inject(operation as never, input as never, { as }) as ReturnType<Act['send']> }]

/** A filing in Beijing, and one in Zhejiang with the same service name, which is told as a conflict and keeps nobody back. */
async function inConflict({ journeys, provider }: ActStage): Promise<{ own: Journey; other: Journey }> {
  const [first, second] = [journeys.content([provider]), journeys.content([provider])]
  const named = (content: RegistrationContent): RegistrationContent => ({ ...content, services: content.services.map((service) => ({ ...service, name: '同名书店' })) })
  return { own: await journeys.inReview([provider], named(first)), other: await journeys.finished([provider], named(second)) }
}

const certified = async ({ api, journeys, provider }: ActStage) => {
  const { owner, reviewer } = await journeys.approved([provider])
  const [record] = (await api.inject('listOwnRecords', {}, { as: owner })).body.rows
  return { owner, reviewer, record: record!, certificate: record!.certificates[0]!.id }
}

/** Every operation by which staff are shown something of others. */
export const readings: Readonly<Partial<Record<OperationId, Looks>>> = {
  listFilings: ofFiling('filing.list', 'listFilings', () => ({ query: {} })),
  exportFilings: ofFiling('filing.export', 'exportFilings', () => ({ query: { language: 'zh' } })),
  getFiling: ofFiling('filing.open', 'getFiling', (id) => ({ params: { id } })),
  getRevision: ofFiling('filing.open-revision', 'getRevision', (id) => ({ params: { id, number: 1 } })),
  getVerificationSheet: ofFiling('filing.open-sheet', 'getVerificationSheet', (id) => ({ params: { id } })),
  listPapers: ofFiling('paper.list', 'listPapers', (id) => ({ params: { id } })),
  getPaper: async ({ api, journeys, provider }) => {
    const journey = await journeys.finished([provider])
    const { paper } = (await api.inject('putPaper', { params: { id: journey.id }, query: { purpose: '5', about: 'services.s1' }, body: sampleJpeg() }, { as: provider.staff })).body
    return parties(journey).map((as) => ({ as, object: `filing:${journey.id}`, action: 'paper.open', send: () => api.inject('getPaper', { params: { id: journey.id, paperId: paper.id }, body: { reason: as.role === 'reviewer' ? 'review' : 'verify', note: '核对材料' } }, { as }) }))
  },
  revealField: async ({ api, journeys, provider }) => {
    const journey = await journeys.inReview([provider])
    return parties(journey).map((as) => ({
      as, object: `filing:${journey.id}`, action: 'filing.reveal',
      send: () => api.inject('revealField', { params: { id: journey.id }, body: { path: 'subject.person.mobile', reason: as.role === 'reviewer' ? 'review' : 'verify', note: '核对号码' } }, { as }),
    }))
  },
  listConflicts: async (stage) => {
    const { own, other } = await inConflict(stage)
    return office('filing.open-conflicts', 'listConflicts', own.reviewer, `filing:${other.id}`, { params: { id: own.id } }, stage)
  },
  getConflictParty: async (stage) => {
    const { own, other } = await inConflict(stage)
    return office('filing.open-other-side', 'getConflictParty', own.reviewer, `filing:${other.id}`, { params: { id: own.id, partyId: other.id } }, stage)
  },
  listMediations: async (stage) => {
    const wanted = await contested(stage.api, stage.journeys, stage.provider, 'record')
    await ask(stage.api, wanted)
    return office('mediation.list', 'listMediations', await stage.api.accounts.reviewer('110000'), `filing:${wanted.id}`, { query: {} }, stage)
  },
  listHollow: async (stage) => {
    const { api, journeys, provider } = stage
    const { owner, reviewer } = await madeHollow(api, journeys, provider)
    await tellOfHollow(api)
    const [record] = (await api.inject('listOwnRecords', {}, { as: owner })).body.rows
    return office('hollow.list', 'listHollow', reviewer, `register-subject:${record!.id}`, { query: {} }, stage)
  },
  findForcible: async (stage) => {
    const { reviewer, subjectId, subjectNumber } = await onRecord(stage.api, stage.journeys, [stage.provider])
    return office('register.find-forcible', 'findForcible', reviewer, `register-subject:${subjectId}`, { query: { q: subjectNumber } }, stage)
  },
  previewForced: async (stage) => {
    const { reviewer, subjectId, subjectNumber } = await onRecord(stage.api, stage.journeys, [stage.provider])
    return office('register.preview-force', 'previewForced', reviewer, `register-subject:${subjectId}`, { params: { id: subjectId }, query: { number: subjectNumber } }, stage)
  },
  listForcedCancellations: async (stage) => {
    const record = await onRecord(stage.api, stage.journeys, [stage.provider])
    await force(stage.api, record, record.subjectNumber)
    return office('forced-cancellation.list', 'listForcedCancellations', record.reviewer, `register-subject:${record.subjectId}`, { query: {} }, stage)
  },
  listCutOrders: async (stage) => {
    const record = await onRecord(stage.api, stage.journeys, [stage.provider])
    await force(stage.api, record, record.subjectNumber)
    return office('cut-order.list', 'listCutOrders', stage.provider.staff, `register-subject:${record.subjectId}`, { query: {} }, stage)
  },
  listBlacklist: async (stage) => {
    const body = { kind: 'domain' as const, domain: 'hei-yuedu.com', certificateType: '', certificateNumber: '', reason: '提供虚假信息', source: '京通管〔2026〕1号', validFrom: '2026-01-01', validUntil: '' }
    const { id } = (await stage.api.inject('addToBlacklist', { body }, { as: stage.operator })).body
    return office('blacklist.list', 'listBlacklist', stage.operator, `blacklist-entry:${id}`, { query: {} }, stage)
  },
  listServedAccesses: async (stage) => {
    const { record } = await certified(stage)
    return office('served-access.list', 'listServedAccesses', stage.provider.staff, `register-subject:${record.id}`, { query: {} }, stage)
  },
  listCertificates: async (stage) => {
    const { reviewer, certificate } = await certified(stage)
    return office('certificate.list', 'listCertificates', reviewer, `certificate:${certificate}`, { query: {} }, stage)
  },
  downloadCertificate: async (stage) => {
    const { reviewer, certificate } = await certified(stage)
    return office('certificate.open', 'downloadCertificate', reviewer, `certificate:${certificate}`, { params: { id: certificate } }, stage)
  },
  listTeam: async (stage) => office('account.list-team', 'listTeam', stage.provider.staff, `account:${(await stage.api.accounts.provider(stage.provider.id)).id}`, {}, stage),
  listPhoneRecoveries: async (stage) => {
    const { api, journeys, provider } = stage
    const { owner } = await journeys.approved([provider])
    const mobile = '13912369001'
    const { mail, phone } = (await api.inject('startPhoneRecovery', { body: { mobile, password: owner.password } }, { as: owner })).body
    await api.inject('confirmPhoneRecovery', { body: { mobile, mailCode: mail.onScreen!.code, phoneCode: phone.onScreen!.code } }, { as: owner })
    return office('phone-recovery.list', 'listPhoneRecoveries', provider.staff, `account:${owner.id}`, {}, stage)
  },
  listInvitations: async (stage) => office('invitation.list', 'listInvitations', stage.security, `invitation:${(await invite(stage.api, stage.security)).id}`, { query: {} }, stage),
  listAccounts: async (stage) => {
    const { id, userName } = await stage.api.accounts.owner()
    // By its name: all others are as new, and a page has no place for each.
    return office('account.list', 'listAccounts', stage.security, `account:${id}`, { query: { q: userName } }, stage)
  },
  getAccount: async (stage) => {
    const { id } = await stage.api.accounts.owner()
    return office('account.open', 'getAccount', stage.security, `account:${id}`, { params: { id } }, stage)
  },
  listAccountRequests: async (stage) => {
    const { id } = await stage.api.accounts.provider(stage.provider.id)
    await stage.api.inject('requestRoleChange', { params: { id }, body: { role: 'reviewer', providerId: null, province: '330000', reason: '调岗' } }, { as: stage.security })
    return [stage.operator, stage.security, stage.auditor].flatMap((as) => office('account-request.list', 'listAccountRequests', as, `account:${id}`, { query: {} }, stage))
  },
  listMessages: async (stage) => office('message.list', 'listMessages', stage.operator, `message:${await sent(stage, '13800138901')}`, { body: {} }, stage),
  revealMessage: async (stage) => {
    const id = await sent(stage, '13800138902')
    return office('message.reveal', 'revealMessage', stage.operator, `message:${id}`, { params: { id }, body: { reason: 'delivery', note: '用户反映未收到' } }, stage)
  },
  listNotices: async (stage) => {
    const journey = await stage.journeys.inReview([stage.provider])
    return parties(journey).flatMap((as) => office('notice.list', 'listNotices', as, `filing:${journey.id}`, {}, stage))
  },
  searchAuditEntries: async (stage) => {
    const owner = await stage.api.accounts.owner()
    await stage.api.inject('createFiling', { body: { kind: 'new-subject' } }, { as: owner })
    return office('audit.search', 'searchAuditEntries', stage.auditor, `account:${owner.id}`, { query: { actor: owner.id } }, stage)
  },
  getBreachScope: async (stage) => {
    const owner = await stage.api.accounts.owner()
    return office('audit.breach-scope', 'getBreachScope', stage.auditor, `account:${owner.id}`, { query: { account: owner.id, from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' } }, stage)
  },
}

async function sent({ api, operator }: ActStage, to: string): Promise<string> {
  await api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi, { strict: false }).message(tx, { channel: 'sms', to, text: '备案信息有更新', personal: [] }))
  return (await api.inject('listMessages', { body: { recipient: to } }, { as: operator })).body.rows[0]!.id
}

interface Untold {
  readonly why: string
  /** Fields of the answer that are called like those of people. */
  readonly fields: readonly string[]
}

const own = 'only of the account that asks'
const firms = 'firms and offices, as they are public'

/** Every other operation that staff may call and that changes nothing: why what it answers needs no entry. */
export const tellsOfNobody: Readonly<Partial<Record<OperationId, Untold>>> = {
  getMe: { why: own, fields: ['name', 'userName'] },
  getOwnAccount: { why: own, fields: ['certificateNumber', 'email', 'mobile', 'name', 'userName'] },
  listOwnSessions: { why: own, fields: [] },
  listOwnDevices: { why: own, fields: [] },
  listOwnLogOns: { why: own, fields: [] },
  getAuthenticatorProof: { why: own, fields: [] },
  searchProviders: { why: firms, fields: ['name'] },
  listKeptProviders: { why: firms, fields: ['name'] },
  getKeptProvider: { why: firms, fields: ['name', 'reason'] },
  listAdministrations: { why: firms, fields: ['phone'] },
  getSwitches: { why: 'settings, and which operator turned one: the office’s own work', fields: ['changedBy'] },
  getDelivery: { why: 'counts', fields: [] },
  getFigures: { why: 'counts', fields: [] },
  previewRuleChange: { why: 'counts', fields: [] },
  listRuleChanges: { why: 'rule data, and which operator drafted it: the office’s own work', fields: ['by', 'draftedBy'] },
  getRuleChange: { why: 'rule data, and which operator drafted it: the office’s own work', fields: ['by', 'draftedBy'] },
  listCheckpoints: { why: 'hashes and signatures', fields: [] },
  getVerification: { why: 'counts, and places of the audit', fields: [] },
  downloadAuditExport: { why: 'hashes, codes and ids; the file names nobody, and that it was taken is an act of its own', fields: [] },
}

/** Staff who are told of nobody else where others are. */
export const exceptRoles: Readonly<Partial<Record<OperationId, { readonly roles: readonly AccountRole[]; readonly why: string }>>> = {
  listNotices: { roles: ['operator', 'security-administrator', 'audit-administrator'], why: 'they have no part in filings, so their inbox is of their own account' },
}
