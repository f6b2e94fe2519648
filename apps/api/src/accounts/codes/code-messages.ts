import { codeMessage, type CodePurpose } from '@icp/domain'
import type { Message } from '../../notifications/notifications.api.js'
import { codeSeconds } from '../../platform/codes.js'

type Occasion = Exclude<CodePurpose, 'confirmation'>

const worded = (occasion: Occasion, code: string) => codeMessage(occasion, { code, minutes: codeSeconds / 60 })

export const smsWithCode = (occasion: Occasion, mobile: string, code: string): Message => ({ channel: 'sms', to: mobile, text: worded(occasion, code).sms })

export const mailWithCode = (occasion: Occasion, email: string, code: string): Message => {
  const { mail } = worded(occasion, code)
  return { channel: 'mail', to: email, subject: mail.title, text: mail.body }
}
