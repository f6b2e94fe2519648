import type { TestAccount } from '../accounts.js'
import { codeOf } from '../authenticator.js'
import { addAuthenticator } from '../staff.js'
import type { Act, Acts, ActStage } from './act.js'

const codeFor = async ({ api }: ActStage, as: TestAccount, purpose: 'export' | 'closure') =>
  (await api.inject('sendStepUpCode', { body: { purpose } }, { as })).body.onScreen?.code ?? ''

const codesOf = async ({ api }: ActStage, as: TestAccount, mobile: string) => {
  const { mail, phone } = (await api.inject('startPhoneRecovery', { body: { mobile, password: as.password } }, { as })).body
  return { mobile, mailCode: mail.onScreen!.code, phoneCode: phone.onScreen!.code }
}

/** An owner, and a new phone that waits. */
async function waiting(stage: ActStage, as: TestAccount, mobile: string): Promise<TestAccount> {
  await stage.api.inject('confirmPhoneRecovery', { body: await codesOf(stage, as, mobile) }, { as })
  return as
}

/** What proves an authenticator that is being added. */
async function firstCode({ api }: ActStage, as: TestAccount) {
  const { setup, authenticator: { secret } } = (await api.inject('startOwnAuthenticator', { body: { password: as.password } }, { as })).body
  return { setup, code: codeOf(secret, api.clock.now()) }
}

const sentBy = (as: TestAccount, send: Act['send']): Act => ({ as, send })

/** What owners do with all that is held about them, and when the phone is lost. */
export const ownDataActs: Acts = {
  exportOwnData: async (stage) => {
    const as = await stage.api.accounts.owner()
    const code = await codeFor(stage, as, 'export')
    return sentBy(as, () => stage.api.inject('exportOwnData', { body: { code } }, { as }))
  },
  closeAccount: async (stage) => {
    const as = await stage.api.accounts.owner()
    const code = await codeFor(stage, as, 'closure')
    return sentBy(as, () => stage.api.inject('closeAccount', { body: { code } }, { as }))
  },
  addOwnAuthenticator: async (stage) => {
    const as = await stage.api.accounts.owner()
    const body = await firstCode(stage, as)
    return sentBy(as, () => stage.api.inject('addOwnAuthenticator', { body }, { as }))
  },
  removeOwnAuthenticator: async (stage) => {
    const as = await stage.api.accounts.owner()
    const [code] = (await stage.api.inject('addOwnAuthenticator', { body: await firstCode(stage, as) }, { as })).body.recoveryCodes
    return sentBy(as, () => stage.api.inject('removeOwnAuthenticator', { body: { password: as.password, code: code! } }, { as }))
  },
  proveAuthenticator: async ({ api, provider }) => {
    const as = await api.accounts.provider(provider.id)
    const code = codeOf(await addAuthenticator(api, as), api.clock.now())
    return sentBy(as, () => api.inject('proveAuthenticator', { body: { code } }, { as }))
  },
  startPhoneRecovery: async ({ api }) => {
    const as = await api.accounts.owner()
    return sentBy(as, () => api.inject('startPhoneRecovery', { body: { mobile: '13912360001', password: as.password } }, { as }))
  },
  confirmPhoneRecovery: async (stage) => {
    const as = await stage.api.accounts.owner()
    const body = await codesOf(stage, as, '13912360002')
    return sentBy(as, () => stage.api.inject('confirmPhoneRecovery', { body }, { as }))
  },
  stopPhoneRecovery: async (stage) => {
    const as = await waiting(stage, await stage.api.accounts.owner(), '13912360003')
    return sentBy(as, () => stage.api.inject('stopPhoneRecovery', {}, { as }))
  },
  stopPhoneByLink: async (stage) => {
    const { api, operator } = stage
    const owner = await waiting(stage, await api.accounts.owner(), '13912360004')
    const { rows } = (await api.inject('listMessages', { body: { recipient: owner.email } }, { as: operator })).body
    const token = rows.map(({ text }) => /\/recover\/phone#([\w-]{43})/.exec(text)?.[1]).find(Boolean) ?? ''
    return { send: () => api.inject('stopPhoneByLink', { body: { token } }) }
  },
  vouchForPhone: async (stage) => {
    const { api, journeys, provider } = stage
    const mobile = '13912360005'
    await waiting(stage, (await journeys.approved([provider])).owner, mobile)
    const as = provider.staff
    const { id } = (await api.inject('listPhoneRecoveries', {}, { as })).body.rows[0]!
    return sentBy(as, () => api.inject('vouchForPhone', { params: { id }, body: { mobile, way: 'in-person' } }, { as }))
  },
}
