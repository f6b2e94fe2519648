import { acceptanceDocuments } from '@icp/domain'
import { resetCodeQueue } from '../../accounts/recovery/reset-code.service.js'
import { DevicesRepository } from '../../accounts/sessions/devices.repository.js'
import { Transactions } from '../../platform/transaction.service.js'
import type { TestAccount } from '../accounts.js'
import type { TestApp } from '../app.js'
import { newestTo, resetLinkOf } from '../recovery.js'
import { solvedVerification } from '../verification.js'
import type { Act, Acts, ActStage } from './act.js'

const logOnOf = async (api: TestApp, { userName, password }: TestAccount) =>
  api.inject('logOn', { body: { category: 'owner', userName, password, verification: await solvedVerification(api) } })

async function resetCode(stage: ActStage, owner: TestAccount): Promise<{ cookie: string; code: string }> {
  const { api } = stage
  const { cookies } = await api.inject('askPasswordReset', { body: { category: 'owner', userName: owner.userName, verification: await solvedVerification(api, 'recovery') } })
  await api.runJobs(resetCodeQueue)
  return { cookie: cookies, code: /\d{6}/.exec(await newestTo(api, owner.mobile, stage.operator))?.[0] ?? '' }
}

/** Accounts of one's own: registration, log-on, sessions, contacts, passwords. */
export const accountActs: Acts = {
  completeRegistration: async ({ api }) => {
    const headers = { cookie: (await api.inject('startRegistration')).cookies }
    for (const document of ['terms', 'pledge'] as const) {
      await api.inject('acceptForRegistration', { body: { document, version: acceptanceDocuments[document].version } }, { headers })
    }
    const contacts = { mobile: '13900001234', email: 'new-owner@example.com' }
    const { onScreen } = (await api.inject('sendRegistrationCodes', { body: { ...contacts, verification: await solvedVerification(api, 'registration') } }, { headers })).body
    const person = { userName: 'new-owner', password: 'four unrelated words here', name: '张三', certificateType: '2', certificateNumber: '11010119900307803X' }
    return { send: () => api.inject('completeRegistration', { body: { ...person, ...contacts, ...onScreen! } }, { headers }) }
  },
  logOn: async ({ api }) => {
    const owner = await api.accounts.owner()
    return { send: () => logOnOf(api, owner) }
  },
  resendLogOnCode: async ({ api }) => {
    const { cookies } = await logOnOf(api, await api.accounts.owner())
    api.clock.advance(61)
    return { send: () => api.inject('resendLogOnCode', {}, { headers: { cookie: cookies } }) }
  },
  enterLogOnCode: async ({ api }) => {
    const { body, cookies } = await logOnOf(api, await api.accounts.owner())
    return { send: () => api.inject('enterLogOnCode', { body: { code: body.onScreen!.code } }, { headers: { cookie: cookies } }) }
  },
  logOff: async ({ api }) => asOwner(api, (as) => api.inject('logOff', {}, { as })),
  acceptAgain: async ({ api }) => {
    const as = await api.accounts.ownerWithoutAcceptances()
    return { as, send: () => api.inject('acceptAgain', { body: { document: 'terms', version: acceptanceDocuments.terms.version } }, { as }) }
  },
  sendStepUpCode: async ({ api }) => asOwner(api, (as) => api.inject('sendStepUpCode', { body: { purpose: 'cancel' } }, { as })),
  endOwnSession: async ({ api }) => {
    const as = await api.accounts.owner()
    await api.accounts.logOnAgain(as)
    const { id } = (await api.inject('listOwnSessions', {}, { as })).body.rows.find(({ current }) => !current)!
    return { as, send: () => api.inject('endOwnSession', { params: { id }, body: { password: as.password } }, { as }) }
  },
  endOtherSessions: async ({ api }) => {
    const as = await api.accounts.owner()
    await api.accounts.logOnAgain(as)
    return { as, send: () => api.inject('endOtherSessions', { body: { password: as.password } }, { as }) }
  },
  forgetOwnDevice: async ({ api }) => {
    const as = await api.accounts.owner()
    const { id } = await api.app.get(Transactions).write(null, (tx) => api.app.get(DevicesRepository, { strict: false }).note(tx, as.id, 'a cookie', { browser: '', system: '' }, api.clock.now()))
    return { as, send: () => api.inject('forgetOwnDevice', { params: { id }, body: { password: as.password } }, { as }) }
  },
  completeContactChange: async ({ api }) => {
    const as = await api.accounts.owner()
    const { before, after } = (await api.inject('startContactChange', { body: { channel: 'mobile', value: '13912340009', password: as.password } }, { as })).body
    return { as, send: () => api.inject('completeContactChange', { body: { oldCode: before.onScreen!.code, newCode: after.onScreen!.code } }, { as }) }
  },
  changePassword: async ({ api }) => {
    const as = await api.accounts.owner()
    const { code } = (await api.inject('sendStepUpCode', { body: { purpose: 'password' } }, { as })).body.onScreen!
    return { as, send: () => api.inject('changePassword', { body: { current: as.password, password: 'quite another phrase', code } }, { as }) }
  },
  enterResetCode: async (stage) => {
    const { cookie, code } = await resetCode(stage, await stage.api.accounts.owner())
    return { send: () => stage.api.inject('enterResetCode', { body: { code } }, { headers: { cookie } }) }
  },
  setNewPassword: async (stage) => {
    const owner = await stage.api.accounts.owner()
    const { token } = await resetLinkOf(stage.api, owner, stage.operator)
    return { send: () => stage.api.inject('setNewPassword', { body: { token, password: 'a new pass phrase' } }) }
  },
}

async function asOwner(api: TestApp, send: (as: TestAccount) => ReturnType<Act['send']>): Promise<Act> {
  const as = await api.accounts.owner()
  return { as, send: () => send(as) }
}
