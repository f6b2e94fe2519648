import type { Actor } from '../account/role.js'
import type { Command, Decision } from './command.js'
import { agree, decline } from './decisions/agreement.js'
import { approve, returnFiling } from './decisions/review.js'
import { confirm, expire, resendCode } from './decisions/confirm.js'
import { correct } from './decisions/correct.js'
import { endAccess } from './decisions/end-access.js'
import { finish } from './decisions/finish.js'
import { pass } from './decisions/pass.js'
import { declineRequest, openRequest } from './decisions/request.js'
import { discard, endWithRecord, refuse, withdraw } from './decisions/end.js'
import type { Filing } from './filing.js'
import { gateRefusal, notFound } from './gate.js'

/**
 * The one judge of a filing's life: the next value and what its witnesses must do, or a thrown Refusal. It obeys the table `filingActions`,
 * then the actor's relation to the filing, then the guards of each action. `at.now` is an ISO instant in UTC.
 */
export const decide = (filing: Filing, command: Command, actor: Actor, at: { readonly now: string }): Decision => {
  const { now } = at
  const refusal = gateRefusal(filing, command.type, actor, now, command.type === 'resend-code' ? command.confirmationId : null)
  if (refusal) throw refusal
  if (actor.role === 'responsible-person' && 'confirmationId' in command && command.confirmationId !== actor.confirmationId) throw notFound()
  switch (command.type) {
    case 'finish': return finish(filing, command, now)
    case 'end-access': return endAccess(filing, command, actor, now)
    case 'discard': return discard(filing, now)
    case 'withdraw': return withdraw(filing, now)
    case 'agree': return agree(filing, command, now)
    case 'decline': return decline(filing, command, now)
    case 'open-correction-request': return openRequest(filing, command, actor)
    case 'decline-correction-request': return declineRequest(filing, command, actor)
    case 'correct': return correct(filing, command, actor)
    case 'pass': return pass(filing, command, actor, now)
    case 'refuse': return refuse(filing, command, actor, now)
    case 'confirm': return confirm(filing, command, now)
    case 'resend-code': return resendCode(filing, command)
    case 'expire': return expire(filing, now)
    case 'approve': return approve(filing, command, now)
    case 'return': return returnFiling(filing, command, now)
    case 'end-with-record': return endWithRecord(filing, command, now)
  }
}
