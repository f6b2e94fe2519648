import { certificateTaken, emailTaken, type Finding, mobileTaken, Refusal, userNameTaken } from '@icp/domain'
import type { Taken } from '../accounts.repository.js'
import { codeFinding, resendFix } from '../codes/code-refusals.js'

export const noRegistration = () =>
  new Refusal('not-found', 'no-registration', { zh: '注册尚未开始或已超时，请重新开始。', en: 'No registration is running, or it took too long. Start again.' })

export const acceptFirst = () =>
  new Refusal('conflict', 'accept-first', {
    zh: '请先依次同意使用条款和真实性承诺。', en: 'Accept the terms first, then the pledge of truthfulness.',
  })

export const outdatedDocument = () =>
  new Refusal('conflict', 'document-outdated', { zh: '文本已更新，请阅读并同意新版本。', en: 'The text has changed. Read and accept the new version.' })

export const alreadyRegistered = () =>
  new Refusal('conflict', 'already-registered', { zh: '本次注册已经完成，请直接登录。', en: 'This registration is complete. Log on.' })

/** The form as a whole: one summary, one finding for each field. */
export const formRefused = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'registration-invalid', { zh: '注册信息有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const takenFindings = (taken: Taken): Finding[] => [
  ...(taken.userName ? [userNameTaken()] : []),
  ...(taken.certificate ? [certificateTaken()] : []),
  ...(taken.mobile ? [mobileTaken()] : []),
  ...(taken.email ? [emailTaken()] : []),
]

/** Two registrations for the same value at the same moment: the database lets one through and names the constraint. */
export const takenByConstraint = (constraint: string | undefined): Finding[] =>
  takenFindings({
    userName: constraint === 'accounts_user_name', mobile: constraint === 'accounts_mobile', email: constraint === 'accounts_email',
    certificate: constraint === 'accounts_certificate',
  })

export const missingCode = (path: 'mobileCode' | 'emailCode'): Finding =>
  codeFinding(path, { zh: '尚未填写验证码。', en: 'The code is missing.' }, { zh: '请点击“发送验证码”后填写。', en: 'Have the codes sent, then enter it.' })

export const codeForAnother = (path: 'mobileCode' | 'emailCode'): Finding =>
  codeFinding(path, { zh: '验证码不是发送到现在填写的号码或邮箱的。', en: 'The code was sent to another number or address than the one entered now.' }, resendFix)

export const spentCodes = (): Finding[] =>
  (['mobileCode', 'emailCode'] as const).map((path) =>
    codeFinding(path, { zh: '验证码已失效，请重新发送。', en: 'The code no longer works. Have new ones sent.' }, resendFix))
