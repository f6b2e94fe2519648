import type { Bilingual } from '../bilingual.js'
import type { Service, Subject } from '../filing/content.js'
import type { FilingKind } from '../filing/kind.js'
import type { DecidingParameter } from '../rule-data/parameters.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import type { RuleDescription } from '../rules/rule.js'

/** What a check looks at; a sheet has a line for each of them. */
export type CheckedPart = 'filing' | 'subject' | 'person' | 'service' | 'domain' | 'access'

/** What a provider has before it when it verifies a filing. */
export interface VerifiedFiling {
  /** Of a first filing, a change …; cancellations and moves name what is in force. */
  readonly subject: Subject | null
  /** The provider itself has applied: it ends an access of its own. */
  readonly byProvider: boolean
  /** What holds in the subject's province today. */
  readonly data: RulesInForce
}

/**
 * A rule that only a person can tell, since the fact lies outside the filing: papers, calls, look-ups elsewhere. The provider answers it in its verification
 * sheet (真实性核验单) before it passes the filing.
 */
export interface SheetCheck extends RuleDescription {
  /** A line that does not hold stops the pass, whatever the administration would make of it: the provider asks, corrects or refuses. */
  readonly severity: 'block'
  readonly about: CheckedPart
  readonly kinds: readonly FilingKind[]
  /** The parameter whose value decides on this day; it is kept with the answer as its figure. Without one the same is asked everywhere. */
  readonly figure?: DecidingParameter
  /** Beside nature, type, days and province, which are declared: whether this filing, or this service of it, has what is to be looked at; left out: always. */
  asked?(filing: VerifiedFiling, service: Service | undefined): boolean
  /** What is to be looked at. */
  look(figure: string): Bilingual
  /** What can be done when it does not hold. */
  readonly fix: Bilingual
  /** When it may be answered that the check does not apply; left out: it always applies. */
  readonly spared?: Bilingual
}
