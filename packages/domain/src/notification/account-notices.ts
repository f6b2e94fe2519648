import type { Bilingual } from '../bilingual.js'
import { spaced } from '../filing/service-type.js'
import { wayToObject } from '../forced/forced-words.js'
import { wordOfNumber } from '../numbers/filing-number.js'

/** Facts by event. Instants are ISO 8601; contacts come masked; links start with the portal's configured address. */
export interface AccountFacts {
  readonly 'new-device': { readonly device: Bilingual; readonly address: string; readonly at: string }
  readonly 'password-changed': { readonly at: string }
  readonly 'password-reset': { readonly at: string }
  readonly 'reset-link': { readonly userName: string; readonly link: string; readonly minutes: number }
  readonly 'user-names': { readonly userNames: readonly string[]; readonly link: string }
  readonly 'authenticator-added': { readonly at: string }
  readonly 'authenticator-removed': { readonly at: string }
  readonly 'phone-recovery-started': { readonly contact: string; readonly until: string; readonly link: string }
  readonly 'phone-recovery-stopped': { readonly contact: string; readonly at: string }
  /** `provider`: who has vouched, if somebody has. */
  readonly 'phone-recovered': { readonly contact: string; readonly at: string; readonly provider: string | null }
  readonly 'contact-changed': { readonly channel: 'mobile' | 'email'; readonly contact: string; readonly at: string }
  readonly 'data-exported': { readonly at: string }
  readonly closed: { readonly at: string }
  readonly 'draft-ending': { readonly name: string; readonly on: string }
  /** `number`: of the service, or of the subject itself; `until`: when its administration may clear it. */
  readonly hollow: { readonly kind: 'service' | 'subject'; readonly name: string; readonly number: string; readonly until: string }
  readonly 'hollow-cleared': { readonly name: string; readonly number: string; readonly at: string }
  /** `numbers`: everything that ended; `reason` in words, `ground` as it was written. */
  readonly 'cancelled-by-force': { readonly name: string; readonly numbers: readonly string[]; readonly reason: Bilingual; readonly ground: string; readonly at: string }
}
export type AccountEvent = keyof AccountFacts

type FactName = { [Event in AccountEvent]: keyof AccountFacts[Event] }[AccountEvent]

/** Which facts say who somebody is, and so are masked wherever the message is shown to others. Contacts come masked; device, provider and filing number name nobody. */
const isPersonal: Readonly<Record<FactName, boolean>> = {
  userName: true, userNames: true, name: true, address: true, contact: false, device: false, provider: false, number: false, numbers: false, reason: false, ground: false, channel: false, kind: false, link: false, minutes: false,
  at: false, on: false, until: false,
}

export interface AccountNotice {
  readonly title: Bilingual
  readonly text: Bilingual
  /** The same as a short message, signed as short messages are. */
  readonly sms: Bilingual
  /** Parts of the texts that say who somebody is. */
  readonly personal: readonly string[]
}

/** `2026-11-25 14:02`, the time of Beijing, in which every message speaks. */
const clock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')

const notYou: Bilingual = {
  zh: '如果不是您本人操作，请立即在登录页选择“忘记密码”重设密码。',
  en: 'If this was not you, choose “Forgot your password?” on the log-on page now and set a new one.',
}
const channels = { mobile: { zh: '手机号码', en: 'mobile number' }, email: { zh: '电子邮件地址', en: 'e-mail address' } } as const

type Words = readonly [titleZh: string, titleEn: string, zh: string, en: string]

const texts: { readonly [Event in AccountEvent]: (facts: AccountFacts[Event]) => Words } = {
  'new-device': ({ device, address, at }) => [
    '账号在新设备上登录', 'Your account was used on a new device',
    `您的账号于 ${clock(at)}（北京时间）在新设备上登录：${device.zh}${address ? `，网络地址 ${address}` : ''}。${notYou.zh}`,
    `Your account was logged on to at ${clock(at)} (Beijing time) on a new device: ${device.en}${address ? `, network address ${address}` : ''}. ${notYou.en}`,
  ],
  'password-changed': ({ at }) => [
    '账号密码已修改', 'Your password was changed',
    `您的账号密码已于 ${clock(at)}（北京时间）修改，其他设备上的登录均已退出。${notYou.zh}`,
    `Your password was changed at ${clock(at)} (Beijing time); all other devices were logged off. ${notYou.en}`,
  ],
  'password-reset': ({ at }) => [
    '账号密码已重设', 'Your password was reset',
    `您的账号密码已于 ${clock(at)}（北京时间）通过找回流程重设，所有设备上的登录均已退出。${notYou.zh}`,
    `Your password was reset at ${clock(at)} (Beijing time) by recovery; all devices were logged off. ${notYou.en}`,
  ],
  'data-exported': ({ at }) => [
    '个人信息已导出', 'Your data was exported',
    `您账号中的全部个人信息已于 ${clock(at)}（北京时间）导出。${notYou.zh}`,
    `All data of your account was exported at ${clock(at)} (Beijing time). ${notYou.en}`,
  ],
  'draft-ending': ({ name, on }) => [
    '草稿即将删除', 'A draft will be removed',
    `您的备案草稿${name ? `「${name}」` : ''}很久没有改动，将于 ${on} 删除。如仍需要，请在此之前登录，打开草稿并保存。`,
    `Your draft${name ? ` of “${name}”` : ''} has not been touched for long and will be removed on ${on}. If you still need it, log on before then, open it and save it.`,
  ],
  hollow: ({ kind, name, number, until }) => (kind === 'service' ? [
    spaced(`空壳${wordOfNumber(number).zh}清理通知`), `Your ${wordOfNumber(number).en} without access will be cleared`,
    `${spaced(`您的${wordOfNumber(number).zh}`)}「${name}」（${number}）已没有接入，${spaced(`属于空壳${wordOfNumber(number).zh}`)}。请在 ${clock(until)}（北京时间）前提交新增接入备案；逾期省通信管理局可以清理，备案号失效且不再分配。`,
    `Your ${wordOfNumber(number).en} “${name}” (${number}) has no access left. File a new access before ${clock(until)} (Beijing time); after that the administration may clear it, and its number ends for good.`,
  ] : [
    '空壳主体清理通知', 'Your subject without services will be cleared',
    `您的主体「${name}」（${number}）名下已没有网站、APP 等服务，属于空壳主体。请在 ${clock(until)}（北京时间）前为其提交新的备案（所在省要求先注销的，清理后再办理首次备案）；逾期省通信管理局可以清理，备案号失效且不再分配。`,
    `Your subject “${name}” (${number}) has no website, app or other service left. File a new one before ${clock(until)} (Beijing time), unless your province asks for the subject to end first; after that the administration may clear it, and its number ends for good.`,
  ]),
  'hollow-cleared': ({ name, number, at }) => [
    '空壳备案已清理', 'A hollow record was cleared',
    `「${name}」（${number}）已于 ${clock(at)}（北京时间）由省通信管理局清理，备案号失效，不再分配。如需恢复，请重新备案。`,
    `“${name}” (${number}) was cleared by the administration at ${clock(at)} (Beijing time). Its number has ended for good. To be back, file anew.`,
  ],
  'cancelled-by-force': ({ name, numbers, reason, ground, at }) => [
    '备案已被强制注销', 'Your record was cancelled by force',
    `「${name}」（${numbers.join('、')}）已于 ${clock(at)}（北京时间）被省通信管理局强制注销：备案号收回、不再分配，电子证书随之失效或更新，接入商停止接入。原因：${reason.zh}。依据：${ground}。${wayToObject.zh}`,
    `The administration has cancelled “${name}” (${numbers.join(', ')}) by force at ${clock(at)} (Beijing time): its numbers have ended for good, its certificate ends or is issued anew, and access providers cut it. Reason: ${reason.en}. Ground: ${ground}. ${wayToObject.en}`,
  ],
  closed: ({ at }) => [
    '账号已注销', 'Your account was closed',
    `您的账号已于 ${clock(at)}（北京时间）注销，姓名、证件、手机号码和邮箱已删除；依法须保存的备案档案仍然保留并锁定。如需再次备案，请重新注册。`,
    `Your account was closed at ${clock(at)} (Beijing time). Name, certificate, phone and mail were erased; records of filing that the law keeps stay, locked. To file again, register anew.`,
  ],
  'reset-link': ({ userName, link, minutes }) => [
    '重设密码', 'Set a new password',
    `请在 ${minutes} 分钟内打开以下链接，为用户名 ${userName} 设置新密码，链接只能使用一次：${link} 。如果不是您本人操作，请忽略，密码不会改变。`,
    `Within ${minutes} minutes open this link to set a new password for the user name ${userName}; it works once: ${link} . If this was not you, ignore it and nothing changes.`,
  ],
  'user-names': ({ userNames, link }) => [
    '您的用户名', 'Your user name',
    `使用该邮箱的账号的用户名：${userNames.join('、')}。登录：${link} 。如果不是您本人查询，请忽略。`,
    `The user name of the account with this address: ${userNames.join(', ')}. Log on: ${link} . If you did not ask, ignore this.`,
  ],
  'authenticator-added': ({ at }) => [
    '账号已绑定身份验证器', 'An authenticator was added to your account',
    `您的账号已于 ${clock(at)}（北京时间）绑定身份验证器，之后登录需要输入其动态口令；其他设备上的登录均已退出。${notYou.zh}`,
    `An authenticator was added to your account at ${clock(at)} (Beijing time); from now on a log-on asks for its code, and all other devices were logged off. ${notYou.en}`,
  ],
  'authenticator-removed': ({ at }) => [
    '账号的身份验证器已解除', 'The authenticator of your account was removed',
    `您账号的身份验证器已于 ${clock(at)}（北京时间）解除，之后登录改用短信和邮件验证码；其他设备上的登录均已退出。${notYou.zh}`,
    `The authenticator of your account was removed at ${clock(at)} (Beijing time); from now on a log-on takes a code by SMS and mail, and all other devices were logged off. ${notYou.en}`,
  ],
  'phone-recovery-started': ({ contact, until, link }) => [
    '有人申请更换您账号的手机号码', 'Somebody asks for a new mobile number on your account',
    `有人称原手机号码已不能使用，申请将您账号的手机号码更换为 ${contact}，将于 ${clock(until)}（北京时间）生效。如果不是您本人操作，请立即打开链接停止：${link} ，并重设密码。`,
    `Somebody says that your phone is lost and asks for ${contact} in its place; it takes effect at ${clock(until)} (Beijing time). If this was not you, open this link now to stop it: ${link} , and set a new password.`,
  ],
  'phone-recovery-stopped': ({ contact, at }) => [
    '手机号码更换已停止', 'The new mobile number was stopped',
    `将您账号的手机号码更换为 ${contact} 的申请已于 ${clock(at)}（北京时间）停止，原手机号码不变。${notYou.zh}`,
    `The change of your mobile number to ${contact} was stopped at ${clock(at)} (Beijing time); the number stays as it was. ${notYou.en}`,
  ],
  'phone-recovered': ({ contact, at, provider }) => [
    '账号的手机号码已更换', 'The mobile number of your account was changed',
    `您账号的手机号码已于 ${clock(at)}（北京时间）更换为 ${contact}${provider ? `，由接入服务提供者“${provider}”核实担保` : ''}，所有设备上的登录均已退出。${notYou.zh}`,
    `The mobile number of your account was changed to ${contact} at ${clock(at)} (Beijing time)${provider ? `; the access provider ${provider} vouched for it` : ''}. All devices were logged off. ${notYou.en}`,
  ],
  'contact-changed': ({ channel, contact, at }) => [
    `账号的${channels[channel].zh}已更换`, `The ${channels[channel].en} of your account was changed`,
    `您账号的${channels[channel].zh}已于 ${clock(at)}（北京时间）更换为 ${contact}，其他设备上的登录均已退出。${notYou.zh}`,
    `The ${channels[channel].en} of your account was changed to ${contact} at ${clock(at)} (Beijing time); all other devices were logged off. ${notYou.en}`,
  ],
}

/** What an account is told about itself. */
export const accountNotice = <Event extends AccountEvent>(event: Event, facts: AccountFacts[Event]): AccountNotice => {
  const [titleZh, titleEn, zh, en] = texts[event](facts)
  const personal = Object.entries(facts).flatMap(([name, fact]) => (isPersonal[name as FactName] ? [fact as string | readonly string[]].flat() : []))
  return { title: { zh: titleZh, en: titleEn }, text: { zh, en }, sms: { zh: `【ICP备案】${zh}`, en: `[ICP filing] ${en}` }, personal }
}
