import { Refusal } from '@icp/domain'

/** `2026-11-26 10:00`, the time of Beijing. */
const clock = (instant: string): string => new Date(Date.parse(instant) + 8 * 3600_000).toISOString().slice(0, 16).replace('T', ' ')

export const numberChanged = (until: string, seconds: number): Refusal =>
  new Refusal('conflict', 'number-changed', {
    zh: `账号的手机号码刚刚更换，为防止他人冒用，${clock(until)}（北京时间）之前不能提交注销申请。`,
    en: `The mobile number of the account was changed a moment ago. So that nobody misuses it, no cancellation can be handed in before ${clock(until)} (Beijing time).`,
  }, { retryAfter: seconds })
