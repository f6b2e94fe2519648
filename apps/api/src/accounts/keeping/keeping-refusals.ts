import { type Finding, Refusal } from '@icp/domain'

export const noSuchAccount = () => new Refusal('not-found', 'account-not-found', { zh: '没有找到该账号。', en: 'There is no such account.' })

export const notOnOneself = () => new Refusal('forbidden', 'own-account', {
  zh: '不能对自己的账号进行此操作，请由另一名安全管理员办理。', en: 'Nobody does this to their own account; another security administrator has to.',
})

export const staffOnly = () => new Refusal('conflict', 'staff-only', {
  zh: '该主办者账号没有可变更的角色，也没有绑定身份验证器。', en: 'This owner’s account has no role to change and no authenticator to reset.',
})

export const alreadySo = (zh: string, en: string) => new Refusal('conflict', 'already-so', { zh, en })

export const closedByOwner = () => new Refusal('conflict', 'account-closed', {
  zh: '该账号已由本人注销，不能再启用或变更。', en: 'Its owner has closed this account; it cannot be enabled or changed any more.',
})

/** Of staff: what it would be enabled with is gone. */
export const emptied = () => new Refusal('conflict', 'account-emptied', {
  zh: '该账号停用期满，其中的个人信息已清除，不能再启用或变更。如本人复岗，请重新邀请。',
  en: 'This account was disabled for so long that its personal data was erased; it cannot be enabled or changed any more. Invite the person anew if they come back.',
})

export const alreadyAsked = () => new Refusal('conflict', 'already-asked', {
  zh: '同样的申请正在等待复核。', en: 'The same request waits for a second person already.',
})

export const noSuchRequest = () => new Refusal('not-found', 'request-not-found', { zh: '没有找到该申请。', en: 'There is no such request.' })

export const requestWithdrawn = () => new Refusal('conflict', 'request-withdrawn', {
  zh: '该申请已撤回，不需要复核。', en: 'This request was withdrawn. There is nothing to decide.',
})

export const requestOvertaken = () => new Refusal('conflict', 'request-overtaken', {
  zh: '该申请所依据的情况已经改变，请拒绝后重新提出。', en: 'What this request was about has changed meanwhile. Decline it and have it asked again.',
})

export const keepingInvalid = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'keeping-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const reasonMissing = (): Finding => ({
  rule: 'R-20', path: 'reason', severity: 'block', source: 'GB/T 22239-2019 8.1.4.3',
  text: { zh: '尚未填写原因。', en: 'The reason is missing.' }, fix: { zh: '请写明原因，供以后查阅。', en: 'Say why; it is kept for later.' },
})

export const contactTakenMeanwhile = (): Refusal => new Refusal('conflict', 'another-role', {
  zh: '停用期间，该账号的手机号码或邮箱已由另一个在用的工作人员账号使用；一人只有一个角色，不能启用。请先停用那个账号。',
  en: 'While it was disabled another working staff account has taken its phone or mail, and one person has one role. Disable that account first.',
})
