import type { AccountRole } from '../account/role.js'
import { roleWords } from '../account/role-words.js'
import type { Bilingual } from '../bilingual.js'

/** What staff are told about their own accounts by mail. Links and names go into the text, codes never. */
export type StaffMessage =
  | { readonly type: 'invitation'; readonly link: string; readonly role: AccountRole; readonly hours: number }
  | { readonly type: 'authenticator-link'; readonly link: string; readonly hours: number }
  | { readonly type: 'authenticator-added' | 'recovery-code-used' | 'enabled' }
  /** `emptiedFrom`: `YYYY-MM-DD`, from when on a disabled account of staff is emptied; null where it is not. */
  | { readonly type: 'disabled'; readonly emptiedFrom: string | null }
  | { readonly type: 'role-changed'; readonly role: AccountRole }

interface Worded {
  readonly title: Bilingual
  readonly text: Bilingual
}

const notYou: Bilingual = { zh: '如非您本人所为或有疑问，请立即联系安全管理员。', en: 'If this was not you, or you have doubts, contact the security administrator at once.' }

const plain: Readonly<Record<'authenticator-added' | 'recovery-code-used' | 'enabled', Worded>> = {
  'authenticator-added': {
    title: { zh: '您的账号已绑定新的身份验证器', en: 'A new authenticator was added to your account' },
    text: { zh: `您的账号刚刚绑定了新的身份验证器，原有的恢复码已失效。${notYou.zh}`, en: `A new authenticator was added to your account just now; earlier recovery codes no longer work. ${notYou.en}` },
  },
  'recovery-code-used': {
    title: { zh: '有人用恢复码登录了您的账号', en: 'Somebody logged on to your account with a recovery code' },
    text: { zh: `您的一个恢复码刚刚被用于登录，该恢复码已失效。${notYou.zh}`, en: `One of your recovery codes was used to log on just now; it no longer works. ${notYou.en}` },
  },
  enabled: {
    title: { zh: '您的账号已重新启用', en: 'Your account works again' },
    text: { zh: `您的账号已重新启用，可以登录。${notYou.zh}`, en: `Your account is enabled again; you can log on. ${notYou.en}` },
  },
}

const emptied = (from: string | null): Bilingual => (from === null ? { zh: '', en: '' } : {
  zh: `如一直未重新启用，账号中的姓名、手机号码和电子邮件将自 ${from} 起清除。`, en: `Unless it is enabled again, its name, phone and mail are erased from ${from} on. `,
})

export const staffMessage = (message: StaffMessage): Worded => {
  switch (message.type) {
    case 'invitation': return {
      title: { zh: 'ICP备案管理系统：邀请您开通账号', en: 'ICP filing system: you are invited' },
      text: {
        zh: `邀请您以“${roleWords[message.role].zh}”身份使用 ICP备案管理系统。请在 ${message.hours} 小时内打开链接，设置用户名、密码并绑定身份验证器。链接只能使用一次，请勿转发：${message.link}`,
        en: `You are invited to the ICP filing system as “${roleWords[message.role].en}”. Open the link within ${message.hours} hours, choose a user name and a password, and add an authenticator. The link works once; do not pass it on: ${message.link}`,
      },
    }
    case 'authenticator-link': return {
      title: { zh: 'ICP备案管理系统：重新绑定身份验证器', en: 'ICP filing system: add a new authenticator' },
      text: {
        zh: `安全管理员已重置您的身份验证器。请在 ${message.hours} 小时内打开链接，输入密码并绑定新的身份验证器。链接只能使用一次，请勿转发：${message.link} 。${notYou.zh}`,
        en: `The security administrator has reset your authenticator. Open the link within ${message.hours} hours, enter your password and add a new one. The link works once; do not pass it on: ${message.link} . ${notYou.en}`,
      },
    }
    case 'disabled': return {
      title: { zh: '您的账号已停用', en: 'Your account is disabled' },
      text: {
        zh: `您的账号已由安全管理员停用，现在不能登录。${emptied(message.emptiedFrom).zh}如有疑问，请联系您的单位或安全管理员。`,
        en: `The security administrator has disabled your account; you cannot log on. ${emptied(message.emptiedFrom).en}If you have questions, ask your organisation or the security administrator.`,
      },
    }
    case 'role-changed': return {
      title: { zh: '您的账号角色已变更', en: 'The role of your account has changed' },
      text: { zh: `您的账号现在的角色是“${roleWords[message.role].zh}”，请重新登录。${notYou.zh}`, en: `The role of your account is now “${roleWords[message.role].en}”. Log on again. ${notYou.en}` },
    }
    default: return plain[message.type]
  }
}
