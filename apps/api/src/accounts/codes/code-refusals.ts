import { type Bilingual, durationInWords, type Finding, Refusal } from '@icp/domain'
import { limitInWords, type SlidingLimit } from '../../platform/sliding-limits.js'

const fix: Bilingual = { zh: '请核对收到的最新验证码。', en: 'Check the newest code you received.' }
export const resendFix: Bilingual = { zh: '请重新发送验证码。', en: 'Have a new code sent.' }

export const codeFinding = (path: string, text: Bilingual, how: Bilingual = fix): Finding => ({
  rule: 'code', path, severity: 'block', text, fix: how, source: '',
})

/** The code is wrong; `triesLeft` more may be made with it. */
export const wrongCode = (path: string, triesLeft: number): Refusal => {
  const finding = wrongCodeFinding(path, triesLeft)
  return new Refusal('invalid', 'code-wrong', finding.text, { findings: [finding] })
}

export const wrongCodeFinding = (path: string, triesLeft: number): Finding =>
  codeFinding(path, { zh: `验证码不正确，还可尝试 ${triesLeft} 次。`, en: `The code is not right. ${triesLeft} more tries.` })

/** The code is older than five minutes, used, or tried too often. */
export const spentCode = (path: string): Refusal => {
  const text = { zh: '验证码已失效，请重新发送。', en: 'The code no longer works. Have a new one sent.' }
  return new Refusal('invalid', 'code-expired', text, { findings: [codeFinding(path, text, resendFix)] })
}

export const tooSoon = (seconds: number): Refusal =>
  new Refusal('rate-limited', 'resend-too-soon', { zh: `请在 ${seconds} 秒后重新发送。`, en: `A new code can be sent in ${seconds} seconds.` }, { retryAfter: seconds })

export const tooManyCodes = (limit: SlidingLimit, seconds: number): Refusal => {
  const { zh, en } = durationInWords(seconds)
  const allowed = limitInWords(limit)
  return new Refusal('rate-limited', 'codes-too-many', {
    zh: `发送到该手机或邮箱的验证码已达上限（${allowed.zh}），请在${zh}后再发送。`,
    en: `This phone or mailbox has had as many codes as it may get for now (${allowed.en}). Another can be sent in ${en}.`,
  }, { retryAfter: seconds })
}

export const tooManyByAccount = (limit: SlidingLimit, seconds: number): Refusal => {
  const { zh, en } = durationInWords(seconds)
  const allowed = limitInWords(limit)
  return new Refusal('rate-limited', 'codes-too-many-new', {
    zh: `本账号向新手机或邮箱发送的验证码已达上限（${allowed.zh}），请在${zh}后再发送。`,
    en: `This account has had as many codes sent to new phones and mailboxes as it may for now (${allowed.en}). Another can be sent in ${en}.`,
  }, { retryAfter: seconds })
}

export const tooManyWrong = ({ windows }: SlidingLimit, seconds: number): Refusal => {
  const { zh, en } = durationInWords(seconds)
  const most = windows[0]?.points
  return new Refusal('rate-limited', 'codes-locked', {
    zh: `24 小时内验证码输错已达 ${most} 次，请在${zh}后再试。`, en: `There were ${most} wrong codes within 24 hours. Try again in ${en}.`,
  }, { retryAfter: seconds })
}

export const smsSpent = (seconds: number): Refusal => {
  const { zh, en } = durationInWords(seconds)
  return new Refusal('rate-limited', 'sms-spent', {
    zh: `今日短信发送量已达系统上限，请在${zh}后再试。`, en: `The system has sent as many SMS as it may in a day. Try again in ${en}.`,
  }, { retryAfter: seconds })
}
