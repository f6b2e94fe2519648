import type { UiLanguage } from '../theme/theme.js'

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
  /** A short wait to the second: 4 分 30 秒, 4 min 30 s. Takes seconds. */
  readonly duration: (seconds: number) => string
  /** Words one after the other: 甲、乙; A, B. */
  readonly list: (words: readonly string[]) => string
  /** Sentences one after the other; those that are empty are left out. */
  readonly sentences: (...texts: readonly string[]) => string
  /** A name and what it names: 理由：楼号写错; Reason: wrong number. */
  readonly labelled: (label: string, text: string) => string
  /** A text with an aside: 审核（第 2 轮）; Review (round 2). */
  readonly aside: (text: string, aside: string) => string
  /** How long something took, in its two largest units: 2 天 3 小时, 2 days 3 h. Takes milliseconds; less than a minute is one minute. */
  readonly span: (milliseconds: number) => string
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const isoDate = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })

const units = {
  en: { seconds: 's', minute: 'min', minutes: 'min', hours: 'h', days: (count: number) => (count === 1 ? 'day' : 'days') },
  'zh-CN': { seconds: '秒', minute: '分', minutes: '分钟', hours: '小时', days: () => '天' },
}

function makeFormat(language: UiLanguage): Format {
  const prose = language === 'en'
    ? new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric' })
    : new Intl.DateTimeFormat('zh-CN', { timeZone, year: 'numeric', month: 'long', day: 'numeric' })
  const numbers = new Intl.NumberFormat(language)
  const unit = units[language]
  return {
    day: (value) => prose.format(new Date(value)),
    dayAndTime: (value) => `${prose.format(new Date(value))}${language === 'en' ? ',' : ''} ${clock.format(new Date(value))}`,
    isoDay: (value) => isoDate.format(new Date(value)),
    dateTime: (value) => `${isoDate.format(new Date(value))} ${clock.format(new Date(value))}`,
    time: (value) => clock.format(new Date(value)),
    number: (value) => numbers.format(value),
    duration: (seconds) => {
      const minutes = Math.floor(seconds / 60)
      const rest = `${seconds % 60} ${unit.seconds}`
      return minutes === 0 ? rest : seconds % 60 === 0 ? `${minutes} ${unit.minutes}` : `${minutes} ${unit.minute} ${rest}`
    },
    list: (words) => words.join(language === 'en' ? ', ' : '、'),
    sentences: (...texts) => texts.filter((text) => text !== '').join(language === 'en' ? ' ' : ''),
    labelled: (label, text) => `${label}${language === 'en' ? ': ' : '：'}${text}`,
    aside: (text, aside) => (language === 'en' ? `${text} (${aside})` : `${text}（${aside}）`),
    span: (milliseconds) => {
      const all = Math.max(1, Math.round(milliseconds / 60_000))
      const [days, hours, minutes] = [Math.floor(all / 1440), Math.floor((all % 1440) / 60), all % 60]
      if (days > 0) return `${days} ${unit.days(days)}${hours ? ` ${hours} ${unit.hours}` : ''}`
      if (hours > 0) return `${hours} ${unit.hours}${minutes ? ` ${minutes} ${unit.minutes}` : ''}`
      return `${minutes} ${unit.minutes}`
    },
  }
}

const formats: Readonly<Record<UiLanguage, Format>> = { 'zh-CN': makeFormat('zh-CN'), en: makeFormat('en') }

export const formatIn = (language: UiLanguage): Format => formats[language]
