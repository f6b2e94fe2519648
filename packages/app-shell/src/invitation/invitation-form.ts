import type { InvitationAnswer, OpenedInvitation } from '@icp/contract'
import { credentialFindings, type Finding, personFindings } from '@icp/domain'
import { typedText } from '../verification/typed-text.js'

export interface InvitationValues {
  readonly userName: string
  readonly password: string
  readonly passwordAgain: string
  readonly name: string
  readonly mobile: string
  readonly email: string
  readonly code: string
}
export type InvitationField = keyof InvitationValues

export const noValues: InvitationValues = { userName: '', password: '', passwordAgain: '', name: '', mobile: '', email: '', code: '' }

const fieldsOf: Readonly<Record<OpenedInvitation['purpose'], readonly InvitationField[]>> = {
  join: ['userName', 'password', 'passwordAgain', 'code'],
  authenticator: ['password', 'code'],
  'set-up': ['name', 'mobile', 'email', 'userName', 'password', 'passwordAgain', 'code'],
}

const own = (path: InvitationField, zh: string, en: string): Finding => ({ rule: 'form', path, severity: 'block', source: '', text: { zh, en }, fix: { zh: '', en: '' } })

/** What is wrong before anything is sent, in the order of the fields; the same rules as on the server, and what only the form knows. */
export function invitationFindings(purpose: OpenedInvitation['purpose'], values: InvitationValues): Finding[] {
  const chosen = purpose === 'authenticator' ? (values.password === '' ? [own('password', '请输入密码。', 'Enter the password.')] : []) : credentialFindings({ ...values, userName: values.userName.trim() })
  const found = [
    ...chosen,
    ...(purpose !== 'authenticator' && values.password !== values.passwordAgain ? [own('passwordAgain', '两次输入的密码不一致。', 'The two passwords differ.')] : []),
    ...(purpose === 'set-up' ? personFindings(values) : []),
    ...(/^\d{6}$/.test(typedText(values.code)) ? [] : [own('code', '请输入身份验证器显示的 6 位数字。', 'Enter the 6 digits that the authenticator shows.')]),
  ]
  return fieldsOf[purpose].flatMap((field) => found.filter(({ path }) => path === field).slice(0, 1))
}

export function invitationBody(token: string, purpose: OpenedInvitation['purpose'], values: InvitationValues): InvitationAnswer {
  const { userName, password, name, mobile, email } = values
  return {
    token, password, code: typedText(values.code), userName: purpose === 'authenticator' ? '' : userName.trim(),
    ...(purpose === 'set-up' ? { name, mobile, email } : {}),
  }
}
