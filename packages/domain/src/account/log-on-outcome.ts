import { z } from 'zod'
import type { Bilingual } from '../bilingual.js'

/** How a try to log on ended. */
export const LogOnOutcome = z.enum(['done', 'failed-password', 'failed-code'])
export type LogOnOutcome = z.infer<typeof LogOnOutcome>

export const logOnOutcomes: Readonly<Record<LogOnOutcome, Bilingual>> = {
  done: { zh: '登录成功', en: 'Logged on' },
  'failed-password': { zh: '未登录：密码错误', en: 'Not logged on: wrong password' },
  'failed-code': { zh: '未登录：验证码错误', en: 'Not logged on: wrong code' },
}
