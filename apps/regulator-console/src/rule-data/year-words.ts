import type { UiLanguage } from '@icp/ui'

// Days here are those of a calendar and no instants, so they are drawn in UTC.
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)
const drawn = (day: string, language: UiLanguage, parts: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: 'UTC', ...parts }).format(noon(day))

/** 2 Feb (Sat); 2月2日周六. */
export const shortDay = (day: string, language: UiLanguage): string => {
  const [date, name] = [drawn(day, language, { month: 'short', day: 'numeric' }), drawn(day, language, { weekday: 'short' })]
  return language === 'en' ? `${date} (${name})` : `${date}（${name}）`
}

export const monthName = (year: number, month: number, language: UiLanguage): string => drawn(`${year}-${String(month).padStart(2, '0')}-01`, language, { month: 'long' })

/** Monday to Sunday: 2024 began on a Monday. */
export const weekdayNames = (language: UiLanguage): { readonly short: string; readonly long: string }[] =>
  Array.from({ length: 7 }, (_, at) => `2024-01-0${at + 1}`).map((day) => ({ short: drawn(day, language, { weekday: language === 'en' ? 'short' : 'narrow' }), long: drawn(day, language, { weekday: 'long' }) }))
