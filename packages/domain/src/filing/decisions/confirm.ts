import { Refusal } from '../../refusal.js'
import type { CommandOf, Decision } from '../command.js'
import type { Confirmation, Filing } from '../filing.js'
import { allowedWrongTries, maximumResends, notFound } from '../gate.js'
import { agreementExpired } from './agreement.js'
import { backToProviders, entering, looseEnds, next } from './moves.js'

const the = (filing: Filing, confirmationId: string): Confirmation => {
  const found = filing.confirmations.find((one) => one.id === confirmationId)
  if (!found) throw notFound()
  return found
}

const replaced = (filing: Filing, confirmation: Confirmation): Filing['confirmations'] =>
  filing.confirmations.map((one) => (one.id === confirmation.id ? confirmation : one))

const failed = (filing: Filing, cause: 'expired' | 'wrong-tries', now: string): Decision => ({
  filing: backToProviders(filing, now),
  effects: [
    ...looseEnds(filing),
    {
      type: 'review-decision', decision: 'expire', findings: [],
      opinion: cause === 'expired' ? '24 小时内未完成短信核验 / Not confirmed within 24 hours' : '短信核验错误次数过多 / Too many wrong entries',
    },
    { type: 'notice', event: { type: 'confirmation-failed', cause } },
  ],
})

/** A wrong answer is no refusal: it must be counted, so the caller commits the decision and says what is left. */
export const confirm = (filing: Filing, command: CommandOf<'confirm'>, now: string): Decision => {
  const mine = the(filing, command.confirmationId)
  if (command.answer === 'wrong') {
    const wrongTries = mine.wrongTries + 1
    if (wrongTries > allowedWrongTries) return failed(filing, 'wrong-tries', now)
    return { filing: next(filing, { confirmations: replaced(filing, { ...mine, wrongTries }) }), effects: [] }
  }
  const confirmations = replaced(filing, { ...mine, state: 'confirmed' })
  if (confirmations.some((one) => one.state === 'waiting')) return { filing: next(filing, { confirmations }), effects: [] }
  return {
    filing: next(filing, { ...entering('in-review', now), confirmations: [], reviewSince: now }),
    effects: [...looseEnds(filing), { type: 'notice', event: { type: 'in-review' } }],
  }
}

export const resendCode = (filing: Filing, command: CommandOf<'resend-code'>): Decision => {
  const mine = the(filing, command.confirmationId)
  if (mine.resends >= maximumResends) {
    throw new Refusal('conflict', 'no-resends-left', {
      zh: `验证码最多重发 ${maximumResends} 次。`, en: `A code can be sent again ${maximumResends} times at most.`,
    })
  }
  return {
    filing: next(filing, { confirmations: replaced(filing, { ...mine, resends: mine.resends + 1 }) }),
    effects: [{ type: 'resend-confirmation', confirmationId: mine.id }],
  }
}

export const expire = (filing: Filing, now: string): Decision =>
  filing.status === 'awaiting-agreement' ? agreementExpired(filing, now) : failed(filing, 'expired', now)
