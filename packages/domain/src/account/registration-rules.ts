import { findCode } from '../code-tables/code-row.js'
import { personalCertificateTypes } from '../code-tables/certificate-types.js'
import type { Finding } from '../finding.js'
import { childFault, childRules } from '../rules/children.js'
import { isPersonalCertificateNumber } from '../rules/personal-certificate.js'
import { missing } from '../rules/faults.js'
import { isEmail, isMainlandMobile } from '../rules/phone.js'
import { applyRules, describe, fault, findingOf, type Rule, type RuleDescription } from '../rules/rule.js'
import { mixedRule, type PasswordProfile, passwordRules } from './password-rules.js'
import type { RegistrationInput } from './registration.js'

const source = 'owner-journey R5'

const labels = {
  userName: { zh: '用户名', en: 'user name' },
  password: { zh: '密码', en: 'password' },
  name: { zh: '姓名', en: 'name' },
  certificateType: { zh: '证件类型', en: 'certificate type' },
  certificateNumber: { zh: '证件号码', en: 'certificate number' },
  mobile: { zh: '手机号码', en: 'mobile number' },
  email: { zh: '电子邮件', en: 'e-mail address' },
} as const
const fields = Object.keys(labels) as (keyof typeof labels)[]

const rules: readonly Rule<RegistrationInput>[] = [
  {
    id: 'R-01', severity: 'block', source, title: { zh: '注册信息填写完整', en: 'Every field of the registration is filled in' },
    check: (input) => fields.filter((field) => input[field].trim() === '').map((field) => missing(field, labels[field].zh, labels[field].en)),
  },
  {
    id: 'R-02', severity: 'block', source, title: { zh: '用户名格式', en: 'Shape of the user name' },
    check: ({ userName }) => userName.trim() === '' || /^[A-Za-z][A-Za-z0-9_-]{3,31}$/.test(userName) ? undefined : fault(
      'userName',
      {
        zh: '用户名须为 4–32 个字符，以字母开头，只能包含字母、数字、“_”和“-”。',
        en: 'A user name has 4–32 characters, starts with a letter and holds only letters, digits, “_” and “-”.',
      },
      { zh: '请换一个用户名，例如 zhang-san。', en: 'Choose another one, for example zhang-san.' },
    ),
  },
  ...passwordRules,
  {
    id: 'R-06', severity: 'block', source, title: { zh: '姓名', en: 'Shape of the name' },
    check: ({ name }) => name.trim() === '' || /^[\p{L}\p{M}][\p{L}\p{M}·•.'’ -]+$/u.test(name.trim()) ? undefined : fault(
      'name',
      { zh: '姓名只能包含文字、“·”、空格、“-”和“.”，且至少两个字。', en: 'A name holds letters, “·”, spaces, “-” and “.” only, and at least two of them.' },
      { zh: '请按证件上的姓名填写。', en: 'Write the name as it stands on the certificate.' },
    ),
  },
  {
    id: 'R-07', severity: 'block', source: 'icp-filing §2.1 (CONSOLE)', title: { zh: '个人证件类型', en: 'A certificate of a person' },
    check: ({ certificateType }) => certificateType === '' || findCode(personalCertificateTypes, certificateType) ? undefined : fault(
      'certificateType',
      { zh: '该证件类型不能用于个人。', en: 'This type of certificate is not one of a person.' },
      { zh: '请从列表中选择。', en: 'Choose one from the list.' },
    ),
  },
  {
    id: 'R-08', severity: 'block', source: 'icp-filing §12 (GB 11643)', title: { zh: '证件号码', en: 'The certificate number is right' },
    check: ({ certificateType, certificateNumber }) => {
      const type = findCode(personalCertificateTypes, certificateType)
      if (!type || certificateNumber.trim() === '' || isPersonalCertificateNumber(type.form, certificateNumber)) return undefined
      return fault(
        'certificateNumber',
        { zh: `${type.zh}号码不正确。`, en: `This is not a valid number of the ${type.en.toLowerCase()}.` },
        {
          zh: '请与证件逐位核对；居民身份证为 18 位，最后一位可能是 X。',
          en: 'Compare it with the card digit by digit; a resident ID has 18 places and may end in X.',
        },
      )
    },
  },
  {
    id: 'R-09', severity: 'block', source, title: { zh: '手机号码', en: 'The mobile number is one of the mainland' },
    check: ({ mobile }) => mobile.trim() === '' || isMainlandMobile(mobile) ? undefined : fault(
      'mobile',
      { zh: '这不是中国大陆的手机号码。', en: 'This is not a mobile number of the Chinese mainland.' },
      { zh: '请填写 11 位手机号码，例如 13800000000；验证码将发送到该号码。', en: 'Enter its 11 digits, for example 13800000000; codes are sent there.' },
    ),
  },
  {
    id: 'R-10', severity: 'block', source, title: { zh: '电子邮件', en: 'The e-mail address is complete' },
    check: ({ email }) => email.trim() === '' || isEmail(email) ? undefined : fault(
      'email',
      { zh: '电子邮件地址不完整或有误。', en: 'The e-mail address is incomplete or wrong.' },
      { zh: '请填写完整地址，例如 name@example.com。', en: 'Enter a whole address, for example name@example.com.' },
    ),
  },
]

/** Paths are the names of the input's fields. What only the accounts know (a name in use) comes from account-conflicts.ts. */
export const registrationFindings = (input: RegistrationInput, profile: PasswordProfile = 'nist'): Finding[] => {
  const findings: Finding[] = []
  applyRules(profile === 'mlps' ? [...rules, mixedRule] : rules, input, findings)
  return findings
}

/** Whoever registers is no child. `today`: day in Shanghai. */
export const registrantFindings = ({ certificateType, certificateNumber }: Pick<RegistrationInput, 'certificateType' | 'certificateNumber'>, today: string): Finding[] => {
  const child = childFault('certificateNumber', certificateType, certificateNumber, today)
  return child ? [findingOf(childRules.owner, child)] : []
}

export const registrationRules: readonly RuleDescription[] = [...rules.map(describe), childRules.owner]
