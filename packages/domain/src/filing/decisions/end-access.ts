import type { Actor } from '../../account/role.js'
import { whatFalls } from '../../register/what-falls.js'
import { Refusal } from '../../refusal.js'
import type { CommandOf, Decision } from '../command.js'
import type { Filing } from '../filing.js'
import { notFound } from '../gate.js'
import { entering, next, requireNoBlocking } from './moves.js'

/**
 * A provider gives up an access of its own, which nobody confirms (icp-filing.md §4.3) and nobody else verifies: its word is the pass. The owner is told at
 * once. Refuses (invalid, 1047) an access that is another provider's, so that nobody cuts off what it does not serve.
 */
export const endAccess = (filing: Filing, { content, findings, record }: CommandOf<'end-access'>, actor: Actor, now: string): Decision => {
  if (actor.role !== 'provider' || content.form !== 'cancellation') throw notFound()
  requireNoBlocking(findings, { zh: '申请还有问题，请按提示修改后再提交。', en: 'The application still has problems. Mend what is marked, then send it.' })
  const { providerId } = actor
  const { accesses, leavesHollowServices } = whatFalls(filing.kind, record, content.serviceNumbers, content.accessIds)
  if (accesses.length === 0 || accesses.some((access) => access.providerId !== providerId)) {
    throw new Refusal('invalid', '1047', { zh: '只能终止本单位自己的接入。', en: 'A provider can only end an access of its own.' })
  }
  return {
    filing: next(filing, {
      ...entering('in-review', now), content, province: record.subject?.province ?? filing.province, finishedAt: now, reviewSince: now,
      passes: [{ providerId, state: 'passed', at: now }],
    }),
    effects: [
      { type: 'revision', cause: 'finish' },
      { type: 'notice', event: { type: 'access-ending', providerId, serviceNumbers: content.serviceNumbers, reason: content.note, isLast: leavesHollowServices.length > 0 } },
    ],
  }
}
