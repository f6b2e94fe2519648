import { type Finding, Refusal } from '@icp/domain'
import { codeFinding } from '../codes/code-refusals.js'

/** One answer for a link that never was, was used, was taken back or is too old. */
export const noInvitation = () => new Refusal('not-found', 'no-invitation', {
  zh: '此链接无效、已使用、已撤销或已超过 24 小时。请联系邀请您的安全管理员重新发送。',
  en: 'This link is not valid, was used or taken back, or is older than 24 hours. Ask the security administrator who invited you to send a new one.',
})

export const invitationInvalid = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'invitation-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const wrongFirstCode = (): Finding => codeFinding('code',
  { zh: '动态口令不正确，身份验证器尚未绑定。', en: 'The code is not right; the authenticator is not added yet.' },
  { zh: '请确认手机时间准确，并输入身份验证器当前显示的 6 位数字。', en: 'Check that the clock of the phone is right, and enter the 6 digits that the authenticator shows now.' })

export const wrongPassword = (triesLeft: number): Finding => codeFinding('password',
  { zh: `密码不正确，还可尝试 ${triesLeft} 次。`, en: `The password is not right. ${triesLeft} more tries.` },
  { zh: '请输入该账号现有的密码。', en: 'Enter the password that the account has.' })

export const noSuchInvitation = () => new Refusal('not-found', 'invitation-not-found', { zh: '没有找到该邀请。', en: 'There is no such invitation.' })

export const invitationOver = () => new Refusal('conflict', 'invitation-over', {
  zh: '该邀请已被接受或撤销，不能再更改。', en: 'This invitation was accepted or taken back; it can no longer be changed.',
})

export const waitsForSecondPerson = () => new Refusal('conflict', 'waits-for-second-person', {
  zh: '该邀请正等待另一名管理员复核，复核通过后才会发送。', en: 'This invitation waits for another administrator; it is sent once they countersign.',
})

export const noSuchProvider = (): Finding => ({
  rule: 'R-21', path: 'providerId', severity: 'block', source: '',
  text: { zh: '没有该接入服务提供者。', en: 'There is no such access provider.' }, fix: { zh: '请重新查询并选择。', en: 'Look it up again and choose it.' },
})
