import type { Bilingual } from '../bilingual.js'

export type CodePurpose = 'registration' | 'log-on' | 'step-up' | 'password' | 'export' | 'closure' | 'reset' | 'contact-old' | 'contact-new' | 'confirmation'

export interface CodeFacts {
  readonly code: string
  /** How long the code works. */
  readonly minutes: number
  /** For confirmations: where to enter it, the submission number, and whom it is about. */
  readonly link?: string
  readonly reference?: string
  readonly subjectName?: string
}

export interface CodeMessage {
  readonly sms: Bilingual
  readonly mail: { readonly title: Bilingual; readonly body: Bilingual }
  /** Parts of the texts that say who somebody is. */
  readonly personal: readonly string[]
}

const acts: Readonly<Record<Exclude<CodePurpose, 'confirmation'>, Bilingual>> = {
  registration: { zh: '注册', en: 'registering' },
  'log-on': { zh: '登录', en: 'logging on' },
  'step-up': { zh: '注销申请', en: 'applying for a cancellation' },
  password: { zh: '修改密码', en: 'changing your password' },
  export: { zh: '导出个人信息', en: 'exporting your data' },
  closure: { zh: '注销账号', en: 'closing your account' },
  reset: { zh: '重设密码', en: 'resetting your password' },
  'contact-old': { zh: '更换联系方式（原联系方式）', en: 'changing a contact (the one so far)' },
  'contact-new': { zh: '更换联系方式（新联系方式）', en: 'changing a contact (the new one)' },
}

/** The others prove phone and mailbox each by a code of its own. */
const sameOnBoth: ReadonlySet<CodePurpose> = new Set<CodePurpose>(['log-on', 'step-up', 'password', 'export', 'closure'])

const warning: Bilingual = { zh: '请勿告诉他人。如非本人操作，请忽略。', en: 'Do not tell it to anyone. If this was not you, ignore it.' }

const plain = (purpose: Exclude<CodePurpose, 'confirmation'>, { code, minutes }: CodeFacts): CodeMessage => {
  const act = acts[purpose]
  const same: Bilingual = !sameOnBoth.has(purpose) ? { zh: '', en: '' } : { zh: '，手机与邮箱收到的验证码相同', en: ' and is the same on phone and mail' }
  const text: Bilingual = {
    zh: `您正在${act.zh}，验证码 ${code}，${minutes} 分钟内有效${same.zh}。${warning.zh}`,
    en: `Your code for ${act.en} is ${code}. It works for ${minutes} minutes${same.en}. ${warning.en}`,
  }
  return {
    sms: { zh: `【ICP备案】${text.zh}`, en: `[ICP filing] ${text.en}` },
    mail: { title: { zh: `ICP备案${act.zh}验证码`, en: `ICP filing: your code for ${act.en}` }, body: text },
    personal: [],
  }
}

const confirmation = ({ code, minutes, link = '', reference = '', subjectName = '' }: CodeFacts): CodeMessage => {
  const hours = Math.round(minutes / 60)
  const text: Bilingual = {
    zh: `您是「${subjectName}」备案 ${reference} 的负责人，验证码 ${code}。请在 ${hours} 小时内打开 ${link} ，核对内容后输入验证码、手机号码和证件号码后六位。确认即表示同意；逾期或输错超过 5 次将退回。`,
    en: `You are a responsible person of filing ${reference} of “${subjectName}”. Code: ${code}. Within ${hours} hours open ${link} , check the content and enter the code, your mobile number and the last six characters of your ID. Confirming is your consent; it goes back if time runs out or after more than five wrong entries.`,
  }
  return {
    sms: { zh: `【ICP备案】${text.zh}`, en: `[ICP filing] ${text.en}` },
    mail: { title: { zh: `备案 ${reference} 短信核验`, en: `Confirm filing ${reference}` }, body: text },
    personal: [subjectName],
  }
}

/** The words that carry a one-time code. One code goes out as a message and as a mail; it must never be logged. */
export const codeMessage = (purpose: CodePurpose, facts: CodeFacts): CodeMessage =>
  purpose === 'confirmation' ? confirmation(facts) : plain(purpose, facts)
