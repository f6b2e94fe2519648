import type { Bilingual } from '../bilingual.js'
import { isPersonal } from '../code-tables/natures.js'
import type { PaperPurpose } from '../code-tables/paper-purposes.js'
import { asksLegalPerson, type FilingContent, type RegistrationContent, type Service } from '../filing/content.js'
import { FilingKind, formOf, kindsWithServices } from '../filing/kind.js'
import type { DecidedBy } from '../rule-data/decided-by.js'
import type { DecidingParameter } from '../rule-data/parameters.js'
import type { RulesInForce } from '../rule-data/rules-in-force.js'
import { homeProvinceOf } from '../rules/home-province.js'
import { asksProofOfIncome } from '../rules/proof-of-income.js'

/** Where one paper of a filing belongs. What a provider brings has a place for each provider that serves the service. */
export interface PaperSlot {
  /** A code of `paperPurposes`. */
  readonly purpose: string
  /** `subject`, or `services.{id}`. */
  readonly about: string
  /** Whose place it is, where providers bring the paper; null: the owner's. */
  readonly providerId: string | null
  readonly title: Bilingual
  readonly shows: Bilingual
  /** Otherwise it may be handed in, and nobody waits for it. */
  readonly due: boolean
  /** Why it is asked for, or when it is wanted. */
  readonly why: Bilingual
  readonly source: string
  readonly decidedBy?: DecidedBy
  /** How many pictures the place takes. */
  readonly most: number
  /** Of each picture, as it goes to the administration. */
  readonly mostBytes: number
  /** Codes of `paperFormats`. */
  readonly formats: readonly string[]
}

/** What decides whether a paper is asked for. */
interface Scope {
  readonly kind: FilingKind
  readonly content: RegistrationContent
  readonly personal: boolean
  readonly data: RulesInForce
}

interface Asked {
  readonly due: boolean
  readonly why: Bilingual
  readonly source: string
  readonly parameter?: DecidingParameter
  /** Left out: one. */
  readonly most?: number
  /** Left out: every format that is offered. */
  readonly formats?: readonly string[]
}

const asked = (due: boolean, source: string, zh: string, en: string, more: Partial<Asked> = {}): Asked => ({ due, source, why: { zh, en }, ...more })

const first = 'icp-filing §2.11, §9 (N64)'
const ofChange = (kind: FilingKind) => kind === 'change'

/** Asked of the subject; undefined: not wanted. */
const ofSubject: Readonly<Record<string, (scope: Scope) => Asked | undefined>> = {
  '2': ({ kind }) => asked(!ofChange(kind), first, '首次备案须提供；变更证件信息时请重新提供。', 'Asked for a first filing; hand it in anew when the data of the certificate change.'),
  // An individual is its own person in charge, with the same paper.
  '3': ({ kind, personal }) => (personal ? undefined : asked(!ofChange(kind), first, '首次备案须提供；变更负责人时请重新提供。', 'Asked for a first filing; hand it in anew when the person changes.')),
  authorization: ({ content: { subject }, data }) => (asksLegalPerson(subject)
    ? asked(data.value('person-in-charge') !== 'anyone', 'icp-filing §2.1 (WX), §6 no 14 (HW, TC)', '主体负责人不是法定代表人。', 'The person in charge is not the legal representative.', { parameter: 'person-in-charge' }) : undefined),
  residence: ({ personal, content: { subject }, data }) => {
    const home = homeProvinceOf(subject)
    return personal && home !== null && subject.province !== '' && !subject.province.startsWith(home) && data.value('individuals-away-need-permit')
      ? asked(true, 'icp-filing §2.1, §6 no 17 (TC, HW)', '身份证号码所属省份与所选省份不同。', 'The resident ID is of another province than the chosen one.', { parameter: 'individuals-away-need-permit' }) : undefined
  },
  commitment: ({ data, content: { subject } }) => (subject.province !== '' && data.value('commitment-letter')
    ? asked(true, 'icp-filing §2.11 (HW, WX)', `${data.whose('commitment-letter').zh}要求提交承诺书。`, `Rule of ${data.whose('commitment-letter').en}: a letter of commitment is handed in.`, { parameter: 'commitment-letter' }) : undefined),
  income: ({ personal, content: { subject }, data }) => (personal && asksProofOfIncome(subject, data)
    ? asked(true, 'icp-filing §6 no 13 (HW)', `${data.whose('proof-of-income-below').zh}要求未满 ${data.value('proof-of-income-below')} 周岁的主办者提供。`, `Rule of ${data.whose('proof-of-income-below').en} for whoever is younger than ${data.value('proof-of-income-below')}.`, { parameter: 'proof-of-income-below' }) : undefined),
  'name-change': ({ kind, personal }) => (ofChange(kind) && !personal ? asked(false, 'icp-filing §2.11 (HW, WX)', '变更主办者名称时提供。', 'Wanted when the name of the owner changes.') : undefined),
  plan: ({ personal, data }) => (!personal && data.value('services-that-need-a-plan') > 0
    ? asked(false, 'icp-filing §2.11, §6 no 12 (HW)', `网站达到 ${data.value('services-that-need-a-plan')} 个时提供。`, `Wanted from ${data.value('services-that-need-a-plan')} services on.`, { parameter: 'services-that-need-a-plan', most: data.value('pictures-of-a-paper') }) : undefined),
}

/** Of each service, and of what providers bring, of each that serves it. */
const ofService: Readonly<Record<string, (service: Service, scope: Scope) => Asked | undefined>> = {
  '1': (_service, { kind }) => asked(!ofChange(kind), 'icp-filing §2.11, §9 (N64)', '接入商核验后由双方签署，留存备查。', 'Signed by both when the provider has verified, and kept for inspection.'),
  '4': ({ personSource }, { kind }) => (personSource === 'own' && kind !== 'new-access'
    ? asked(!ofChange(kind), first, '网站负责人不是主体负责人。', 'Somebody else than the subject’s person answers for it.') : undefined),
  '5': (_service, { kind }) => asked(!ofChange(kind), 'icp-filing §9 (N64)', '接入商现场核验网站负责人时拍摄。', 'Taken when the provider meets the person in charge.'),
  'domain-certificate': ({ domain }, { kind }) => (domain.trim() !== '' && kind !== 'new-access'
    ? asked(false, 'icp-filing §2.11 (HW, WX)', '域名持有者或有效期需要说明时提供。', 'Wanted where holder or validity of the domain have to be shown.') : undefined),
  'pre-approval': ({ preApprovalAnswer, preApprovals }, { kind, data }) => (preApprovalAnswer === 'some' && kind !== 'new-access'
    ? asked(true, 'icp-filing §2.2, §6 no 22 (SPEC3, TC)', '内容涉及前置或专项审批，每项审批须有扫描件。', 'The content needs a pre-approval, and scans of each are handed in.', {
      parameter: 'pictures-of-a-paper', most: data.value('pictures-of-a-paper') * Math.max(1, preApprovals.length), formats: ['1'],
    }) : undefined),
  icon: ({ type }, { kind }) => (type === 'app' && kind !== 'new-access' ? asked(!ofChange(kind), 'icp-filing §2.12 (HW, NAPP)', 'APP 备案须提供图标。', 'An app is filed with its icon.') : undefined),
}

/** The kinds in which papers are handed in: those that bring something new. What is given up or moves was shown when it was filed. */
export const kindsWithPapers: readonly FilingKind[] = FilingKind.options.filter((kind) => formOf(kind) === 'registration')

const kilobyte = 1024

/** The code table says what is offered today, and what it is called. */
const slotOf = ({ data }: Scope, { id, zh, en, shows }: PaperPurpose, { due, why, source, parameter, most = 1, formats }: Asked, about: string, providerId: string | null): PaperSlot => {
  const decidedBy = parameter && data.decided(parameter)
  return {
    purpose: id, about, providerId, title: { zh, en }, shows, due, why, source, ...(decidedBy && { decidedBy }), most,
    mostBytes: kilobyte * data.value(id === '1' ? 'kilobytes-of-sheets' : 'kilobytes-of-papers'),
    formats: (formats ?? ['1', '2']).filter((format) => data.code('paperFormats', format)),
  }
}

const slotsOfService = (scope: Scope, service: Service): PaperSlot[] => Object.entries(ofService).flatMap(([id, ask]) => {
  const purpose = scope.data.code('paperPurposes', id) as PaperPurpose | undefined
  const wanted = purpose && ask(service, scope)
  if (!wanted) return []
  const whose = purpose.by === 'owner' ? [null] : [...new Set(service.accesses.map(({ providerId }) => providerId).filter((one) => one !== ''))]
  return whose.map((providerId) => slotOf(scope, purpose, wanted, `services.${service.id}`, providerId))
})

/** The places that a filing has for papers, due ones or not, by what holds in its province on the day of `data`: of the subject first, then of each service. */
export const paperSlots = (content: FilingContent, kind: FilingKind, data: RulesInForce): PaperSlot[] => {
  if (content.form !== 'registration' || !kindsWithPapers.includes(kind)) return []
  const scope: Scope = { kind, content, personal: isPersonal(content.subject.nature), data }
  // A new service joins a subject that is on record, with its papers.
  const subject = kindsWithServices.includes(kind) && kind !== 'new-service' ? Object.entries(ofSubject).flatMap(([id, ask]) => {
    const purpose = data.code('paperPurposes', id) as PaperPurpose | undefined
    const wanted = purpose && ask(scope)
    return wanted ? [slotOf(scope, purpose, wanted, 'subject', null)] : []
  }) : []
  return [...subject, ...content.services.flatMap((service) => slotsOfService(scope, service))]
}

/** What names a place among those of one filing. */
export type PaperPlace = Pick<PaperSlot, 'purpose' | 'about' | 'providerId'>

export const isSamePlace = (one: PaperPlace, other: PaperPlace): boolean => one.purpose === other.purpose && one.about === other.about && one.providerId === other.providerId

/** Where findings about a place stand. */
export const paperPath = ({ purpose, about }: PaperPlace): string => `papers.${purpose}.${about}`
