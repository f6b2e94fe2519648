import { type Bilingual, durationInWords, type Finding, Refusal } from '@icp/domain'

export const mobileFinding = (text: Bilingual, fix: Bilingual): Finding => ({ rule: 'lost-phone', path: 'mobile', severity: 'block', text, fix, source: '' })

export const formRefused = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'lost-phone-invalid', { zh: '填写的内容有误，请按提示修改。', en: 'Some fields need another look.' }, { findings })

export const stepOver = () =>
  new Refusal('conflict', 'no-phone-recovery', { zh: '更换步骤已失效，请重新发送验证码。', en: 'This change is over. Have the codes sent again.' })

export const oneWaits = () =>
  new Refusal('conflict', 'phone-recovery-waits', { zh: '已有一个新号码在等待生效，请先停止再重新申请。', en: 'A new number waits already. Stop it first, then ask again.' })

export const askedTooOften = (seconds: number) => {
  const { zh, en } = durationInWords(seconds)
  return new Refusal('rate-limited', 'phone-recovery-too-many', {
    zh: `7 天内最多申请 3 次，请在${zh}后再试；也可以携带证件联系接入服务提供者。`, en: `Three times in 7 days at most. Try again in ${en}, or see your access provider with your certificate.`,
  }, { retryAfter: seconds })
}

/** The same for one that never was, that has ended, and that is not this provider's to see. */
export const noSuchRecovery = () => new Refusal('not-found', 'not-found', { zh: '没有找到。', en: 'Not found.' })

/** The same for a link that never was and for one of a phone that works or was stopped. */
export const deadStopLink = () =>
  new Refusal('not-found', 'link-dead', { zh: '链接无效，或者该申请已经生效、已经停止。', en: 'This link is not valid, or the new phone works already or was stopped.' })

export const otherNumber = () => {
  const text = { zh: '与申请的新号码不一致。', en: 'This is not the new number that was asked for.' }
  return formRefused([mobileFinding(text, { zh: '请向本人核对新号码；不一致的不要担保。', en: 'Ask the owner for the new number; if it differs, do not vouch.' })])
}

export const guessedTooOften = (seconds: number) => {
  const { zh, en } = durationInWords(seconds)
  return new Refusal('rate-limited', 'vouching-too-many', { zh: `号码核对错误次数过多，请在${zh}后再试。`, en: `Too many wrong numbers. Try again in ${en}.` }, { retryAfter: seconds })
}
