import type { UiLanguage } from '@icp/ui'

/** All dates are China's: the law's deadlines run there, wherever the reader sits. */
const timeZone = 'Asia/Shanghai'

export interface Format {
  /** In prose: 2026年11月23日, 23 Nov 2026. Takes an instant or a day, ISO 8601. */
  readonly day: (value: string) => string
  /** In prose with the time: 2026年11月23日 14:02, 23 Nov 2026, 14:02. */
  readonly dayAndTime: (value: string) => string
  /** In consoles and tables: 2026-11-23. */
  readonly isoDay: (value: string) => string
  /** In consoles and tables: 2026-11-23 14:02. */
  readonly dateTime: (value: string) => string
  /** 14:02. Takes an instant or milliseconds. */
  readonly time: (value: string | number) => string
  readonly number: (value: number) => string
  /** 4 分 30 秒, 4 min 30 s. Takes seconds. */
  readonly duration: (seconds: number) => string
}

export function formatIn(language: UiLanguage): Format {
  const prose = language === 'en'
    ? new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
    : new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'long', day: 'numeric' })
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const isoDate = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const numbers = new Intl.NumberFormat(language)
  const units = language === 'en' ? { minutes: 'min', seconds: 's' } : { minutes: '分', seconds: '秒' }
  return {
    day: (value) => prose.format(new Date(value)),
    dayAndTime: (value) => `${prose.format(new Date(value))}${language === 'en' ? ',' : ''} ${clock.format(new Date(value))}`,
    isoDay: (value) => isoDate.format(new Date(value)),
    dateTime: (value) => `${isoDate.format(new Date(value))} ${clock.format(new Date(value))}`,
    time: (value) => clock.format(new Date(value)),
    number: (value) => numbers.format(value),
    duration: (seconds) => {
      const minutes = Math.floor(seconds / 60)
      const rest = `${seconds % 60} ${units.seconds}`
      return minutes === 0 ? rest : seconds % 60 === 0 ? `${minutes} ${units.minutes}` : `${minutes} ${units.minutes} ${rest}`
    },
  }
}
