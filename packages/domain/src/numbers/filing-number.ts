import type { Bilingual } from '../bilingual.js'
import { provinceOfCharacter, provinces } from '../code-tables/provinces.js'
import { ServiceType, serviceWord } from '../filing/service-type.js'
import { normaliseTyped } from '../rules/normalise-typed.js'

/**
 * Filing numbers (备案号), icp-filing.md §5: `{character}ICP备{digits}号`, a service adds `-{n}` and a suffix for its type. New numbers carry ten
 * digits (YYYY + serial); the eight-digit ones of 2005–2020 (YY + serial) stay valid for ever.
 */
const characters = provinces.map((province) => province.icpCharacter).join('')
const canonical = new RegExp(`^([${characters}])ICP备(\\d{8}|\\d{10})号(?:-([1-9]\\d{0,5})([AXK]?))?$`)
const typed = new RegExp(`^([${characters}])ICP[备備]案?[号號]?(\\d{8}|\\d{10})[号號]?(?:-([1-9]\\d{0,5})([AXK]?))?[号號]?$`)

export type ServiceSuffix = '' | 'A' | 'X' | 'K'

/** One sequence per subject is shared by all types; the suffix only says what the service is (HW). */
export const serviceSuffixes: Readonly<Record<ServiceType, ServiceSuffix>> = { website: '', app: 'A', 'mini-program': 'X', 'quick-app': 'K' }

export interface FilingNumber {
  readonly character: string
  /** As printed, eight or ten. */
  readonly digits: string
  readonly year: number
  readonly serial: number
  readonly subjectNumber: string
  /** Left out for a subject's number. */
  readonly n?: number
  readonly suffix?: ServiceSuffix
  readonly serviceNumber?: string
}

/** `{ character: '京', year: 2026, serial: 1 }` → `京ICP备2026000001号`. Throws RangeError on a year or serial that no number can carry. */
export const formatSubjectNumber = ({ character, year, serial }: { character: string; year: number; serial: number }): string => {
  if (!characters.includes(character) || character.length !== 1) throw new RangeError(`no province issues numbers with "${character}"`)
  if (!Number.isInteger(year) || year < 2005 || year > 9999) throw new RangeError(`year ${year} is outside 2005–9999`)
  if (!Number.isInteger(serial) || serial < 1 || serial > 999_999) throw new RangeError(`serial ${serial} is outside 1–999999`)
  return `${character}ICP备${year}${String(serial).padStart(6, '0')}号`
}

/** `n` counts from 1. Throws RangeError on another. */
export const formatServiceNumber = (subjectNumber: string, n: number, type: ServiceType): string => {
  if (!Number.isInteger(n) || n < 1 || n > 999_999) throw new RangeError(`service number ${n} is outside 1–999999`)
  return `${subjectNumber}-${n}${serviceSuffixes[type]}`
}

/** Reads the canonical form only; see `normaliseFilingNumber` for what people type. Licence numbers (ICP证) are not filing numbers. */
export const parseFilingNumber = (text: string): FilingNumber | null => {
  const match = canonical.exec(text)
  if (!match) return null
  const [, character = '', digits = '', n, suffix] = match
  const subjectNumber = `${character}ICP备${digits}号`
  const year = digits.length === 8 ? 2000 + Number(digits.slice(0, 2)) : Number(digits.slice(0, 4))
  const subject = { character, digits, year, serial: Number(digits.slice(-6)), subjectNumber }
  return n === undefined ? subject : { ...subject, n: Number(n), suffix: (suffix ?? '') as ServiceSuffix, serviceNumber: text }
}

/** The code of the province that issues such numbers; '' for a text that is no filing number. */
export const provinceOfNumber = (number: string): string => provinceOfCharacter(parseFilingNumber(number)?.character ?? '')?.code ?? ''

/** What a service is, by the suffix of its number; a text that is no service's number tells of none. */
export const typeOfNumber = (serviceNumber: string): ServiceType | undefined => {
  const suffix = parseFilingNumber(serviceNumber)?.suffix
  return ServiceType.options.find((type) => serviceSuffixes[type] === suffix)
}

/** What a service is called of which only the number is known. */
export const wordOfNumber = (serviceNumber: string): Bilingual => serviceWord(typeOfNumber(serviceNumber) ?? 'website')

/**
 * What people type or paste → the canonical number, or null when it is none: spaces anywhere, full-width signs, other dashes, lower case,
 * a missing, misplaced or traditional 号 (`京icp备 2026000001 - 1` → `京ICP备2026000001号-1`).
 */
export const normaliseFilingNumber = (text: string): string | null => {
  const tight = normaliseTyped(text).replace(/\s+/g, '').replace(/[‐‑‒–—―−－_]/g, '-').toUpperCase()
  const match = typed.exec(tight)
  if (!match) return null
  const [, character = '', digits = '', n, suffix = ''] = match
  return `${character}ICP备${digits}号${n === undefined ? '' : `-${n}${suffix}`}`
}
