import type { CommandOf, Decision } from '../command.js'
import type { Filing } from '../filing.js'
import { providersOf } from '../parties.js'
import { ended, entering, next, requireNoBlocking, requireText } from './moves.js'

/** Both owners have agreed: now the providers that serve the service verify, since they get a new customer. */
export const agree = (filing: Filing, { findings }: CommandOf<'agree'>, now: string): Decision => {
  requireNoBlocking(findings, {
    zh: '目前不能接收该网站，请按提示处理后再同意。', en: 'The website cannot be received now. Deal with what is named, then agree.',
  })
  const passes = providersOf(filing.content).map((providerId) => ({ providerId, state: 'waiting' as const, at: null }))
  return { filing: next(filing, { ...entering('with-providers', now), passes }), effects: [{ type: 'notice', event: { type: 'agreed' } }] }
}

export const decline = (filing: Filing, command: CommandOf<'decline'>, now: string): Decision => {
  const reason = requireText(command.reason, 'reason-required', { zh: '请填写不同意的原因。', en: 'Say why you decline.' })
  return { filing: ended(filing, 'refused', now), effects: [{ type: 'notice', event: { type: 'agreement-declined', reason } }] }
}

/** Nobody answered: that is no agreement, and the register stays as it is. */
export const agreementExpired = (filing: Filing, now: string): Decision =>
  ({ filing: ended(filing, 'refused', now), effects: [{ type: 'notice', event: { type: 'agreement-expired' } }] })
