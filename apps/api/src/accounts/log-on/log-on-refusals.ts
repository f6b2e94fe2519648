import { durationInWords, Refusal } from '@icp/domain'

/** One answer for a wrong name, a wrong password and a wrong category: none of them tells which accounts exist. */
export const logOnFailed = (waitSeconds: number | undefined) =>
  new Refusal('unauthenticated', 'log-on-failed', {
    zh: '备案类别、用户名或密码不正确。', en: 'The report category, user name or password is not right.',
  }, waitSeconds === undefined ? {} : { retryAfter: waitSeconds })

export const waitFirst = (seconds: number) =>
  new Refusal('rate-limited', 'log-on-wait', {
    zh: `错误次数过多，请在 ${seconds} 秒后重试。`, en: `Too many wrong tries. Try again in ${seconds} seconds.`,
  }, { retryAfter: seconds })

/** Says nothing of any name. */
export const failedTooOften = (seconds: number) => {
  const { zh, en } = durationInWords(seconds)
  return new Refusal('rate-limited', 'log-on-too-many', {
    zh: `来自您所在网络的登录失败次数过多，请在${zh}后重试。`, en: `There were too many failed log-ons from your network. Try again in ${en}.`,
  }, { retryAfter: seconds })
}

/** Said only after the right password: staff get in with an authenticator and in no other way. */
export const noAuthenticator = () =>
  new Refusal('forbidden', 'no-authenticator', {
    zh: '该账号尚未绑定身份验证器，不能登录。请使用邮件中的绑定链接；链接已失效的，请联系安全管理员重新发送。',
    en: 'No authenticator is set up for this account, so it cannot log on. Use the link in your mail; if it no longer works, ask the security administrator for a new one.',
  })

export const logOnAgain = () =>
  new Refusal('unauthenticated', 'log-on-again', {
    zh: '登录步骤已失效，请重新输入用户名和密码。', en: 'This log-on is over. Enter user name and password again.',
  })

/** The same for names of nobody, so that it tells nothing. */
export const logOnStopped = () =>
  new Refusal('forbidden', 'log-on-stopped', {
    zh: '该用户名连续登录失败已达 100 次，现已停止登录。请找回密码，或联系安全管理员解除。',
    en: 'There were 100 failed log-ons in a row with this user name, and it is stopped. Reset the password, or ask the security administrator to clear it.',
  })
