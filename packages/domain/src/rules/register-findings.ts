import type { Bilingual } from '../bilingual.js'
import type { ServiceType } from '../filing/service-type.js'
import type { Finding } from '../finding.js'
import { fault, findingOf, type RuleDescription } from './rule.js'

/**
 * Findings that only the register or the list of open filings can give. The holder is never named: a stranger may not learn from a conflict
 * who filed a domain (the province sees the other party and mediates, icp-filing.md §9 no 8).
 */
const registerRule = (id: string, source: string, zh: string, en: string): RuleDescription =>
  ({ id, severity: 'block', source, title: { zh, en } })

const rules = {
  domainFiled: registerRule('X-01', 'icp-filing §6 no 1 (SPEC3 1005, N633)', '一个域名只能备案一次', 'A domain is filed once in the whole country'),
  domainInOpenFiling: registerRule('X-02', 'icp-filing §6 no 1 (SPEC3 1039)', '域名已在办理中的备案里', 'The domain is in another open filing'),
  subjectFiled: registerRule('X-03', 'icp-filing §5 (SPEC3 1003)', '一个主体只有一个主体备案号', 'A subject has one subject number'),
  subjectOpen: registerRule('X-04', 'icp-filing §6 no 24 (SPEC3 1017, TC)', '一个主体同时只能有一个备案在办理', 'One open filing per subject'),
  packageFiled: registerRule('X-41', 'icp-filing §2.12 (HW, NAPP; SPEC3 1037)', '一个程序只有一个备案', 'One filing per program, whoever files it'),
  providerUnknown: registerRule('X-05', 'icp-filing §2.3 (SPEC3)', '接入商在名单内且有效', 'The provider is listed and valid'),
}

const finding = (rule: RuleDescription, path: string, text: Bilingual, fix: Bilingual): Finding => findingOf(rule, fault(path, text, fix))

/** A service in force under the domain that is asked for. */
export interface DomainInForce {
  readonly type: ServiceType
  /** Of the subject that asks. */
  readonly own: boolean
}

/**
 * Whether a service in force keeps another from its domain: that of another subject does whatever it is (its holder is one subject, icp-filing.md §2.12), a
 * website of the same subject only keeps another website off (N633).
 */
export const domainIsTaken = (asking: ServiceType, { type, own }: DomainInForce): boolean => !own || (asking === 'website' && type === 'website')

/** `path`: the package name of the platform. */
export const packageAlreadyFiled = (path: string): Finding => finding(rules.packageFiled, path, {
  zh: '该包名、Bundle ID 或 AppID 已经备案（持有者信息不公开）。', en: 'This package name, Bundle ID or AppID is already filed (its holder is not disclosed).',
}, {
  zh: '如果是您本人的备案，请办理“变更备案”；否则请核对包名，或由原持有者先注销。', en: 'If it is yours, file a change. Otherwise check the name, or its holder cancels first.',
})

/** `path`: the domain field of the service. */
export const domainAlreadyFiled = (path: string): Finding => finding(rules.domainFiled, path, {
  zh: '该域名已经备案（持有者信息不公开）。', en: 'This domain is already filed (its holder is not disclosed).',
}, {
  zh: '如果是您本人的备案，请改为“新增接入”或“变更备案”；否则请原持有者先注销，或凭域名证书向省通信管理局申请。',
  en: 'If it is yours, file a new access or a change instead. Otherwise its holder cancels first, or you apply to the administration with the '
    + 'certificate of the domain.',
})

/** `path`: the domain field of the service. */
export const domainInOpenFiling = (path: string): Finding => finding(rules.domainInOpenFiling, path, {
  zh: '该域名正在另一个备案申请中办理。', en: 'This domain is in another filing that is still open.',
}, {
  zh: '如该申请是您的，请等待办结或撤销其中一个；否则请持域名证书联系省通信管理局，由其协调双方。', en: 'If that filing is yours, wait until it has ended or withdraw one of the two; if not, turn to the administration with the certificate of the domain: it sees both sides.',
})

/** `path`: the certificate number of the subject. */
export const subjectAlreadyFiled = (path: string): Finding => finding(rules.subjectFiled, path, {
  zh: '该证件号码对应的主体已经备案。', en: 'The subject with this certificate number is already filed.',
}, {
  zh: '请在原主体下“新增网站”，不要重复新增主体。', en: 'Add the service to the existing subject; do not file the subject again.',
})

/** `path`: the certificate number of the subject, or '' for a cancellation. */
export const subjectHasOpenFiling = (path: string): Finding => finding(rules.subjectOpen, path, {
  zh: '该主体已有一个备案申请正在办理。', en: 'This subject already has a filing that is still open.',
}, {
  zh: '请等待其办结；您自己提出的，可以先撤销。本草稿会保留。', en: 'Wait until it has ended; what you applied for yourself you can withdraw. This draft is kept.',
})

/** `path`: the provider field of the access. */
export const providerUnknown = (path: string): Finding => finding(rules.providerUnknown, path, {
  zh: '所选接入商不在名单内，或已暂停办理。', en: 'The chosen provider is not on the list or is suspended.',
}, {
  zh: '请重新查询并选择接入商。', en: 'Search again and choose another provider.',
})

/** The rule of `subjectHasOpenFiling`. */
export const oneOpenFiling: RuleDescription = rules.subjectOpen

export const registerRules: readonly RuleDescription[] = Object.values(rules)
