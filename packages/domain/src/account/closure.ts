import type { Bilingual } from '../bilingual.js'
import { type FilingStatus, isFinal } from '../filing/status.js'

/** What an account still holds when it asks to be closed. */
export interface Holdings {
  readonly subjects: readonly { readonly number: string; readonly name: string; readonly state: 'in-force' | 'cancelled' }[]
  readonly filings: readonly { readonly id: string; readonly reference: string | null; readonly status: FilingStatus }[]
}

export type ClosureObstacle =
  | { readonly kind: 'subject'; readonly number: string; readonly name: string }
  | { readonly kind: 'filing'; readonly id: string; readonly reference: string; readonly status: FilingStatus }

/**
 * What has to end first: a subject in force needs somebody who answers for it, and a filing on its way somebody who is told. Drafts are no obstacle: nobody else
 * has seen them, and they go with the account.
 */
export const closureObstacles = ({ subjects, filings }: Holdings): ClosureObstacle[] => [
  ...subjects.filter(({ state }) => state === 'in-force').map(({ number, name }) => ({ kind: 'subject' as const, number, name })),
  ...filings.filter(({ status }) => status !== 'draft' && !isFinal(status)).map(({ id, reference, status }) => ({ kind: 'filing' as const, id, reference: reference ?? '', status })),
]

/** What goes with the account (PIPL 47). */
export const erasedAtClosure: readonly Bilingual[] = [
  { zh: '姓名、证件类型和号码、手机号码、电子邮件地址、用户名和密码', en: 'Name, certificate type and number, mobile number, e-mail address, user name and password' },
  { zh: '登录会话、常用设备和未用的验证码', en: 'Sessions, known devices and codes that were not used' },
  { zh: '所有草稿', en: 'All drafts' },
  { zh: '站内消息', en: 'The notices of the inbox' },
]

/** What stays although the account is closed, locked, and why. */
export const keptAfterClosure: readonly { readonly what: Bilingual; readonly why: Bilingual }[] = [
  {
    what: { zh: '已提交的备案及其修改、审核和核验记录', en: 'Filings that were handed in, with their corrections, decisions and confirmations' },
    why: { zh: '备案档案依法保存（非经营性互联网信息服务备案管理办法）', en: 'Records of filing are kept by law (MIIT Order 33)' },
  },
  { what: { zh: '已注销的主体和网站、备案号和电子证书', en: 'Cancelled subjects and websites, their numbers and certificates' }, why: { zh: '备案号永不重用', en: 'Numbers are never used again' } },
  { what: { zh: '同意记录（文件版本和时间）', en: 'What was accepted, with version and time' }, why: { zh: '证明处理个人信息经过同意（个人信息保护法第十四条）', en: 'Proof that personal data was used with consent (PIPL 14)' } },
  { what: { zh: '操作日志（仅编号，不含姓名、证件号码和电话）', en: 'The audit: ids only, no name, number or phone' }, why: { zh: '至少保存六个月（网络安全法第二十一条）', en: 'Six months at least (Cybersecurity Law 21)' } },
  {
    what: { zh: '登录记录（时间、结果、设备和大致网络地址）', en: 'Records of log-ons: time, outcome, device and rough network address' },
    why: { zh: '依法保存六个月，到期删除（网络安全法第二十一条）', en: 'Kept six months by law, then removed (Cybersecurity Law 21)' },
  },
  { what: { zh: '已发送的短信和邮件', en: 'Messages that were sent by SMS and mail' }, why: { zh: '30 天后删除内容和收件人', en: 'Text and recipient are erased after 30 days' } },
]
