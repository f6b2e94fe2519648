import type { VerificationAnswer } from '@icp/contract'
import type { TestAccount } from './accounts.js'
import type { TestApp } from './app.js'
import { resetCodeQueue } from '../accounts/recovery/reset-code.service.js'
import { solvedVerification } from './verification.js'

/** The newest message to a phone or mailbox, as the operator sees it. */
export async function newestTo(api: TestApp, to: string, operator: TestAccount): Promise<string> {
  return (await api.inject('listMessages', { body: { recipient: to } }, { as: operator })).body.rows[0]?.text ?? ''
}

/** Asks for a new password as an owner does, up to the link; answers the link and its token. */
export async function resetLinkOf(api: TestApp, owner: TestAccount, operator: TestAccount, headers: Record<string, string> = {}, verification?: VerificationAnswer) {
  const body = { category: 'owner' as const, userName: owner.userName, verification: verification ?? (await solvedVerification(api, 'recovery')) }
  const { cookies } = await api.inject('askPasswordReset', { body }, { headers })
  await api.runJobs(resetCodeQueue)
  const code = /\d{6}/.exec(await newestTo(api, owner.mobile, operator))?.[0] ?? ''
  const { status } = await api.inject('enterResetCode', { body: { code } }, { headers: { cookie: cookies, ...headers } })
  const link = status === 200 ? (/http\S+/.exec(await newestTo(api, owner.email, operator))?.[0] ?? '') : ''
  return { code, link, token: link.split('#')[1] ?? '' }
}
