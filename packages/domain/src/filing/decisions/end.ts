import type { Actor } from '../../account/role.js'
import type { CommandOf, Decision } from '../command.js'
import type { Filing } from '../filing.js'
import { ended, looseEnds, next, requireText } from './moves.js'

export const discard = (filing: Filing, _now: string): Decision => ({ filing: next(filing), effects: [{ type: 'delete' }] })

export const withdraw = (filing: Filing, now: string): Decision => ({
  filing: ended(filing, 'withdrawn', now),
  effects: [...looseEnds(filing), { type: 'notice', event: { type: 'withdrawn' } }],
})

/** What the filing is about has been cancelled by force: nothing of it can be approved any more, whoever has the ball. */
export const endWithRecord = (filing: Filing, { numbers, ground }: CommandOf<'end-with-record'>, now: string): Decision => ({
  filing: ended(filing, 'refused', now),
  effects: [...looseEnds(filing), { type: 'notice', event: { type: 'ended-with-record', numbers, ground } }],
})

export const refuse = (filing: Filing, command: CommandOf<'refuse'>, actor: Actor, now: string): Decision => {
  const reason = requireText(command.reason, 'reason-required', { zh: '请填写不予通过的原因。', en: 'Say why the filing is refused.' })
  const by = actor.role === 'provider' ? 'provider' as const : 'reviewer' as const
  const providerId = actor.role === 'provider' ? actor.providerId : null
  return {
    filing: ended(filing, 'refused', now),
    effects: [
      ...looseEnds(filing),
      { type: 'review-decision', decision: 'refuse', opinion: reason, findings: [] },
      { type: 'notice', event: { type: 'refused', by, reason, providerId } },
    ],
  }
}
