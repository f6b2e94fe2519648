import { findProvince } from '../code-tables/provinces.js'
import { isDay } from '../working-days/day.js'
import { normaliseCertificateNumber } from './normalise-typed.js'

export interface ResidentId {
  /** Normalised: 18 characters, upper-case check letter. */
  readonly text: string
  /** Six digits as issued; old numbers carry divisions that no longer exist. */
  readonly region: string
  readonly birthDay: string
  readonly sex: 'male' | 'female'
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** The check character for the first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export const residentIdCheckCharacter = (digits: string): string =>
  '10X98765432'[weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11] ?? ''

/** Taiwan (71) and the residence permits of Hong Kong (81), Macau (82) and Taiwan (83) beside the 31 provinces. */
const otherRegions = new Set(['71', '81', '82', '83'])

const isRegion = (region: string): boolean => otherRegions.has(region.slice(0, 2)) || findProvince(`${region.slice(0, 2)}0000`) !== undefined

/**
 * GB 11643 (公民身份号码): region, birth date, sequence, check character. Spaces, full-width digits and a small x are accepted.
 * Only the province part of the region is judged, since divisions change and old numbers stay; 15-digit numbers ended in 2013.
 */
export const parseResidentId = (typed: string): ResidentId | null => {
  const text = normaliseCertificateNumber(typed)
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return null
  const region = text.slice(0, 6)
  const birthDay = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (!isRegion(region) || !isDay(birthDay) || birthDay < '1800-01-01') return null
  if (text.slice(14, 17) === '000' || residentIdCheckCharacter(text) !== text[17]) return null
  return { text, region, birthDay, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' }
}
