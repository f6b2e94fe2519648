import type { Bilingual } from '../bilingual.js'
import { migrationTemplates } from './notice-templates-migration.js'
import { refusalTemplates } from './notice-templates-end.js'

export interface TemplateText {
  readonly title: Bilingual
  readonly body: Bilingual
}

/** What every template may use beside its own params: the caller knows these, a filing does not. */
export interface NoticeFacts {
  /** Submission number. */
  readonly reference: string
  readonly subjectName: string
  /** Name of the provider that acted; '' when none did. */
  readonly provider: string
}

/** Named params stand in braces; the test checks that both languages use the same ones. */
export const noticeTemplates = {
  'finished-owner': {
    title: { zh: '备案 {reference} 已提交并锁定', en: 'Filing {reference} is finished and locked' },
    body: {
      zh: '「{subjectName}」的备案已提交，正由接入服务提供者核实，一般 1–2 个工作日。此后您不能直接修改；如需修改，请在信息浏览中向接入服务提供者提出修改请求。',
      en: 'The filing of “{subjectName}” is with its access providers, usually for 1–2 working days. You can no longer change it; to have something changed, ask the provider for a correction from Information browsing.',
    },
  },
  'finished-provider': {
    title: { zh: '新备案待核实：{reference}', en: 'New filing to verify: {reference}' },
    body: {
      zh: '「{subjectName}」的备案将贵司列为接入服务提供者，请核实。', en: 'The filing of “{subjectName}” names you as access provider. Please verify it.',
    },
  },
  'correction-requested-provider': {
    title: { zh: '备案 {reference} 有新的修改请求', en: 'A correction is requested on filing {reference}' },
    body: {
      zh: '主办者「{subjectName}」请求修改：{fields}。原因：{reason}', en: 'The owner “{subjectName}” asks to correct: {fields}. Reason: {reason}',
    },
  },
  'correction-requested-owner': {
    title: { zh: '接入商拟修改备案 {reference}', en: 'A provider is about to correct filing {reference}' },
    body: {
      zh: '{provider} 就以下字段提出修改：{fields}。原因：{reason}。修改后您可以查看修改前后的内容。',
      en: '{provider} opened a correction of: {fields}. Reason: {reason}. You will see the values before and after.',
    },
  },
  'correction-declined': {
    title: { zh: '备案 {reference} 的修改请求未被采纳', en: 'Your correction request on filing {reference} was declined' },
    body: { zh: '{provider} 答复：{answer}', en: '{provider} answered: {answer}' },
  },
  'corrected-owner': {
    title: { zh: '备案 {reference} 已由接入商修改', en: 'Filing {reference} was corrected' },
    body: {
      zh: '{provider} 修改了：{fields}。原因：{reason}。请在信息浏览中核对；如不同意，可以提出新的修改请求或撤销备案。',
      en: '{provider} corrected: {fields}. Reason: {reason}. Check it in Information browsing; if you do not agree, ask for another correction or withdraw the filing.',
    },
  },
  'corrected-provider': {
    title: { zh: '备案 {reference} 有改动，需重新核实', en: 'Filing {reference} was changed and needs verifying again' },
    body: {
      zh: '{provider} 修改了贵司已核实的内容：{fields}。请重新核实。', en: '{provider} corrected what you had passed: {fields}. Please verify it again.',
    },
  },
  passed: {
    title: { zh: '{provider} 已核实通过备案 {reference}', en: '{provider} has passed filing {reference}' },
    body: { zh: '还有 {remaining} 家接入服务提供者待核实。', en: 'Access providers that still have to pass it: {remaining}.' },
  },
  'passed-last': {
    title: { zh: '备案 {reference} 核实完毕', en: 'Filing {reference} is verified' },
    body: { zh: '{provider} 已核实通过，全部接入服务提供者均已核实。', en: '{provider} has passed it; every access provider has now done so.' },
  },
  'confirmations-sent': {
    title: { zh: '备案 {reference} 待短信核验', en: 'Filing {reference} awaits confirmation' },
    body: {
      zh: '核验短信已发给 {persons} 位负责人，请提醒其在 24 小时内完成核验。', en: 'Responsible persons who were sent a code: {persons}. Remind them to confirm within 24 hours.',
    },
  },
  'in-review-owner': {
    title: { zh: '备案 {reference} 已进入管局审核', en: 'Filing {reference} is in review' },
    body: {
      zh: '短信核验已全部完成。通信管理局将在 20 个工作日内作出决定，期间不能修改或撤销。',
      en: 'All confirmations are given. The administration decides within 20 working days; meanwhile nothing can be changed or withdrawn.',
    },
  },
  'in-review-reviewer': {
    title: { zh: '待审核备案：{reference}', en: 'Filing to review: {reference}' },
    body: { zh: '「{subjectName}」的备案已进入审核队列。', en: 'The filing of “{subjectName}” has entered the review queue.' },
  },
  ...refusalTemplates,
  ...migrationTemplates,
} satisfies Record<string, TemplateText>
export type NoticeTemplate = keyof typeof noticeTemplates

const filled = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replace(/\{([a-zA-Z]+)\}/g, (_whole, name: string) => (Object.hasOwn(params, name) ? (params[name] ?? '') : ''))

const inOne = (params: Readonly<Record<string, string | Bilingual>>, language: 'zh' | 'en'): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]))

/** A notice's words in both languages. */
export const noticeText = (
  notice: { readonly template: NoticeTemplate; readonly params: Readonly<Record<string, string | Bilingual>> }, facts: NoticeFacts,
): TemplateText => {
  const { title, body } = noticeTemplates[notice.template]
  const zh = { ...facts, ...inOne(notice.params, 'zh') }
  const en = { ...facts, ...inOne(notice.params, 'en') }
  return { title: { zh: filled(title.zh, zh), en: filled(title.en, en) }, body: { zh: filled(body.zh, zh), en: filled(body.en, en) } }
}
