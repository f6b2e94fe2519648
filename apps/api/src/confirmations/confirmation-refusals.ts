import { Refusal } from '@icp/domain'

export const linkNotFound = (): Refusal =>
  new Refusal('not-found', 'link-not-found', { zh: '该链接无效，请核对短信中的地址。', en: 'This link leads nowhere. Check the address in your message.' })

/** `triesLeft` null: that was one too many, and the filing has gone back to its providers. */
export const wrongAnswer = (triesLeft: number | null): Refusal =>
  triesLeft === null
    ? new Refusal('conflict', 'too-many-tries', {
      zh: '输错次数过多，本次核验已结束，备案已退回接入服务提供者。', en: 'Too many wrong entries. This round has ended and the filing went back to its access providers.',
    })
    : new Refusal('invalid', 'answer-wrong', {
      zh: `验证码、手机号码或证件号码后六位不正确，还可以尝试 ${triesLeft} 次。`,
      en: `The code, the mobile number or the last six characters of the ID do not match. ${triesLeft} ${triesLeft === 1 ? 'try' : 'tries'} left.`,
    })
