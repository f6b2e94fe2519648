import { codeMessage, type CodePurpose } from '@icp/domain'
import type { Message } from '../../notifications/notifications.api.js'
import { codeSeconds } from '../../platform/codes.js'

interface Code {
  readonly occasion: Exclude<CodePurpose, 'confirmation'>
  readonly code: string
  readonly expiresAt: string
  readonly about: string
  readonly byStranger: boolean
}

const worded = ({ occasion, code }: Code) => codeMessage(occasion, { code, minutes: codeSeconds / 60 })

const endOf = ({ expiresAt, about, byStranger }: Code) => ({ expiresAt, about, byStranger })

export const smsWithCode = (to: string, given: Code): Message => {
  const { sms, personal } = worded(given)
  return { channel: 'sms', to, text: sms, personal, ...endOf(given) }
}

export const mailWithCode = (to: string, given: Code): Message => {
  const { mail, personal } = worded(given)
  return { channel: 'mail', to, subject: mail.title, text: mail.body, personal, ...endOf(given) }
}
