import type { Bilingual } from '../bilingual.js'
import { draftKeeping } from '../filing/draft-keeping.js'

const day = 24 * 3600

export type RetentionId =
  | 'law' | 'audit' | 'system' | 'account' | 'former-staff' | 'device' | 'draft' | 'registration' | 'code' | 'session' | 'idempotency' | 'limit' | 'failures' | 'log-on' | 'invitation' | 'message' | 'notice' | 'blacklist' | 'lost-phone'

interface RetentionRule {
  readonly text: Bilingual
  /** Kept so long after the moment that `since` of the rule names; null where nothing is removed by time. */
  readonly seconds: number | null
  readonly source: string
}

/** A name that a hundred failures have stopped stays stopped while it is remembered: long enough that resting helps nobody to guess. */
export const stoppedNameSeconds = 400 * day

/** As long as the law asks for the records of what staff did: until then, whoever looks into it finds who it was. */
const formerStaffDays = 184

/** How long rows are kept, and by which rule: what removes them takes its period from here (`keptSeconds`), and a test tries each table just before and just after. */
export const retentionRules: Readonly<Record<RetentionId, RetentionRule>> = {
  law: {
    text: { zh: '备案档案：依法保存，注销后仍保留并锁定，备案号永不重用', en: 'Records of filing: kept by law, locked after cancellation, numbers are never used again' },
    seconds: null, source: 'MIIT Order 33 (2005) 14–16; PIPL 47 last paragraph',
  },
  audit: { text: { zh: '审计日志：至少六个月，永不改写', en: 'Audit: six months at least, never rewritten' }, seconds: null, source: 'Cybersecurity Law 21(3); MLPS 8.1.5' },
  system: { text: { zh: '系统运行期间', en: 'As long as the system runs' }, seconds: null, source: 'no personal data' },
  account: { text: { zh: '账号存续期间', en: 'As long as the account exists' }, seconds: null, source: 'PIPL 47' },
  'former-staff': {
    text: {
      zh: `账号存续期间；工作人员账号停用满 ${formerStaffDays} 天仍未重新启用的，清除用户名、姓名、手机、邮箱、密码和动态口令`,
      en: `As long as the account exists; of staff who stayed disabled for ${formerStaffDays} days, user name, name, phone, mail, password and authenticator are erased`,
    },
    seconds: formerStaffDays * day, source: 'PIPL 19, 47; Cybersecurity Law 21(3)',
  },
  device: { text: { zh: '常用设备：最后一次登录后 400 天，或账号注销时', en: 'Known devices: 400 days after the last log-on, or when the account is closed' }, seconds: 400 * day, source: 'PIPL 19' },
  draft: {
    text: {
      zh: `草稿：最后一次保存后 ${draftKeeping.days} 天，提前 ${draftKeeping.remindedBefore} 天提醒；提交后按备案档案保存`,
      en: `Drafts: ${draftKeeping.days} days after the last save, with a reminder ${draftKeeping.remindedBefore} days before; once finished, a record of filing`,
    },
    seconds: draftKeeping.days * day, source: 'PIPL 19, 47',
  },
  registration: { text: { zh: '未完成的注册：24 小时', en: 'Unfinished registrations: 24 hours' }, seconds: day, source: 'PIPL 19' },
  code: { text: { zh: '验证码：失效后 24 小时内删除', en: 'Codes: removed within 24 hours of their end' }, seconds: day, source: 'PIPL 19' },
  session: { text: { zh: '会话：结束即删除（半小时不用）', en: 'Sessions: removed when they end (half an hour unused)' }, seconds: 1800, source: 'PIPL 19' },
  idempotency: { text: { zh: '重复请求的答复：7 天', en: 'Answers for repeated requests: 7 days' }, seconds: 7 * day, source: 'docs/decisions/0006' },
  limit: { text: { zh: '频次限制：窗口结束后一天', en: 'Limits: a day after their window' }, seconds: day, source: 'PIPL 19' },
  failures: {
    text: {
      zh: `登录失败计数：登录成功即清除，否则在最后一次失败后 90 天删除；因连续失败而停用的用户名在解除时清除，最迟 ${stoppedNameSeconds / day} 天`,
      en: `Failed log-ons in a row: until the next success, else 90 days after the last one; a name that they have stopped, until it is cleared, ${stoppedNameSeconds / day} days at most`,
    },
    seconds: 90 * day, source: 'Cybersecurity Law 21(3); NIST SP 800-63B-4 3.2.2',
  },
  'log-on': {
    text: { zh: '登录记录（时间、结果、设备和大致网络地址）：六个月', en: 'Records of log-ons (time, outcome, device, rough network address): six months' },
    seconds: 184 * day, source: 'Cybersecurity Law 21(3); PIPL 19',
  },
  invitation: {
    text: {
      zh: '邀请：发出 90 天后删除其中的姓名、手机和邮箱（链接仍有效的除外）；谁在何时邀请了何种角色按审计保存',
      en: 'Invitations: name, phone and mail are erased after 90 days, unless the link still works; who invited which role and when stays with the audit',
    },
    seconds: 90 * day, source: 'PIPL 19, 47',
  },
  blacklist: {
    text: {
      zh: '黑名单：解除或到期 90 天后抹去其中的证件号码；何人、因何、依据何文件列入仍保留', en: 'Blacklist: the certificate number is erased 90 days after the entry was lifted or ran out; who entered it, why and on which document stays',
    },
    seconds: 90 * day, source: 'PIPL 19, 47',
  },
  'lost-phone': {
    text: { zh: '手机丢失后更换：办结 30 天后抹去其中的号码；何时由何人办理按审计保存', en: 'A new phone in place of a lost one: the number is erased 30 days after it ended; when and by whom stays with the audit' },
    seconds: 30 * day, source: 'PIPL 19, 47',
  },
  message: { text: { zh: '短信、邮件：发送后 30 天连同收件人删除', en: 'Messages by SMS and mail: removed with their recipients after 30 days' }, seconds: 30 * day, source: 'PIPL 19' },
  notice: { text: { zh: '站内消息：账号注销时删除', en: 'Notices: removed when the account is closed' }, seconds: null, source: 'PIPL 19' },
}

/** The period of a rule that has one. */
export function keptSeconds(id: RetentionId): number {
  const { seconds } = retentionRules[id]
  if (seconds === null) throw new Error(`What the rule ${id} keeps is not removed by time`)
  return seconds
}
