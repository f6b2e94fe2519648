import type { Actor } from '../account/role.js'
import type { Filing } from '../filing/filing.js'
import { isRelated, lockedRefusal, notFound } from '../filing/gate.js'
import { openAgain, providersRestingOn, servicesOf } from '../filing/parties.js'
import { isLocked } from '../filing/status.js'
import { Refusal } from '../refusal.js'
import type { PaperPlace } from './paper-slots.js'

/** Whether the actor may see the papers at a place: the owner and its administration all, a provider those of the subject, of what it serves, and its own. */
export const maySeePaper = (filing: Filing, actor: Actor, { about, providerId }: PaperPlace): boolean => {
  if (!isRelated(filing, actor)) return false
  switch (actor.role) {
    // Of a move both owners see the filing; the papers stay the giving one's.
    case 'owner': return filing.ownerAccountId === actor.accountId
    case 'reviewer': return true
    case 'provider': {
      if (providerId !== null && providerId !== actor.providerId) return false
      const served = servicesOf(filing.content, actor.providerId)
      return about === 'subject' ? served.length > 0 : served.some(({ id }) => about === `services.${id}`)
    }
    default: return false
  }
}

const conflict = (code: string, zh: string, en: string): Refusal => new Refusal('conflict', code, { zh, en })

/**
 * Why this actor may not put a paper at a place, or take it away; null: it may. The owner while it fills in the filing, and once it came back from review or
 * confirmation; a provider while it verifies. A stranger is told that there is no such filing.
 */
export const paperRefusal = (filing: Filing, actor: Actor, place: PaperPlace): Refusal | null => {
  if (!maySeePaper(filing, actor, place)) return notFound()
  const { status } = filing
  if (actor.role === 'owner') {
    if (isLocked(status) && status !== 'returned') return lockedRefusal(status)
    return place.providerId === null ? null : new Refusal('forbidden', 'paper-of-provider', { zh: '这项材料由接入服务提供者上传。', en: 'The access provider adds this paper.' })
  }
  if (actor.role !== 'provider') return new Refusal('forbidden', 'wrong-role', { zh: '材料由主办者和接入服务提供者上传。', en: 'Papers are handed in by the owner and the access providers.' })
  if (status !== 'with-providers' && status !== 'returned') return conflict('wrong-status', '只有在核验期间才能上传或更换材料。', 'Papers are added and replaced while the provider verifies.')
  if (filing.passes.some(({ providerId, state }) => providerId === actor.providerId && state === 'passed')) return conflict('already-passed', '贵司已核实通过，不能再更换材料。', 'You have passed this filing and can no longer change its papers.')
  return null
}

/** A provider says why it changes what the owner brings. */
export const asksPaperReason = (actor: Actor, { providerId }: PaperPlace): boolean => actor.role === 'provider' && providerId === null

/**
 * What a change of a paper makes of a locked filing; null: nothing, as for a draft, and for what a provider brings itself. Its version moves on, so that nobody
 * passes what it has not seen, and passes that rested on the paper are open again, as after a correction.
 */
export const afterPaper = (filing: Filing, { about, providerId }: PaperPlace): { readonly filing: Filing; readonly reopened: string[] } | null => {
  if (!isLocked(filing.status) || providerId !== null) return null
  const { passes, reopened } = openAgain(filing.passes, providersRestingOn(filing.content, about))
  return { filing: { ...filing, version: filing.version + 1, passes }, reopened }
}
