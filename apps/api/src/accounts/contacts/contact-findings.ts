import { emailTaken, type Finding, mobileTaken, normaliseEmail, normalisePhone, registrationFindings } from '@icp/domain'
import type { Account } from '../account.js'
import { emailKey, mobileKey } from '../account.js'
import type { Channel, ContactChange } from './contact-changes.repository.js'

const fault = (zh: string, en: string, fixZh: string, fixEn: string): Finding =>
  ({ rule: 'contact', path: 'value', severity: 'block', text: { zh, en }, fix: { zh: fixZh, en: fixEn }, source: '' })

/** Said before anything is compared, so it costs no try. */
export const authenticatorMissing = (): Finding => ({
  ...fault('尚未填写动态口令。', 'The code of the authenticator is missing.', '请输入身份验证器显示的口令，或一个恢复码。', 'Enter the code that your authenticator shows, or a recovery code.'), path: 'authenticatorCode',
})

/** Full-width digits, blanks and a country code are an input method's, not a person's. */
export const tidiedContact = ({ channel, value }: ContactChange): ContactChange =>
  ({ channel, value: channel === 'mobile' ? normalisePhone(value) : normaliseEmail(value) })

/** Findings at `value`. Whether another account has it is not asked here: only who holds it may know. */
export function contactFindings(account: Account, { channel, value }: ContactChange): Finding[] {
  if (value === '') return [fault('尚未填写新的联系方式。', 'The new contact is missing.', '请填写后再发送验证码。', 'Enter it, then have the codes sent.')]
  if (sameContact(account, { channel, value })) {
    return [fault('与现在的联系方式相同。', 'This is the contact that the account has now.', '请填写新的号码或邮箱。', 'Enter the new number or address.')]
  }
  const blank = { userName: '', password: '', name: '', certificateType: '', certificateNumber: '', mobile: '', email: '' }
  return registrationFindings({ ...blank, [channel]: value }).filter(({ path }) => path === channel).map((finding) => ({ ...finding, path: 'value' }))
}

export const sameContact = (account: Account, { channel, value }: ContactChange): boolean =>
  channel === 'mobile' ? mobileKey(account.mobile) === mobileKey(value) : emailKey(account.email) === emailKey(value)

/** The words of registration; said only to who has proven to hold the number or mailbox. */
export const contactTaken = (channel: Channel): Finding => ({ ...(channel === 'mobile' ? mobileTaken() : emailTaken()), path: 'value' })
