import type { RegistrationForm } from '@icp/contract'
import { type Finding, normaliseCertificateNumber, normaliseEmail, normaliseName, normalisePhone, registrantFindings, registrationFindings, shanghaiDay } from '@icp/domain'

export type RegistrationField = keyof RegistrationForm | 'passwordAgain'
export type RegistrationValues = Readonly<Record<RegistrationField, string>>

/** In the order in which the form shows them; the error summary follows it. */
export const registrationFields: readonly RegistrationField[] = [
  'userName', 'password', 'passwordAgain', 'name', 'certificateType', 'certificateNumber', 'mobile', 'email', 'mobileCode', 'emailCode',
]

export const emptyRegistration: RegistrationValues = {
  userName: '', password: '', passwordAgain: '', name: '', certificateType: '2', certificateNumber: '', mobile: '', email: '', mobileCode: '', emailCode: '',
}

/** Full-width signs and stray spaces of an input method are put right when a field is left. Passwords are taken as typed. */
export const tidied = (field: RegistrationField, value: string): string => {
  switch (field) {
    case 'mobile': return normalisePhone(value)
    case 'email': return normaliseEmail(value)
    case 'certificateNumber': return normaliseCertificateNumber(value)
    case 'name': return normaliseName(value)
    case 'userName': case 'mobileCode': case 'emailCode': return value.trim()
    default: return value
  }
}

export const bodyOf = (values: RegistrationValues): RegistrationForm => {
  const { passwordAgain: _again, ...body } = values
  return body
}

const local = (path: RegistrationField, zh: string, en: string): Finding =>
  ({ rule: 'R-form', path, severity: 'block', text: { zh, en }, fix: { zh: '', en: '' }, source: 'owner-journey R5' })

/** What the domain says about the values, and what only this form can know: the repeated password and the two codes. */
export const formFindings = (values: RegistrationValues): Finding[] => [
  ...registrationFindings(bodyOf(values)),
  ...registrantFindings(values, shanghaiDay(new Date().toISOString())),
  ...(values.password !== values.passwordAgain ? [local('passwordAgain', '两次输入的密码不一致。', 'The two passwords are not the same.')] : []),
  ...(values.mobileCode === '' ? [local('mobileCode', '尚未填写手机验证码。请先点击“发送验证码”。', 'The mobile code is missing. Press “Send the codes” first.')] : []),
  ...(values.emailCode === '' ? [local('emailCode', '尚未填写邮件验证码。请先点击“发送验证码”。', 'The e-mail code is missing. Press “Send the codes” first.')] : []),
]

/** The first finding of each field, in the order of the form. */
export const byField = (findings: readonly Finding[]): Map<string, Finding> => {
  const first = new Map<string, Finding>()
  for (const field of registrationFields) {
    const found = findings.find((finding) => finding.path === field)
    if (found) first.set(field, found)
  }
  return first
}
