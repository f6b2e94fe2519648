import type { Actor } from '../account/role.js'
import type { Bilingual } from '../bilingual.js'
import { Refusal } from '../refusal.js'
import type { FilingAction } from './actions.js'
import { agreementEnd, isReceiver } from './agreement.js'
import { filingActions, statusesFor } from './actions.js'
import type { Filing } from './filing.js'
import { isFinal, isLocked, statusFaces, type FilingStatus } from './status.js'

export const maximumResends = 2
/** Five wrong tries are allowed; the next one ends the round. */
export const allowedWrongTries = 5

const whoCan: Readonly<Record<Actor['role'], Bilingual>> = {
  owner: { zh: '网站主办者', en: 'the website owner' },
  provider: { zh: '备案所列的接入服务提供者', en: 'an access provider that the filing names' },
  reviewer: { zh: '主体所在省通信管理局', en: 'the administration of the subject’s province' },
  operator: { zh: '系统管理员', en: 'the operator' },
  'security-administrator': { zh: '安全管理员', en: 'the security administrator' },
  'audit-administrator': { zh: '审计管理员', en: 'the audit administrator' },
  'responsible-person': { zh: '收到核验短信的负责人', en: 'the person in charge who received the message' },
  clock: { zh: '系统', en: 'the system' },
}

const listed = (texts: readonly Bilingual[]): Bilingual =>
  ({ zh: texts.map((one) => one.zh).join('或'), en: texts.map((one) => one.en).join(' or ') })

export const lockedRefusal = (status: FilingStatus): Refusal =>
  new Refusal('locked', 'locked', isFinal(status)
    ? {
      zh: `该备案已结束（${statusFaces[status].word.zh}），内容不能再修改。未通过或已撤销的备案可以据此新建草稿。`,
      en: `This filing is closed (${statusFaces[status].word.en}) and can no longer be changed. From a refused or withdrawn filing you can start a new draft.`,
    }
    : {
      zh: '备案已完成提交并锁定，主办者不能再修改。如需修改，请向相应的接入服务提供者提出修改请求，由其代为修改。',
      en: 'The filing was finished and is locked; its owner can no longer change it. Ask the access provider for a correction: only it can change the filing.',
    })

/** For reads and writes alike: someone who has nothing to do with a filing is not told that it exists. */
export const notFound = (): Refusal =>
  new Refusal('not-found', 'filing-not-found', { zh: '没有找到该备案。', en: 'There is no such filing.' })

/** Whether the actor stands in the relation to this filing that its role needs. A draft is seen by its owner only. */
export const isRelated = (filing: Filing, actor: Actor): boolean => {
  switch (actor.role) {
    case 'owner': return filing.ownerAccountId === actor.accountId || (isLocked(filing.status) && isReceiver(filing, actor.accountId))
    case 'provider':
      return filing.applicantProviderId === actor.providerId || (isLocked(filing.status) && filing.passes.some((pass) => pass.providerId === actor.providerId))
    case 'reviewer': return isLocked(filing.status) && filing.province === actor.province
    case 'responsible-person': return filing.confirmations.some((confirmation) => confirmation.id === actor.confirmationId)
    case 'clock': return true
    case 'operator': case 'security-administrator': case 'audit-administrator': return false
  }
}

const hasPassed = (instant: string, now: string): boolean => Date.parse(now) >= Date.parse(instant)

const conflict = (code: string, text: Bilingual): Refusal => new Refusal('conflict', code, text)

const statusRefusal = (filing: Filing, action: FilingAction, actor: Actor): Refusal | null => {
  const row = filingActions[action]
  const from = statusesFor(action, actor.role)
  if (row.kinds && !row.kinds.includes(filing.kind)) {
    return conflict('not-for-kind', { zh: `此类备案不能「${row.word.zh}」。`, en: `“${row.word.en}” is not possible for this kind of filing.` })
  }
  if (from.includes(filing.status)) return null
  if (actor.role === 'owner' && (action === 'finish' || action === 'discard')) return lockedRefusal(filing.status)
  // Only a migration waits for another owner; other kinds are not told of that status.
  const possible = from.filter((status) => status !== 'awaiting-agreement' || filing.kind === 'migrate-service')
  const when = listed(possible.map((status) => statusFaces[status].word).map(({ zh, en }) => ({ zh: `「${zh}」`, en: `“${en}”` })))
  const now = statusFaces[filing.status].word
  return conflict('wrong-status', {
    zh: `备案当前为「${now.zh}」，不能「${row.word.zh}」；只有在${when.zh}时可以。`,
    en: `The filing is “${now.en}” now, so “${row.word.en}” is not possible; it is while the filing is ${when.en}.`,
  })
}

const providerRefusal = (filing: Filing, action: FilingAction, providerId: string): Refusal | null => {
  const openForMe = filing.requests.some((request) => request.state === 'open' && request.providerId === providerId)
  if ((action === 'correct' || action === 'decline-correction-request') && !openForMe) {
    return conflict('no-open-request', {
      zh: '没有向贵司提出的未处理修改请求。锁定的备案只能依据修改请求修改，请先提出修改请求。',
      en: 'No correction request to you is open. A locked filing is corrected only under one: open a request first.',
    })
  }
  if (action !== 'pass') return null
  if (filing.passes.some((pass) => pass.providerId === providerId && pass.state === 'passed')) {
    return conflict('already-passed', { zh: '贵司已核实通过，无需重复操作。', en: 'You have already passed this filing.' })
  }
  return openForMe
    ? conflict('open-correction-request', {
      zh: '还有未处理的修改请求，请先修改或答复，再核实通过。', en: 'A correction request is still open. Correct the filing or decline the request, then pass.',
    })
    : null
}

const resendRefusal = (filing: Filing, confirmationId: string | null, now: string): Refusal | null => {
  const mine = filing.confirmations.filter((one) => (confirmationId === null || one.id === confirmationId) && one.state === 'waiting')
  if (mine.length === 0) return alreadyConfirmed()
  if (mine.every((one) => hasPassed(one.expiresAt, now))) return windowOver()
  return mine.every((one) => one.resends >= maximumResends)
    ? conflict('no-resends-left', { zh: `验证码最多重发 ${maximumResends} 次。`, en: `A code can be sent again ${maximumResends} times at most.` })
    : null
}

const alreadyConfirmed = (): Refusal => conflict('already-confirmed', { zh: '已完成核验，无需重复。', en: 'This confirmation is already given.' })

const windowOver = (): Refusal =>
  conflict('expired', {
    zh: '24 小时核验时限已过，备案将退回接入服务提供者。', en: 'The 24 hours for confirming are over; the filing goes back to the access provider.',
  })

const confirmRefusal = (filing: Filing, confirmationId: string, now: string): Refusal | null => {
  const mine = filing.confirmations.find((one) => one.id === confirmationId)
  if (!mine || mine.state === 'confirmed') return alreadyConfirmed()
  return hasPassed(mine.expiresAt, now) ? windowOver() : null
}

const expireRefusal = (filing: Filing, now: string): Refusal | null => {
  if (filing.status === 'awaiting-agreement') {
    return hasPassed(agreementEnd(filing.finishedAt ?? filing.statusSince), now) ? null
      : conflict('not-expired', { zh: '接收方答复的时限尚未届满。', en: 'The time for the receiving owner’s answer is not over yet.' })
  }
  return filing.confirmations.some((one) => one.state === 'waiting' && hasPassed(one.expiresAt, now)) ? null
    : conflict('not-expired', { zh: '核验时限尚未届满。', en: 'The time for confirming is not over yet.' })
}

/** Of the two owners of a migration one gives and one receives: each has its own acts, and either may take back what both agreed on. */
const ownerRefusal = (filing: Filing, action: FilingAction, accountId: string, now: string): Refusal | null => {
  const [gives, receives] = [filing.ownerAccountId === accountId, isReceiver(filing, accountId)]
  if (action === 'agree' || action === 'decline') {
    if (!receives) return new Refusal('forbidden', 'wrong-owner', { zh: '只有接收方主办者可以答复。', en: 'Only the receiving owner can answer.' })
    return hasPassed(agreementEnd(filing.finishedAt ?? filing.statusSince), now)
      ? conflict('expired', { zh: '答复时限已过，本次迁移不再办理。', en: 'The time for an answer is over; this move is not dealt with any more.' }) : null
  }
  if (gives && !filing.applicantProviderId) return null
  if (gives) {
    return new Refusal('forbidden', 'provider-applied', {
      zh: '这项申请由接入商提出，主办者不能撤销；如有异议，请联系接入商。', en: 'The access provider applied for this, so the owner cannot withdraw it. Talk to the provider if you disagree.',
    })
  }
  if (action === 'withdraw' && filing.status !== 'awaiting-agreement') return null
  return new Refusal('forbidden', 'wrong-owner', { zh: '只有迁出方主办者可以进行此操作。', en: 'Only the giving owner can do this.' })
}

/**
 * Why this actor may not do this now, judged from the filing alone: role, relation, status, then what has already happened.
 * What the command carries is judged afterwards by `decide`. Someone without relation learns nothing about the status.
 * `confirmationId`: which confirmation a `resend-code` is about; null asks whether any can be sent again.
 */
export const gateRefusal = (
  filing: Filing, action: FilingAction, actor: Actor, now: string, confirmationId: string | null = null,
): Refusal | null => {
  const row = filingActions[action]
  if (!row.by.includes(actor.role)) {
    const who = listed(row.by.map((role) => whoCan[role]))
    return new Refusal('forbidden', 'wrong-role', { zh: `「${row.word.zh}」只能由${who.zh}进行。`, en: `“${row.word.en}” can only be done by ${who.en}.` })
  }
  // A responsible person is related through a confirmation of the running round; after the round the status explains more than "not found".
  if (!isRelated(filing, actor) && !(actor.role === 'responsible-person' && filing.status !== 'awaiting-confirmation')) return notFound()
  const status = statusRefusal(filing, action, actor)
  if (status) return status
  if (actor.role === 'provider') return providerRefusal(filing, action, actor.providerId)
  if (actor.role === 'owner') {
    const wrongOwner = ownerRefusal(filing, action, actor.accountId, now)
    if (wrongOwner) return wrongOwner
  }
  switch (action) {
    case 'confirm': return actor.role === 'responsible-person' ? confirmRefusal(filing, actor.confirmationId, now) : null
    case 'resend-code': return resendRefusal(filing, actor.role === 'responsible-person' ? actor.confirmationId : confirmationId, now)
    case 'expire': return expireRefusal(filing, now)
    default: return null
  }
}

/** For saving a draft, which is no action of the life cycle: throws unless the actor owns it and it is still a draft. */
export const requireDraft = (filing: Filing, actor: Actor): void => {
  if (actor.role !== 'owner' || !isRelated(filing, actor)) throw notFound()
  if (isLocked(filing.status)) throw lockedRefusal(filing.status)
}
