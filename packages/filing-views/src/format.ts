import type { Language } from '@icp/domain'

const zone = 'Asia/Shanghai'

const proseDay = {
  zh: new Intl.DateTimeFormat('zh-CN', { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric', month: 'short', day: 'numeric' }),
}
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const digits = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** `2026年11月23日` / `23 Nov 2026`, in Shanghai. Takes an instant or a day `YYYY-MM-DD`. */
export const dayInProse = (when: string, language: Language): string =>
  proseDay[language].format(new Date(when.length === 10 ? `${when}T04:00:00Z` : when))

/** `2026年11月23日 14:02` / `23 Nov 2026, 14:02`. */
export const instantInProse = (instant: string, language: Language): string =>
  `${dayInProse(instant, language)}${language === 'zh' ? ' ' : ', '}${clock.format(new Date(instant))}`

/** `2026-11-23 14:02`, for lists and consoles. */
export const instantInDigits = (instant: string): string => `${digits.format(new Date(instant))} ${clock.format(new Date(instant))}`

/** `2 天 3 小时` / `2 days 3 h`; less than a minute is one minute. */
export const durationInWords = (milliseconds: number, language: Language): string => {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  const zh = language === 'zh'
  if (days > 0) return zh ? `${days} 天${hours ? ` ${hours} 小时` : ''}` : `${days} ${days === 1 ? 'day' : 'days'}${hours ? ` ${hours} h` : ''}`
  if (hours > 0) return zh ? `${hours} 小时${rest ? ` ${rest} 分钟` : ''}` : `${hours} h${rest ? ` ${rest} min` : ''}`
  return zh ? `${rest} 分钟` : `${rest} min`
}
