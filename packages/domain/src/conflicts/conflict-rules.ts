import type { Bilingual } from '../bilingual.js'
import { type FilingKind, kindsWithServices, registrationKinds } from '../filing/kind.js'
import type { Finding } from '../finding.js'
import { domainAlreadyFiled, domainInOpenFiling, registerRules, subjectAlreadyFiled, subjectHasOpenFiling } from '../rules/register-findings.js'
import { describe, fault, findingOf, type RuleDescription } from '../rules/rule.js'

/** What two filings, or a filing and what is in force, may collide over; or a filing and a list that somebody keeps. */
export type ConflictKind =
  | 'domain-filed' | 'domain-running' | 'subject-filed' | 'subject-running' | 'service-name' | 'home-page' | 'phone' | 'person-contacts' | 'address-foreign' | 'address-shared'
  | 'subject-blacklisted' | 'domain-blacklisted'

/** How far a filing has come when its owner is told: while it is typed, when it is handed in, or only once it is with the authorities. */
export type ToldFrom = 'typing' | 'finish' | 'finished'
const order: readonly ToldFrom[] = ['typing', 'finish', 'finished']

export interface ConflictRule {
  /** What a conflict with something in force is called, and one with another filing on its way. */
  readonly rule: RuleDescription
  /**
   * From when it is told. What the public look-up shows is told at once. That somebody else's filing is on its way, or has this telephone, is told only to
   * whoever hands in a whole filing, so that nobody can ask for it by typing (no oracle).
   */
  readonly told: { readonly record: ToldFrom; readonly filing: ToldFrom }
  readonly kinds: readonly FilingKind[]
  finding(path: string): Finding
}

const firstFilings: readonly FilingKind[] = ['new-subject', 'new-service']
/** Those by which a subject gets or keeps something; of a migration the receiving one is meant. */
const gaining: readonly FilingKind[] = [...registrationKinds, 'migrate-service']

/** A finding of the register, which has its description there. */
const kept = (build: (path: string) => Finding, kinds: readonly FilingKind[], told: ConflictRule['told']): ConflictRule => {
  const { rule: id } = build('')
  const rule = registerRules.find((one) => one.id === id)
  if (!rule) throw new RangeError(`${id} is no rule of the register`)
  return { rule, kinds, told, finding: build }
}

const written = (rule: RuleDescription, kinds: readonly FilingKind[], told: ConflictRule['told'], text: Bilingual, fix: Bilingual): ConflictRule =>
  ({ rule: describe(rule), kinds, told, finding: (path) => findingOf(rule, fault(path, text, fix)) })

const atOnce = { record: 'typing', filing: 'finish' } as const
const late = { record: 'finished', filing: 'finished' } as const

/** Every conflict, with what becomes of it (icp-filing.md §4.5, §6): `block` keeps the filing from being handed in and approved, `reviewer` is for the administration to settle. */
export const conflictRules: Readonly<Record<ConflictKind, ConflictRule>> = {
  'domain-filed': kept(domainAlreadyFiled, firstFilings, atOnce),
  'domain-running': kept(domainInOpenFiling, registrationKinds, { record: 'finish', filing: 'finish' }),
  'subject-filed': kept(subjectAlreadyFiled, ['new-subject'], { record: 'finish', filing: 'finish' }),
  'subject-running': kept(subjectHasOpenFiling, registrationKinds, { record: 'finish', filing: 'finish' }),
  'service-name': written(
    { id: 'X-21', severity: 'reviewer', source: 'icp-filing §6 no 10 (SPEC3 1020; often only a reviewer’s reason, unconfirmed)', title: { zh: '网站名称未被其他主体使用', en: 'The name of a website is not another subject’s' } },
    kindsWithServices, { record: 'typing', filing: 'finished' },
    { zh: '该网站名称已被其他主体使用。', en: 'Another subject uses this name of a website.' },
    { zh: '建议改用能与其区分的名称；确需使用的，由省通信管理局审核决定，可准备商标等证明。', en: 'Better choose a name that can be told apart. If you need this one the administration decides; have a proof such as a trade mark ready.' },
  ),
  'home-page': written(
    { id: 'X-22', severity: 'block', source: 'icp-filing §4.5 (SPEC3 1021)', title: { zh: '首页地址未被其他主体备案', en: 'The home page is not another subject’s' } },
    kindsWithServices, atOnce,
    { zh: '该首页地址已在其他主体的备案中。', en: 'This home page is in another subject’s filing.' },
    { zh: '请核对首页地址；如对方占用了您的网址，请向省通信管理局说明并提供域名证书。', en: 'Check the address. If it is yours, explain that to the administration with the certificate of the domain.' },
  ),
  phone: written(
    { id: 'X-23', severity: 'reviewer', source: 'icp-filing §6 nos 15, 16 (TC, HW; many provinces)', title: { zh: '一个手机号码只用于一个主体', en: 'A mobile number belongs to one subject' } },
    kindsWithServices, late,
    { zh: '该手机号码已用于其他主体的另一位负责人。', en: 'This mobile number is another person’s, in another subject’s filing.' },
    { zh: '请改用本人使用的手机号码（联系接入服务提供者修改）；号码确属本人的，由省通信管理局核实。', en: 'Use a number of this person’s own (ask the access provider to correct it). If it is, the administration checks that.' },
  ),
  'person-contacts': written(
    { id: 'X-28', severity: 'reviewer', source: 'icp-filing §6 no 15 (HW: one contact for one person)', title: { zh: '同一负责人在各主体使用同一手机号码', en: 'One person has one mobile number in every subject' } },
    kindsWithServices, late,
    { zh: '该负责人在其他主体的备案中使用另一个手机号码。', en: 'This person has another mobile number in another subject’s filing.' },
    { zh: '同一人的联系方式应一致：请核对号码；已换号码的，请在另一主体办理变更备案。', en: 'One person has one contact: check the number. If it has changed, file a change for the other subject.' },
  ),
  'address-foreign': written(
    { id: 'X-24', severity: 'block', source: 'icp-filing §6 no 19 (SPEC3 1006, 1023, 1063)', title: { zh: 'IP 地址在接入商报备的地址段内', en: 'The IP addresses are in the blocks that the provider has reported' } },
    registrationKinds, { record: 'typing', filing: 'typing' },
    { zh: 'IP 地址不在所选接入商报备的地址段内。', en: 'These IP addresses are in none of the blocks that the chosen provider has reported.' },
    { zh: '请向接入商核对 IP 地址；地址属于该接入商的，请其先报备地址段。', en: 'Ask the provider for the addresses. If they are right, the provider reports the block first.' },
  ),
  'address-shared': written(
    { id: 'X-25', severity: 'reviewer', source: 'icp-filing §4.5, §11 (SPEC3 1024; what becomes of it is unconfirmed)', title: { zh: 'IP 地址未通过其他接入商备案', en: 'The IP addresses are not filed through another provider' } },
    registrationKinds, late,
    { zh: 'IP 地址与其他主体通过另一接入商备案的地址重叠。', en: 'These IP addresses overlap with what another subject has filed through another provider.' },
    { zh: '请接入商核对；确属本接入商的，由省通信管理局核实对方。', en: 'The provider checks them. If they are its own, the administration asks the other side.' },
  ),
  'subject-blacklisted': written(
    { id: 'X-26', severity: 'block', source: 'icp-filing §6 no 23 (SPEC3 1065)', title: { zh: '主体不在黑名单内', en: 'The subject is not on the blacklist' } },
    gaining, { record: 'finish', filing: 'finish' },
    { zh: '该主体已被列入备案黑名单，目前不能备案。', en: 'This subject is on the blacklist and cannot file now.' },
    { zh: '请联系所在省通信管理局了解原因和解除条件。', en: 'Ask the administration of the province why, and how it is lifted.' },
  ),
  'domain-blacklisted': written(
    { id: 'X-27', severity: 'block', source: 'icp-filing §6 no 23, §7 (SPEC3 1064: the list of domains is public)', title: { zh: '域名不在黑名单内', en: 'The domain is not on the blacklist' } },
    gaining, { record: 'typing', filing: 'typing' },
    { zh: '该域名已被列入备案黑名单，目前不能备案。', en: 'This domain is on the blacklist and cannot be filed now.' },
    { zh: '请改用其他域名；如为新取得的域名，请持域名证书联系省通信管理局解除。', en: 'Use another domain. If you have acquired it since, apply to the administration with the certificate of the domain.' },
  ),
}

/** Those that stand in the catalogue for the first time here; the others are among the findings of the register. */
export const newConflictRules: readonly ConflictRule[] = Object.values(conflictRules).filter(({ rule }) => !rule.id.startsWith('X-0'))

export const isTold = (told: ToldFrom, at: ToldFrom): boolean => order.indexOf(told) <= order.indexOf(at)
