import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'
import type { FilingContent, Service } from '../filing/content.js'
import { entryScope } from '../filing/entry-scope.js'
import type { FilingKind } from '../filing/kind.js'
import { servicesOf } from '../filing/parties.js'
import { changedServices } from '../register/differences.js'
import type { RegisterRecord } from '../register/register.js'
import { DecidedBy } from '../rule-data/decided-by.js'
import { type RuleData, shippedRuleData } from '../rule-data/entry.js'
import { rulesInForce, type RulesInForce } from '../rule-data/rules-in-force.js'
import { isAskedOf } from '../rules/applicability.js'
import type { CheckedPart, SheetCheck, VerifiedFiling } from './check.js'
import { findSheetCheck, sheetChecks } from './sheet-checks.js'

/** One check over one part of a filing. `figure`: the provincial value that is looked for ('' where the check has none). */
export const SheetLine = z.object({ rule: z.string().max(8), path: z.string().max(200), figure: z.string().max(60) })
export type SheetLine = Readonly<z.infer<typeof SheetLine>>

/** A line that is asked now, with the values of the rule data that decide that it is asked or what is looked for. None: the same is asked everywhere. */
export const AskedSheetLine = SheetLine.extend({ decidedBy: z.array(DecidedBy).optional() })
export type AskedSheetLine = Readonly<z.infer<typeof AskedSheetLine>>

export interface SheetAsked {
  readonly kind: FilingKind
  readonly content: FilingContent
  readonly providerId: string
  /** The province whose figures apply. */
  readonly province: string
  /** `YYYY-MM-DD` in Asia/Shanghai. */
  readonly today: string
  /** The provider that has applied, where it was not the owner. */
  readonly applicantProviderId?: string | null | undefined
  /** What the register holds of the subject, for filings about one in force. */
  readonly record?: RegisterRecord | undefined
  readonly ruleData?: RuleData
}

/** Of a filing about a subject in force, what neither changes nor is new was verified when it was filed. */
const verifiedServices = ({ content, providerId, record }: SheetAsked): Service[] => {
  const served = servicesOf(content, providerId)
  if (content.form !== 'registration' || !record?.subject) return served
  const changed = new Set(changedServices(content, record).map(({ id }) => id))
  return served.filter(({ id }) => changed.has(id))
}

const personPaths = (kind: FilingKind, services: readonly Service[]): string[] => [...new Set([
  ...(entryScope(kind).subject ? ['subject.person'] : []),
  ...services.map(({ id, personSource }) => (personSource === 'own' ? `services.${id}.person` : 'subject.person')),
])]

interface Part {
  readonly path: string
  readonly service?: Service
}

const decidedOf = ({ where = [], figure }: SheetCheck, data: RulesInForce): Pick<AskedSheetLine, 'decidedBy'> => {
  const decidedBy = [...where.map(({ parameter }) => parameter), ...(figure === undefined ? [] : [figure])].flatMap((parameter) => data.decided(parameter) ?? [])
  return decidedBy.length > 0 ? { decidedBy } : {}
}

const partsOf = (about: CheckedPart, { kind, providerId }: SheetAsked, services: readonly Service[]): readonly Part[] => {
  switch (about) {
    case 'filing': return [{ path: '' }]
    case 'subject': return [{ path: 'subject' }]
    case 'person': return personPaths(kind, services).map((path) => ({ path }))
    case 'service': return services.map((service) => ({ path: `services.${service.id}`, service }))
    case 'domain': return services.filter(({ domain }) => domain.trim() !== '').map((service) => ({ path: `services.${service.id}.domain`, service }))
    case 'access': return services.flatMap((service) => service.accesses
      .filter((access) => access.providerId === providerId).map(({ id }) => ({ path: `services.${service.id}.accesses.${id}`, service })))
  }
}

/**
 * The verification sheet of one provider: what it has to look at before it passes this filing, one line per check and part, each with the figure of that
 * province on that day. Every provider answers for the services that it serves, and for the subject and the persons with them.
 */
export const verificationSheet = (asked: SheetAsked): AskedSheetLine[] => {
  const { kind, content, province, today, ruleData = shippedRuleData } = asked
  const subject = content.form === 'registration' ? content.subject : null
  const data = rulesInForce(ruleData, province, today)
  const filing: VerifiedFiling = { subject, byProvider: Boolean(asked.applicantProviderId), data }
  const isAsked = (check: SheetCheck, service: Service | undefined): boolean =>
    isAskedOf(check, { nature: subject?.nature ?? '', ...(service && { type: service.type }), data }) && (check.asked?.(filing, service) ?? true)
  const services = verifiedServices(asked)
  return sheetChecks.filter((check) => check.kinds.includes(kind)).flatMap((check) => partsOf(check.about, asked, services)
    .filter(({ service }) => isAsked(check, service))
    .map(({ path }) => ({ rule: check.id, path, figure: check.figure === undefined ? '' : String(data.value(check.figure)), ...decidedOf(check, data) })))
}

/** What a line asks to look at, as it was asked on its day. */
export const lookOf = ({ rule, figure }: SheetLine): Bilingual => findSheetCheck(rule)?.look(figure) ?? { zh: rule, en: rule }
