import { NotificationsApi } from '../../notifications/notifications.api.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { TestAccount } from '../accounts.js'
import { codeOf } from '../authenticator.js'
import { force, onRecord, orderOf } from '../forced.js'
import { madeHollow, toldDaysAgo } from '../hollow.js'
import { draftChange, sampleEntry } from '../rule-changes.js'
import { invite, join, newProvider, sampleProvider, somebody } from '../staff.js'
import type { Act, Acts, ActStage } from './act.js'

const clerkOf = async ({ api }: ActStage): Promise<TestAccount> => api.accounts.provider(await newProvider(api))
const reason = '离职'
const listed = (domain: string) =>
  ({ kind: 'domain' as const, domain, certificateType: '', certificateNumber: '', reason: '提供虚假信息', source: '京通管〔2026〕1号', validFrom: '2026-01-01', validUntil: '' })

/** An act of the security administrator upon an account. */
const upon = (operation: 'disableAccount' | 'enableAccount' | 'endAccountSessions' | 'clearLogOnStop' | 'resetAuthenticator', body?: object) => async (stage: ActStage): Promise<Act> => {
  const { id } = await clerkOf(stage)
  if (operation === 'enableAccount') await stage.api.inject('disableAccount', { params: { id }, body: { reason } }, { as: stage.security })
  return { as: stage.security, send: () => stage.api.inject(operation, { params: { id }, ...(body ? { body } : {}) } as never, { as: stage.security }) }
}

/** What offices keep for everybody: staff, accounts, switches, messages, the audit itself. */
export const officeActs: Acts = {
  clearHollow: async ({ api, journeys, provider }) => {
    const { owner, reviewer } = await madeHollow(api, journeys, provider)
    const { id } = (await api.inject('listHollow', {}, { as: owner })).body.rows[0]!
    await toldDaysAgo(api, id, 8)
    return { as: reviewer, send: () => api.inject('clearHollow', { body: { ids: [id] } }, { as: reviewer }) }
  },
  cancelByForce: async ({ api, journeys, provider }) => {
    const record = await onRecord(api, journeys, [provider])
    const body = await orderOf(api, record, record.subjectNumber, record.reviewer)
    return { as: record.reviewer, send: () => api.inject('cancelByForce', { params: { id: record.subjectId }, body }, { as: record.reviewer }) }
  },
  acknowledgeCuts: async ({ api, journeys, provider }) => {
    const record = await onRecord(api, journeys, [provider])
    await force(api, record, record.subjectNumber)
    const { rows } = (await api.inject('listCutOrders', { query: { cuts: 'open' } }, { as: provider.staff })).body
    const ids = rows.filter(({ serviceNumber }) => record.serviceNumbers.includes(serviceNumber)).map(({ id }) => id)
    return { as: provider.staff, send: () => api.inject('acknowledgeCuts', { body: { ids } }, { as: provider.staff }) }
  },
  addToBlacklist: async ({ api, operator }) => ({ as: operator, send: () => api.inject('addToBlacklist', { body: listed('heimingdan-one.com') }, { as: operator }) }),
  liftFromBlacklist: async ({ api, operator }) => {
    const { id, version } = (await api.inject('addToBlacklist', { body: listed('heimingdan-two.com') }, { as: operator })).body
    return { as: operator, send: () => api.inject('liftFromBlacklist', { params: { id }, body: { version } }, { as: operator }) }
  },
  inviteStaff: async ({ api, security }) => {
    const body = await somebody(api)
    return { as: security, send: () => api.inject('inviteStaff', { body }, { as: security }) }
  },
  revokeInvitation: async ({ api, security }) => {
    const { id } = await invite(api, security)
    return { as: security, send: () => api.inject('revokeInvitation', { params: { id } }, { as: security }) }
  },
  resendInvitation: async ({ api, security }) => {
    const { id } = await invite(api, security)
    return { as: security, send: () => api.inject('resendInvitation', { params: { id } }, { as: security }) }
  },
  acceptInvitation: async ({ api, security }) => {
    const { token } = await invite(api, security)
    const { authenticator: { secret } } = (await api.inject('openInvitation', { body: { token } })).body
    const body = { token, userName: 'new-colleague', password: 'Juniper otter lantern', code: codeOf(secret, api.clock.now()) }
    return { send: () => api.inject('acceptInvitation', { body }) }
  },
  disableAccount: upon('disableAccount', { reason }),
  enableAccount: upon('enableAccount', { reason }),
  endAccountSessions: upon('endAccountSessions'),
  clearLogOnStop: upon('clearLogOnStop'),
  resetAuthenticator: async ({ api, security }) => {
    const { userName } = await join(api, (await invite(api, security)).token)
    const { id } = (await api.inject('listAccounts', { query: { q: userName } }, { as: security })).body.rows[0]!
    return { as: security, send: () => api.inject('resetAuthenticator', { params: { id }, body: { reason: '手机丢失' } }, { as: security }) }
  },
  requestRoleChange: async (stage) => {
    const { id } = await clerkOf(stage)
    const body = { role: 'reviewer', providerId: null, province: '330000', reason: '调岗' } as const
    return { as: stage.security, send: () => stage.api.inject('requestRoleChange', { params: { id }, body }, { as: stage.security }) }
  },
  decideAccountRequest: async (stage) => {
    const { api, security, operator } = stage
    const who = await clerkOf(stage)
    await api.inject('requestRoleChange', { params: { id: who.id }, body: { role: 'reviewer', providerId: null, province: '330000', reason: '调岗' } }, { as: security })
    const { rows } = (await api.inject('listAccountRequests', { query: { state: 'waiting' } }, { as: operator })).body
    const { id } = rows.find(({ accountId }) => accountId === who.id)!
    return { as: operator, send: () => api.inject('decideAccountRequest', { params: { id }, body: { agree: true } }, { as: operator }) }
  },
  setSwitches: async ({ api, operator }) => ({ as: operator, send: () => api.inject('setSwitches', { body: { smsPlatform: 'off' } }, { as: operator }) }),
  setSmsBudget: async ({ api, operator }) => ({ as: operator, send: () => api.inject('setSmsBudget', { body: { dailyBudget: 1234 } }, { as: operator }) }),
  listMessages: async ({ api, operator }) => ({ as: operator, send: () => api.inject('listMessages', { body: {} }, { as: operator }) }),
  revealMessage: async ({ api, operator }) => {
    await api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi, { strict: false }).message(tx, { channel: 'sms', to: '13800138001', text: '备案信息有更新', personal: [] }))
    const { id } = (await api.inject('listMessages', { body: { recipient: '13800138001' } }, { as: operator })).body.rows[0]!
    return { as: operator, send: () => api.inject('revealMessage', { params: { id }, body: { reason: 'delivery', note: '用户反映未收到' } }, { as: operator }) }
  },
  resendMessage: async ({ api, operator }) => {
    await api.app.get(Transactions).write(null, (tx) => api.app.get(NotificationsApi, { strict: false }).message(tx, { channel: 'sms', to: '13800138000', text: '备案信息有更新', personal: [] }))
    const { id } = (await api.inject('listMessages', { body: { recipient: '13800138000' } }, { as: operator })).body.rows[0]!
    await api.db.query(`UPDATE outbox_messages SET state = 'failed' WHERE id = $1`, [id])
    return { as: operator, send: () => api.inject('resendMessage', { params: { id } }, { as: operator }) }
  },
  addProvider: async ({ api, operator }) => ({ as: operator, send: () => api.inject('addProvider', { body: sampleProvider() }, { as: operator }) }),
  changeProvider: async ({ api, operator }) => {
    const { id, version } = (await api.inject('addProvider', { body: sampleProvider() }, { as: operator })).body
    return { as: operator, send: () => api.inject('changeProvider', { params: { id }, body: { version, ...sampleProvider() } }, { as: operator }) }
  },
  suspendProvider: async ({ api, operator }) => {
    const { id, version } = (await api.inject('addProvider', { body: sampleProvider() }, { as: operator })).body
    return { as: operator, send: () => api.inject('suspendProvider', { params: { id }, body: { version, reason: 'rectification' } }, { as: operator }) }
  },
  resumeProvider: async ({ api, operator }) => {
    const { id, version } = (await api.inject('addProvider', { body: sampleProvider() }, { as: operator })).body
    await api.inject('suspendProvider', { params: { id }, body: { version, reason: 'order' } }, { as: operator })
    return { as: operator, send: () => api.inject('resumeProvider', { params: { id }, body: { version: version + 1 } }, { as: operator }) }
  },
  changeAdministration: async ({ api, operator }) => {
    const body = { version: 0, phone: '0571-87078288', address: '', website: '' }
    return { as: operator, send: () => api.inject('changeAdministration', { params: { province: '330000' }, body }, { as: operator }) }
  },
  draftRuleChange: async ({ api, operator }) => ({ as: operator, send: () => api.inject('draftRuleChange', { body: { entry: sampleEntry(api, { province: '120000' }) } }, { as: operator }) }),
  editRuleChange: async ({ api, operator }) => {
    const { id, version } = await draftChange(api, operator, { province: '130000' })
    return { as: operator, send: () => api.inject('editRuleChange', { params: { id }, body: { version, entry: sampleEntry(api, { province: '130000', value: 19 }) } }, { as: operator }) }
  },
  discardRuleChange: async ({ api, operator }) => {
    const { id, version } = await draftChange(api, operator, { province: '140000' })
    return { as: operator, send: () => api.inject('discardRuleChange', { params: { id }, body: { version } }, { as: operator }) }
  },
  publishRuleChange: async ({ api, operator }) => {
    const { id, version } = await draftChange(api, operator, { province: '150000' })
    return { as: operator, send: () => api.inject('publishRuleChange', { params: { id }, body: { version } }, { as: operator }) }
  },
  startVerification: async ({ api, auditor }) => ({ as: auditor, send: () => api.inject('startVerification', {}, { as: auditor }) }),
}
