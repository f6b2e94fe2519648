import { normaliseCertificateNumber } from './normalise-typed.js'

/** GB 32100: no I, O, S, V, Z, which are mistaken for digits and for U. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The check character for the first 17 characters; '' when one of them is outside the alphabet. */
export const creditCodeCheckCharacter = (body: string): string => {
  let sum = 0
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(body[index] ?? ' ')
    if (value < 0) return ''
    sum += value * weight
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? ''
}

/** Unified social credit code (统一社会信用代码), 18 characters. Spaces, full-width signs and small letters are accepted. */
export const isCreditCode = (typed: string): boolean => {
  const text = normaliseCertificateNumber(typed)
  return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text) && creditCodeCheckCharacter(text) === text[17]
}

/**
 * Which registry and kind (first two characters) fit which nature. Written from the standard by memory, so a mismatch is put before the
 * reviewer and never blocks; natures that are not listed are not judged.
 */
export const creditCodePrefixes: Readonly<Record<string, readonly string[]>> = {
  '2': ['11', '13', '19'],
  '3': ['12', '19'],
  '4': ['91', '92', '93', '99'],
  '6': ['51', '81'],
  '9': ['52'],
  '10': ['53'],
  '11': ['31'],
  '13': ['13', '81'],
  '15': ['71', '72'],
  '19': ['N1', 'N2', 'N3', 'N9'],
  '20': ['35'],
}

/** Null when the code is broken or the nature is not judged. */
export const creditCodeFitsNature = (typed: string, natureId: string): boolean | null => {
  // The nature may be any text, `constructor` too.
  const prefixes = Object.hasOwn(creditCodePrefixes, natureId) ? creditCodePrefixes[natureId] : undefined
  if (!prefixes || !isCreditCode(typed)) return null
  return prefixes.includes(normaliseCertificateNumber(typed).slice(0, 2))
}

/** The two-digit province of the registry, e.g. `33`. */
export const creditCodeProvince = (typed: string): string => normaliseCertificateNumber(typed).slice(2, 4)

/** The six digits of the division of the registry, e.g. `330106`. */
export const creditCodeRegion = (typed: string): string => normaliseCertificateNumber(typed).slice(2, 8)
