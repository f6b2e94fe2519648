/**
 * Calendar days as `YYYY-MM-DD` texts, which compare as they sort. Pure arithmetic on the proleptic Gregorian calendar: no clock, no time zone.
 */
const pad = (value: number, length: number): string => String(value).padStart(length, '0')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const monthLength = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : monthLengths[month - 1] ?? 0)

/** True for a day that exists, e.g. not for `2023-02-29`. */
export const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month)
}

/** Days since 1970-01-01; days before are negative. */
export const dayNumber = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

export const dayOfNumber = (number: number): string => {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  const date = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  return `${pad(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

export const addDays = (day: string, days: number): string => dayOfNumber(dayNumber(day) + days)

/** The same date `months` later; the last of the month when it has no such date. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [newYear, newMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return `${pad(newYear, 4)}-${pad(newMonth, 2)}-${pad(Math.min(date, monthLength(newYear, newMonth)), 2)}`
}

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: string): number => (((dayNumber(day) + 4) % 7) + 7) % 7

/** Completed years of age on `today`. */
export const ageOn = (birthDay: string, today: string): number =>
  Number(today.slice(0, 4)) - Number(birthDay.slice(0, 4)) - (today.slice(5) < birthDay.slice(5) ? 1 : 0)

/** The day in Shanghai (UTC+8 all year) at an instant given as ISO 8601. Throws RangeError on a text that is no instant. */
export const shanghaiDay = (isoInstant: string): string => {
  const milliseconds = Date.parse(isoInstant)
  if (Number.isNaN(milliseconds)) throw new RangeError(`"${isoInstant}" is not an ISO 8601 instant`)
  return dayOfNumber(Math.floor((milliseconds + 8 * 3_600_000) / 86_400_000))
}
