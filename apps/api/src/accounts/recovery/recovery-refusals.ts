import { durationInWords, type Finding, Refusal } from '@icp/domain'

/** The same for a step that never was, one that took too long, and one with too many wrong codes. */
export const recoverAgain = () =>
  new Refusal('unauthenticated', 'recover-again', { zh: '找回步骤已失效，请重新开始。', en: 'This recovery is over. Start again.' })

/** The same for a link that never was, that was used, that is too old, and whose account is gone. */
export const deadLink = () =>
  new Refusal('not-found', 'link-dead', {
    zh: '链接无效、已使用或已过期，请重新申请。', en: 'This link is not valid, was used, or is too old. Ask for a new one.',
  })

export const askedTooOften = (seconds: number) => {
  const { zh, en } = durationInWords(seconds)
  return new Refusal('rate-limited', 'recovery-too-many', { zh: `申请次数过多，请在${zh}后再试。`, en: `Asked too often. Try again in ${en}.` }, { retryAfter: seconds })
}

export const newPasswordRefused = (findings: readonly Finding[]) =>
  new Refusal('invalid', 'password-invalid', { zh: '新密码不符合要求。', en: 'The new password does not do.' }, { findings })
