import type { Message } from '../notifications/notifications.api.js'

type Occasion = 'log-on' | 'cancel' | 'register'

const words = {
  'log-on': { zh: '登录', en: 'logging on' },
  cancel: { zh: '注销申请', en: 'the cancellation' },
  register: { zh: '注册', en: 'registering' },
} as const

const text = (occasion: Occasion, code: string) => ({
  zh: `【ICP备案】验证码 ${code}，用于${words[occasion].zh}，5 分钟内有效。请勿告诉他人。`,
  en: `[ICP filing] Code ${code} for ${words[occasion].en}, valid for 5 minutes. Tell nobody.`,
})

export const smsWithCode = (occasion: Occasion, mobile: string, code: string): Message => ({ channel: 'sms', to: mobile, text: text(occasion, code) })

export const mailWithCode = (occasion: Occasion, email: string, code: string): Message => ({
  channel: 'mail', to: email, subject: { zh: 'ICP备案系统验证码', en: 'Your ICP filing code' }, text: text(occasion, code),
})

/** The same code to the phone and to the mailbox. */
export const codeMessages = (occasion: Occasion, { mobile, email }: { mobile: string; email: string }, code: string): Message[] => [
  smsWithCode(occasion, mobile, code), mailWithCode(occasion, email, code),
]
