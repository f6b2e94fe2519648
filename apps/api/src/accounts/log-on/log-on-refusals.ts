import { Refusal } from '@icp/domain'

/** One answer for a wrong name, a wrong password and a wrong category: none of them tells which accounts exist. */
export const logOnFailed = (waitSeconds: number | undefined) =>
  new Refusal('unauthenticated', 'log-on-failed', {
    zh: '备案类别、用户名或密码不正确。', en: 'The report category, user name or password is not right.',
  }, waitSeconds === undefined ? {} : { retryAfter: waitSeconds })

export const waitFirst = (seconds: number) =>
  new Refusal('rate-limited', 'log-on-wait', {
    zh: `错误次数过多，请在 ${seconds} 秒后重试。`, en: `Too many wrong tries. Try again in ${seconds} seconds.`,
  }, { retryAfter: seconds })

export const logOnAgain = () =>
  new Refusal('unauthenticated', 'log-on-again', {
    zh: '登录步骤已失效，请重新输入用户名和密码。', en: 'This log-on is over. Enter user name and password again.',
  })
