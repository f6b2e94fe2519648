import type { Finding } from '../finding.js'
import type { Bilingual } from '../bilingual.js'

const conflict = (rule: string, path: string, text: Bilingual, fix: Bilingual): Finding =>
  ({ rule, path, severity: 'block', text, fix, source: 'owner-journey R5' })

/** Findings about an account that only the list of accounts can give. Each says what is in use, never whose it is. */
export const userNameTaken = (): Finding => conflict('R-11', 'userName',
  { zh: '该用户名已被使用。', en: 'This user name is in use.' },
  { zh: '请换一个用户名；如果已经注册过，请直接登录。', en: 'Choose another one; if you have registered before, log on.' })

export const mobileTaken = (): Finding => conflict('R-12', 'mobile',
  { zh: '该手机号码已用于另一个账号。', en: 'This mobile number is in use by another account.' },
  { zh: '请使用其他号码，或用原账号登录。', en: 'Use another number, or log on with the account that has it.' })

export const emailTaken = (): Finding => conflict('R-13', 'email',
  { zh: '该电子邮件地址已用于另一个账号。', en: 'This e-mail address is in use by another account.' },
  { zh: '请使用其他邮箱，或用原账号登录。', en: 'Use another address, or log on with the account that has it.' })

export const certificateTaken = (): Finding => conflict('R-14', 'certificateNumber',
  { zh: '该证件号码已注册过账号。', en: 'An account is already registered with this certificate.' },
  { zh: '请用原账号登录；如果不是您本人注册，请联系省通信管理局。', en: 'Log on with that account; if it was not you, contact the administration of your province.' })
