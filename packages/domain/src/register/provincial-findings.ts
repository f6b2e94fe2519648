import { findProvince } from '../code-tables/provinces.js'
import { isPersonal } from '../code-tables/natures.js'
import type { RegistrationContent } from '../filing/content.js'
import { FilingKind } from '../filing/kind.js'
import { providersOf } from '../filing/parties.js'
import type { Finding } from '../finding.js'
import { counted } from '../rule-data/parameter.js'
import { daysCounted } from '../rule-data/parameters.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { ofUnits } from '../rules/applicability.js'
import { applyRules, fault, type Fault, type Rule } from '../rules/rule.js'
import { type RegisterRecord, servicesInForce } from './register.js'
import { planFault, totalFault } from './service-totals.js'

export interface ProvincialScope {
  readonly content: RegistrationContent
  readonly record: RegisterRecord
  /** What holds in the subject's province today. */
  readonly data: RulesInForce
  /** Changes of the subject that were handed in during the last `days-of-changes` days, by provider. */
  readonly changes: ReadonlyMap<string, number>
}

interface ProvincialRule extends Rule<ProvincialScope> {
  readonly kinds: readonly FilingKind[]
}

const adding: readonly FilingKind[] = ['new-subject', 'new-service']

/** Services that the subject would have: those in force and those of the filing. */
const total = ({ content, record }: ProvincialScope): number => servicesInForce(record).length + content.services.length

const providersIn = ({ services }: RegistrationContent): ReadonlyMap<string, string> =>
  new Map(services.flatMap(({ accesses }) => accesses.map(({ providerId, providerName }) => [providerId, providerName] as const)).filter(([id]) => id !== ''))

/** What provinces ask of a subject together with what the register already holds of it: icp-filing.md §6 nos 12 and 28, §4.5. */
export const registerProvincialRules: readonly ProvincialRule[] = [
  {
    id: 'X-50', severity: 'block', kinds: ['new-service'], source: 'icp-filing §6 no 28, §8 (HW; HOLLOW)', title: { zh: '空壳主体新增网站', en: 'A hollow subject adds a service' },
    where: [{ parameter: 'hollow-subject-adds-services', is: false }],
    check: ({ content, record }) => {
      if (record.subject?.state !== 'in-force' || servicesInForce(record).length > 0) return undefined
      return fault('', hollowSubject(content.subject.province), hollowWayOut)
    },
  },
  {
    id: 'X-51', severity: 'reviewer', kinds: ['change'], source: 'icp-filing §4.5 (SPEC3 1051; the number is unconfirmed)', title: { zh: '变更次数', en: 'How often a subject is changed' },
    check: ({ content, record, data, changes }) => {
      const [most, days] = [data.value('changes-in-thirty-days'), data.value('days-of-changes')]
      // Only those that would verify this change: what it leaves alone is nobody's further change.
      const verifying = new Set(providersOf(content, record))
      return [...providersIn(content)].filter(([id]) => verifying.has(id) && (changes.get(id) ?? 0) >= most).map(([id, name]): Fault => fault('',
        {
          zh: `最近 ${days} 天已通过“${name}”提交 ${changes.get(id)} 次变更；已满 ${most} 次的，审核时会详细核对（${data.whose('changes-in-thirty-days').zh}）。`,
          en: `In the last ${counted(days, daysCounted).en} ${changes.get(id)} changes went through “${name}”. From ${most} on they are looked at more closely (${data.whose('changes-in-thirty-days').en}).`,
        },
        { zh: '请把需要变更的内容合并为一次申请，或过些日子再提交。', en: 'Put what must be changed into one filing, or hand it in some days later.' },
        data.decided('changes-in-thirty-days'), data.decided('days-of-changes')))
    },
  },
  {
    id: 'X-52', severity: 'reviewer', kinds: adding, source: 'icp-filing §6 no 12 (HW)', title: { zh: '主体的网站总数', en: 'How many services a subject has in all' },
    check: (scope) => totalFault('services', isPersonal(scope.content.subject.nature), total(scope), scope.data),
  },
  {
    id: 'X-53', severity: 'warn', kinds: adding, source: 'icp-filing §6 no 12 (HW)', title: { zh: '网站建设方案书', en: 'Plan of a site' }, natures: ofUnits,
    check: (scope) => planFault('services', total(scope), scope.data),
  },
]

/** Also said by the finder, before anything is begun. */
export const hollowSubject = (province: string) => {
  const { zh, en } = findProvince(province) ?? { zh: '所在省', en: 'The province' }
  return { zh: `该主体名下已没有网站（空壳主体），${zh}要求先注销主体，再重新备案。`, en: `Nothing is left under this subject. ${en} asks for it to be cancelled first and filed anew.` }
}

export const hollowWayOut = {
  zh: '空壳主体由省通信管理局通知期满后清理；也可联系管局注销，然后办理首次备案。',
  en: 'The administration clears a hollow subject once the time of its notice is over, or cancels it when asked; then make a first filing.',
}

const rulesOf: ReadonlyMap<FilingKind, readonly ProvincialRule[]> = new Map(FilingKind.options.map((kind) => [kind, registerProvincialRules.filter(({ kinds }) => kinds.includes(kind))]))

/** What the province says of a registration, as strictly as it weighs each rule. */
export const registerFindingsByProvince = (kind: FilingKind, scope: ProvincialScope): Finding[] => {
  const findings: Finding[] = []
  applyRules(rulesOf.get(kind) ?? [], scope, findings, { nature: scope.content.subject.nature, data: scope.data })
  return findings
}
