import { findCode } from '../code-tables/code-row.js'
import { enterpriseNature, natures, personalNature } from '../code-tables/natures.js'
import type { ServiceType } from '../filing/service-type.js'
import type { ParameterValue } from '../rule-data/parameter.js'
import type { DecidingParameter } from '../rule-data/parameters.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'

/** What the rule data must say in the subject's province for a rule to be asked there. */
export interface Condition {
  readonly parameter: DecidingParameter
  readonly is?: ParameterValue
  readonly isNot?: ParameterValue
}

/** When a rule is asked; what is left out narrows nothing. `applyRules` keeps to it, and the page of rules shows the same. */
export interface Applicability {
  readonly natures?: readonly string[]
  readonly types?: readonly ServiceType[]
  /** First and last day (`YYYY-MM-DD`). */
  readonly from?: string
  readonly to?: string
  readonly where?: readonly Condition[]
}

/** What is judged: whose it is, what type of service where one is looked at, and what is in force for it. */
export interface Asked {
  readonly nature: string
  readonly type?: ServiceType
  readonly data: RulesInForce
}

export const ofIndividuals: readonly string[] = [personalNature]
export const ofUnits: readonly string[] = natures.map(({ id }) => id).filter((id) => id !== personalNature)

/** Before a nature is chosen, and under one that no table knows, a subject is asked what most units are. */
export const knownNature = (nature: string): string => (findCode(natures, nature) ? nature : enterpriseNature)

export const holds = ({ parameter, is, isNot }: Condition, data: RulesInForce): boolean => {
  const value: ParameterValue = data.value(parameter)
  return (is === undefined || value === is) && (isNot === undefined || value !== isNot)
}

export const isAskedOf = (rule: Applicability, { nature, type, data }: Asked): boolean =>
  (!rule.natures || rule.natures.includes(knownNature(nature)))
  && (!rule.types || type === undefined || rule.types.includes(type))
  && (rule.from ?? '') <= data.day && (!rule.to || data.day <= rule.to)
  && (!rule.where || rule.where.every((one) => holds(one, data)))

export const applicabilityOf = ({ natures: of, types, from, to, where }: Applicability): Applicability => ({
  ...(of && { natures: of }), ...(types && { types }), ...(from && { from }), ...(to && { to }), ...(where && { where }),
})
